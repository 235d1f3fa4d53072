"""What the buttons carry with which the office enters somebody."""

from domain.entry import EntryQuestion
from texts.buttons import ButtonData


class EntryBack(ButtonData, prefix="ent_back"):
    # Which question it stands under.
    question: EntryQuestion


class EntryCancel(ButtonData, prefix="ent_cancel"):
    question: EntryQuestion


class ChooseEntryMunicipality(ButtonData, prefix="ent_muni"):
    registration: int
    code: str


class OtherEntryMunicipality(ButtonData, prefix="ent_muni_no"):
    registration: int


class SkipEntryEmail(ButtonData, prefix="ent_skip"):
    registration: int


class MakeLink(ButtonData, prefix="ent_link"):
    registration: int


class MakeLinkAgain(ButtonData, prefix="ent_again"):
    """For somebody who was entered before, and has not opened the link."""

    registration: int
