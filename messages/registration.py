"""What is said while somebody registers: the question of now, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import SUPPLEMENT, Question, Status
from messages import registration_buttons as buttons
from messages import registration_questions as questions
from messages import registration_supplement as supplement
from messages.message import Message
from messages.registration_card import answered_line, open_supplement, own_lines
from texts.buttons import Button, Keyboard
from texts.dates import day
from texts.speech import Html

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.standing import Enrolment
    from messages.registration_card import Screen
    from texts.speech import Speech

QUESTIONS: dict[Question, Callable[[Screen], Message]] = {
    Question.NAME: questions.name,
    Question.MUNICIPALITY: questions.municipality,
    Question.PARTY: questions.party,
    Question.PORTFOLIOS: questions.portfolios,
    Question.IN_OFFICE_SINCE: questions.in_office_since,
    Question.MEMBER: questions.member,
    Question.EMAIL: questions.email,
    Question.CONSENT: questions.consent,
    Question.SUMMARY: questions.summary,
    Question.CHANGE: questions.change,
    Question.MOTIVATION_GET: supplement.motivation_get,
    Question.MOTIVATION_BRING: supplement.motivation_bring,
    Question.TRAVEL: supplement.travel,
    Question.DAYS: supplement.days,
    Question.PHONE: supplement.phone,
    Question.SECRETARIAT: supplement.secretariat,
    Question.BILLING: supplement.billing,
    Question.NOT_WITH: supplement.not_with,
    Question.NOT_WITH_NAME: supplement.not_with_name,
}


def ask(screen: Screen, question: Question) -> Message:
    return QUESTIONS[question](screen)


def ask_after(complaint: Html, asked: Message) -> Message:
    """What was wrong with the answer, and the question again, in one message."""
    return Message(Html(f"{complaint}\n\n{asked.html}"), asked.keyboard, contact_keyboard=asked.contact_keyboard)


def answered(screen: Screen, question: Question) -> Message:
    """The short line into which a question is edited once it was answered by a button."""
    return Message(answered_line(screen, question))


def left(screen: Screen, question: Question) -> Message:
    """The short line for a question from which one goes back."""
    return passed(screen, Question.NOT_WITH if question is Question.NOT_WITH_NAME else question)


def passed(screen: Screen, question: Question) -> Message:
    """The short line for a question that was left as it is, or left open."""
    if question in screen.answers.answered:
        return answered(screen, question)
    label = screen.speech.html(f"registration-label-{question}")
    return Message(screen.speech.html("registration-skipped", label=label))


def changing(screen: Screen, question: Question) -> Message:
    """What the list of changes becomes when the question needs a message of its own."""
    label = screen.speech.html(f"registration-label-{question}")
    return Message(screen.speech.html("registration-changing", label=label))


def without_keyboard(message: Message) -> Message:
    """Takes the keyboard below the chat away, which was there for the telephone number."""
    return Message(message.html, removes_keyboard=True)


def membership_unknown(screen: Screen) -> Message:
    return Message(screen.speech.html("registration-member-looked-up"))


def ticks_missing(speech: Speech, question: Question) -> Html:
    """At least one box has to be ticked."""
    return speech.html(f"registration-{question}-none")


def sent_card(screen: Screen) -> Message:
    """The summary once it was sent in: without its buttons."""
    return Message(Html(f"{screen.speech.html('registration-sent')}\n{own_lines(screen)}"))


def receipt(screen: Screen, answer_by: datetime) -> Message:
    speech, registration = screen.speech, screen.registration
    words = speech.html(
        "registration-received",
        name=(screen.answers.name or "").split(maxsplit=1)[0],
        day=day(answer_by, speech.language, screen.now),
    )
    missing = open_supplement(screen)
    if not missing:
        return Message(words)
    if screen.answers.answered & frozenset(SUPPLEMENT):
        rest = speech.html("registration-received-open", missing=missing)
    else:
        rest = speech.html("registration-received-all-open")
    return Message(Html(f"{words}\n\n{rest}"), _supplement_offer(speech, registration.id))


def sent_before(screen: Screen) -> Message:
    """Somebody presses once more, or begins again, while it is in."""
    return Message(screen.speech.html("registration-sent-before"), _own(screen.speech))


def supplement_later(speech: Speech) -> Message:
    return Message(speech.html("registration-supplement-later"), removes_keyboard=True)


def supplemented(screen: Screen) -> Message:
    """The end of "nog aanvullen"."""
    missing = open_supplement(screen)
    if not missing:
        return Message(screen.speech.html("registration-supplemented"), _own(screen.speech))
    words = screen.speech.html("registration-supplemented-partly", missing=missing)
    return Message(words, _own(screen.speech))


def paused(screen: Screen) -> Message:
    if screen.registration.status is not Status.DRAFT:
        return Message(screen.speech.html("registration-stopped"), removes_keyboard=True)
    return Message(screen.speech.html("registration-paused"), _paused_keyboard(screen))


def offer_to_resume(screen: Screen, slug: str | None = None) -> Message:
    """There is something half-finished."""
    speech, registration = screen.speech, screen.registration
    first = screen.answers.name.split()[0] if screen.answers.name and Question.NAME in screen.answers.answered else ""
    words = speech.html("registration-resume-known", name=first) if first else speech.html("registration-resume")
    go_on = Button(speech.plain("registration-go-on"), buttons.Resume(registration.id, slug))
    again = Button(speech.plain("registration-again"), buttons.Erase(registration.id, again=True))
    return Message(words, Keyboard(((go_on,), (again,))))


def nudge(screen: Screen) -> Message:
    """Three days after it was begun."""
    return Message(screen.speech.html("registration-nudge"), _paused_keyboard(screen))


def gone(speech: Speech) -> Message:
    """Thirty days after it was begun, it is erased."""
    return Message(speech.html("registration-gone"), _begin(speech, "registration-begin-anew"))


def sure_to_erase(screen: Screen, *, again: bool) -> Message:
    speech, registration = screen.speech, screen.registration
    words = speech.html("registration-erase-again" if again else "registration-erase")
    yes = "registration-erase-again-yes" if again else "registration-erase-yes"
    return Message(
        words,
        Keyboard(
            (
                (Button(speech.plain(yes), buttons.ConfirmErase(registration.id, again)),),
                (Button(speech.plain("registration-erase-no"), buttons.Resume(registration.id, None)),),
            )
        ),
    )


def erased(speech: Speech) -> Message:
    return Message(speech.html("registration-erased"))


def no_place(speech: Speech, enrolment: Enrolment, registration_id: int | None = None) -> Message:
    """The round is closed or full, or there is none: what can be done instead, also with what was filled in already."""
    key, other = f"registration-no-place-{enrolment.state}", enrolment.instead
    if other is None:
        free = buttons.Begin(None, free=True) if registration_id is None else buttons.Submit(registration_id, free=True)
        return Message(speech.html(key), Keyboard(((Button(speech.plain("registration-free"), free),),)))
    words = speech.html(f"{key}-instead", round=other.name or "–")
    there = (
        buttons.Begin(other.slug, free=False)
        if registration_id is None
        else buttons.Resume(registration_id, other.slug)
    )
    return Message(words, Keyboard(((Button(speech.plain("registration-instead"), there),),)))


def terms_changed(speech: Speech) -> Html:
    """Between consent and sending in, the price or the privacy text became another."""
    return speech.html("registration-terms-changed")


def _begin(speech: Speech, key: str) -> Keyboard:
    return Keyboard(((Button(speech.plain(key), buttons.Begin(None, free=False)),),))


def _own(speech: Speech) -> Keyboard:
    return Keyboard(((Button(speech.plain("registration-see-own"), buttons.ShowOwn()),),))


def _paused_keyboard(screen: Screen) -> Keyboard:
    speech, registration = screen.speech, screen.registration
    go_on = Button(speech.plain("registration-go-on"), buttons.Resume(registration.id, None))
    erase = Button(speech.plain("registration-erase-all"), buttons.Erase(registration.id, again=False))
    return Keyboard(((go_on, erase),))


def _supplement_offer(speech: Speech, registration_id: int) -> Keyboard:
    now = Button(speech.plain("registration-supplement-now"), buttons.StartSupplement(registration_id))
    return Keyboard(((now, Button(speech.plain("common-later"), buttons.SupplementLater(registration_id))),))
