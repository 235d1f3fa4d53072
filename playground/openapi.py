"""/openapi.json: the interface of the people, the clock, the faults and the limits."""

from playground.faults import KINDS
from playground.narration import STATES
from playground.openapi_groups import GROUP_PATHS, GROUP_SCHEMAS, RIGHTS_SCHEMA
from playground.openapi_parts import (
    ANYTHING,
    MOMENT,
    NUMBER,
    SECONDS,
    TEXT,
    TRUTH,
    UPLOAD,
    list_of,
    object_of,
    of_other_type,
    operation,
    or_null,
    ref,
)
from playground.people import PARTS
from playground.shapes import JsonObject

PART: JsonObject = {"type": "string", "enum": list(PARTS)}
SCHEMAS: JsonObject = {
    **GROUP_SCHEMAS,
    "Error": object_of({"error": {"type": "string", "description": "one plain sentence"}}),
    "Person": object_of(
        {
            "id": NUMBER,
            "first_name": TEXT,
            "last_name": TEXT,
            "username": or_null(TEXT),
            "phone_number": TEXT,
            "language_code": TEXT,
            "part": PART,
            "municipality": or_null(TEXT),
            "unread": NUMBER,
        }
    ),
    "ChatLine": object_of(
        {
            "id": NUMBER,
            "type": TEXT,
            "title": TEXT,
            "unread": NUMBER,
            "last": or_null(object_of({"text": TEXT, "date": MOMENT})),
        }
    ),
    "Chat": object_of(
        {
            "chat": ref("ChatAndCount"),
            "bot": object_of({"id": NUMBER, "first_name": TEXT, "username": TEXT}, status=TEXT, rights=RIGHTS_SCHEMA),
            "members": {**list_of(ref("Member")), "description": "who is in a group; empty in a private chat"},
            "my_status": or_null(TEXT),
            "my_anonymity": {**TRUTH, "description": "whether the group speaks for this administrator"},
            "can_manage": TRUTH,
            "started": TRUTH,
            "blocked": TRUTH,
            "unread": NUMBER,
            "typing": TRUTH,
            "commands": list_of(object_of({"command": TEXT, "description": TEXT})),
            "reply_keyboard": or_null(ref("ReplyKeyboard")),
            "force_reply": TRUTH,
            "messages": list_of(ref("Message")),
            "callback_answers": list_of(ref("CallbackAnswer")),
        }
    ),
    "ReplyKeyboard": object_of(
        {
            "rows": list_of(list_of(object_of({"text": TEXT, "request_contact": TRUTH}))),
            "placeholder": or_null(TEXT),
            "one_time": TRUTH,
        }
    ),
    "CallbackAnswer": object_of(
        {"callback_query_id": TEXT, "text": or_null(TEXT), "show_alert": TRUTH, "date": MOMENT}
    ),
    "Message": object_of(
        {
            "message_id": NUMBER,
            "date": MOMENT,
            "sender": object_of({"id": NUMBER, "name": TEXT, "is_bot": TRUTH}),
            "outgoing": TRUTH,
            "kind": {
                "type": "string",
                "enum": ["text", "photo", "document", "sticker", "voice", "contact", "poll", "service"],
            },
            "text": or_null(TEXT),
            "entities": {**list_of(ANYTHING), "description": "MessageEntity of the Bot API, counted in UTF-16 units"},
            "file": or_null(ref("File")),
            "contact": or_null(object_of({"phone_number": TEXT, "first_name": TEXT, "user_id": or_null(NUMBER)})),
            "poll": or_null(ref("Poll")),
            "edited": TRUTH,
            "forwarded": TRUTH,
            "protected": TRUTH,
            "reply_to": or_null(NUMBER),
            "inline_keyboard": list_of(
                list_of(object_of({"text": TEXT, "callback_data": or_null(TEXT), "url": or_null(TEXT)}))
            ),
        }
    ),
    "File": object_of({"name": TEXT, "mime_type": TEXT, "size": NUMBER, "url": TEXT}, width=NUMBER, height=NUMBER),
    "Clock": object_of({"version": NUMBER, "now": MOMENT, "next_due": or_null(MOMENT), "idle": TRUTH, "moving": TRUTH}),
    "Story": object_of(
        {
            "state": {"type": "string", "enum": list(STATES)},
            "caption": or_null(TEXT),
            "person": {**or_null(NUMBER), "description": "who acts"},
            "chat": {**or_null(NUMBER), "description": "where; null: where something was said last"},
        }
    ),
    "Fault": object_of(
        {"kind": {"type": "string", "enum": sorted(KINDS)}},
        method={"type": "string", "default": "*", "description": "* is every method but getUpdates"},
        times={**or_null(NUMBER), "description": "how often it still strikes; null until it is removed"},
        retry_after=NUMBER,
        seconds={**SECONDS, "description": "how long a time-out hangs, or reordering waits for a second update"},
        chat_id=or_null(NUMBER),
        id={**NUMBER, "readOnly": True},
        count={**NUMBER, "readOnly": True, "description": "how often it has struck"},
    ),
    "Limits": object_of(
        {"enforced": TRUTH},
        total_per_second=NUMBER,
        chat_per_second=NUMBER,
        group_per_minute=NUMBER,
        incidents={**NUMBER, "readOnly": True},
    ),
    "Journal": object_of(
        {
            "next": NUMBER,
            "entries": list_of(
                object_of(
                    {
                        "n": NUMBER,
                        "at": MOMENT,
                        "method": TEXT,
                        "chat_id": or_null({"type": ["integer", "string"]}),
                        "ok": TRUTH,
                        "error_code": or_null(NUMBER),
                        "description": or_null(TEXT),
                        "fields": list_of(TEXT),
                    }
                )
            ),
        }
    ),
}

NEWS = (
    "Live news. person and chat say where; for a group person is null, and whoever shows that chat fetches it again, "
    "but for what one person reads or is answered"
)
CHAT = "/people/{person}/chats/{chat}"
MESSAGE = ref("Message")
PATHS: dict[str, JsonObject] = {
    **GROUP_PATHS,
    "/people": {
        "get": operation("Everyone", list_of(ref("Person"))),
        "post": operation(
            "Someone joins Telegram",
            ref("Person"),
            object_of(
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
    "/people/{person}/chats": {"get": operation("The chats of a person", list_of(ref("ChatLine")))},
    CHAT: {"get": operation("A chat as that person sees it", ref("Chat"), query="after")},
    "/people/{person}/files/{file}": {
        "get": of_other_type(
            operation("View a file, or save it: refused for what is protected", TEXT, query="save"),
            "application/octet-stream",
        )
    },
    f"{CHAT}/start": {
        "post": operation("Tap Start, or follow a deep link; lifts a block", MESSAGE, object_of({}, payload=TEXT))
    },
    f"{CHAT}/messages": {
        "post": operation("Write", MESSAGE, object_of({"text": TEXT}, reply_to_message_id=NUMBER, forwarded=TRUTH))
    },
    f"{CHAT}/edits": {
        "post": operation("Change what one wrote", MESSAGE, object_of({"message_id": NUMBER, "text": TEXT}))
    },
    f"{CHAT}/forwards": {
        "post": operation(
            "Forward a message of this chat into it; refused when protected", MESSAGE, object_of({"message_id": NUMBER})
        )
    },
    f"{CHAT}/taps": {
        "post": operation(
            "Tap a button: by its words, its place, or with forged data",
            object_of({"callback_query_id": or_null(TEXT)}),
            object_of({"message_id": NUMBER}, text=TEXT, row=NUMBER, column=NUMBER, callback_data=TEXT),
        )
    },
    f"{CHAT}/votes": {
        "post": operation(
            "Vote in a poll, by the words of options or their numbers as shown, from 0; none takes the vote back",
            MESSAGE,
            object_of({"message_id": NUMBER, "options": list_of({"type": ["string", "integer"]})}),
        )
    },
    f"{CHAT}/options": {
        "post": operation(
            "Add an option to a poll that takes them", MESSAGE, object_of({"message_id": NUMBER, "text": TEXT})
        )
    },
    f"{CHAT}/messages/{{message}}": {
        "delete": operation(
            "Delete a message for everyone: the author, or an administrator", object_of({"deleted": TRUTH})
        )
    },
    f"{CHAT}/keyboard": {"post": operation("Tap a button of the keyboard below", MESSAGE, object_of({"text": TEXT}))},
    f"{CHAT}/contact": {
        "post": operation(
            "Share a contact; one's own unless said otherwise",
            MESSAGE,
            object_of({}, phone_number=TEXT, user_id=or_null(NUMBER)),
        )
    },
    f"{CHAT}/sticker": {"post": operation("Send a sticker", MESSAGE, object_of({}, emoji=TEXT))},
    f"{CHAT}/voice": {"post": operation("Send a voice message", MESSAGE)},
    f"{CHAT}/photo": {"post": operation("Send a photo, a small one unless a file comes along", MESSAGE, UPLOAD)},
    f"{CHAT}/document": {"post": operation("Send a document, a small one unless a file comes along", MESSAGE, UPLOAD)},
    f"{CHAT}/block": {"post": operation("Block the bot", object_of({"blocked": TRUTH}))},
    f"{CHAT}/unblock": {"post": operation("Lift the block", object_of({"blocked": TRUTH}))},
    f"{CHAT}/read": {"post": operation("Read all there is", object_of({"unread": NUMBER}))},
    "/events": {"get": of_other_type(operation(NEWS, TEXT), "text/event-stream")},
    "/bot-info": {
        "get": operation(
            "The bot, and whether it is there",
            object_of(
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
    "/clock": {"get": operation("The bot's clock", ref("Clock"))},
    "/clock/idle": {
        "post": operation(
            "The bot says that it has nothing to do; answers when the clock moves, or after 20 seconds",
            object_of({"version": NUMBER, "now": MOMENT}),
            object_of({"seen": NUMBER}, next_due=or_null(MOMENT), last_update_id=or_null(NUMBER)),
        )
    },
    "/clock/settle": {
        "post": operation(
            "Wait until the bot is idle",
            object_of({"now": MOMENT, "next_due": or_null(MOMENT)}),
            object_of({}, timeout=SECONDS),
        )
    },
    "/clock/forward": {
        "post": operation(
            "Put the clock forward, past each due moment in order",
            object_of({"now": MOMENT, "visited": list_of(MOMENT), "bot": TRUTH}),
            object_of({}, seconds=SECONDS, to=MOMENT, next=TRUTH, timeout=SECONDS),
        )
    },
    "/story": {
        "get": operation("What the page tells of the story that plays by itself", ref("Story")),
        "post": operation(
            "Show a caption and bring the phone of who acts forward",
            ref("Story"),
            object_of({"caption": TEXT}, person=or_null(NUMBER), chat=or_null(NUMBER), over=TRUTH),
        ),
        "delete": operation("Tell nothing any more", ref("Story")),
    },
    "/story/pause": {"post": operation("Hold the story", ref("Story"))},
    "/story/resume": {"post": operation("Let the story go on", ref("Story"))},
    "/story/wait": {
        "post": operation("Wait until the story may go on", ref("Story"), object_of({}, timeout=SECONDS)),
    },
    "/faults": {
        "get": operation("The faults that strike", list_of(ref("Fault"))),
        "post": operation("Let something fail", object_of({"id": NUMBER}), ref("Fault"), status=201),
        "delete": operation("Let all go well", ANYTHING),
    },
    "/faults/{fault}": {"delete": operation("Remove one fault", ANYTHING)},
    "/limits": {
        "get": operation("Telegram's limits on sending", ref("Limits")),
        "put": operation("Change or lift them", ref("Limits"), ref("Limits")),
    },
    "/journal": {"get": operation("What the bot asked, call by call", ref("Journal"), query="after")},
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
