"""The order of the questions, whatever way one goes through them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.portfolios import Portfolio
from domain.registration import (
    FIXED_ONCE_SUBMITTED,
    REQUIRED,
    SUPPLEMENT,
    Answers,
    NothingTicked,
    NotWith,
    PartOfDay,
    Question,
    Status,
    Weekday,
    changeable,
    next_question,
    next_supplement,
    previous_question,
    question_after,
    question_before,
)

VALUES: dict[Question, list[dict[str, object]]] = {
    Question.NAME: [{"name": "Marijke de Groot"}, {"name": "Jan de Wit"}],
    Question.MUNICIPALITY: [{"municipality_code": "GM0796"}, {"municipality_code": "GM0307"}],
    Question.PARTY: [{"party": "CDA"}, {"party": None}],
    Question.PORTFOLIOS: [{"portfolios": (Portfolio.SPORT,)}, {"own_portfolio": "Molens"}],
    Question.IN_OFFICE_SINCE: [{"in_office_since": 2018}],
    Question.MEMBER: [{"member": True}, {"member": False}],
    Question.EMAIL: [{"email": "a@gemeente.nl"}],
    Question.CONSENT: [{}],
}


@dataclass(frozen=True)
class Place:
    """Where a draft is."""

    answers: Answers = field(default_factory=Answers)
    question: Question = Question.NAME
    from_summary: bool = False

    def answered(self, values: dict[str, object]) -> Place:
        answers = self.answers.settle(self.question, **values)
        after = question_after(self.question, answers, Status.DRAFT, from_summary=self.from_summary)
        assert after is not None
        return Place(answers, after)

    def back(self) -> Place:
        before = question_before(self.question, Status.DRAFT, from_summary=self.from_summary)
        if before is None:
            return self
        if before is Question.SUMMARY:
            before = next_question(self.answers)
        return Place(self.answers, before)

    def change(self, question: Question) -> Place:
        return replace(self, question=question, from_summary=True) if self.answers.complete else self


steps = st.lists(
    st.one_of(
        st.integers(0, 1).map(lambda choice: ("answer", choice)),
        st.just(("back", 0)),
        st.sampled_from(range(len(REQUIRED))).map(lambda index: ("change", index)),
    ),
    max_size=40,
)


@given(steps)
def test_any_order_of_answering_going_back_and_changing_ends_complete_and_asks_nothing_twice(
    taken: list[tuple[str, int]],
) -> None:
    place = Place()
    for step, choice in taken:
        match step:
            case "answer" if place.question in VALUES:
                values = VALUES[place.question]
                place = place.answered(values[choice % len(values)])
            case "back":
                place = place.back()
            case "change":
                place = place.change(REQUIRED[choice])

    asked: list[Question] = []
    while place.question is not Question.SUMMARY:
        if asked:
            assert place.question not in place.answers.answered
        asked.append(place.question)
        # The membership stays as it is: another one would rightly ask for consent once more.
        same: dict[str, object] = {"member": place.answers.member}
        place = place.answered(same if place.question is Question.MEMBER else VALUES[place.question][0])

    assert len(asked) == len(set(asked))
    assert place.answers.complete


def test_the_questions_come_in_their_order() -> None:
    place, asked = Place(), []
    while place.question is not Question.SUMMARY:
        asked.append(place.question)
        place = place.answered(VALUES[place.question][0])

    assert tuple(asked) == REQUIRED


def test_back_from_the_summary_leads_to_the_consent_and_from_the_first_question_out() -> None:
    assert previous_question(Question.SUMMARY) is Question.CONSENT
    assert previous_question(Question.NAME) is None


def test_another_membership_takes_the_consent_back_because_the_price_follows_it() -> None:
    answers = Answers().settle(Question.MEMBER, member=True).settle(Question.CONSENT)

    changed = answers.settle(Question.MEMBER, member=False)

    assert Question.CONSENT not in changed.answered


def test_the_same_membership_again_keeps_the_consent() -> None:
    answers = Answers().settle(Question.MEMBER, member=True).settle(Question.CONSENT)

    assert Question.CONSENT in answers.settle(Question.MEMBER, member=True).answered


def test_not_knowing_of_a_membership_is_an_answer_at_the_price_for_others() -> None:
    answers = Answers(member=False, answered=frozenset({Question.MEMBER, Question.CONSENT}))

    unknown = answers.settle(Question.MEMBER, member=None)

    assert unknown.member is None
    assert {Question.MEMBER, Question.CONSENT} <= unknown.answered
    assert Question.CONSENT not in unknown.settle(Question.MEMBER, member=True).answered


def test_ticking_twice_is_ticking_once_and_the_order_is_that_of_the_list() -> None:
    answers = Answers()
    for portfolio in (Portfolio.SPORT, Portfolio.FINANCE, Portfolio.SPORT):
        answers = answers.tick(portfolio, ticked=True)

    assert answers.portfolios == (Portfolio.FINANCE, Portfolio.SPORT)
    assert Question.PORTFOLIOS not in answers.answered


def test_the_last_portfolio_of_an_answer_cannot_be_unticked() -> None:
    answers = Answers().tick(Portfolio.SPORT, ticked=True).settle(Question.PORTFOLIOS)

    with pytest.raises(NothingTicked):
        answers.tick(Portfolio.SPORT, ticked=False)


def test_an_own_wording_is_enough_of_a_portfolio() -> None:
    answers = Answers().word_portfolio("Molens")

    answers.require_ticks(Question.PORTFOLIOS)

    assert (answers.portfolios, answers.own_portfolio) == ((), "Molens")


def test_days_need_a_weekday_and_a_part_of_the_day() -> None:
    with pytest.raises(NothingTicked):
        Answers().tick(Weekday.TUESDAY, ticked=True).require_ticks(Question.DAYS)
    Answers().tick(Weekday.TUESDAY, ticked=True).tick(PartOfDay.MORNING, ticked=True).require_ticks(Question.DAYS)


def test_what_can_wait_is_asked_once_around_without_what_was_answered() -> None:
    answers = Answers().settle(Question.TRAVEL, travel_minutes=45)

    asked = []
    question = next_supplement(answers)
    while question is not None:
        asked.append(question)
        question = question_after(question, answers, Status.SUBMITTED, from_summary=False)

    assert asked == [question for question in SUPPLEMENT if question is not Question.TRAVEL]


def test_once_sent_everything_can_be_changed_but_what_the_price_hangs_on() -> None:
    assert set(changeable(Status.SUBMITTED)) == {*REQUIRED, *SUPPLEMENT} - FIXED_ONCE_SUBMITTED


def test_taking_the_last_name_back_leaves_that_question_unanswered() -> None:
    entry = NotWith(municipality_code="GM0307")
    one = Answers().settle(Question.NOT_WITH, not_with=(entry,))
    two = Answers().settle(Question.NOT_WITH, not_with=(NotWith(municipality_code="GM0363"), entry))

    assert Question.NOT_WITH not in one.take_back_apart().answered
    assert two.take_back_apart().not_with == (NotWith(municipality_code="GM0363"),)
