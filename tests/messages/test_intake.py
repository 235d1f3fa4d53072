"""What a facilitator sees of intakes: how to reach people, what can be done, within Telegram's limits, protected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.booking import Booking, BookingStatus, ChangeRequest, IntakeOutcome, RequestStatus, Wish
from domain.municipality import Municipalities
from domain.person import Person, Role
from domain.registration import Answers, Registration, Status
from domain.slot import Medium, Slot
from messages import intake, intake_outcome, intake_told
from messages.intake import Desk
from messages.message import Attachment, Message
from texts.buttons import LONGEST_DATA
from texts.language import LANGUAGES, Language
from texts.speech import Texts

NOW = datetime(2027, 1, 18, 7, 0, tzinfo=UTC)
TEXTS, MUNICIPALITIES = Texts.load(), Municipalities.load()
LONGEST_MESSAGE, LONGEST_CAPTION = 4_096, 1_024
MONDAY = date(2027, 1, 18)
ELLEN = Person(id=1, telegram_id=1, role=Role.FACILITATOR, language="nl", name="Ellen Vos", reachable=True)
JEROEN = Person(id=2, telegram_id=2, role=Role.PARTICIPANT, language="nl", name="Jeroen Visser", reachable=True)
SLOT = Slot(
    id=5,
    facilitator_id=1,
    starts_at=NOW + timedelta(hours=1),
    ends_at=NOW + timedelta(hours=1, minutes=45),
    medium=Medium.PHONE,
    link=None,
    withdrawn_at=None,
)
BOOKING = Booking(
    id=7,
    slot_id=5,
    person_id=2,
    status=BookingStatus.BOOKED,
    uid="6f1c",
    sequence=0,
    person_coming_at=None,
    facilitator_coming_at=None,
    free_to_move=False,
    outcome=None,
    outcome_reason=None,
    outcome_at=None,
    cancelled_by=None,
    cancel_reason=None,
    created_at=NOW,
    changed_at=NOW,
)
REQUEST = ChangeRequest(
    id=9,
    booking_id=7,
    wish=Wish.MOVE,
    reason="<Spoeddebat>",
    status=RequestStatus.OPEN,
    created_at=NOW,
    settled_at=None,
)
REGISTRATION = Registration(
    id=3,
    person_id=2,
    round_id=None,
    status=Status.ADMITTED,
    answers=Answers(name="Jeroen Visser", municipality_code="GM0307", email="jeroen@amersfoort.nl"),
    created_at=NOW,
    changed_at=NOW,
)


@dataclass(frozen=True)
class Talk:
    booking: Booking = BOOKING
    slot: Slot = SLOT
    person: Person = JEROEN
    facilitator: Person = ELLEN
    request: ChangeRequest | None = None


@dataclass(frozen=True)
class Reach:
    phone: str | None = "+31612345678"
    email: str | None = "jeroen@amersfoort.nl"
    municipality_code: str | None = "GM0307"
    registration_id: int | None = 3


@dataclass(frozen=True)
class Meeting:
    card: Talk = field(default_factory=Talk)
    contact: Reach = field(default_factory=Reach)


@dataclass(frozen=True)
class Seeker:
    person: Person = JEROEN
    registration: Registration = REGISTRATION
    waiting: None = None
    since: datetime | None = NOW


def desk(language: Language = "nl", now: datetime = NOW) -> Desk:
    return Desk(TEXTS.speech(language), MUNICIPALITIES, now)


def datas(message: Message) -> list[str]:
    if message.keyboard is None:
        return []
    return [button.data.encode() for row in message.keyboard.rows for button in row if button.data is not None]


def test_the_week_says_today_by_name_with_how_to_reach_each() -> None:
    message = intake.agenda(desk(), MONDAY, [Meeting()], [], unbooked=3, waiting=1)

    assert "Vandaag, maandag 18 januari" in message.html
    assert "9.00 Jeroen Visser, Amersfoort – 06 12 34 56 78" in message.html
    assert message.protect


def test_a_full_week_fits_a_message() -> None:
    long = replace(Talk(), person=JEROEN.model_copy(update={"name": "<" * 80}))
    meetings = [Meeting(replace(long, booking=BOOKING.model_copy(update={"id": at}))) for at in range(60)]

    message = intake.agenda(desk(), MONDAY, meetings, [], unbooked=0, waiting=0)

    words = message.html.replace("&lt;", "<")
    assert len(words) <= LONGEST_MESSAGE
    assert max(map(len, datas(message))) <= LONGEST_DATA


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_it_begins_it_can_be_moved_and_afterwards_its_outcome_recorded(language: Language) -> None:
    before = intake.talk(desk(language), Meeting())
    afterwards = intake.talk(desk(language, NOW + timedelta(hours=3)), Meeting())

    assert {"itk_mv:7:0", "itk_off:7"} <= set(datas(before))
    assert not any(data.startswith("itk_out") for data in datas(before))
    assert [data for data in datas(afterwards) if data.startswith("itk_out")] == [
        "itk_out:7:goes-on",
        "itk_out:7:stops",
        "itk_out:7:second-talk",
    ]


def test_a_talk_on_screen_without_a_link_asks_for_one() -> None:
    on_screen = replace(Talk(), slot=SLOT.model_copy(update={"medium": Medium.VIDEO}))

    message = intake.talk(desk(), Meeting(on_screen))

    assert "Er is nog geen link" in message.html
    assert "itk_link:7" in datas(message)


def test_what_is_asked_after_the_cut_off_stands_with_its_reason_and_both_answers() -> None:
    message = intake_told.change_asked(desk(), replace(Talk(), request=REQUEST), again=False)

    assert "Jeroen vraagt of het verzet kan worden" in message.html
    assert "&lt;Spoeddebat&gt;" in message.html
    assert {"itk_grant:9", "itk_refuse:9"} <= set(datas(message))


def test_the_reason_is_shown_as_the_person_will_read_it() -> None:
    prepared = replace(Talk(), booking=BOOKING.model_copy(update={"outcome_reason": "Je zoekt <coaching>."}))

    message = intake_outcome.confirm_stop(TEXTS.speech("nl"), prepared)

    assert "<blockquote>Je zoekt &lt;coaching&gt;.</blockquote>" in message.html
    assert message.protect


@pytest.mark.parametrize("outcome", IntakeOutcome)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_recorded_is_said_of_every_outcome(outcome: IntakeOutcome, language: Language) -> None:
    held = replace(Talk(), booking=BOOKING.held(outcome, None, NOW))

    recorded = intake_outcome.recorded(TEXTS.speech(language), held)
    shown = intake.talk(desk(language), Meeting(held))

    assert "Jeroen" in recorded.html
    assert not any(data.startswith("itk_out") for data in datas(shown))


def test_a_calendar_file_goes_with_words_that_fit_a_caption_and_can_be_forwarded() -> None:
    long = replace(Talk(), person=JEROEN.model_copy(update={"name": "W" * 80}))

    message = intake_told.booked(desk(), long, Attachment("intervisie.ics", b"BEGIN:VCALENDAR"))

    assert len(message.html) <= LONGEST_CAPTION
    assert not message.protect
    assert "06 12 34 56 78" not in message.html


def test_a_reminder_says_how_to_reach_them_and_is_protected() -> None:
    message = intake_told.reminder(desk(), Meeting())

    assert "Straks heb je een intake" in message.html
    assert "06 12 34 56 78" in message.html
    assert {"itk_here:7:5", "itk:7"} == set(datas(message))
    assert message.protect


@pytest.mark.parametrize(("days", "words"), [(0, "Straks heb je"), (1, "Morgen heb je"), (2, "Binnenkort heb je")])
def test_a_reminder_calls_tomorrow_only_what_is_tomorrow(days: int, words: str) -> None:
    """That of a Monday comes on the Saturday before it."""
    message = intake_told.reminder(desk(now=NOW - timedelta(days=days)), Meeting())

    assert words in message.html


def test_who_has_no_intake_is_listed_by_page_with_a_button_to_remind_them() -> None:
    people = [Seeker(person=JEROEN.model_copy(update={"id": number})) for number in range(1, 24)]

    first, last = (intake.unbooked(desk(), people, page) for page in (0, 99))

    assert "23 mensen hebben nog geen intake" in first.html
    assert "sinds maandag 18 januari" in first.html
    assert sum(data.startswith("itk_nudge") for data in datas(first)) == intake.PEOPLE_A_PAGE
    assert sum(data.startswith("itk_nudge") for data in datas(last)) == 3


def test_moving_asks_whether_to_tell_and_the_button_says_which() -> None:
    other = SLOT.model_copy(update={"id": 6, "starts_at": NOW + timedelta(days=2), "ends_at": NOW + timedelta(days=3)})

    message = intake.move_sure(desk(), Talk(), other)

    assert "Zal ik het Jeroen laten weten?" in message.html
    assert {"itk_mv_ok:7:6:1", "itk_mv_ok:7:6:0", "itk:7"} == set(datas(message))


def test_the_office_hears_who_to_call_and_nothing_confidential() -> None:
    missing = intake_told.outcome_missing(desk(), Talk())
    unbooked = intake_told.unbooked_for_office(desk(), REGISTRATION, JEROEN)

    assert "Ellen Vos" in missing.html
    assert "jeroen@amersfoort.nl" in unbooked.html
    assert datas(missing) == datas(unbooked) == []
