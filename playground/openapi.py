"""/openapi.json: the interface of the people, the clock, the faults and the limits."""

from playground.faults import KINDS
from playground.narration import STATES
from playground.people import PARTS
from playground.shapes import JsonObject

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "integer"}
SECONDS: JsonObject = {"type": "number"}
TRUTH: JsonObject = {"type": "boolean"}
MOMENT: JsonObject = {"type": "string", "format": "date-time"}
BYTES: JsonObject = {"type": "string", "format": "binary"}
ANYTHING: JsonObject = {"type": "object"}


def _or_null(schema: JsonObject) -> JsonObject:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: JsonObject) -> JsonObject:
    return {"type": "array", "items": schema}


def _ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: JsonObject, **optional: JsonObject) -> JsonObject:
    return {"type": "object", "properties": {**required, **optional}, "required": list(required)}


PART: JsonObject = {"type": "string", "enum": list(PARTS)}
SCHEMAS: JsonObject = {
    "Error": _object({"error": {"type": "string", "description": "one plain sentence"}}),
    "Person": _object(
        {
            "id": NUMBER,
            "first_name": TEXT,
            "last_name": TEXT,
            "username": _or_null(TEXT),
            "phone_number": TEXT,
            "language_code": TEXT,
            "part": PART,
            "municipality": _or_null(TEXT),
            "unread": NUMBER,
        }
    ),
    "ChatLine": _object(
        {
            "id": NUMBER,
            "type": TEXT,
            "title": TEXT,
            "unread": NUMBER,
            "last": _or_null(_object({"text": TEXT, "date": MOMENT})),
        }
    ),
    "Chat": _object(
        {
            "chat": _object({"id": NUMBER, "type": TEXT, "title": TEXT}),
            "bot": _object({"id": NUMBER, "first_name": TEXT, "username": TEXT}),
            "started": TRUTH,
            "blocked": TRUTH,
            "unread": NUMBER,
            "typing": TRUTH,
            "commands": _list(_object({"command": TEXT, "description": TEXT})),
            "reply_keyboard": _or_null(_ref("ReplyKeyboard")),
            "force_reply": TRUTH,
            "messages": _list(_ref("Message")),
            "callback_answers": _list(_ref("CallbackAnswer")),
        }
    ),
    "ReplyKeyboard": _object(
        {
            "rows": _list(_list(_object({"text": TEXT, "request_contact": TRUTH}))),
            "placeholder": _or_null(TEXT),
            "one_time": TRUTH,
        }
    ),
    "CallbackAnswer": _object({"callback_query_id": TEXT, "text": _or_null(TEXT), "show_alert": TRUTH, "date": MOMENT}),
    "Message": _object(
        {
            "message_id": NUMBER,
            "date": MOMENT,
            "sender": _object({"id": NUMBER, "name": TEXT, "is_bot": TRUTH}),
            "outgoing": TRUTH,
            "kind": {
                "type": "string",
                "enum": ["text", "photo", "document", "sticker", "voice", "contact", "service"],
            },
            "text": _or_null(TEXT),
            "entities": {**_list(ANYTHING), "description": "MessageEntity of the Bot API, counted in UTF-16 units"},
            "file": _or_null(_ref("File")),
            "contact": _or_null(_object({"phone_number": TEXT, "first_name": TEXT, "user_id": _or_null(NUMBER)})),
            "edited": TRUTH,
            "forwarded": TRUTH,
            "protected": TRUTH,
            "reply_to": _or_null(NUMBER),
            "inline_keyboard": _list(
                _list(_object({"text": TEXT, "callback_data": _or_null(TEXT), "url": _or_null(TEXT)}))
            ),
        }
    ),
    "File": _object({"name": TEXT, "mime_type": TEXT, "size": NUMBER, "url": TEXT}, width=NUMBER, height=NUMBER),
    "Clock": _object({"version": NUMBER, "now": MOMENT, "next_due": _or_null(MOMENT), "idle": TRUTH, "moving": TRUTH}),
    "Story": _object(
        {
            "state": {"type": "string", "enum": list(STATES)},
            "caption": _or_null(TEXT),
            "person": {**_or_null(NUMBER), "description": "who acts"},
        }
    ),
    "Fault": _object(
        {"kind": {"type": "string", "enum": sorted(KINDS)}},
        method={"type": "string", "default": "*", "description": "* is every method but getUpdates"},
        times={**_or_null(NUMBER), "description": "how often it still strikes; null until it is removed"},
        retry_after=NUMBER,
        seconds={**SECONDS, "description": "how long a time-out hangs, or reordering waits for a second update"},
        chat_id=_or_null(NUMBER),
        id={**NUMBER, "readOnly": True},
        count={**NUMBER, "readOnly": True, "description": "how often it has struck"},
    ),
    "Limits": _object(
        {"enforced": TRUTH},
        total_per_second=NUMBER,
        chat_per_second=NUMBER,
        group_per_minute=NUMBER,
        incidents={**NUMBER, "readOnly": True},
    ),
    "Journal": _object(
        {
            "next": NUMBER,
            "entries": _list(
                _object(
                    {
                        "n": NUMBER,
                        "at": MOMENT,
                        "method": TEXT,
                        "chat_id": _or_null({"type": ["integer", "string"]}),
                        "ok": TRUTH,
                        "error_code": _or_null(NUMBER),
                        "description": _or_null(TEXT),
                        "fields": _list(TEXT),
                    }
                )
            ),
        }
    ),
}

CHAT = "/people/{person}/chats/{chat}"
MESSAGE = _ref("Message")
UPLOAD = _object({}, caption=TEXT, name=TEXT)
IN_QUERY = {"after": NUMBER, "save": TRUTH}


def _operation(
    summary: str, answer: JsonObject, body: JsonObject | None = None, *, query: str | None = None, status: int = 200
) -> JsonObject:
    operation: JsonObject = {
        "summary": summary,
        "responses": {
            str(status): {"description": "done", "content": {"application/json": {"schema": answer}}},
            "4XX": {"description": "refused", "content": {"application/json": {"schema": _ref("Error")}}},
        },
    }
    if body is not None:
        content = {"application/json": {"schema": body}}
        if body is UPLOAD:
            content["multipart/form-data"] = {"schema": _object({"file": BYTES}, caption=TEXT)}
        operation["requestBody"] = {"content": content}
    if query is not None:
        operation["parameters"] = [{"name": query, "in": "query", "schema": IN_QUERY[query]}]
    return operation


def _of_other_type(operation: JsonObject, media_type: str) -> JsonObject:
    answer = operation["responses"]["200"]
    answer["content"] = {media_type: {"schema": TEXT}}
    return operation


PATHS: dict[str, JsonObject] = {
    "/people": {
        "get": _operation("Everyone", _list(_ref("Person"))),
        "post": _operation(
            "Someone joins Telegram",
            _ref("Person"),
            _object(
                {"first_name": TEXT},
                last_name=TEXT,
                username=TEXT,
                phone_number=TEXT,
                language_code=TEXT,
                part=PART,
                municipality=TEXT,
            ),
            status=201,
        ),
    },
    "/people/{person}/chats": {"get": _operation("The chats of a person", _list(_ref("ChatLine")))},
    CHAT: {"get": _operation("A chat as that person sees it", _ref("Chat"), query="after")},
    "/people/{person}/files/{file}": {
        "get": _of_other_type(
            _operation("View a file, or save it: refused for what is protected", TEXT, query="save"),
            "application/octet-stream",
        )
    },
    f"{CHAT}/start": {
        "post": _operation("Tap Start, or follow a deep link; lifts a block", MESSAGE, _object({}, payload=TEXT))
    },
    f"{CHAT}/messages": {
        "post": _operation("Write", MESSAGE, _object({"text": TEXT}, reply_to_message_id=NUMBER, forwarded=TRUTH))
    },
    f"{CHAT}/edits": {
        "post": _operation("Change what one wrote", MESSAGE, _object({"message_id": NUMBER, "text": TEXT}))
    },
    f"{CHAT}/forwards": {
        "post": _operation(
            "Forward a message of this chat into it; refused when protected", MESSAGE, _object({"message_id": NUMBER})
        )
    },
    f"{CHAT}/taps": {
        "post": _operation(
            "Tap a button: by its words, its place, or with forged data",
            _object({"callback_query_id": _or_null(TEXT)}),
            _object({"message_id": NUMBER}, text=TEXT, row=NUMBER, column=NUMBER, callback_data=TEXT),
        )
    },
    f"{CHAT}/keyboard": {"post": _operation("Tap a button of the keyboard below", MESSAGE, _object({"text": TEXT}))},
    f"{CHAT}/contact": {
        "post": _operation(
            "Share a contact; one's own unless said otherwise",
            MESSAGE,
            _object({}, phone_number=TEXT, user_id=_or_null(NUMBER)),
        )
    },
    f"{CHAT}/sticker": {"post": _operation("Send a sticker", MESSAGE, _object({}, emoji=TEXT))},
    f"{CHAT}/voice": {"post": _operation("Send a voice message", MESSAGE)},
    f"{CHAT}/photo": {"post": _operation("Send a photo, a small one unless a file comes along", MESSAGE, UPLOAD)},
    f"{CHAT}/document": {"post": _operation("Send a document, a small one unless a file comes along", MESSAGE, UPLOAD)},
    f"{CHAT}/block": {"post": _operation("Block the bot", _object({"blocked": TRUTH}))},
    f"{CHAT}/unblock": {"post": _operation("Lift the block", _object({"blocked": TRUTH}))},
    f"{CHAT}/read": {"post": _operation("Read all there is", _object({"unread": NUMBER}))},
    "/events": {"get": _of_other_type(_operation("Live news", TEXT), "text/event-stream")},
    "/bot-info": {
        "get": _operation(
            "The bot, and whether it is there",
            _object(
                {
                    "id": NUMBER,
                    "first_name": TEXT,
                    "username": TEXT,
                    "polling": TRUTH,
                    "polls": NUMBER,
                    "pending_updates": NUMBER,
                }
            ),
        )
    },
    "/clock": {"get": _operation("The bot's clock", _ref("Clock"))},
    "/clock/idle": {
        "post": _operation(
            "The bot says that it has nothing to do; answers when the clock moves, or after 20 seconds",
            _object({"version": NUMBER, "now": MOMENT}),
            _object({"seen": NUMBER}, next_due=_or_null(MOMENT), last_update_id=_or_null(NUMBER)),
        )
    },
    "/clock/settle": {
        "post": _operation(
            "Wait until the bot is idle",
            _object({"now": MOMENT, "next_due": _or_null(MOMENT)}),
            _object({}, timeout=SECONDS),
        )
    },
    "/clock/forward": {
        "post": _operation(
            "Put the clock forward, past each due moment in order",
            _object({"now": MOMENT, "visited": _list(MOMENT), "bot": TRUTH}),
            _object({}, seconds=SECONDS, to=MOMENT, next=TRUTH, timeout=SECONDS),
        )
    },
    "/story": {
        "get": _operation("What the page tells of the story that plays by itself", _ref("Story")),
        "post": _operation(
            "Show a caption and bring the phone of who acts forward",
            _ref("Story"),
            _object({"caption": TEXT}, person=_or_null(NUMBER), over=TRUTH),
        ),
        "delete": _operation("Tell nothing any more", _ref("Story")),
    },
    "/story/pause": {"post": _operation("Hold the story", _ref("Story"))},
    "/story/resume": {"post": _operation("Let the story go on", _ref("Story"))},
    "/story/wait": {
        "post": _operation("Wait until the story may go on", _ref("Story"), _object({}, timeout=SECONDS)),
    },
    "/faults": {
        "get": _operation("The faults that strike", _list(_ref("Fault"))),
        "post": _operation("Let something fail", _object({"id": NUMBER}), _ref("Fault"), status=201),
        "delete": _operation("Let all go well", ANYTHING),
    },
    "/faults/{fault}": {"delete": _operation("Remove one fault", ANYTHING)},
    "/limits": {
        "get": _operation("Telegram's limits on sending", _ref("Limits")),
        "put": _operation("Change or lift them", _ref("Limits"), _ref("Limits")),
    },
    "/journal": {"get": _operation("What the bot asked, call by call", _ref("Journal"), query="after")},
}


def _with_path_parameters(path: str, item: JsonObject) -> JsonObject:
    names = [part.strip("{}") for part in path.split("/") if part.startswith("{")]
    if not names:
        return item
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": TEXT if name == "file" else NUMBER} for name in names
    ]
    return {"parameters": parameters, **item}


def description() -> JsonObject:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Playground",
            "version": "1",
            "description": "A local Telegram: act as its people, move the bot's clock, let things fail.",
        },
        "paths": {path: _with_path_parameters(path, item) for path, item in PATHS.items()},
        "components": {"schemas": SCHEMAS},
    }
