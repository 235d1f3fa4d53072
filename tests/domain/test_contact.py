import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact import (
    EmailFault,
    InvalidEmail,
    InvalidPhone,
    PhoneFault,
    display_phone,
    parse_email,
    parse_phone,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("marijke@denbosch.nl", "marijke@denbosch.nl"),
        ("  M.de.Groot@DenBosch.NL ", "M.de.Groot@denbosch.nl"),
        ("mailto:marijke@denbosch.nl", "marijke@denbosch.nl"),
        ("<marijke@denbosch.nl>,", "marijke@denbosch.nl"),
        ("marijke+intervisie@gmail.com", "marijke+intervisie@gmail.com"),
    ],
)
def test_an_address_is_kept_with_its_domain_in_lower_case(typed: str, kept: str) -> None:
    assert parse_email(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", EmailFault.EMPTY),
        ("  \n", EmailFault.EMPTY),
        ("marijke", EmailFault.NO_AT),
        ("marijke@gmail", EmailFault.NO_DOMAIN),
        ("marijke@", EmailFault.NO_DOMAIN),
        ("marijke@gmail.", EmailFault.NO_DOMAIN),
        ("@gmail.com", EmailFault.NO_NAME),
        ("a@b@c.nl", EmailFault.SEVERAL_AT),
        ("marijke de groot@gmail.com", EmailFault.SPACES),
        (f"{'x' * 250}@gmail.com", EmailFault.TOO_LONG),
        ("x" * 5_000, EmailFault.TOO_LONG),
        ("marijke..@gmail.com", EmailFault.MALFORMED),
        ("marijke@-.nl", EmailFault.MALFORMED),
        ("marijke@gmail..com", EmailFault.MALFORMED),
        ("😀", EmailFault.NO_AT),
    ],
)
def test_what_is_no_address_is_refused_with_its_reason(typed: str, reason: EmailFault) -> None:
    with pytest.raises(InvalidEmail) as refusal:
        parse_email(typed)

    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0612345678", "+31612345678"),
        ("06-12 34 56 78", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("31612345678", "+31612345678"),
        ("033 469 5111", "+31334695111"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0049 30 901820", "+4930901820"),
    ],
)
def test_a_number_is_kept_in_e164(typed: str, kept: str) -> None:
    assert parse_phone(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", PhoneFault.EMPTY),
        ("nul zes", PhoneFault.LETTERS),
        ("06 1234", PhoneFault.TOO_SHORT),
        ("12", PhoneFault.TOO_SHORT),
        ("06 1234567890123", PhoneFault.TOO_LONG),
        ("+999 12345678", PhoneFault.UNKNOWN_COUNTRY),
        ("0000000000", PhoneFault.UNKNOWN_COUNTRY),
        ("0600000000", PhoneFault.MALFORMED),
        ("😀", PhoneFault.MALFORMED),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(typed: str, reason: PhoneFault) -> None:
    with pytest.raises(InvalidPhone) as refusal:
        parse_phone(typed)

    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+31612345678", "06 12 34 56 78"),
        ("+31334695111", "033 469 5111"),
        ("+32470123456", "+32 470 12 34 56"),
    ],
)
def test_a_number_is_shown_as_people_write_it(kept: str, shown: str) -> None:
    assert display_phone(kept) == shown


@given(st.text(max_size=300) | st.text(alphabet="0123456789+-() @.a", max_size=30))
def test_any_text_is_either_kept_or_refused(typed: str) -> None:
    for parse, refusal in ((parse_email, InvalidEmail), (parse_phone, InvalidPhone)):
        try:
            kept = parse(typed)
        except refusal:
            continue
        assert parse(kept) == kept


def test_the_error_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(InvalidEmail) as refusal:
        parse_email("geheim@")

    assert "geheim" not in str(refusal.value)
