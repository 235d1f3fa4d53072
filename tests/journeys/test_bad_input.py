"""Whatever people send, at every question, gets a fitting answer; the question stands, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.stories import registers

if TYPE_CHECKING:
    from tests.journeys.harness import Phone, Town

# How one comes from the welcome to each question: (question's words, what answers it).
COURSE = [
    ("In Telegram heet je", "tap:Ja, zo heet ik"),
    ("Van welke gemeente", "type:Amersfoort"),
    ("Voor welke partij", "tap:D66"),
    ("Welke portefeuilles", "tap:Zorg tap:Klaar"),
    ("Sinds welk jaar", "tap:2022"),
    ("Ben je lid", "tap:Ja"),
    ("Op welk e-mailadres", "type:koen@venlo.nl"),
    ("Meedoen kost", "tap:Akkoord"),
    ("Klopt dit?", ""),
]
ODD = {
    "a sticker": ("sticker", {}),
    "a photo": ("photo", {}),
    "a voice message": ("voice", {}),
    "a document": ("document", {}),
    "somebody's contact": ("contact", {}),
    "5,000 characters": ("messages", {"text": "a" * 4096}),
    "emoji only": ("messages", {"text": "👍🎉"}),
}
ASKED_IN_OTHER_WORDS = {"Van welke gemeente": "Typ je de naam nog eens"}


async def goes_on(phone: Phone, answer: str) -> None:
    for act in answer.replace(" tap:", "\ntap:").split("\n"):
        how, _, what = act.partition(":")
        await (phone.taps(what) if how == "tap" else phone.types(what))


async def test_everything_odd_at_every_question_is_answered_and_the_question_is_asked_again(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")

    for question, answer in COURSE:
        await koen.sees(question)
        for kind, (how, what) in ODD.items():
            before = town.rows("SELECT question, from_summary FROM conversation")
            await koen._act(how, dict(what))

            heard = (await koen.last())["text"]
            assert question in heard or ASKED_IN_OTHER_WORDS.get(question, question) in heard, (
                f"{kind} at {question!r} is answered by:\n{await koen.screen()}"
            )
            assert len(heard) > len(question), kind
            assert town.rows("SELECT question, from_summary FROM conversation") == before, kind
        if answer:
            await goes_on(koen, answer)

    assert town.rows("SELECT status FROM inbox WHERE status NOT IN ('done')") == []
    assert '"level": "error"' not in town.bot_log


async def test_html_is_shown_as_it_was_typed(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")
    await koen.taps("Anders")

    await koen.types("<b>Koen</b> & <i>Zoon</i>")
    await koen.types("Venlo")
    await koen.types("<script>alert('D66')</script>")
    await koen.taps("Zorg")
    await koen.taps("Klaar")
    await koen.taps("2022")
    await koen.taps("Ja")
    await koen.types("koen@venlo.nl")
    await koen.taps("Akkoord")

    await koen.sees("<b>Koen</b> & <i>Zoon</i>", "<script>alert('D66')</script>")


async def test_an_edited_message_is_no_answer_and_a_forwarded_one_is(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")
    await koen.taps("Ja, zo heet ik")
    await koen.types("Venlo")
    typed = next(m for m in reversed(await koen.messages()) if m["text"] == "Venlo")

    await koen.edits(typed["message_id"], "Goes")
    await koen.sees("lees ik niet als antwoord", "Voor welke partij")
    await koen.types("Lokaal Belang Noord", forwarded=True)

    await koen.sees("Welke portefeuilles")


async def test_a_double_tap_answers_once(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")
    question = await koen.last()
    data = question["inline_keyboard"][0][0]["callback_data"]

    await koen.taps("Ja, zo heet ik")
    await koen.forges(data, question["message_id"])

    await koen.sees("Deze knop hoort bij een vraag die al beantwoord is")
    assert town.rows("SELECT question FROM conversation") == [("municipality",)]


async def test_a_button_from_last_month_is_answered_calmly(town: Town) -> None:
    koen = await town.phone("Koen")
    await koen.starts()
    await koen.taps("Aanmelden")
    question = await koen.last()
    await koen.taps("Ja, zo heet ik")
    await town.forward(days=27)

    await koen.forges(question["inline_keyboard"][0][0]["callback_data"], question["message_id"])
    await koen.sees("Deze knop hoort bij een vraag die al beantwoord is")
    await town.forward(days=33)
    await koen.forges(question["inline_keyboard"][0][0]["callback_data"], question["message_id"])

    await koen.sees("Deze knop hoort bij een vraag die al beantwoord is")


async def test_somebody_elses_button_and_forged_data_do_nothing(town: Town) -> None:
    annelies = await town.coordinator()
    koen, sanne = await town.phone("Koen"), await town.phone("Sanne")
    await registers(koen, municipality="Venlo")
    card = next(m for m in reversed(await annelies.bot_messages()) if "Koen Hoekstra" in (m["text"] or ""))
    admit = next(b["callback_data"] for row in card["inline_keyboard"] for b in row if "Toelaten" in b["text"])
    await sanne.starts()

    for forged in [admit, "zzz", "begin", "resume:1:", "resume:999999999999999999:", ":", "\U0001f44d", "erase_ok:1:1"]:
        await sanne.forges(forged)
        assert (await sanne.last())["text"]

    assert town.rows("SELECT status FROM registration") == [("submitted",)]
    assert '"level": "error"' not in town.bot_log


@pytest.mark.parametrize("command", ["/ronde", "/aanmeldingen", "/invoeren", "/uitnodigen"])
async def test_a_person_who_is_nobody_can_do_nothing_but_register(town: Town, command: str) -> None:
    sanne = await town.phone("Sanne")
    await sanne.starts()

    await sanne.types(command)

    await sanne.sees("hoort bij een andere rol")
    assert town.rows("SELECT count(*) FROM round") == [(0,)]
    assert town.rows("SELECT count(*) FROM invitation") == [(0,)]


async def test_a_link_gives_one_role_to_one_person_and_is_stored_as_a_hash_only(town: Town) -> None:
    link = await town.intervisie("coordinator-link")
    token = link.partition("?start=u-")[2]
    annelies, sanne = await town.phone("Annelies"), await town.phone("Sanne")

    await annelies.follows(link)
    await sanne.follows(link)
    await sanne.starts("u-" + "x" * 32)

    await sanne.sees("Deze link ken ik niet")
    assert town.rows("SELECT count(*) FROM person WHERE role = 'coordinator'") == [(1,)]
    assert token.encode() not in town.database.read_bytes()
