"""Nothing that people can do goes around the table of who may what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, ConversationHandler

from domain.access import ACCESS, Action, may
from domain.person import Role
from handlers import fallback, start
from handlers.table import conversations, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

# Answers to anybody, about nothing: coming in, and what no other handler took.
FOR_ANYBODY = {fallback.__name__, start.__name__}


def every_handler() -> Iterator[BaseHandler[Any, Any, Any]]:
    for handler in in_order(conversations())[0]:
        if isinstance(handler, ConversationHandler):
            yield from handler.entry_points
            yield from handler.fallbacks
            for state in handler.states.values():
                yield from state
        else:
            yield handler


def test_every_command_and_button_is_guarded_by_an_action() -> None:
    unguarded = {
        f"{handler.callback.__module__}.{handler.callback.__name__}"
        for handler in every_handler()
        if not hasattr(handler.callback, "guarded_by") and handler.callback.__module__ not in FOR_ANYBODY
    }

    assert unguarded == set()


def test_the_table_says_of_every_action_who_may() -> None:
    assert set(ACCESS) == set(Action)


def test_nobody_can_do_nothing_but_register_and_read() -> None:
    assert {action for action in Action if may(None, action)} == {
        Action.REGISTER,
        Action.SEE_OWN,
        Action.SEE_HELP,
        Action.SEE_PRIVACY,
        Action.CHOOSE_LANGUAGE,
        Action.STOP,
    }


def test_the_office_and_the_facilitator_do_not_register() -> None:
    assert not may(Role.COORDINATOR, Action.REGISTER)
    assert not may(Role.FACILITATOR, Action.REGISTER)


def test_every_command_is_answered_by_one_handler() -> None:
    commands = [command for handler in in_order(conversations())[0] for command in commands_of(handler)]

    assert len(commands) == len(set(commands))


def commands_of(handler: BaseHandler[Any, Any, Any]) -> frozenset[str]:
    return handler.commands if isinstance(handler, CommandHandler) else frozenset()


def test_each_side_of_an_intake_keeps_to_its_own() -> None:
    facilitators = {Action.PUBLISH_SLOTS, Action.HOLD_INTAKES, Action.READ_GOALS}
    participants = {Action.BOOK_INTAKE, Action.WRITE_GOALS}

    assert all(ACCESS[action] == {Role.FACILITATOR} for action in facilitators)
    assert all(ACCESS[action] == {Role.PARTICIPANT} for action in participants)


def test_the_office_looks_people_up_and_never_reads_goals() -> None:
    assert may(Role.COORDINATOR, Action.SEE_PARTICIPANTS)
    assert may(Role.COORDINATOR, Action.MANAGE_FACILITATORS)
    assert not may(Role.COORDINATOR, Action.READ_GOALS)
    assert not may(Role.FACILITATOR, Action.SEE_PARTICIPANTS)


def test_who_takes_part_takes_nobody_out() -> None:
    assert ACCESS[Action.TAKE_OUT] == {Role.COORDINATOR, Role.FACILITATOR}
