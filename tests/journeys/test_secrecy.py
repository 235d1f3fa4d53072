"""Words planted wherever people can type are found nowhere but on the screens they were meant for."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from domain.outbox import Kind
from domain.registration import REQUIRED, SUPPLEMENT, Registration
from storage.cipher import MainKey, seal_for
from storage.database import Database
from storage.registration import ANSWERS
from tests.journeys.harness import TOKEN, Town, free_port
from tests.journeys.telltale import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.journeys.harness import Phone

# One story for all: whoever runs tests side by side gives them to one worker (--dist loadgroup).
pytestmark = [pytest.mark.xdist_group("secrecy"), pytest.mark.timeout(300)]
TELLTALE = "tests.journeys.telltale"
# Birds that no text of ours mentions, and figures that nothing else has.
PLANTED = (
    *("Pimpelmees", "Goudplevier", "goudhaantje", "Appelvink", "Kwartelkoning", "Roerdomp", "Grutto", "woudaap"),
    *("Tapuit", "Kluut", "612340987", "blauwborst", "Slobeend", "Wielewaal", "Zomertortel", "Nachtegaal", "IJsvogel"),
    *("Steenuil", "Velduil", "Oeverloper", "Boomvalk", "karekiet", "Houtsnip", "Draaihals", "Baardman", "🦚"),
)
LONG = "Zomertortel " * 341


@dataclass(frozen=True)
class Found:
    """What somebody finds who looks everywhere but on the screens it was meant for."""

    files_while_running: dict[str, bytes]
    files_after: dict[str, bytes]
    log: str
    # What the commands of the operator print.
    listing: str
    outbox: str
    remembered: dict[str, list[Any]]
    told_to_office: str
    told_to_unlucky: str
    # The answers as whoever has the key reads them.
    kept: Registration
    key: str
    # What Telegram has of it all: there everything may be read.
    telegram: bytes


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def found(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Found]:
    """A town in which every word is said, an error occurs, a backup is made and the bot is stopped."""
    town = Town(tmp_path_factory.mktemp("secrecy"), free_port())
    try:
        await town.open("--now", "2027-01-12T09:00:00Z", "--no-limits")
        await town.start_bot(settings={"INTERVISIE_PACING": "false", "INTERVISIE_LOG_LEVEL": "debug"}, module=TELLTALE)
        annelies = await town.coordinator()
        person = await town.newcomer("Pimpelmees", "Goudplevier", username="goudhaantje", phone_number="+31612340987")
        await _works(annelies)
        await _registers(person)
        await _completes(person)
        await _says_what_nobody_asked(person)
        await _declines(annelies)
        unlucky = await town.phone("Jeroen")
        await _goes_wrong(town, unlucky)
        yield await _look_everywhere(town, annelies, unlucky)
    finally:
        await town.close()


async def _look_everywhere(town: Town, annelies: Phone, unlucky: Phone) -> Found:
    told_to_office, told_to_unlucky = (await annelies.last())["text"], (await unlucky.last())["text"]
    listing = await town.intervisie("backup") + await town.intervisie("doctor")
    files, outbox, kept = _files_of(town.folder), str(town.rows("SELECT * FROM outbox")), await _answers_in(town)
    await town.stop_bot()
    return Found(
        files_while_running=files,
        files_after=_files_of(town.folder),
        log=town.bot_log,
        listing=listing,
        outbox=outbox,
        remembered=json.loads((town.folder / REMEMBERED).read_text("utf-8")),
        told_to_office=told_to_office,
        told_to_unlucky=told_to_unlucky,
        kept=kept,
        key=town.key,
        telegram=b"".join(path.read_bytes() for path in (town.folder / "playground").glob("*.sqlite3*")),
    )


async def _answers_in(town: Town) -> Registration:
    (person_id,) = town.rows("SELECT person_id FROM registration WHERE status = 'declined'")[0]
    database = await Database.open(town.database, MainKey(town.key))
    try:
        registration = await database.reads.registrations.latest_of(person_id)
    finally:
        await database.close()
    assert registration is not None
    return registration


async def _works(annelies: Phone) -> None:
    await annelies.types("/ronde")
    await annelies.types("Ronde Velduil")
    await annelies.types("over 4 weken")
    await annelies.types("24")
    await annelies.taps("Openen")
    await annelies.sees("Ronde Velduil")
    await annelies.types("/invoeren")
    await annelies.types("Boomvalk Jansen")
    await annelies.types("Utrecht")
    await annelies.types("karekiet@gemeente.nl")
    await annelies.taps("Maak de link")
    await annelies.sees("persoonlijke link voor Boomvalk Jansen")


async def _registers(person: Phone) -> None:
    await person.starts()
    await person.taps("Aanmelden")
    await person.taps("Anders")
    await _mistakes(person)
    await person.types("Appelvink de Vries")
    await person.types("Kwartelkoning")
    await person.types("Amersfoort")
    await person.types("Partij Roerdomp")
    await person.types("Zaken rond de Grutto")
    await person.taps("Klaar")
    await person.taps("2022")
    await person.taps("Ja")
    await person.types("woudaap@")
    await person.types("woudaap@gemeente.nl")
    await person.taps("Akkoord")
    await person.sees("Appelvink de Vries", "Partij Roerdomp", "Grutto", "woudaap@gemeente.nl")
    await person.taps("Klopt, ik meld me aan")


async def _mistakes(person: Phone) -> None:
    await person.sends("sticker", emoji="🦚")
    await person.types(LONG)
    await person.sends("photo", caption="IJsvogel")
    await person.sends("document", caption="Steenuil", name="Steenuil.txt")
    await person.sends("voice")
    await person.types("Nachtegaal " * 30)
    await person.edits((await person.messages())[-2]["message_id"], "Nachtegaal, maar dan anders")
    await person.types("Draaihals " * 20, forwarded=True)


async def _completes(person: Phone) -> None:
    await person.taps("Nu aanvullen")
    await person.types("Ik kom een Tapuit halen")
    await person.types("Ik breng een Kluut mee")
    await person.taps("1 uur")
    await person.taps("dinsdag")
    await person.taps("middag")
    await person.taps("Klaar")
    await person.shares_contact()
    await person.types("blauwborst@gemeente.nl")
    await person.types("Kenmerk Slobeend 7")
    await person.types("Utrecht")
    await person.types("Wielewaal Pietersen")
    await person.taps("Klaar")
    await person.sees("dat is alles")


async def _says_what_nobody_asked(person: Phone) -> None:
    await person.types("En dan nog iets over de Baardman")
    await person.types("/baardman Baardman")
    await person.forges("Baardman:1")


async def _declines(annelies: Phone) -> None:
    await annelies.taps("Afwijzen")
    await annelies.types("Omdat de Oeverloper er al is")
    await annelies.taps("Versturen")


async def _goes_wrong(town: Town, unlucky: Phone) -> None:
    """A handler fails in the worst way: with an error whose own words quote what a person wrote."""
    await unlucky.starts()
    await unlucky.taps("Aanmelden")
    await unlucky.taps("Ja, zo heet ik")
    database = await Database.open(town.database, MainKey(town.key))
    try:
        person = await database.reads.people.by_telegram(unlucky.id)
        assert person is not None
        registration = await database.reads.registrations.live_of(person.id)
        assert registration is not None
        unexpected = {**registration.answers.model_dump(mode="json"), "bird": "Houtsnip"}
        sealed = seal_for(await database.reads.people.key_of(person.id), json.dumps(unexpected), ANSWERS)
    finally:
        await database.close()
    with closing(sqlite3.connect(town.database, isolation_level=None)) as connection:
        connection.execute("UPDATE registration SET answers_sealed = ? WHERE id = ?", (sealed, registration.id))
    await unlucky.types("Houtsnip de Tweede")


def test_every_word_was_said(found: Found) -> None:
    assert [word for word in PLANTED if not _readable(word, found.telegram)] == []


def test_nothing_is_readable_in_the_database_its_log_of_writes_or_a_backup(found: Found) -> None:
    everything = [*found.files_while_running.items(), *found.files_after.items()]

    readable = [(word, name) for name, content in everything for word in PLANTED if _readable(word, content)]

    assert readable == []
    assert {"intervisie.db", "intervisie.db-wal"} <= found.files_while_running.keys()
    assert any(name.startswith("backups") for name in found.files_after)


def test_the_logs_say_nothing_of_what_people_wrote_nor_the_token_nor_the_key(found: Found) -> None:
    assert '"event": "started"' in found.log
    assert [word for word in PLANTED if _readable(word, found.log.encode())] == []
    secrets = (TOKEN, TOKEN.partition(":")[2], found.key)
    assert [secret for secret in secrets if secret in found.log + found.listing] == []


def test_the_operators_commands_say_nothing_of_people(found: Found) -> None:
    assert "Backup written" in found.listing
    assert [word for word in PLANTED if _readable(word, found.listing.encode())] == []


def test_an_error_tells_its_code_to_the_office_and_to_the_log_and_nothing_else(found: Found) -> None:
    errors = [event for event in map(_event, found.log.splitlines()) if event.get("event") == "update_raised"]

    assert [error["error"] for error in errors] == ["ValidationError"]
    assert errors[0]["error_id"] in found.told_to_unlucky
    assert errors[0]["error_id"] in found.told_to_office
    said = found.told_to_unlucky + found.told_to_office
    assert [word for word in PLANTED if _readable(word, said.encode())] == []


def test_the_outbox_holds_kinds_and_ids_only(found: Found) -> None:
    assert Kind.DECLINED in found.outbox
    assert [word for word in PLANTED if _readable(word, found.outbox.encode())] == []


def test_the_library_remembers_nobody(found: Found) -> None:
    assert found.remembered == {"user_data": [], "chat_data": []}


def test_every_question_was_answered_with_a_planted_word_where_words_can_be(found: Found) -> None:
    kept = found.kept.model_dump_json()
    in_words = "Appelvink Roerdomp Grutto woudaap Tapuit Kluut 612340987 blauwborst Slobeend Wielewaal Oeverloper"

    assert found.kept.answers.answered >= {*REQUIRED, *SUPPLEMENT}
    assert [word for word in in_words.split() if word not in kept] == []


def _files_of(folder: Path) -> dict[str, bytes]:
    """The database, the log of its writes, and the backups."""
    paths = [path for path in folder.rglob("*.db*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _readable(word: str, content: bytes) -> bool:
    """As it stands in any of the ways in which text is written down, whatever its capitals."""
    content = content.lower()
    forms = (word.lower(), json.dumps(word.lower()).strip('"'))
    return any(form.encode(code) in content for form in forms for code in ("utf-8", "utf-16-le"))


def _event(line: str) -> dict[str, Any]:
    """A line of the log; what is no event of ours has none."""
    return dict(json.loads(line)) if line.startswith("{") else {}
