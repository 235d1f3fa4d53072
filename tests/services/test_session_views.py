"""What members and leaders see of their group and its sessions, in the words in which they see it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.municipality import Municipalities
from domain.place import HostingStatus
from domain.rota import Lineup
from messages import agenda
from messages.session import Reader
from services import session
from tests.services.rota_scene import NOW, RotaScene, set_rota_scene
from texts.language import LANGUAGES
from texts.speech import Texts

if TYPE_CHECKING:
    from messages.message import Message
    from storage.database import Database

TEXTS = Texts.load()
READER = Reader(TEXTS.speech("nl"), Municipalities.load(), NOW)


@pytest.fixture
async def scene(database: Database) -> RotaScene:
    """Marijke and Jeroen present in the second session, Fatima is the reserve, Koen is the host."""
    scene = await set_rota_scene(database)
    marijke, jeroen, fatima, koen = scene.people[:4]
    await scene.fixed(Lineup((marijke, jeroen), fatima))
    async with database.transaction() as work:
        await session.settle_place(work, scene.second, "GM0193", koen, NOW)
    return scene


async def agenda_of(scene: RotaScene, person_id: int) -> Message:
    person = await scene.database.reads.people.get(person_id)
    return agenda.agenda(READER, await scene.services.session_views.agenda(person, NOW), person)


def words(message: Message) -> list[str]:
    rows = () if message.keyboard is None else message.keyboard.rows
    return [button.text for row in rows for button in row]


async def test_a_member_reads_when_where_who_presents_and_what_to_do(scene: RotaScene) -> None:
    marijke, _, fatima, koen = scene.people[:4]

    to_presenter = (await agenda_of(scene, marijke)).html
    to_reserve = (await agenda_of(scene, fatima)).html
    to_host = (await agenda_of(scene, koen)).html

    assert "donderdag 11 maart, 13.00 tot 16.30 uur</b> · Zwolle" in to_presenter
    assert "Casussen: Marijke en Jeroen" in to_presenter
    assert "Jij brengt dan een casus in" in to_presenter
    assert "Jij bent dan reserve" in to_reserve
    assert "Jij bent dan gastheer" in to_host
    assert "12 januari" not in to_presenter


async def test_who_said_yes_to_hosting_can_say_from_the_agenda_how_it_is_arranged(scene: RotaScene) -> None:
    koen, fatima = scene.people[3], scene.people[2]
    before = await agenda_of(scene, koen)
    async with scene.database.transaction() as work:
        asked = await work.hostings.add(scene.second, koen, "GM0193", NOW)
        await work.hostings.save(asked.model_copy(update={"status": HostingStatus.ACCEPTED, "answered_at": NOW}))

    after = await agenda_of(scene, koen)

    assert not any("Ontvangst op" in each for each in words(before))
    assert any("Ontvangst op" in each for each in words(after))
    assert not any("Ontvangst op" in each for each in words(await agenda_of(scene, fatima)))


async def test_who_reported_absence_reads_that_and_no_duty(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        await work.attendance.report(scene.second, scene.marijke, NOW)

    told = (await agenda_of(scene, scene.marijke)).html

    assert "Je hebt je afgemeld" in told
    assert "Jij brengt dan een casus in" not in told


async def test_a_leader_reads_what_waits_and_has_a_button_for_the_next_step(scene: RotaScene) -> None:
    async with scene.database.transaction() as work:
        second = await work.sessions.get(scene.second)
        await session.move(work, second.id, second.starts_at + timedelta(days=7), NOW)

    before = await agenda_of(scene, scene.ellen)
    person = await scene.database.reads.people.get(scene.ellen)
    later = second.ends_at + timedelta(days=7, hours=1)
    its = await scene.services.session_views.agenda(person, later)
    after = agenda.agenda(Reader(READER.speech, READER.municipalities, later), its, person)

    assert "Jij bent aan zet" in before.html
    assert "zeggen wie er was" not in before.html
    assert "zeggen wie er was: /aanwezig (vóór zondag 21 maart, 16.30 uur)" in after.html
    assert "Wie was er?" in words(after)
    assert "Verzetten groep 1" in words(before)


async def test_nobody_sees_a_group_of_others(scene: RotaScene) -> None:
    for person_id in (scene.joost, scene.piet, scene.annelies):
        person = await scene.database.reads.people.get(person_id)

        assert await scene.services.session_views.plans_of(person, NOW) == []
        assert await scene.services.session_views.shared_goals(scene.group_id, person_id) is None
        assert await scene.services.session_views.led(scene.second, person_id) is None


async def test_members_read_only_the_goals_that_others_share_and_cannot_pass_them_on(scene: RotaScene) -> None:
    marijke, jeroen, fatima = scene.people[:3]
    async with scene.database.transaction() as work:
        await work.goals.add(marijke, "Mijn eigen leerpunt", NOW, shared=True)
        await work.goals.add(jeroen, "Rustig blijven in de raad", NOW, shared=True)
        await work.goals.add(jeroen, "Minder piekeren", NOW, shared=False)
        await work.goals.add(fatima, "Vaker nee zeggen", NOW, shared=False)

    shared = await scene.services.session_views.shared_goals(scene.group_id, marijke)
    to_leader = await scene.services.session_views.shared_goals(scene.group_id, scene.ellen)

    assert shared is not None
    told = agenda.shared_goals(READER, shared)
    assert "Rustig blijven in de raad" in told.html
    assert "Jeroen Bakker, Amersfoort" in told.html
    assert not any(each in told.html for each in ("piekeren", "nee zeggen", "Mijn eigen"))
    assert told.protect
    # Who leads the group reads goals elsewhere, as far as their owners allow.
    assert to_leader is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_one_person_is_waited_for_has_words(language: str) -> None:
    keys = TEXTS.speech("nl" if language == "nl" else "en").keys

    assert {f"agenda-todo-{kind}" for kind in agenda.TODO} <= keys
