"""The dates of a year: asked in the chat, answered there and in private, chosen together, and settled once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from domain.session import LENGTH
from domain.slot import Interval
from services.intake_uid import new_uid
from storage.cipher import MainKey
from storage.database import Database
from tests.journeys.grouped import gathers_in_chat

if TYPE_CHECKING:
    from playground.client import Group
    from tests.journeys.grouped import Gathered
    from tests.journeys.harness import Phone, Town

NONE = "Op geen van deze"


async def has_met(gathered: Gathered) -> None:
    """The first session was today."""
    town = gathered.town
    now = datetime.fromisoformat((await town.ask("GET", "/clock"))["now"])
    database = await Database.open(town.database, MainKey(town.key))
    try:
        async with database.transaction() as work:
            begins = now - timedelta(hours=2)
            await work.sessions.add(gathered.group_id, 1, 1, Interval(begins, begins + LENGTH), uid=new_uid(), at=now)
    finally:
        await database.close()


async def opens_the_poll(gathered: Gathered, chat: Group) -> None:
    """With bad input at every question, and few taps else."""
    ellen = gathered.ellen
    await ellen.within(chat).types("/planning")
    await ellen.sees("Wanneer heeft de raad reces?")
    await ellen.types("in de zomer")
    await ellen.sees("Daar herken ik geen periodes in", "Wanneer heeft de raad reces?")
    await ellen.types("19 juli t/m 29 augustus")
    await ellen.sees("gaan mee in de stemming")
    await ellen.taps("Datum toevoegen")
    await ellen.types("di 9 maart")
    await ellen.sees("Hoe laat begint het dan?")
    await ellen.taps("Terug")
    await ellen.taps("Stemming openen")
    await ellen.sees("De vraag staat in de groep")


async def vote_for_everything(phones: list[Phone], chat: Group, messages: list[dict[str, Any]]) -> None:
    for message in messages:
        dates = [option["text"] for option in message["poll"]["options"] if option["text"] != NONE]
        for phone in phones:
            await phone.within(chat).votes_under(message["message_id"], *dates)


async def test_a_group_settles_its_dates_with_votes_in_the_chat_and_in_private(town: Town) -> None:
    gathered, chat = await gathers_in_chat(town)
    # A basic group has no anonymous administrators.
    await chat.is_upgraded()
    await has_met(gathered)
    ellen, (marijke, *others) = gathered.ellen, gathered.members
    koen, willem = others[2], others[-1]

    # Telegram's answer gets lost, so the first poll is sent again, and stands there twice.
    await town.fault(kind="drop_after", method="sendPoll", times=1)
    await opens_the_poll(gathered, chat)

    # Votes are changed and taken back; the count is the bot's own.
    here = marijke.within(chat)
    twin, *shown = [message for message in await here.messages() if message["poll"]]
    polls = [message["poll"] for message in shown]
    assert [poll["question"][-7:] for poll in (twin["poll"], *polls)] == ["1 van 2", "1 van 2", "2 van 2"]
    await vote_for_everything([marijke, *others[:2], *others[3:-1]], chat, shown)
    # He takes the twin for the first.
    await vote_for_everything([koen], chat, [twin, shown[1]])
    await marijke.within(chat).votes(under=polls[0]["question"])
    await here.sees("6 van 8 hebben gestemd")
    await marijke.within(chat).votes(NONE, under=polls[0]["question"])
    await ellen.within(chat).votes(polls[0]["options"][0]["text"], under=polls[0]["question"])
    await chat.stays_anonymous()
    await ellen.within(chat).votes(polls[0]["options"][1]["text"], under=polls[0]["question"])
    await chat.stays_anonymous(anonymous=False)
    await here.sees("7 van 8 hebben gestemd")

    # The count is deleted in the chat, of which nobody tells the bot; sent again, every vote stands.
    count = next(each for each in reversed(await here.messages()) if "hebben gestemd" in (each["text"] or ""))
    await ellen.within(chat).deletes(count["message_id"])
    await willem.within(chat).votes(polls[0]["options"][0]["text"], under=polls[0]["question"])
    await koen.within(chat).votes(under=polls[1]["question"])
    await vote_for_everything([koen], chat, shown)
    await ellen.sees("vind mijn bericht bij de stemming niet meer terug")
    await ellen.taps("Stuur opnieuw in de groep")
    await here.sees("7 van 8 hebben gestemd")
    again = [message for message in await here.messages() if message["poll"]]
    assert [message["poll"]["is_closed"] for message in again[-4:]] == [True, True, False, False]
    await ellen.within(chat).deletes(again[-1]["message_id"])

    # Half way (at 22.00, so the next morning) only who has not voted hears of it, and answers there.
    await town.forward(days=3)
    await willem.sees("Mag ik nog even je antwoord?")
    await koen.sees_not("Mag ik nog even je antwoord?")
    for _ in polls[1]["options"][:-1]:
        await willem.taps("Kan")
    await here.sees("8 van 8 hebben gestemd, waarvan 1 via mij")
    await ellen.sees("de stemming is gesloten", "Voorstel 1", "Voorstel 2", "Voorstel 3")

    # Killed between closing and confirming, and confirmed twice: it is settled once.
    await town.kill_bot()
    await town.start_bot()
    await ellen.taps("Voorstel 1 vastleggen")
    await ellen.sees("Deze data vastleggen?")
    await ellen.taps("Ja, vastleggen")
    await ellen.sees("De data staan vast")
    await here.sees("De data staan vast", "Bijeenkomst 6")
    await ellen.forges("pln_ok:1:1.2.3.4.5")
    await ellen.sees("Deze stemming is al afgerond", "ma 30 augustus 13.00")
    await koen.forges("pln_ok:1:1.2.3.4.5")
    await koen.sees("het hoort bij een andere rol")
    assert len(town.rows("SELECT id FROM session WHERE status = 'planned'")) == 6
