"""The play: from the first /start to a planned year, who does what. The words are those on the screens."""

from playground.play import Scene
from playground.script_group import CHATTING, FIRST_DATE, FIRST_SESSION, OUTCOMES, PLANNING, PUBLISHING, ROTA
from playground.script_intake import GOALS, INTAKE, REGISTRATION

MAKING_A_GROUP: tuple[Scene, ...] = (*OUTCOMES, *PUBLISHING)
MEETING: tuple[Scene, ...] = (*FIRST_DATE, *CHATTING, *FIRST_SESSION, *PLANNING, *ROTA)
SCENES: tuple[Scene, ...] = (*REGISTRATION, *INTAKE, *GOALS, *MAKING_A_GROUP, *MEETING)
