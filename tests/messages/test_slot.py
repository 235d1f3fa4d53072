"""What a facilitator sees of slots stays within Telegram's limits, and says what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.person import Person, Role
from domain.slot import Interval, Layout, LeftOut, Medium, Omission, PatternFault, Selection, Slot, SlotRules
from domain.slot_draft import SlotDraft, SlotQuestion
from messages import slot, slot_overview
from messages.slot import SlotScreen
from texts.buttons import LONGEST_DATA
from texts.language import LANGUAGES
from texts.speech import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from messages.message import Message
    from messages.slot_views import Talk
    from texts.language import Language

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
TEXTS = Texts.load()
LONGEST_MESSAGE = 4_096
PATTERN = SlotDraft(
    single=False,
    weekdays=frozenset({0, 2}),
    first=date(2027, 1, 18),
    last=date(2027, 1, 29),
    starts=time(9),
    until=time(12),
    pause_asked=True,
    medium=Medium.VIDEO,
    link="https://teams.microsoft.com/42",
)


@dataclass(frozen=True)
class Laid:
    layout: Layout
    fault: PatternFault | None = None


@dataclass(frozen=True)
class Turn:
    question: SlotQuestion | None
    draft: SlotDraft = PATTERN
    rules: SlotRules = SlotRules()  # noqa: RUF009 - frozen
    preview: Laid | None = None
    last_link: str | None = None


@dataclass(frozen=True)
class Taken:
    booking: object
    slot: Slot
    person: Person
    facilitator: Person
    request: None = None


@dataclass(frozen=True)
class View:
    slot: Slot
    card: Talk | None = None
    offer: object | None = None


@dataclass(frozen=True)
class Withdrawal:
    slots: tuple[Slot, ...]
    cancelled: Sequence[Talk]
    outcome: str = "withdrawn"


def a_slot(number: int, starts_at: datetime) -> Slot:
    ends_at = starts_at + timedelta(minutes=45)
    return Slot(
        id=number,
        facilitator_id=1,
        starts_at=starts_at,
        ends_at=ends_at,
        medium=Medium.PHONE,
        link=None,
        withdrawn_at=None,
    )


def named(name: str) -> Person:
    return Person(id=2, telegram_id=2, role=Role.PARTICIPANT, language="nl", name=name, reachable=True)


def taken(of: Slot, name: str) -> Talk:
    return Taken(None, of, named(name), named("Ellen Vos"))  # type: ignore[return-value] # the booking is not shown here


def screen(question: SlotQuestion, language: Language = "nl", **turn: object) -> SlotScreen:
    return SlotScreen(TEXTS.speech(language), Turn(question, **turn), NOW)  # type: ignore[arg-type] # fields of a turn


def datas(message: Message) -> list[str]:
    assert message.keyboard is not None
    return [button.data.encode() for row in message.keyboard.rows for button in row if button.data is not None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", SlotQuestion)
def test_every_question_has_words_and_buttons_that_fit(question: SlotQuestion, language: Language) -> None:
    message = slot.question(screen(question, language))

    assert message.html
    assert max(map(len, datas(message))) <= LONGEST_DATA


def test_what_was_chosen_stands_above_the_next_question() -> None:
    message = slot.question(screen(SlotQuestion.MEDIUM, draft=PATTERN.model_copy(update={"medium": None})))

    assert "ma en wo · ma 18 jan t/m vr 29 jan · 9.00–12.00 · 45 minuten, 15 ertussen" in message.html


def test_the_preview_shows_a_week_with_what_is_left_out_and_why() -> None:
    monday = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)
    slots = tuple(Interval(monday + timedelta(hours=at), monday + timedelta(hours=at, minutes=45)) for at in range(3))
    omissions = (
        Omission(date(2027, 3, 26), None, LeftOut.PUBLIC_HOLIDAY),
        Omission(date(2027, 3, 28), time(2, 30), LeftOut.MISSING_HOUR),
    )

    message = slot.question(screen(SlotQuestion.PREVIEW, preview=Laid(Layout(slots=slots, left_out=omissions))))

    assert "<b>3 momenten</b>" in message.html
    assert "ma 22 mrt: 9.00 · 10.00 · 11.00" in message.html
    assert "vr 26 mrt: een feestdag" in message.html
    assert "zo 28 mrt, 2.30: dat uur bestaat die nacht niet" in message.html
    assert "slt_publish" in datas(message)


@pytest.mark.parametrize("fault", PatternFault)
def test_a_pattern_that_is_wrong_says_how_and_cannot_be_published(fault: PatternFault) -> None:
    message = slot.question(screen(SlotQuestion.PREVIEW, preview=Laid(Layout(slots=(), left_out=()), fault)))

    assert "slt_publish" not in datas(message)
    assert "slt_change:" in datas(message)


def test_the_fullest_preview_fits_a_message() -> None:
    first = datetime(2027, 1, 18, 6, 0, tzinfo=UTC)
    starts = [first + timedelta(days=day, minutes=10 * at) for day in range(7) for at in range(42)]
    slots = tuple(Interval(each, each + timedelta(minutes=10)) for each in starts)
    omissions = tuple(Omission(date(2027, 1, 18), time(2, at), LeftOut.MISSING_HOUR) for at in range(60))

    message = slot.question(screen(SlotQuestion.PREVIEW, preview=Laid(Layout(slots=slots, left_out=omissions))))

    assert len(message.html) < LONGEST_MESSAGE
    assert "… en nog 52" in message.html


def test_a_week_full_of_long_names_fits_a_message_and_escapes_them() -> None:
    start = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
    slots = [a_slot(at, start + timedelta(hours=at)) for at in range(100)]
    views = [View(each, taken(each, "<b>" + "W" * 25)) for each in slots]

    message = slot_overview.overview(TEXTS.speech("nl"), views, date(2027, 1, 18), NOW)

    assert len(message.html) < LONGEST_MESSAGE + 60 * 10
    assert "&lt;b&gt;" in message.html
    assert message.protect


def test_free_taken_and_offered_slots_are_told_apart_in_words() -> None:
    start = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
    slots = [a_slot(at, start + timedelta(hours=at)) for at in range(3)]
    views = [View(slots[0]), View(slots[1], taken(slots[1], "Jeroen Visser")), View(slots[2], offer=object())]

    message = slot_overview.overview(TEXTS.speech("nl"), views, date(2027, 1, 18), NOW)

    assert "9.00 telefoon: vrij" in message.html
    assert "10.00 telefoon: Jeroen Visser" in message.html
    assert "11.00 telefoon: aangeboden van de wachtlijst" in message.html


def test_before_withdrawing_it_is_said_who_had_booked_and_the_button_carries_how_many() -> None:
    start = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
    slots = tuple(a_slot(at, start + timedelta(hours=at)) for at in range(2))
    day = Selection.day(date(2027, 1, 18))

    message = slot_overview.withdrawal(
        TEXTS.speech("nl"), day, Withdrawal(slots, [taken(slots[1], "Jeroen Visser")]), NOW
    )

    assert "2 momenten op maandag 18 januari" in message.html
    assert "Eén gesprek gaat dan niet door" in message.html
    assert "ma 18 jan, 10.00: Jeroen Visser" in message.html
    assert "slt_wd_ok::2027-01-18:2027-01-18:1" in datas(message)


def test_what_changed_since_it_was_said_is_said_again() -> None:
    slots = (a_slot(1, datetime(2027, 1, 18, 8, 0, tzinfo=UTC)),)

    message = slot_overview.withdrawal(TEXTS.speech("nl"), Selection.one(1), Withdrawal(slots, [], "changed"), NOW)

    assert message.html.startswith("Er is net iets veranderd")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_set_to_values_that_the_rules_allow(language: Language) -> None:
    for rule, values in slot_overview.RULE_VALUES.items():
        message = slot_overview.rule_question(TEXTS.speech(language), SlotRules(), rule)

        assert len(datas(message)) == len(values) + 1
        for value in values:
            assert getattr(SlotRules.model_validate({rule.value: value}), rule) == value
