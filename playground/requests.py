"""The body of a Bot API call: a form, a multipart form or JSON."""

import json
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope

from playground.errors import bad_request
from playground.shapes import JsonObject
from playground.specification import Upload

LARGEST_PART = 64 * 1024 * 1024
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
JSON = "application/json"


async def read_call(scope: Scope, receive: Receive) -> tuple[JsonObject, dict[str, Upload]]:
    """The fields as they came, strings in a form, and the files. Raises ApiError 400 for a body that is no such thing.

    Reads the body to its end in any case.
    """
    content_type = _content_type(scope)
    query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    if content_type == MULTIPART:
        fields, uploads = await _multipart(Request(scope, receive))
        return query | fields, uploads
    body = await _body(receive)
    if not body:
        return query, {}
    if content_type == JSON:
        return query | _json(body), {}
    return query | _form(body), {}


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1").partition(";")[0].strip().lower())
    return ""


async def _body(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b""
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _form(body: bytes) -> JsonObject:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _json(body: bytes) -> JsonObject:
    try:
        fields = json.loads(body)
        json.dumps(fields, ensure_ascii=False).encode()
    except ValueError as error:
        raise bad_request("can't parse the request as JSON") from error
    if not isinstance(fields, dict):
        raise bad_request("the request must be a JSON object")
    return fields


async def _multipart(request: Request) -> tuple[JsonObject, dict[str, Upload]]:
    fields: JsonObject = {}
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=LARGEST_PART) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                kind = value.content_type or "application/octet-stream"
                uploads[name] = Upload(value.filename or name, kind, await value.read())
            else:
                fields[name] = value
    return fields, uploads
