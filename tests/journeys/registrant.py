"""Somebody who registers by reading the screen: looks what is asked, answers it, and presses again when nothing comes.

Unlike the journeys, which tell what a bot does with each act, this person knows only what stands on the screen. So any
number of them can register at once while the bot is killed, and each gets as far as a person would.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from domain.portfolios import Portfolio
from domain.registration import REQUIRED, SUPPLEMENT, Answers, NotWith, PartOfDay, Weekday

if TYPE_CHECKING:
    from tests.journeys.harness import Phone

Seen = dict[str, Any]
_NOTHING: tuple[Seen | None, str] = (None, "")
# Of the buttons with years; before it the year is typed.
OLDEST_BUTTON = 2020

LOOKS_EVERY = 0.06
AGAIN_AFTER = 3.0
LOOKS_UP_AFTER = 8.0
# A machine that does ten other things takes seconds to start the bot again.
WITHIN = 240.0


@dataclass(frozen=True)
class Plan:
    """What one person is going to answer, as typed and tapped, and as it is to be kept."""

    municipality: str
    municipality_code: str
    # Words of the button that says which one is meant, when it is asked.
    meant: str = "Ja"
    other_name: str | None = None
    party: str = "D66"
    party_typed: bool = False
    portfolios: tuple[tuple[str, Portfolio], ...] = (("Jeugd", Portfolio.YOUTH),)
    year: int = 2022
    member: bool = True
    email: str = "post@gemeente.nl"
    get: str = "Scherper worden in lastige gesprekken met de raad."
    bring: str = "Tien jaar ervaring in het sociaal domein."
    days: tuple[tuple[str, Weekday], ...] = (("dinsdag", Weekday.TUESDAY), ("donderdag", Weekday.THURSDAY))
    parts: tuple[tuple[str, PartOfDay], ...] = (("middag", PartOfDay.AFTERNOON),)
    secretariat: str = "secretariaat@gemeente.nl"
    billing: str = "Kostenplaats 4711"
    apart: tuple[str, str, str] | None = None

    def answers(self, telegram_name: str, phone_number: str) -> Answers:
        """As the database should hold them in the end."""
        return Answers(
            answered=frozenset({*REQUIRED, *SUPPLEMENT}),
            name=self.other_name or telegram_name,
            municipality_code=self.municipality_code,
            party=self.party,
            portfolios=tuple(each for each in Portfolio if each in {portfolio for _, portfolio in self.portfolios}),
            in_office_since=self.year,
            member=self.member,
            email=self.email,
            motivation_get=self.get,
            motivation_bring=self.bring,
            travel_minutes=60,
            weekdays=tuple(day for _, day in self.days),
            parts_of_day=tuple(part for _, part in self.parts),
            phone=phone_number,
            secretariat_email=self.secretariat,
            billing_reference=self.billing,
            not_with=(NotWith(municipality_code=self.apart[1], name=self.apart[2]),) if self.apart else (),
        )


@dataclass(frozen=True)
class Act:
    """What to do now: press a button, type, or share the own number."""

    press: str = ""
    text: str = ""


@dataclass(frozen=True)
class Tick:
    """Tick these boxes, turning the page for those that are not on this one; then "Klaar"."""

    boxes: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class PressIfThere:
    """Press this button; when it is not there, all is done."""

    words: str


SHARE = Act()
LOOK = Act(text="/mijn")
LOOKED = "looked"
# Said in answer to whatever was done while nothing was asked, when its own answer was perhaps lost.
INTERRUPTED = "werd ik even onderbroken"
# What one sees who looks.
STANDINGS = ("Je bent nog niet aangemeld", "Je aanmelding is nog niet klaar", "Waar je staat")
# These lead to the question of now: what is asked below them has not been answered by anything said before.
GO_ON = ("Verder gaan", "Aanvullen")
DONE = Act(press="nothing more")


def reading(plan: Plan) -> dict[str, Act | Tick | PressIfThere]:
    """What may stand on the screen, and what this person does about it; the first that fits."""
    return {
        "Dank je, dat is alles": DONE,
        INTERRUPTED: LOOK,
        "Hier meld je je aan": Act(press="Aanmelden"),
        "Je bent nog niet aangemeld": Act(press="Aanmelden"),
        "Je aanmelding is nog niet klaar": Act(press="Verder gaan"),
        "Zullen we verdergaan": Act(press="Verder gaan"),
        "In Telegram heet je": Act(press="Anders" if plan.other_name else "Ja, zo heet ik"),
        "Typ je voor- en achternaam": Act(text=plan.other_name or ""),
        "Van welke gemeente": Act(text=plan.municipality),
        "Bedoel je": Act(press=plan.meant),
        "elke is het": Act(press=plan.meant),
        "Voor welke partij": Act(text=plan.party) if plan.party_typed else Act(press=plan.party),
        "Welke portefeuilles": Tick(plan.portfolios),
        "Sinds welk jaar": Act(press=str(plan.year)) if plan.year >= OLDEST_BUTTON else Act(text=str(plan.year)),
        "Ben je lid": Act(press="Ja" if plan.member else "Nee"),
        "Op welk e-mailadres": Act(text=plan.email),
        "Bijna klaar": Act(press="Akkoord"),
        "Klopt dit?": Act(press="Klopt, ik meld me aan"),
        "je aanmelding is binnen": Act(press="Nu aanvullen"),
        "Waar je staat": PressIfThere("Aanvullen"),
        "Wat kom je halen": Act(text=plan.get),
        "wat kom je brengen": Act(text=plan.bring),
        "Hoe lang wil je hooguit reizen": Act(press="1 uur"),
        "Wanneer passen": Tick((*plan.days, *plan.parts)),
        "Op welk nummer": SHARE,
        "Wie houdt je agenda bij": Act(text=plan.secretariat),
        "op de factuur zien": Act(text=plan.billing),
        "Zit je liever niet": Act(text=plan.apart[0]) if plan.apart else Act(press="Niemand"),
        "Typ de naam.": Act(text=plan.apart[2] if plan.apart else ""),
        "Nog iemand?": Act(press="Klaar"),
    }


def _act_on(seen: Seen, rule: Act | Tick | PressIfThere) -> Act:
    here = _buttons(seen)
    match rule:
        case PressIfThere(words=words):
            return Act(press=words) if words in here else DONE
        case Tick(boxes=boxes):
            wanted = [words for words, _ in boxes]
            if unticked := [words for words in wanted if words in here]:
                return Act(press=unticked[0])
            # A box of another page is neither here nor ticked here; back on the first page, all are done.
            elsewhere = [words for words in wanted if f"✓ {words}" not in here]
            return Act(press="Volgende") if elsewhere and "Volgende" in here else Act(press="Klaar")
        case _:
            return rule


def _is_said(rule: Act | Tick | PressIfThere) -> bool:
    return isinstance(rule, Act) and not rule.press and rule != LOOK


def _buttons(message: Seen) -> list[str]:
    return [button["text"] for row in message["inline_keyboard"] for button in row]


@dataclass
class Registrant:
    """One person with a plan. `registers` ends when the screen says that all is done."""

    phone: Phone
    plan: Plan
    link: str
    # The messages in which each question was asked.
    asked_in: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _acted_at: dict[tuple[Any, ...], float] = field(default_factory=dict)
    _screen: tuple[Any, ...] = ()
    _screen_since: float = 0.0
    _said: set[tuple[str, Act]] = field(default_factory=set)
    _up_to_date: bool = False
    _acts_on: Counter[str] = field(default_factory=Counter)
    _last_acted_on: str = ""
    # On which question the act was that first led to another.
    _led_here: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As entered."""
        return self.plan.other_name or self.phone.name

    @property
    def answers(self) -> Answers:
        """As the database should hold them in the end."""
        return self.plan.answers(self.phone.name, self.phone.number)

    async def registers(self) -> None:
        """Raises TimeoutError with what is on the screen."""
        try:
            async with asyncio.timeout(WITHIN):
                await self._post("start", {"payload": self.link.partition("?start=")[2]})
                while not await self._look_and_act():
                    await asyncio.sleep(LOOKS_EVERY)
        except TimeoutError:
            raise TimeoutError(f"{self.phone.name} does not get on:\n{await self.phone.screen(8)}") from None

    async def _look_and_act(self) -> bool:
        seen, question = self._lowest_question(await self.phone.messages())
        if seen is None:
            return await self._wonder()
        self._led_here.setdefault(question, self._last_acted_on)
        rule = reading(self.plan)[question]
        act = _act_on(seen, rule)
        if act is DONE:
            return True
        if _is_said(rule) and (question, act) in self._said and not self._up_to_date:
            # Asked again: was the answer lost, or the question late? Words said twice would answer the next question.
            act = LOOK
        if self._is_time_for(act, question, seen):
            if _is_said(act):
                self._said.add((question, act))
            await self._carry_out(act, seen, question)
        return False

    def acts_that_may_ask(self, question: str) -> int:
        """How many acts of this person may have been answered with this question: one at the least."""
        if question == INTERRUPTED:
            # Whatever was done while nothing was asked is answered so, when its own answer was perhaps lost.
            return max(1, sum(self._acts_on.values()))
        if question in STANDINGS:
            return max(1, self._acts_on[LOOKED])
        going_on = sum(self._acts_on[standing] for standing in STANDINGS)
        return max(1, self._acts_on[self._led_here.get(question, "")] + self._acts_on[question] + going_on)

    async def _wonder(self) -> bool:
        """Nothing is asked: for a moment that is as it should be, after a while one asks where one is."""
        if self._is_time_for(LOOK, "", {"message_id": 0, "inline_keyboard": []}):
            await self._carry_out(LOOK, {}, "")
        return False

    def _lowest_question(self, messages: list[Seen]) -> tuple[Seen | None, str]:
        """What is asked at the bottom of the screen; nothing when this person has typed an answer below it."""
        rules, found = reading(self.plan), _NOTHING
        for message in messages:
            text = message["text"] or ""
            phrase = next((phrase for phrase in rules if phrase in text), None)
            if phrase is not None and not message["outgoing"]:
                self.asked_in[phrase].add(message["message_id"])
                found = (message, phrase)
        last_said = max((message["message_id"] for message in messages if message["outgoing"]), default=0)
        seen, phrase = found
        if seen is not None and _is_said(rules[phrase]) and seen["message_id"] < last_said:
            return _NOTHING
        return found

    def _is_time_for(self, act: Act, question: str, seen: Seen) -> bool:
        """At once for what was not done yet; for what was, and to look, only when nothing has happened for a while."""
        now, screen = time.monotonic(), (seen["message_id"], *_buttons(seen))
        if screen != self._screen:
            self._screen, self._screen_since = screen, now
        here = (question, act, *_buttons(seen))
        last = max(self._acted_at.get(here, 0.0), self._screen_since)
        patience = LOOKS_UP_AFTER if act is LOOK else AGAIN_AFTER
        if (act is LOOK or here in self._acted_at) and now - last < patience:
            return False
        self._acted_at[here] = now
        return True

    async def _carry_out(self, act: Act, seen: Seen, question: str) -> None:
        if act is LOOK:
            self._acts_on[LOOKED] += 1
        else:
            self._acts_on[question] += 1
            self._last_acted_on = question
            self._up_to_date = act.press in GO_ON
        if act.press:
            await self._press(seen, act.press)
        elif act.text:
            await self._post("messages", {"text": act.text})
        else:
            await self._post("contact", {})

    async def _press(self, seen: Seen, words: str) -> None:
        body = {"message_id": seen["message_id"], "text": words}
        answer = await self.phone.town.http.post(f"{self.phone.path}/taps", json=body)
        # The button may have gone while the thumb was on its way.
        assert answer.status_code in {200, 404}, answer.text

    async def _post(self, what: str, body: dict[str, Any]) -> None:
        await self.phone.town.ask("POST", f"{self.phone.path}/{what}", body)
