"""Reading what comes with a request of a person or of the page, with a sentence for what does not fit."""

import json
from datetime import UTC, datetime
from types import UnionType
from typing import TypeVar

from starlette.datastructures import UploadFile
from starlette.requests import Request

from playground.errors import PersonError
from playground.shapes import Json, JsonObject
from playground.specification import Upload

Value = TypeVar("Value")


async def read_body(request: Request) -> JsonObject:
    """The JSON object of a request, empty when there is none. Raises PersonError 400 for anything else."""
    body = await request.body()
    if not body:
        return {}
    try:
        fields = json.loads(body)
        # Half a surrogate pair is no text.
        json.dumps(fields, ensure_ascii=False).encode()
    except ValueError as error:
        raise PersonError(400, "The body is not JSON in UTF-8.") from error
    if not isinstance(fields, dict):
        raise PersonError(400, "The body must be a JSON object.")
    return fields


async def read_upload(request: Request) -> tuple[JsonObject, Upload | None]:
    """The fields of a request, and the file when it came as a multipart form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await read_body(request), None
    fields: JsonObject = {}
    upload = None
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                kind = value.content_type or "application/octet-stream"
                upload = Upload(value.filename or "bestand", kind, await value.read())
            else:
                fields[name] = value
    return fields, upload


def take(fields: JsonObject, name: str, kind: type[Value] | UnionType, default: Json = None) -> Json:
    """A field of the body, of one kind or absent (then `default`). Raises PersonError 400 for another kind."""
    value = fields.get(name)
    if value is None:
        return default
    # To Python a bool is an int; to whoever writes JSON it is not.
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        expected = getattr(kind, "__name__", str(kind))
        raise PersonError(400, f"{name} must be of type {expected}.")
    return value


def need(fields: JsonObject, name: str, kind: type[Value]) -> Value:
    """A field that must be there. Raises PersonError 400 when it is not."""
    value: Value | None = take(fields, name, kind)
    if value is None:
        raise PersonError(400, f"{name} is missing.")
    return value


def take_moment(fields: JsonObject, name: str) -> datetime | None:
    """A moment as ISO 8601, in UTC when it names no zone. Raises PersonError 400 when it is none."""
    value = take(fields, name, str)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise PersonError(400, f"{name} must be a moment such as 2027-01-20T09:00:00+01:00.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
