"""What a participant reads about the intake, and the buttons under it."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from domain.booking import (
    REASON_LONGEST,
    Booking,
    BookingStatus,
    ChangeRequest,
    IntakeOutcome,
    RequestStatus,
    Side,
    Wish,
)
from domain.person import Person, Role
from domain.registration import Answers, Registration, Status
from domain.slot import LINK_LONGEST, Medium, Slot, SlotRules
from domain.standing import Standing as RegistrationStanding
from domain.typed_text import NAME_LONGEST
from domain.waiting import Offer, OfferStatus, Waiting
from messages import booking, booking_card, booking_change, booking_notice, own
from messages import booking_buttons as buttons
from messages.booking import Choosing
from messages.booking_card import Reader
from services.intake_views import IntakeCard, IntakeStanding, OfferCard
from tests.messages import test_registration as registering
from texts.language import LANGUAGES, Language
from texts.speech import Texts

if TYPE_CHECKING:
    from messages.message import Message

NOW = datetime(2027, 1, 12, 11, 0, tzinfo=UTC)
TEXTS = Texts.load()
LARGEST_ID = 999_999_999_999_999_999
LONGEST_MESSAGE, LONGEST_CAPTION, LONGEST_BUTTON_ON_A_PHONE = 4096, 1024, 40
ELLEN = Person(id=2, telegram_id=2, role=Role.FACILITATOR, language="nl", name="Ellen Vos", reachable=True)
LONGEST_NAMED = ELLEN.model_copy(update={"id": LARGEST_ID, "name": "&" * NAME_LONGEST})
JEROEN = Person(id=3, telegram_id=3, role=Role.PARTICIPANT, language="nl", name="Jeroen Visser", reachable=True)


def slot(starts_at: datetime, medium: Medium = Medium.PHONE, **changes: object) -> Slot:
    its = Slot(
        id=7,
        facilitator_id=ELLEN.id,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=45),
        medium=medium,
        link=None,
        withdrawn_at=None,
    )
    return its.model_copy(update=changes)


WEDNESDAY = slot(datetime(2027, 1, 20, 10, 0, tzinfo=UTC))


def booked(its: Slot = WEDNESDAY, *, facilitator: Person = ELLEN, **changes: object) -> IntakeCard:
    request = changes.pop("request", None)
    its_booking = Booking(
        id=5,
        slot_id=its.id,
        person_id=JEROEN.id,
        status=BookingStatus.BOOKED,
        uid="a",
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
    assert request is None or isinstance(request, ChangeRequest)
    return IntakeCard(its_booking.model_copy(update=changes), its, facilitator, JEROEN, SlotRules(), request)


def registration(phone: str | None = "+31612345678") -> Registration:
    answers = Answers(name="Jeroen Visser", phone=phone)
    return Registration(
        id=9,
        person_id=JEROEN.id,
        round_id=None,
        status=Status.ADMITTED,
        answers=answers,
        created_at=NOW,
        changed_at=NOW,
    )


def reader(now: datetime = NOW, *, language: Language = "nl", phone: str | None = "+31612345678") -> Reader:
    return Reader(TEXTS.speech(language), now, registration(phone))


def choosing(leaving: Slot | None = None, *, language: Language = "nl") -> Choosing:
    return Choosing(TEXTS.speech(language), NOW, ELLEN, leaving)


def words_of(message: Message) -> str:
    """As Telegram counts and shows them: without tags and entities."""
    return html.unescape(re.sub(r"</?(?:b|i)>", "", message.html))


def labels(message: Message) -> list[list[str]]:
    return [] if message.keyboard is None else [[button.text for button in row] for row in message.keyboard.rows]


def weekdays(first: date, number: int) -> list[date]:
    days = (first + timedelta(days=at) for at in range(number * 2))
    return [day for day in days if day.weekday() < 5][:number]


def test_a_few_days_stand_together_with_their_months() -> None:
    message = booking.days(choosing(), [date(2027, 1, 19), date(2027, 1, 20), date(2027, 2, 3), date(2027, 2, 4)])

    assert labels(message) == [["di 19 jan", "wo 20 jan", "wo 3 feb"], ["do 4 feb"], ["Annuleren"]]
    assert "Ellen Vos" in message.html


def test_many_days_are_a_calendar_a_week_to_a_row_and_a_month_to_a_page() -> None:
    days = weekdays(date(2027, 1, 18), 30)

    january, february = booking.days(choosing(), days), booking.days(choosing(), days, "2027-02")

    assert "januari 2027" in january.html
    assert labels(january)[0] == ["ma 18", "di 19", "wo 20", "do 21", "vr 22"]
    assert labels(january)[-2:] == [["Naar februari 2027"], ["Annuleren"]]
    assert labels(february)[0] == ["ma 1", "di 2", "wo 3", "do 4", "vr 5"]
    assert ["Terug naar januari 2027"] in labels(february)


def test_a_month_that_is_full_by_now_gives_way_to_the_first_that_has_room() -> None:
    days = weekdays(date(2027, 2, 1), 20)

    message = booking.days(choosing(), days, "2027-01")

    assert "februari 2027" in message.html


def test_times_are_shown_in_order_each_once_with_how_one_speaks() -> None:
    morning = datetime(2027, 1, 20, 8, 0, tzinfo=UTC)
    slots = [
        slot(morning, id=1),
        slot(morning, id=2, facilitator_id=4),
        slot(morning, Medium.VIDEO, id=3),
        slot(morning + timedelta(hours=2), Medium.VIDEO, id=4),
    ]

    message = booking.times(choosing(), date(2027, 1, 20), slots)

    assert labels(message)[:2] == [["9.00 telefoon", "9.00 beeld"], ["11.00 beeld"]]
    assert message.keyboard is not None
    assert message.keyboard.rows[0][0].data == buttons.ChooseSlot(ELLEN.id, 1)
    assert "Woensdag 20 januari" in message.html


def test_the_summary_of_a_move_says_from_where_to_where() -> None:
    new = slot(datetime(2027, 1, 25, 8, 0, tzinfo=UTC), Medium.VIDEO, id=8)

    first, move = booking.summary(choosing(), new, ELLEN), booking.summary(choosing(WEDNESDAY), new, ELLEN)

    assert words_of(first) == "Maandag 25 januari, 9.00 tot 9.45 uur, via beeld, met Ellen Vos. Vastleggen?"
    assert "van woensdag 20 januari, 11.00 tot 11.45 uur naar maandag 25 januari" in words_of(move)
    assert labels(first)[0] == ["Vastleggen"]
    assert labels(move)[0] == ["Ja, verzetten"]


def test_on_both_sides_of_a_clock_change_the_wall_time_is_shown() -> None:
    before = slot(datetime(2027, 3, 26, 8, 0, tzinfo=UTC))
    after = slot(datetime(2027, 3, 29, 7, 0, tzinfo=UTC))

    shown = [booking.when(TEXTS.speech("nl"), each, NOW) for each in (before, after)]

    assert shown == ["vrijdag 26 maart, 9.00 tot 9.45 uur", "maandag 29 maart, 9.00 tot 9.45 uur"]


def test_who_was_beaten_sees_the_rest_of_that_day_and_who_has_nothing_left_the_waiting_list() -> None:
    rest = [slot(datetime(2027, 1, 20, 8, 0, tzinfo=UTC), id=8)]

    some = booking.what_is_left(choosing(), rest, wanted=rest[0].day, taken=True)
    none = booking.what_is_left(choosing(), [], wanted=rest[0].day, taken=True)

    assert "net vergeven" in some.html
    assert labels(some)[0] == ["9.00 telefoon"]
    assert labels(none)[0] == ["Zet me op de wachtlijst"]


def test_what_is_left_on_just_another_day_is_not_shown_as_of_the_day_that_was_wanted() -> None:
    rest = [slot(datetime(2027, 1, 20, 8, 0, tzinfo=UTC), id=8)]

    left = booking.what_is_left(choosing(), rest, wanted=date(2027, 1, 18), taken=True)

    assert "net vergeven" in left.html
    assert "die dag" not in left.html
    assert labels(left)[0] == ["wo 20 jan"]


def test_before_the_cut_off_one_moves_oneself_after_it_one_asks() -> None:
    before = booking_card.appointment(reader(), booked())
    after = booking_card.appointment(reader(datetime(2027, 1, 19, 9, 0, tzinfo=UTC)), booked())

    assert "Tot en met maandag 18 januari" in before.html
    assert labels(before.message()) == [["Verzetten", "Afzeggen"]]
    assert "beslist Ellen Vos" in after.html
    assert labels(after.message()) == [["Vraag om te verzetten"], ["Vraag om af te zeggen"]]


def test_an_open_request_is_not_made_twice_and_with_leave_one_only_moves() -> None:
    now = datetime(2027, 1, 19, 9, 0, tzinfo=UTC)
    request = ChangeRequest(
        id=1,
        booking_id=5,
        wish=Wish.MOVE,
        reason=None,
        status=RequestStatus.OPEN,
        created_at=now,
        settled_at=None,
    )

    asked = booking_card.appointment(reader(now), booked(request=request))
    granted = booking_card.appointment(reader(now), booked(free_to_move=True))

    assert "Je vroeg Ellen Vos" in asked.html
    assert "woensdag 20 januari, 10.00 uur" in asked.html
    assert asked.rows == ()
    assert labels(granted.message()) == [["Verzetten"]]


def test_how_one_speaks_is_told_with_the_number_or_the_link_or_that_it_is_missing() -> None:
    video = slot(WEDNESDAY.starts_at, Medium.VIDEO, link="https://video.example/1?a=1&b=<2>")

    by_phone = booking_card.how(reader(), booked())
    unknown = booking_card.appointment(reader(phone=None), booked())
    on_screen = booking_card.how(reader(), booked(video))
    later = booking_card.how(reader(), booked(slot(WEDNESDAY.starts_at, Medium.VIDEO)))

    assert "06 12 34 56 78" in by_phone
    assert labels(unknown.message())[0] == ["Nummer doorgeven"]
    assert "https://video.example/1?a=1&amp;b=&lt;2&gt;" in on_screen
    assert "zodra die er is" in later


STANDINGS: dict[str, IntakeStanding] = {
    "to choose": IntakeStanding(registration(), room=True),
    "nothing free": IntakeStanding(registration()),
    "booked": IntakeStanding(registration(), booked()),
    "in line": IntakeStanding(
        registration(), waiting=Waiting(person_id=3, facilitator_id=None, joined_at=NOW, in_line_since=NOW), before=2
    ),
    "offered": IntakeStanding(
        registration(),
        offer=OfferCard(
            Offer(
                id=4,
                slot_id=7,
                person_id=3,
                status=OfferStatus.OPEN,
                offered_at=NOW,
                expires_at=NOW + timedelta(hours=4),
                settled_at=None,
            ),
            WEDNESDAY,
            ELLEN,
        ),
    ),
    "spoken": IntakeStanding(registration(), booked(slot(NOW - timedelta(days=1)))),
    "second talk": IntakeStanding(
        registration(), booked(status=BookingStatus.HELD, outcome=IntakeOutcome.SECOND_TALK), room=True
    ),
    "held": IntakeStanding(registration(), booked(status=BookingStatus.HELD, outcome=IntakeOutcome.GOES_ON)),
}


@pytest.mark.parametrize(
    ("where", "words", "first"),
    [
        ("to choose", "Jij bent aan zet: kies een moment", ["Kies een moment"]),
        ("nothing free", "nog geen moment vrij", ["Zet me op de wachtlijst"]),
        ("booked", "staat vast: woensdag 20 januari", ["Verzetten", "Afzeggen"]),
        ("in line", "2 mensen voor je", ["Haal me van de lijst"]),
        ("offered", "vast tot dinsdag 12 januari, 16.00 uur", ["Ja, dit moment"]),
        ("spoken", "Je begeleider is aan zet", []),
        ("second talk", "een nieuw gesprek", ["Kies een moment"]),
        ("held", "Het bureau is aan zet", ["Mijn leerpunten"]),
    ],
)
def test_wherever_one_stands_it_says_whose_move_it_is(where: str, words: str, first: list[str]) -> None:
    part = booking_card.standing(reader(), STANDINGS[where], instead=True)

    assert words in words_of(part.message())
    assert (labels(part.message()) or [[]])[0] == first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", STANDINGS)
def test_the_fullest_card_of_a_registration_has_room_for_the_intake(where: str, language: Language) -> None:
    full = registering.screen_of(registering.FULL, Status.ADMITTED, language)
    its = STANDINGS[where]
    if its.card is not None:
        video = slot(its.card.slot.starts_at, Medium.VIDEO, link="&" * LINK_LONGEST)
        its = IntakeStanding(its.registration, booked(video, facilitator=LONGEST_NAMED), room=its.room)
    part = booking_card.with_goals(
        reader(language=language), booking_card.standing(reader(language=language), its, instead=False)
    )

    message = own.standing(full, RegistrationStanding(registration=full.registration, deadline=None), part)

    assert len(words_of(message)) <= LONGEST_MESSAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_with_a_file_fits_in_a_caption(language: Language) -> None:
    """Bot API: 1,024 characters after entities."""
    video = slot(WEDNESDAY.starts_at, Medium.VIDEO, link="&" * LINK_LONGEST)
    card = booked(video, facilitator=LONGEST_NAMED)
    off = booked(
        video,
        facilitator=LONGEST_NAMED,
        status=BookingStatus.CANCELLED,
        cancelled_by=Side.FACILITATOR,
        cancel_reason="&" * REASON_LONGEST,
    )

    messages = [
        booking_notice.file(reader(language=language), card),
        booking_notice.moved(reader(language=language), card),
        booking_notice.taken_over(reader(language=language), card),
        booking_notice.cancelled(reader(language=language), off, searches=True),
    ]

    assert max(len(words_of(message)) for message in messages) <= LONGEST_CAPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_answers_about_a_change_name_the_moment_and_the_facilitator(language: Language) -> None:
    request = ChangeRequest(
        id=1, booking_id=5, wish=Wish.CANCEL, reason=None, status=RequestStatus.OPEN, created_at=NOW, settled_at=None
    )
    its = reader(language=language)

    messages = [
        booking_change.cancel_question(its, booked()),
        booking_change.request_question(its, booked(), Wish.MOVE),
        booking_change.request_question(its, booked(), Wish.CANCEL),
        booking_change.asked(its, booked(), request, before=False),
        booking_change.cancelled(its, booked()),
        booking_change.coming(its, booked()),
        *(words(its, booked(), wish) for words in (booking_notice.granted, booking_notice.lapsed) for wish in Wish),
    ]

    for message in messages:
        assert "Ellen Vos" in message.html
        assert booking.when(its.speech, WEDNESDAY, NOW) in message.html


def test_the_reason_of_an_outcome_is_escaped_and_passed_on() -> None:
    card = booked(status=BookingStatus.HELD, outcome=IntakeOutcome.STOPS, outcome_reason="Nu <liever> coaching")

    message = booking_notice.stops(reader(), card, IntakeStanding())

    assert "Nu &lt;liever&gt; coaching" in message.html
    assert "met /start" in message.html


def test_who_speaks_once_more_hears_why_and_can_choose_or_wait() -> None:
    card = booked(status=BookingStatus.HELD, outcome=IntakeOutcome.SECOND_TALK)
    left = booked(facilitator=ELLEN.model_copy(update={"role": None}), status=BookingStatus.HELD)

    again = booking_notice.second_talk(reader(), card, IntakeStanding(registration(), room=True))
    another = booking_notice.second_talk(reader(), left, IntakeStanding(registration()))

    assert "Ellen Vos wil je graag nog een keer spreken" in again.html
    assert labels(again) == [["Kies een moment"]]
    assert "met een andere begeleider" in another.html
    assert labels(another) == [["Zet me op de wachtlijst"]]


def test_who_asked_to_cancel_after_the_cut_off_hears_that_it_is_granted() -> None:
    """Who cancels before it, or stops taking part, gets the file that takes it out of the calendar, and no answer."""
    after = datetime(2027, 1, 19, 9, 0, tzinfo=UTC)
    early = booked(status=BookingStatus.CANCELLED, cancelled_by=Side.PERSON)
    late = booked(status=BookingStatus.CANCELLED, cancelled_by=Side.PERSON, changed_at=after)

    granted = booking_notice.cancelled(reader(after), late, searches=True)
    own = booking_notice.cancelled(reader(), early, searches=True)
    stopped = booking_notice.cancelled(reader(after), late, searches=False)

    assert "Het mag: Ellen Vos" in granted.html
    assert labels(granted) == [["Kies een moment"]]
    assert own.html.startswith("Met dit bestand")
    assert stopped.html.startswith("Met dit bestand")


def test_an_answer_is_promised_for_while_one_can_still_telephone() -> None:
    asked_at = datetime(2027, 1, 20, 6, 0, tzinfo=UTC)
    request = ChangeRequest(
        id=1, booking_id=5, wish=Wish.MOVE, reason=None, status=RequestStatus.OPEN, created_at=asked_at, settled_at=None
    )

    message = booking_change.asked(reader(asked_at), booked(), request, before=False)

    assert "vóór woensdag 20 januari, 10.00 uur niets" in message.html


def test_who_let_an_offer_pass_is_promised_no_next_in_line_and_chooses_when_there_is_room() -> None:
    offered = STANDINGS["offered"].offer
    assert offered is not None

    full = booking_notice.offer_expired(reader(), offered, IntakeStanding(registration()))
    room = booking_notice.offer_expired(reader(), offered, IntakeStanding(registration(), room=True))

    assert "niet meer voor je vast" in full.html
    assert "volgende" not in full.html
    assert "zelf een moment kiezen" in room.html
    assert ["Kies een moment"] in labels(room)
    assert ["Kies een moment"] not in labels(full)
