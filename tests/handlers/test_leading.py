"""Which group a facilitator means: the chat's, the button's, the only one, or the one that they choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from domain.access import Action
from domain.municipality import Municipalities
from domain.person import Role
from handlers.leading import go_on, leading
from messages.group_buttons import LedGroup, ShowLedGroup
from tests.domain.test_group import group
from texts.speech import Texts

if TYPE_CHECKING:
    from domain.group import Group
    from handlers.context import Context
    from messages.message import Message
    from texts.buttons import ButtonData

NO_UPDATE = cast("Any", None)
ELLEN, JOOST = 1, 2


@dataclass
class Desk:
    """A context as far as this concerns it: what was said, and for which group something was done."""

    groups: list[Group]
    button: ButtonData | None = None
    role: Role | None = Role.FACILITATOR
    group: Group | None = None
    person_id: int = ELLEN
    said: list[Message] = field(default_factory=list)
    done_for: list[int] = field(default_factory=list)

    @property
    def person(self) -> Any:
        return SimpleNamespace(id=self.person_id)

    @property
    def speech(self) -> Any:
        return Texts.load().speech("nl")

    @property
    def services(self) -> Any:
        async def led_by(person_id: int) -> list[Group]:
            return [each for each in self.groups if person_id in each.leaders]

        async def told_card(group_id: int) -> Any:
            return SimpleNamespace(group=next(each for each in self.groups if each.id == group_id), members=())

        found = SimpleNamespace(led_by=led_by, told_card=told_card)
        return SimpleNamespace(leading=found, municipalities=Municipalities([], []))

    async def say(self, message: Message) -> None:
        self.said.append(message)

    async def acknowledge(self) -> None:
        """Nothing spins here."""

    async def does(self, callback: Any) -> None:
        await callback(NO_UPDATE, cast("Context", self))


async def plan_the_year(_update: Any, context: Any) -> None:
    context.done_for.append(context.group.id)


PLAN = leading(Action.LEAD_GROUP, plan_the_year)
THREE, FOUR = group(ELLEN), group(ELLEN).model_copy(update={"id": 4})
JOOSTS = group(JOOST).model_copy(update={"id": 5})


async def test_the_one_group_that_somebody_leads_is_meant() -> None:
    desk = Desk([THREE, JOOSTS])

    await desk.does(PLAN)

    assert desk.done_for == [3]


async def test_who_leads_several_is_asked_which_and_goes_on_there() -> None:
    asking = Desk([THREE, FOUR])
    await asking.does(PLAN)
    (question,) = asking.said
    assert question.keyboard is not None
    buttons = [row[0].data for row in question.keyboard.rows]
    choosing = Desk([THREE, FOUR], button=buttons[1])

    await choosing.does(go_on)

    assert asking.done_for == []
    assert choosing.done_for == [4]


async def test_the_chats_group_is_meant_and_who_leads_another_is_refused() -> None:
    own, others = Desk([THREE, FOUR, JOOSTS], group=FOUR), Desk([THREE, JOOSTS], group=JOOSTS)

    await own.does(PLAN)
    await others.does(PLAN)

    assert own.done_for == [4]
    assert others.done_for == []
    assert "een andere rol" in others.said[0].html


async def test_a_forged_button_about_somebody_elses_group_is_refused() -> None:
    desk = Desk([THREE, JOOSTS], button=ShowLedGroup(5))

    await desk.does(PLAN)

    assert desk.done_for == []
    assert "een andere rol" in desk.said[0].html


async def test_a_button_of_one_group_forged_in_the_chat_of_another_is_refused() -> None:
    desk = Desk([THREE, JOOSTS], group=THREE, button=ShowLedGroup(5))

    await desk.does(PLAN)

    assert desk.done_for == []
    assert "een andere rol" in desk.said[0].html


async def test_who_leads_no_group_hears_so_and_who_is_no_facilitator_is_refused() -> None:
    nothing, member = Desk([JOOSTS]), Desk([THREE], role=Role.PARTICIPANT)

    await nothing.does(PLAN)
    await member.does(PLAN)

    assert "Je begeleidt nu geen groep" in nothing.said[0].html
    assert "een andere rol" in member.said[0].html
    assert nothing.done_for + member.done_for == []


async def test_a_choice_of_something_that_is_no_longer_there_is_answered_calmly() -> None:
    desk = Desk([THREE], button=LedGroup(3, "gone.show"))

    await desk.does(go_on)

    assert desk.done_for == []
    assert len(desk.said) == 1
