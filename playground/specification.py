"""The published Bot API (`bot-api.json`), compiled into checks for what comes in and what goes out."""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from playground.errors import ApiError, bad_request, not_implemented
from playground.shapes import Json, JsonObject

# A check returns None, or what is wrong, beginning with the path below the value: ".entities[0].offset must be ...".
Check: TypeAlias = Callable[[Json], str | None]

SPECIFICATION_FILE = Path(__file__).parent / "bot-api.json"
ARRAY = "Array of "
INTEGER = re.compile(r"[+-]?\d{1,19}")
# How the specification says that a field is a constant: 'always "creator"', 'must be default', 'Always 0.'
CONSTANT = re.compile(r"(?:always|must be) [\"“*]?(?P<value>[a-z_0-9]+)[\"”*]?\.?$", re.IGNORECASE)
CONSTANT_FIELDS = ("type", "status", "source")
SURROGATE_ESCAPE = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
# How it says that a field has one of a few values: 'can be either "private", "group", …'
VALUES = re.compile(r"(?:can be|one of) (?:either )?\"")
VALUE = re.compile(r"\"([a-z_]+)\"")
# Telegram's own words for what is missing; for the rest it has none that fit every method.
MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}


class Upload:
    """A file in a multipart request."""

    __slots__ = ("content", "mime_type", "name")

    def __init__(self, name: str, mime_type: str, content: bytes) -> None:
        self.name = name
        self.mime_type = mime_type
        self.content = content


def _is_integer(value: Json) -> str | None:
    return None if type(value) is int else " must be Integer"


def _is_float(value: Json) -> str | None:
    return None if type(value) in (int, float) else " must be Float"


def _is_string(value: Json) -> str | None:
    return None if type(value) is str else " must be String"


def _is_boolean(value: Json) -> str | None:
    return None if type(value) is bool else " must be Boolean"


def _is_input_file(value: Json) -> str | None:
    return None if type(value) is Upload else " must be InputFile"


SCALARS: dict[str, Check] = {
    "Integer": _is_integer,
    "Float": _is_float,
    "String": _is_string,
    "Boolean": _is_boolean,
    "InputFile": _is_input_file,
}


def _constant(value: str, name: str) -> Check:
    expected: Json = int(value) if value.isdigit() else value

    def check(item: Json) -> str | None:
        return None if item == expected else f" must be {expected!r} for {name}"

    return check


def _one_of(values: frozenset[str]) -> Check:
    def check(item: Json) -> str | None:
        return None if item in values else f" must be one of {', '.join(sorted(values))}"

    return check


class Specification:
    """Checks of requests, answers and updates against one version of the Bot API.

    `methods` and `types` are the entries of `bot-api.json` by name.
    """

    def __init__(self, document: JsonObject) -> None:
        self.version: str = document["version"]
        self.methods: dict[str, JsonObject] = document["methods"]
        self.types: dict[str, JsonObject] = document["types"]
        self._checks: dict[str, Check] = dict(SCALARS)
        for name, entry in self.types.items():
            self._checks[name] = self._compile_type(name, entry)
        self._answers = {
            name: self._any_of([self._compile(kind) for kind in method["returns"]], method["returns"])
            for name, method in self.methods.items()
        }
        self._requests = {name: self._compile_request(method) for name, method in self.methods.items()}

    def read_request(self, method: str, raw: JsonObject, uploads: dict[str, Upload]) -> JsonObject:
        """The fields of a call, typed. `raw` holds strings (a form) or JSON values.

        Raises ApiError 404 for an unknown method, 400 for an unknown, missing or wrongly typed field.
        """
        entry = self._requests.get(method)
        if entry is None:
            raise ApiError(404, "Not Found: method not found")
        fields, required = entry
        read: JsonObject = {}
        for name, value in {**raw, **uploads}.items():
            reader = fields.get(name)
            if reader is not None:
                read[name] = reader(value, uploads)
            elif name not in _attached(raw):
                raise bad_request(f'unknown field "{name}" of {method}')
        for name in required:
            if name not in read:
                raise bad_request(MISSING.get(name, f'field "{name}" of {method} is missing'))
        return read

    def problem_of_answer(self, method: str, result: Json) -> str | None:
        """What the specification forbids in the result of `method`, or None."""
        problem = self._answers[method](result)
        return None if problem is None else f"{method}: result{problem}"

    def problem_of(self, type_name: str, value: Json) -> str | None:
        """What the specification forbids in a value of one of its types, or None."""
        problem = self._checks[type_name](value)
        return None if problem is None else f"{type_name}{problem}"

    def _compile(self, kind: str) -> Check:
        if kind.startswith(ARRAY):
            return self._array(self._compile(kind.removeprefix(ARRAY)))
        if kind in SCALARS:
            return SCALARS[kind]
        if kind not in self.types:
            raise ValueError(f"bot-api.json names a type that it does not describe: {kind}")
        return self._named(kind)

    def _named(self, kind: str) -> Check:
        # Looked up at each call: types refer to one another, and to themselves.
        checks = self._checks

        def check_named(value: Json) -> str | None:
            return checks[kind](value)

        return check_named

    def _compile_type(self, name: str, entry: JsonObject) -> Check:
        if "subtypes" in entry:
            return self._any_of([self._compile(kind) for kind in entry["subtypes"]], entry["subtypes"])
        known = {field["name"]: self._compile_field(name, field) for field in entry.get("fields", [])}
        required = tuple(field["name"] for field in entry.get("fields", []) if field["required"])
        return _object(name, known, required)

    def _compile_field(self, owner: str, field: JsonObject) -> Check:
        constant = CONSTANT.search(field["description"])
        if constant and field["required"] and field["name"] in CONSTANT_FIELDS:
            return _constant(constant["value"], owner)
        if field["name"] == "type" and field["required"] and VALUES.search(field["description"]):
            return _one_of(frozenset(VALUE.findall(field["description"])))
        return self._any_of([self._compile(kind) for kind in field["types"]], field["types"])

    @staticmethod
    def _array(check: Check) -> Check:
        def check_array(value: Json) -> str | None:
            if type(value) is not list:
                return " must be Array"
            for index, item in enumerate(value):
                problem = check(item)
                if problem is not None:
                    return f"[{index}]{problem}"
            return None

        return check_array

    @staticmethod
    def _any_of(checks: list[Check], names: list[str]) -> Check:
        if len(checks) == 1:
            return checks[0]

        def check_union(value: Json) -> str | None:
            problems = []
            for check in checks:
                problem = check(value)
                if problem is None:
                    return None
                problems.append(problem)
            return f" must be one of {', '.join(names)} (nearest:{_nearest(problems)})"

        return check_union

    def _compile_request(self, method: JsonObject) -> tuple[dict[str, "FieldReader"], tuple[str, ...]]:
        fields = method.get("fields", [])
        readers = {
            field["name"]: FieldReader(field["name"], field["types"], self._compile_field(method["name"], field))
            for field in fields
        }
        return readers, tuple(field["name"] for field in fields if field["required"])


def _nearest(problems: Iterable[str]) -> str:
    """Of the problems of each member of a union the one that lies deepest: there the value fitted best."""
    return max(problems, key=lambda problem: (problem.count("."), problem.count("[")))


def _object(name: str, known: dict[str, Check], required: tuple[str, ...]) -> Check:
    def check(value: Json) -> str | None:
        if type(value) is not dict:
            return f" must be {name}"
        for key in required:
            if key not in value:
                return f" lacks the required field {key!r} of {name}"
        for key, item in value.items():
            field = known.get(key)
            if field is None:
                return f" has the field {key!r}, unknown to {name}"
            problem = field(item)
            if problem is not None:
                return f".{key}{problem}"
        return None

    return check


def _attached(raw: JsonObject) -> set[str]:
    """The names of the parts that a form refers to as attach://name."""
    return {value.removeprefix("attach://") for value in raw.values() if str(value).startswith("attach://")}


class FieldReader:
    """Turns one field of a request into its type: the scalars as a form writes them, the rest as JSON."""

    __slots__ = ("_check", "_json", "_name", "_types")

    def __init__(self, name: str, types: list[str], check: Check) -> None:
        self._name = name
        self._types = frozenset(types)
        self._check = check
        self._json = not self._types & SCALARS.keys()

    def __call__(self, value: Json, uploads: dict[str, Upload]) -> Json:
        read = self._typed(value, uploads) if isinstance(value, str) else value
        problem = self._check(read)
        if problem is not None:
            raise bad_request(f'field "{self._name}"{problem}')
        return read

    def _typed(self, value: str, uploads: dict[str, Upload]) -> Json:
        if self._json:
            return self._parsed(value)
        if "InputFile" in self._types and value.startswith("attach://"):
            return self._upload(value.removeprefix("attach://"), uploads)
        if "Integer" in self._types and INTEGER.fullmatch(value):
            return int(value)
        if "Boolean" in self._types and value.lower() in ("true", "false", "1", "0"):
            return value.lower() in ("true", "1")
        if "Float" in self._types:
            return self._float(value)
        return value

    def _parsed(self, value: str) -> Json:
        try:
            parsed = json.loads(value)
            # Half a surrogate pair can hide behind an escape; nothing that follows could write it down.
            if SURROGATE_ESCAPE.search(value):
                json.dumps(parsed, ensure_ascii=False).encode()
        except ValueError as error:
            what = "reply keyboard markup" if self._name == "reply_markup" else self._name
            raise bad_request(f"can't parse {what} JSON object") from error
        return parsed

    def _upload(self, name: str, uploads: dict[str, Upload]) -> Upload:
        if name not in uploads:
            raise bad_request(f'file "{name}" is not in the request')
        return uploads[name]

    @staticmethod
    def _float(value: str) -> Json:
        try:
            return float(value)
        except ValueError:
            return value


def refuse_fields(method: str, fields: JsonObject, implemented: frozenset[str]) -> None:
    """Raises ApiError 501 when a call uses a field that is specified, but not among those `implemented` here."""
    beyond = fields.keys() - implemented
    if beyond:
        raise not_implemented(f"field {min(beyond)!r} of {method}")


@cache
def published_specification() -> Specification:
    """The specification in `bot-api.json`, read and compiled once in a process."""
    return Specification(json.loads(SPECIFICATION_FILE.read_text(encoding="utf-8")))
