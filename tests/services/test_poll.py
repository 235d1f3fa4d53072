from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.chat import ChatFacts, LinkOutcome, Why
from domain.moves import MoveKind
from domain.outbox import Delivered, Kind
from domain.poll import Answer, ClosedWhy, NewOption, PollPurpose, PollStatus, Venue, Vote
from services.poll import AlreadyAskedError, chat_migrated, reopen
from services.poll_voting import UNSENT, Choice, PollDeed, VoteOutcome, drop_voter, include_voter
from services.retention import INBOX_KEPT
from tests.services.poll_scene import CHAT_ID, NOW, PollScene, set_poll_scene, week
from tests.services.rota_scene import join

if TYPE_CHECKING:
    from storage.database import Database

WEEKS = (7, 14, 21, 28, 35)
NONE = 5


@pytest.fixture
async def scene(database: Database) -> PollScene:
    return await set_poll_scene(database)


@pytest.fixture
async def chat(scene: PollScene) -> PollScene:
    await scene.link()
    return scene


async def test_without_a_chat_each_member_is_asked_in_private(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)

    asked = await scene.queued(Kind.POLL_ASKED)

    assert poll.venue is Venue.PRIVATE
    assert {message.recipient_id for message in asked} == set(scene.people)


async def test_a_first_date_is_asked_in_private_though_there_is_a_chat(chat: PollScene) -> None:
    poll = await chat.opens(7, 8, purpose=PollPurpose.FIRST_DATE)

    assert poll.venue is Venue.PRIVATE


async def test_more_dates_than_a_poll_takes_are_asked_in_as_many_as_are_needed(chat: PollScene) -> None:
    poll = await chat.opens(*range(5, 28))
    await chat.deliver()

    parts = await chat.parts(poll.id)

    assert [(part.number, part.total, len(part.option_ids)) for part in parts] == [(1, 3, 9), (2, 3, 9), (3, 3, 8)]
    assert all(part.option_ids[-1] is None for part in parts)


async def test_a_group_is_not_asked_the_same_twice_at_a_time(scene: PollScene) -> None:
    await scene.opens(*WEEKS)

    with pytest.raises(AlreadyAskedError):
        await scene.opens(*WEEKS)


async def test_no_date_and_no_answer_are_told_apart(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)

    await chat.votes_in_chat(part, chat.people[0], [NONE])

    its = await chat.standings(poll.id)
    assert its.complete == {chat.people[0]}
    assert all(chat.people[0] in each.no for each in its.options)
    assert its.awaited == set(chat.people[1:])


@pytest.mark.parametrize("later", ["chat", "private"])
async def test_both_ways_are_one_vote_and_the_later_stands_in_whichever_order_they_come(
    chat: PollScene, later: str
) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    marijke, first = chat.people[0], part.option_ids[0] or 0
    in_chat, in_private = (20, 10) if later == "chat" else (10, 20)

    await chat.votes_in_chat(part, marijke, [0], update=in_chat)
    await chat.services.polls.answer(Choice(poll.id, first, Answer.NO), marijke, NOW, in_private)

    expected = Answer.YES if later == "chat" else Answer.NO
    assert (await chat.standings(poll.id)).answer_of(marijke, first) is expected


async def test_in_whatever_order_votes_come_and_come_again_the_last_of_them_stands(scene: PollScene) -> None:
    """Each of the 24 orders has an option to itself; the whole row comes a second time."""
    answers = {10: Answer.YES, 20: None, 30: Answer.NO, 40: Answer.RATHER_NOT}
    orders = list(itertools.permutations(answers))
    poll = await scene.opens(*range(5, 5 + len(orders)))
    options = await scene.database.reads.polls.options(poll.id)

    async with scene.database.transaction() as work:
        for order, option in zip(orders, options, strict=True):
            for update in (*order, *order):
                vote = Vote(
                    option_id=option.id,
                    person_id=scene.people[0],
                    answer=answers[update],
                    via=Venue.CHAT,
                    update_id=update,
                    answered_at=NOW,
                )
                await work.polls.keep_vote(vote)

    kept = await scene.database.reads.polls.votes(poll.id)
    assert [(vote.update_id, vote.answer) for vote in kept] == [(40, Answer.RATHER_NOT)] * len(orders)


async def test_after_a_week_the_numbers_of_updates_may_begin_anew_and_the_vote_still_counts(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    option = (await scene.database.reads.polls.options(poll.id))[0]
    polls, marijke = scene.services.polls, scene.people[0]

    await polls.answer(Choice(poll.id, option.id, Answer.YES), marijke, NOW, 900)
    await polls.answer(Choice(poll.id, option.id, Answer.NO), marijke, NOW + timedelta(days=8), 20)

    assert (await scene.standings(poll.id)).answer_of(marijke, option.id) is Answer.NO


async def test_a_vote_that_was_taken_back_stays_so_when_an_older_one_comes_late(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)

    await chat.votes_in_chat(part, chat.people[0], [], update=30)
    await chat.votes_in_chat(part, chat.people[0], [0, 1], update=20)

    assert chat.people[0] in (await chat.standings(poll.id)).awaited


async def test_a_vote_that_is_quicker_than_our_notes_counts_as_soon_as_they_are_made(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.services.polls.answer_in_chat("poll-100", chat.people[0], [0], NOW, chat.update())
    await chat.services.polls.answer_in_chat("poll-100", chat.piet, [0], NOW, chat.update())

    await chat.deliver()

    assert (await chat.standings(poll.id)).complete == {chat.people[0]}


async def test_only_participants_count(chat: PollScene) -> None:
    """Not the facilitator, a stranger or somebody of another group."""
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)

    for person_id in (chat.ellen, chat.joost, chat.piet):
        await chat.votes_in_chat(part, person_id, [0])
        option_id = part.option_ids[0] or 0
        outcome = await chat.services.polls.answer(
            Choice(poll.id, option_id, Answer.YES), person_id, NOW, chat.update()
        )
        assert outcome is VoteOutcome.NOT_YOURS

    assert all(not each.able for each in (await chat.standings(poll.id)).options)


async def test_when_all_have_voted_it_closes_at_once_and_the_leader_gets_a_proposal(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)

    for person_id in chat.people[:-1]:
        await chat.votes_in_chat(part, person_id, [0, 1, 2, 3, 4])
    await chat.services.polls.answer_none(poll.id, chat.people[-1], NOW, chat.update())

    closed = await chat.poll(poll.id)
    assert (closed.status, closed.closed_why) == (PollStatus.CLOSED, ClosedWhy.ALL)
    assert [message.recipient_id for message in await chat.queued(Kind.DATES_PROPOSED)] == [chat.ellen]
    assert len(await chat.queued(Kind.POLL_STOP)) == 1
    assert await chat.database.reads.moves.current(MoveKind.POLL, poll.id) is None
    assert await chat.database.reads.moves.current(MoveKind.PROPOSAL, poll.id) is not None


async def test_only_who_has_not_answered_is_nudged_at_half_time_and_a_day_before(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    for person_id in chat.people[:6]:
        await chat.votes_in_chat(part, person_id, [0])

    await chat.let_pass(NOW + timedelta(days=4, hours=12))

    nudged = [message.recipient_id for message in await chat.queued(Kind.POLL_NUDGE)]
    assert sorted(nudged, key=str) == sorted([*chat.people[6:], *chat.people[6:]], key=str)


async def test_at_the_deadline_it_closes_and_the_office_hears_when_nothing_is_confirmed(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)

    await scene.let_pass(NOW + timedelta(days=8, hours=1))

    assert (await scene.poll(poll.id)).closed_why is ClosedWhy.DEADLINE
    assert not await scene.queued(Kind.POLL_NUDGE, Kind.POLL_ASKED)
    assert [message.recipient_id for message in await scene.queued(Kind.PROPOSAL_WAITS)] == [scene.annelies]


async def test_a_vote_for_a_closed_poll_does_not_count_and_that_is_said(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    done = await chat.services.polls.close_by_hand(poll.id, chat.ellen, NOW, chat.update())

    await chat.votes_in_chat(part, chat.people[0], [0])
    option_id = part.option_ids[0] or 0
    pressed = await chat.services.polls.answer(
        Choice(poll.id, option_id, Answer.YES), chat.people[0], NOW, chat.update()
    )

    assert done is PollDeed.DONE
    assert pressed is VoteOutcome.CLOSED
    assert not (await chat.standings(poll.id)).complete
    assert [message.recipient_id for message in await chat.queued(Kind.POLL_TOO_LATE)] == [chat.people[0]]


async def test_only_who_leads_the_group_closes_its_poll_and_only_once(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    polls = scene.services.polls

    outcomes = [
        await polls.close_by_hand(poll.id, person_id, NOW, scene.update())
        for person_id in (scene.joost, scene.people[0], scene.ellen, scene.ellen)
    ]

    assert outcomes == [PollDeed.NOT_YOURS, PollDeed.NOT_YOURS, PollDeed.DONE, PollDeed.ALREADY]
    assert len(await scene.queued(Kind.DATES_PROPOSED)) == 1


async def test_who_leaves_is_no_longer_waited_for_and_their_votes_count_no_more(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    for person_id in scene.people[:-1]:
        await scene.services.polls.answer_none(poll.id, person_id, NOW, scene.update())

    async with scene.database.transaction() as work:
        leaver = await work.groups.live_membership(scene.people[-1])
        assert leaver is not None
        await work.groups.save_membership(
            leaver.model_copy(update={"status": "left", "left_at": NOW, "left_by": "person"})
        )
        await drop_voter(work, scene.group_id, scene.people[-1], NOW)

    assert (await scene.poll(poll.id)).closed_why is ClosedWhy.ALL
    assert scene.people[-1] not in {message.recipient_id for message in await scene.queued(Kind.POLL_ASKED)}


async def test_who_comes_in_while_a_poll_is_open_is_asked_as_well(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    await scene.deliver()

    async with scene.database.transaction() as work:
        newcomer = await join(work, scene.group_id, 999, "Nora Blom", "GM0202", at=NOW)
        await include_voter(work, scene.group_id, newcomer, NOW)

    assert [message.recipient_id for message in await scene.queued(Kind.POLL_ASKED)] == [newcomer]
    assert newcomer in (await scene.standings(poll.id)).awaited


async def test_the_count_is_changed_in_place_and_waits_once_however_many_vote(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)

    for person_id in chat.people[:3]:
        await chat.votes_in_chat(part, person_id, [0])

    (tally,) = await chat.queued(Kind.POLL_TALLY)
    assert tally.replaces_id is not None


async def test_a_vote_that_changes_nothing_of_the_count_changes_nothing_in_the_chat(chat: PollScene) -> None:
    """Half of the answers, and another choice of dates; a chat takes no more than twenty messages a minute."""
    poll = await chat.opens(*range(5, 20))
    await chat.deliver()
    first, second = await chat.parts(poll.id)
    marijke = chat.people[0]

    await chat.votes_in_chat(first, marijke, [0])
    half = await chat.queued(Kind.POLL_TALLY)
    await chat.votes_in_chat(second, marijke, [0])
    whole = await chat.queued(Kind.POLL_TALLY)
    await chat.deliver()
    await chat.votes_in_chat(second, marijke, [1])

    assert (half, len(whole)) == ([], 1)
    assert await chat.queued(Kind.POLL_TALLY) == []


async def test_a_count_that_cannot_be_found_makes_the_bot_offer_to_send_the_polls_again(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    await chat.votes_in_chat(part, chat.people[0], [0])

    await chat.deliver(missing=True)
    offered = [message.recipient_id for message in await chat.queued(Kind.POLL_LOST)]
    done = await chat.services.polls.send_again(poll.id, chat.ellen, NOW, chat.update())
    await chat.deliver()

    (again,) = await chat.parts(poll.id)
    assert offered == [chat.ellen]
    assert done is PollDeed.DONE
    assert again.id != part.id
    assert (await chat.standings(poll.id)).complete == {chat.people[0]}


async def test_in_a_chat_that_became_another_the_question_is_asked_anew_and_every_vote_stands(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    await chat.votes_in_chat(part, chat.people[0], [0])

    async with chat.database.transaction() as work:
        await chat_migrated(work, chat.group_id, NOW)
    await chat.deliver()
    await chat.votes_in_chat(part, chat.people[1], [1])
    (again,) = await chat.parts(poll.id)
    await chat.votes_in_chat(again, chat.people[2], [2])

    assert (await chat.standings(poll.id)).complete == set(chat.people[:3])


async def test_votes_in_either_of_the_two_count_when_a_poll_was_sent_again_after_a_time_out(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    (message,) = await chat.queued(Kind.POLL_PART)
    await chat.services.outbox.claim(message.id)
    await chat.services.outbox.put_back(message.id, NOW, undelivered=False)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    polls = chat.services.polls

    await polls.answer_in_chat("the-other", chat.people[0], [0], NOW, chat.update())
    perhaps = await polls.perhaps_sent("the-other")
    await polls.recognise("the-other", part.id, NOW, chat.update())
    await polls.answer_in_chat("the-other", chat.people[1], [1], NOW, chat.update())
    await chat.votes_in_chat(part, chat.people[2], [2])

    assert [its.part.id for its in perhaps] == [part.id]
    assert await polls.perhaps_sent("the-other") == []
    assert (await chat.standings(poll.id)).complete == set(chat.people[:3])


async def test_no_poll_is_taken_for_another_that_was_sent_once(chat: PollScene) -> None:
    await chat.opens(*WEEKS)
    await chat.deliver()

    assert await chat.services.polls.perhaps_sent("of-nobody-knows-whom") == []


async def test_a_vote_in_a_poll_that_nobody_knows_is_forgotten(chat: PollScene) -> None:
    polls, retention = chat.services.polls, chat.services.retention
    await polls.answer_in_chat("unknown", chat.people[0], [0], NOW, chat.update())

    await retention.sweep(NOW + INBOX_KEPT)
    kept = await chat.database.reads.polls.early_voters("unknown")
    await retention.sweep(NOW + INBOX_KEPT + timedelta(seconds=1))

    assert kept == [chat.people[0]]
    assert await chat.database.reads.polls.early_voters("unknown") == []


async def test_the_leader_is_told_when_it_stays_uncertain_whether_a_poll_arrived(chat: PollScene) -> None:
    await chat.opens(*WEEKS)
    (message,) = await chat.queued(Kind.POLL_PART)
    for _ in range(2):
        await chat.services.outbox.claim(message.id)
        await chat.services.outbox.put_back(message.id, NOW, undelivered=False)

    (told,) = await chat.queued(Kind.POLL_LOST)

    assert (told.recipient_id, told.detail) == (chat.ellen, UNSENT)
    assert not await chat.queued(Kind.POLL_PART)


async def test_a_count_that_never_came_through_is_passed_over_by_the_next(chat: PollScene) -> None:
    """Or it would stand in the chat twice."""
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    await chat.votes_in_chat(part, chat.people[0], [0])
    (lost,) = await chat.queued(Kind.POLL_TALLY)
    await chat.services.outbox.claim(lost.id)
    await chat.votes_in_chat(part, chat.people[1], [0])
    (last,) = await chat.queued(Kind.POLL_TALLY)
    await chat.services.outbox.put_back(lost.id, NOW, undelivered=False)
    await chat.services.outbox.claim(lost.id)
    await chat.services.outbox.put_back(lost.id, NOW, undelivered=False)

    letter = await chat.services.outbox.open(last.id, NOW)

    assert last.replaces_id == lost.id
    assert letter is not None
    assert letter.replaced_message_id is not None


async def test_when_the_chat_is_lost_who_has_yet_to_answer_is_asked_in_private(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    await chat.votes_in_chat(part, chat.people[0], [0])

    await chat.services.chats.lost(CHAT_ID, Why.REMOVED, NOW)

    assert {message.recipient_id for message in await chat.queued(Kind.POLL_ASKED)} == set(chat.people[1:])


async def test_in_another_chat_that_is_linked_what_is_open_is_asked_anew(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()
    (part,) = await chat.parts(poll.id)
    await chat.votes_in_chat(part, chat.people[0], [0])
    await chat.services.chats.lost(CHAT_ID, Why.GONE, NOW)
    code = await chat.services.chat_linking.issue_code(chat.group_id, chat.ellen, NOW, chat.update())
    everybody = frozenset({1, *range(100, 108)})
    facts = ChatFacts(
        missing_rights=frozenset(),
        history_visible=False,
        members=len(everybody) + 1,
        asked_after=everybody,
        inside=everybody,
        administrators={},
    )

    linked = await chat.services.chat_linking.link(code or "", (-4712, facts), chat.ellen, NOW, chat.update())

    assert linked is LinkOutcome.LINKED
    (again,) = await chat.queued(Kind.POLL_PART)
    assert again.subject_id != part.id
    assert (await chat.standings(poll.id)).complete == {chat.people[0]}


async def test_opened_again_who_keeps_the_earlier_answers_in_private_says_so_with_one_tap(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    polls, (marijke, jeroen, *_) = scene.services.polls, scene.people
    (first, *_) = await scene.database.reads.polls.options(poll.id)
    for person_id in (marijke, jeroen):
        await polls.answer(Choice(poll.id, first.id, Answer.RATHER_NOT), person_id, NOW, scene.update())
        await polls.answer_none(poll.id, person_id, NOW, scene.update())
    later = NOW + timedelta(hours=2)
    async with scene.database.transaction() as work:
        dates = [NewOption(moment=week(number)) for number in (*WEEKS, 40)]
        await reopen(work, poll, dates, poll.closes_at, later, settings=poll.settings)
    added = (await scene.standings(poll.id)).options[-1].option

    await polls.answer(Choice(poll.id, added.id, Answer.YES), marijke, later, scene.update())
    before = await polls.ballot(poll.id, jeroen)
    await polls.answer_none(poll.id, jeroen, later, scene.update())

    its = await scene.standings(poll.id)
    assert before is not None
    assert [option.id for option in before.unanswered] == [added.id]
    assert its.complete_now == {marijke, jeroen}
    assert its.answer_of(jeroen, first.id) is Answer.RATHER_NOT
    assert its.answer_of(jeroen, added.id) is Answer.NO


async def test_opened_again_with_the_same_dates_it_is_asked_whether_the_answers_still_stand(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    polls, marijke = scene.services.polls, scene.people[0]
    await polls.answer_none(poll.id, marijke, NOW, scene.update())
    later = NOW + timedelta(hours=2)
    async with scene.database.transaction() as work:
        dates = [NewOption(moment=week(number)) for number in WEEKS]
        await reopen(work, poll, dates, poll.closes_at, later, settings=poll.settings)

    asked = await polls.ballot(poll.id, marijke)
    await polls.answer_none(poll.id, marijke, later, scene.update())
    kept = await polls.ballot(poll.id, marijke)

    assert asked is not None
    assert kept is not None
    assert (asked.only_before, kept.only_before) == (True, False)


async def test_closed_before_its_time_the_last_question_of_each_is_changed_into_its_answers(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    await scene.deliver()
    await scene.services.polls.answer_none(poll.id, scene.people[0], NOW, scene.update())
    await scene.let_pass(NOW + timedelta(days=3))
    await scene.deliver()
    questions = await scene.database.reads.outbox.sent((Kind.POLL_ASKED, Kind.POLL_NUDGE), poll.id)
    last = {question.recipient_id: question.id for question in questions}

    await scene.services.polls.close_by_hand(poll.id, scene.ellen, NOW, scene.update())

    ended = await scene.queued(Kind.POLL_ENDED)
    assert {message.recipient_id: message.replaces_id for message in ended} == last
    assert len(questions) > len(ended) == len(scene.people)


async def test_a_poll_that_closes_at_night_is_shown_closed_at_once_and_reminds_nobody(scene: PollScene) -> None:
    at_night = NOW.replace(hour=23)
    poll = await scene.opens(*WEEKS)
    await scene.deliver()

    for person_id in scene.people:
        await scene.services.polls.answer_none(poll.id, person_id, at_night, scene.update())

    ended = await scene.queued(Kind.POLL_ENDED)
    assert (await scene.poll(poll.id)).closed_why is ClosedWhy.ALL
    # The last one sees it in the answer to the tap that closed it.
    assert [(message.recipient_id, message.due_at) for message in ended] == [
        (person_id, at_night) for person_id in scene.people[:-1]
    ]
    assert not await scene.queued(Kind.POLL_ASKED, Kind.POLL_NUDGE)


async def test_who_was_never_asked_in_private_is_not_told_there_that_it_closed(chat: PollScene) -> None:
    poll = await chat.opens(*WEEKS)
    await chat.deliver()

    await chat.services.polls.close_by_hand(poll.id, chat.ellen, NOW, chat.update())

    assert not await chat.queued(Kind.POLL_ENDED)


async def test_a_question_that_was_on_its_way_when_the_poll_closed_is_changed_when_it_arrives(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    asked = (await scene.queued(Kind.POLL_ASKED))[0]
    await scene.services.outbox.claim(asked.id)
    await scene.services.polls.close_by_hand(poll.id, scene.ellen, NOW, scene.update())

    await scene.services.outbox.sent(asked, Delivered(message_id=5, chat_id=100), NOW)

    (ended,) = await scene.queued(Kind.POLL_ENDED)
    assert (ended.recipient_id, ended.replaces_id) == (asked.recipient_id, asked.id)


async def test_opened_again_before_the_end_was_shown_the_question_is_left_as_it_is(scene: PollScene) -> None:
    poll = await scene.opens(*WEEKS)
    await scene.deliver()
    await scene.services.polls.close_by_hand(poll.id, scene.ellen, NOW, scene.update())

    async with scene.database.transaction() as work:
        closed = await work.polls.get(poll.id)
        options = [NewOption(moment=week(number)) for number in WEEKS]
        await reopen(work, closed, options, poll.closes_at, NOW, settings=poll.settings)

    assert not await scene.queued(Kind.POLL_ENDED)
