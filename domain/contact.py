"""E-mail addresses and telephone numbers, as typed and as kept. Nothing is looked up."""

from enum import StrEnum

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from domain.typed_text import tidy

_EMAIL_LONGEST = 254  # RFC 5321, 4.5.3.1.3, less the angle brackets.
_HOME = "NL"
_DUTCH_DIGITS = 9


class EmailFault(StrEnum):
    EMPTY = "empty"
    SPACES = "spaces"
    NO_AT = "no-at"
    SEVERAL_AT = "several-at"
    NO_NAME = "no-name"
    NO_DOMAIN = "no-domain"
    TOO_LONG = "too-long"
    MALFORMED = "malformed"


class InvalidEmail(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    def __init__(self, reason: EmailFault) -> None:
        super().__init__(f"No e-mail address: {reason}")
        self.reason = reason


class PhoneFault(StrEnum):
    EMPTY = "empty"
    LETTERS = "letters"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    UNKNOWN_COUNTRY = "unknown-country"
    MALFORMED = "malformed"


class InvalidPhone(ValueError):  # noqa: N818 - as InvalidEmail
    def __init__(self, reason: PhoneFault) -> None:
        super().__init__(f"No telephone number: {reason}")
        self.reason = reason


def parse_email(text: str) -> str:
    """The address with its domain in lower case. Raises InvalidEmail. Whether it exists is not looked up."""
    typed = tidy(text).removeprefix("mailto:").strip("<>.,;")
    fault = _email_fault(typed)
    if fault is not None:
        raise InvalidEmail(fault)
    try:
        return validate_email(typed, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise InvalidEmail(EmailFault.MALFORMED) from error


def parse_phone(text: str) -> str:
    """The number in E.164. A Dutch one may be written nationally, any other needs + or 00. Raises InvalidPhone."""
    typed = tidy(text)
    if not typed:
        raise InvalidPhone(PhoneFault.EMPTY)
    if any(character.isalpha() for character in typed):
        raise InvalidPhone(PhoneFault.LETTERS)
    number = _parsed(typed)
    if not phonenumbers.is_valid_number(number):
        raise InvalidPhone(_phone_fault(number))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def display_phone(e164: str) -> str:
    """A Dutch number as it is written here ("06 12 34 56 78"), any other as it is written from abroad."""
    number = phonenumbers.parse(e164)
    if number.country_code != phonenumbers.country_code_for_region(_HOME):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        return national.replace("-", " ")
    digits = "".join(character for character in national if character.isdigit())
    return " ".join(digits[start : start + 2] for start in range(0, len(digits), 2))


def _email_fault(typed: str) -> EmailFault | None:
    if not typed:
        return EmailFault.EMPTY
    if len(typed) > _EMAIL_LONGEST:
        return EmailFault.TOO_LONG
    if " " in typed:
        return EmailFault.SPACES
    name, at, domain = typed.partition("@")
    if not at:
        return EmailFault.NO_AT
    if "@" in domain:
        return EmailFault.SEVERAL_AT
    if not name:
        return EmailFault.NO_NAME
    return None if "." in domain.strip(".") else EmailFault.NO_DOMAIN


def _parsed(typed: str) -> phonenumbers.PhoneNumber:
    international = f"+{typed[2:]}" if typed.startswith("00") else typed
    try:
        number = phonenumbers.parse(international, _HOME)
        # A contact shared in Telegram may come as 31612345678: international, without its plus.
        if not phonenumbers.is_valid_number(number) and typed[0] in "123456789":
            return _with_plus(typed) or number
    except phonenumbers.NumberParseException as error:
        raise InvalidPhone(_PARSE_FAULTS.get(error.error_type, PhoneFault.MALFORMED)) from error
    return number


def _with_plus(typed: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(f"+{typed}")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


_PARSE_FAULTS = {
    phonenumbers.NumberParseException.INVALID_COUNTRY_CODE: PhoneFault.UNKNOWN_COUNTRY,
    phonenumbers.NumberParseException.TOO_SHORT_NSN: PhoneFault.TOO_SHORT,
    phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD: PhoneFault.TOO_SHORT,
    phonenumbers.NumberParseException.TOO_LONG: PhoneFault.TOO_LONG,
}


def _phone_fault(number: phonenumbers.PhoneNumber) -> PhoneFault:
    # Short service numbers make almost any length possible in the Netherlands; a person's number has nine digits.
    if number.country_code == phonenumbers.country_code_for_region(_HOME):
        digits = len(phonenumbers.national_significant_number(number))
        if digits != _DUTCH_DIGITS:
            return PhoneFault.TOO_SHORT if digits < _DUTCH_DIGITS else PhoneFault.TOO_LONG
    match phonenumbers.is_possible_number_with_reason(number):
        case phonenumbers.ValidationResult.TOO_SHORT | phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return PhoneFault.TOO_SHORT
        case phonenumbers.ValidationResult.TOO_LONG:
            return PhoneFault.TOO_LONG
        case phonenumbers.ValidationResult.INVALID_COUNTRY_CODE:
            return PhoneFault.UNKNOWN_COUNTRY
        case _:
            return PhoneFault.MALFORMED
