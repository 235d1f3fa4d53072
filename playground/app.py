"""The application: the Bot API, the people, the clock, faults and limits, and the page, on one port."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from playground.bot_api import BotApi
from playground.control_routes import control_routes
from playground.errors import PersonError
from playground.group_routes import group_routes
from playground.openapi import description
from playground.people_routes import people_routes
from playground.story_routes import story_routes
from playground.voting import close_what_is_due, next_closing, watch_polls
from playground.world import World

STATIC = Path(__file__).parent / "static"
ALWAYS_FRESH = {"Cache-Control": "no-cache"}


def create_app(world: World) -> ASGIApp:
    """The whole playground as one ASGI application; it closes `world` when the server stops."""
    world.clock.also_visit(lambda: next_closing(world), lambda: close_what_is_due(world))
    bot_api = BotApi(world)
    site = _site(world)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        # Not a route: the bot's calls are the hot path, and a token may hold what a route does not match.
        if scope["type"] == "http" and bot_api.claims(scope["path"]):
            await bot_api(scope, receive, send)
        else:
            await site(scope, receive, send)

    return application


def _site(world: World) -> Starlette:
    routes: list[BaseRoute] = [
        Route("/", _page),
        Route("/openapi.json", _openapi),
        *people_routes(world),
        *group_routes(world),
        *control_routes(world),
        *story_routes(world),
    ]
    if STATIC.is_dir():
        routes.append(Mount("/static", _FreshFiles(directory=STATIC)))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch_polls(world))
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        world.close()

    return Starlette(
        routes=routes, lifespan=lifespan, exception_handlers={PersonError: _refusal, HTTPException: _no_such_route}
    )


class _FreshFiles(StaticFiles):
    """Files that a browser asks for again after each change of the page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(ALWAYS_FRESH)
        return response


async def _page(_: Request) -> Response:
    page = STATIC / "index.html"
    if page.is_file():
        return FileResponse(page, headers=ALWAYS_FRESH)
    return PlainTextResponse("The playground runs, but its page (playground/static/index.html) is missing.")


async def _openapi(_: Request) -> Response:
    return JSONResponse(description())


async def _no_such_route(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    sentence = f"{request.method} {request.url.path}: {error.detail}."
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)


async def _refusal(_: Request, error: Exception) -> Response:
    if not isinstance(error, PersonError):
        raise error
    return JSONResponse({"error": error.sentence}, error.status)
