from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.slot import LINK_LONGEST
from domain.typed_link import InvalidLink, LinkFault, parse_link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://teams.microsoft.com/l/meetup-join/42", "https://teams.microsoft.com/l/meetup-join/42"),
        ("zoom.us/j/1", "https://zoom.us/j/1"),
        ("Klik op https://zoom.us/j/1. Tot dan!", "https://zoom.us/j/1"),
    ],
)
def test_a_link_as_people_paste_it(typed: str, link: str) -> None:
    assert parse_link(typed) == link


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("komt nog", LinkFault.NONE),
        ("http://zoom.us/j/1", LinkFault.NONE),
        ("javascript:alert(1)", LinkFault.NONE),
        ("https://iemand@zoom.us/", LinkFault.NONE),
        ("https://localhost/x", LinkFault.NONE),
        ("", LinkFault.NONE),
        ("https://a.nl https://b.nl", LinkFault.SEVERAL),
        (f"https://a.nl/{'x' * LINK_LONGEST}", LinkFault.TOO_LONG),
    ],
)
def test_what_is_no_link_is_refused_with_the_reason(typed: str, fault: LinkFault) -> None:
    with pytest.raises(InvalidLink) as refusal:
        parse_link(typed)

    assert refusal.value.reason is fault


@given(st.text(max_size=400))
def test_whatever_is_pasted_is_a_safe_link_or_refused(typed: str) -> None:
    try:
        link = parse_link(typed)
    except InvalidLink:
        return

    assert link.lower().startswith("https://")
    assert " " not in link
