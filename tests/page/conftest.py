"""One playground and one browser for all tests of the page; each test has a person, and a window, of its own."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.page.playground_process import Bot, People, running_playground

# Nothing here may reach outside this machine, and there is no display or graphics card to use.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP = (1440, 900)
# Everything that a test waits for may take this long: the machine may be slow and busy. What is right is there sooner.
PATIENCE_MS = 45_000
expect.set_options(timeout=PATIENCE_MS)

OpenPage = Callable[..., Awaitable[Page]]


@asynccontextmanager
async def comes_by(what: Locator) -> AsyncIterator[None]:
    """That something comes in sight, if only for a moment: watched for from before what brings it."""
    watching = asyncio.create_task(what.wait_for())
    try:
        yield
        await watching
    finally:
        watching.cancel()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_playground(tmp_path_factory.mktemp("page") / "data") as where:
        yield where


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium on this machine: the page is tested where there is one")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(timeout=PATIENCE_MS / 1000 + 15) as client:
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def bot(http: httpx.AsyncClient, address: str) -> Bot:
    bot = Bot(http, address)
    await bot.clear()
    return bot


@pytest.fixture
def people(http: httpx.AsyncClient, address: str) -> People:
    return People(http, address)


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, address: str) -> AsyncIterator[OpenPage]:
    """Opens the page in a window of its own, with the phones of the given people; fails on any error in the page."""
    errors: list[str] = []
    contexts = []

    async def open_with(*phones: int, size: tuple[int, int] = LAPTOP, address: str = address) -> Page:
        context = await browser.new_context(viewport={"width": size[0], "height": size[1]})
        contexts.append(context)
        if phones:
            remembered = f"""if (!localStorage.getItem("speeltuin.open")) {{
                localStorage.setItem("speeltuin.open", {json.dumps(json.dumps(phones))});
                localStorage.setItem("speeltuin.front", {json.dumps(json.dumps(phones[0]))});
            }}"""
            await context.add_init_script(remembered)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(address)
        await page.locator(".state", has_text="Live").wait_for()
        return page

    yield open_with

    for context in contexts:
        await context.close()
    assert errors == []
