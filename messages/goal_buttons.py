"""What the buttons carry with which somebody keeps the own learning goals."""

from __future__ import annotations

from texts.buttons import ButtonData


class OpenGoals(ButtonData, prefix="goals"):
    """All of mine, in a message of their own that cannot be forwarded."""


class ShowGoals(ButtonData, prefix="goals_all"):
    """All of mine, in this message."""


class AddGoal(ButtonData, prefix="goal_add"):
    """Asks for the words."""


class ShowGoal(ButtonData, prefix="goal"):
    goal: int


class RewordGoal(ButtonData, prefix="goal_word"):
    """Asks for other words."""

    goal: int


class ShareGoal(ButtonData, prefix="goal_share"):
    goal: int
    # What it becomes: pressing twice is the same as pressing once.
    shared: bool


class RemoveGoal(ButtonData, prefix="goal_rm"):
    """Asks whether it is sure."""

    goal: int


class ConfirmRemoveGoal(ButtonData, prefix="goal_rm_ok"):
    goal: int


class StopGoals(ButtonData, prefix="goal_stop"):
    """Nothing is written."""


class GoalsLater(ButtonData, prefix="goals_later"):
    """Not now."""


class AcceptProposal(ButtonData, prefix="goal_yes"):
    goal: int
    # When it was proposed, in milliseconds: nobody takes over other words than were shown.
    at: int


class DeclineProposal(ButtonData, prefix="goal_no"):
    goal: int
    at: int


class LetRead(ButtonData, prefix="goals_read"):
    facilitator: int
    granted: bool
