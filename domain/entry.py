"""Entering somebody after a call: what the coordinator is asked."""

from enum import StrEnum


class EntryQuestion(StrEnum):
    NAME = "name"
    MUNICIPALITY = "municipality"
    EMAIL = "email"
    SUMMARY = "summary"


ENTRY_ORDER = tuple(EntryQuestion)


def question_before(question: EntryQuestion) -> EntryQuestion | None:
    """None before the first."""
    place = ENTRY_ORDER.index(question)
    return ENTRY_ORDER[place - 1] if place else None
