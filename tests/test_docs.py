"""What the documentation promises is there, and what is there is documented."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from telegram.ext import CommandHandler, ConversationHandler

from bot import cli
from bot.settings import PREFIX, Settings
from domain.moves import RULES
from domain.quiet import next_open
from domain.time import add_working_days
from handlers import table
from handlers.menu import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram.ext import BaseHandler

    from domain.moves import Deed, Rule, Step

ROOT = Path(__file__).parent.parent
HANDLEIDING = (ROOT / "docs" / "handleiding.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)

# The words of the table under "Wie is aan zet"; what domain/moves.py adds needs words here first.
WAITS: dict[str, str] = {
    "admission": "een aanmelding op toelating",
    "half-finished": "een half ingevulde aanmelding",
    "price": "een andere prijs op akkoord",
    "round-closing": "een ronde waarvan de laatste dag voorbij is",
    "no-booking": "een intake die nog geboekt moet worden",
    "waiting-list": "iemand op de wachtlijst voor een intake",
    "intake-offer": "een vrijgekomen moment dat is aangeboden",
    "intake-outcome": "de uitkomst van een intake",
    "intake-change": "een verzoek om te verzetten of af te zeggen, na de uiterste dag",
    "joining-chat": "een deelnemer die nog niet in de groepschat is",
    "no-group": "een plaats in een groep",
    "group-without-leader": "een groep zonder begeleider",
    "leaving-costs": "de kosten van wie uit een groep ging",
    "out-of-office": "wie geen wethouder meer is en de cyclus wil afmaken",
    "municipality-clash": "twee uit één gemeente in een groep",
    "shortage": "een groep van minder dan zes: doorgaan of aanvullen",
    "filling-up": "een groep die wordt aangevuld: een nieuwkomer",
    "newcomer": "of een nieuwkomer past",
    "attendance": "wie er bij een bijeenkomst was",
    "poll": "een stemming over data of plaats",
    "proposal": "een voorstel uit een stemming",
    "first-date": "een groep zonder eerste datum",
    "session-place": "een bijeenkomst zonder plek",
    "host-asking": "een gastheer, vanaf zes weken voor de bijeenkomst",
    "host-answer": "het antwoord van een gastheer",
    "place-tie": "een plek waarover de stemmen staken, of niemand stemde",
    "hosts-drafted": "wie wanneer ontvangt: bevestigen",
    "rota": "het rooster van inbrengers",
    "below-quorum": "een bijeenkomst met te weinig mensen, vanaf 48 uur ervoor",
    "volunteer": "wie een casus heeft voor een bijeenkomst",
    "swap": "een gevraagde ruil",
    "swap-decision": "een ruil die een regel raakt",
}
OWNERS: dict[str, str] = {
    "coordinator": "coördinator",
    "participant": "wie zich aanmeldt of meedoet",
    "facilitator": "begeleider",
}
DEEDS: dict[str, str] = {
    "remind": "herinnering",
    "tell-coordinator": "de coördinator krijgt bericht",
    "tell-facilitator": "de begeleider krijgt bericht",
    "tell-person": "de deelnemer hoort waar het staat",
    "put-on-waiting-list": "de deelnemer komt op de wachtlijst",
    "lapse": "het vervalt, met bericht",
    "erase": "alles gewist, met bericht",
    "go-on": "de groep gaat zo door",
    "count-as-no": "wie niet antwoordde, telt als ‘past niet’",
    "ask": "de bot vraagt het",
    "ask-next": "een ander wordt gevraagd, met bericht",
    "central": "centraal; of het gemeentehuis met de kortste reis",
    "propose": "de stemming sluit, het beste wordt voorgesteld",
    "count-as-present": "wie zich niet had afgemeld, was er",
    "close": "de ronde sluit, de coördinator krijgt een overzicht",
}
OUTSIDE_QUIET = "dag, of het eerste uur buiten de stilte daarna"
PLURALS = {
    "werkdag": "werkdagen",
    "dag": "dagen",
    OUTSIDE_QUIET: "dagen, of het eerste uur buiten de stilte daarna",
    "uur": "uur",
}


def telegram_commands() -> set[str]:
    """Every command that a handler listens to."""
    groups = table.in_order(table.conversations()).values()
    return {command for group in groups for handler in group for command in commands_of(handler)}


def commands_of(handler: BaseHandler[Any, Any, Any]) -> Iterator[str]:
    if isinstance(handler, CommandHandler):
        yield from handler.commands
    if isinstance(handler, ConversationHandler):
        inner = [
            *handler.entry_points,
            *handler.fallbacks,
            *(each for state in handler.states.values() for each in state),
        ]
        for each in inner:
            yield from commands_of(each)


def whose_move() -> str:
    """The table under "Wie is aan zet", from the rules by which the bot acts."""
    return "\n".join(
        f"| {WAITS[kind]} | {OWNERS[rule.owner]} | {after} | {DEEDS[deed]} |"
        for kind, rule in RULES.items()
        for after, deed in steps_of(rule)
    )


def steps_of(rule: Rule) -> Iterator[tuple[str, Deed]]:
    """When each step is due, in words, and what happens then; equal deeds in a row together."""
    rows: list[tuple[list[tuple[int, str]], Deed]] = []
    for step in rule.steps:
        wait = wait_of(step)
        if not rows or rows[-1][1] is not step.deed or rows[-1][0][-1][1] != wait[1]:
            rows.append(([], step.deed))
        rows[-1][0].append(wait)
    for number, (waits, deed) in enumerate(rows):
        repeats = rule.repeat if number == len(rows) - 1 else None
        yield in_words(waits) + again_in_words(repeats), deed


def wait_of(step: Step) -> tuple[int, str]:
    """What takes longer over Easter is counted in working days; noon is far enough from any night."""
    easter, summer = datetime(2027, 3, 24, 10, 0, tzinfo=UTC), datetime(2027, 6, 16, 10, 0, tzinfo=UTC)
    wait = step.due(summer) - summer
    if step.due(easter) - easter != wait:
        if step.due(easter) == next_open(easter + wait):
            return wait.days, OUTSIDE_QUIET
        number = next(number for number in range(1, wait.days + 1) if add_working_days(summer, number) == summer + wait)
        assert add_working_days(easter, number) == step.due(easter)
        return number, "werkdag"
    return (wait // timedelta(hours=1), "uur") if wait % timedelta(days=1) else (wait.days, "dag")


def in_words(waits: list[tuple[int, str]]) -> str:
    """As in "3, 7 en 14 dagen"."""
    if waits == [(0, "dag")]:
        return "meteen"
    *before, last = [str(number) for number, _ in waits]
    assert len({unit for _, unit in waits}) == 1, f"these cannot be said in one breath: {waits}"
    unit = waits[-1][1]
    return (
        f"{', '.join(before)} en {last} {PLURALS[unit]}"
        if before
        else f"{last} {unit if last == '1' else PLURALS[unit]}"
    )


def again_in_words(repeat: timedelta | None) -> str:
    if repeat is None:
        return ""
    return ", daarna elke dag" if repeat.days == 1 else f", daarna elke {repeat.days} dagen"


def slug(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", [command.name or command.callback.__name__ for command in cli.app.registered_commands])  # type: ignore[union-attr] # a registered command has a callback
def test_every_command_of_the_command_line_is_documented(name: str) -> None:
    assert f"`intervisie {name}" in HANDLEIDING


@pytest.mark.parametrize("name", Settings.model_fields)
@pytest.mark.parametrize("page", [README, HANDLEIDING], ids=["README", "handleiding"])
def test_every_setting_is_documented(page: str, name: str) -> None:
    assert f"`{PREFIX}{name.upper()}`" in page


def test_no_setting_is_documented_that_is_none() -> None:
    mentioned = set(re.findall(rf"{PREFIX}[A-Z_]+", README + HANDLEIDING))

    assert mentioned == {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def test_every_telegram_command_is_documented_and_no_other() -> None:
    documented = set(re.findall(r"`/([a-z]+)`", HANDLEIDING))

    assert documented == telegram_commands()


def test_the_menus_show_only_commands_that_something_listens_to() -> None:
    assert {name for names in COMMANDS.values() for name in names} <= telegram_commands()


def test_the_table_of_whose_move_it_is_is_the_one_by_which_the_bot_acts() -> None:
    assert whose_move() in HANDLEIDING, f"docs/handleiding.md should have this table:\n{whose_move()}"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|    |=\d )make ([a-z]+)\b", README + HANDLEIDING))))
def test_what_can_be_made_can_be_made(target: str) -> None:
    assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        there = page.parent / path if path else page
        assert there.exists(), f"{page.name}: {link}"
        if anchor:
            assert anchor in map(slug, HEADING.findall(there.read_text("utf-8"))), f"{page.name}: {link}"


def test_the_changelog_says_what_comes_next() -> None:
    """What is not released yet stands on top, in sentences."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    unreleased = changelog.partition("## Unreleased\n")[2].partition("\n## ")[0]

    assert re.search(r"^- .+\.$", unreleased.strip(), re.MULTILINE | re.DOTALL)
