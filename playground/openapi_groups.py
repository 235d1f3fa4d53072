"""The part of /openapi.json about groups and polls."""

from playground.groups import RIGHTS, STATUSES
from playground.openapi_parts import MOMENT, NUMBER, TEXT, TRUTH, list_of, object_of, operation, or_null, ref
from playground.shapes import JsonObject

RIGHTS_SCHEMA: JsonObject = {"type": "object", "properties": dict.fromkeys(RIGHTS, TRUTH)}
STATUS: JsonObject = {"type": "string", "enum": list(STATUSES)}
PLACE: JsonObject = {"type": "string", "enum": ["member", "administrator", "left", "kicked"]}
WHERE = object_of({"chat_id": NUMBER})
GROUP = "/people/{person}/groups/{chat}"

GROUP_SCHEMAS: JsonObject = {
    "ChatAndCount": object_of(
        {"id": NUMBER, "type": TEXT, "title": TEXT},
        member_count=NUMBER,
        history_visible=TRUTH,
        upgraded_from={**or_null(NUMBER), "description": "the group that this supergroup was: its history is there"},
        upgraded_to={**or_null(NUMBER), "description": "the supergroup that this group has become"},
    ),
    "Member": object_of({"id": NUMBER, "name": TEXT, "status": STATUS, "is_bot": TRUTH, "anonymous": TRUTH}),
    "Group": object_of(
        {
            "chat_id": NUMBER,
            "type": TEXT,
            "title": TEXT,
            "members": list_of(ref("Member")),
            "history_visible": TRUTH,
            "bot": object_of({"status": STATUS, "rights": RIGHTS_SCHEMA}),
        }
    ),
    "Poll": object_of(
        {
            "id": TEXT,
            "question": TEXT,
            "description": or_null(TEXT),
            "type": {"type": "string", "enum": ["regular", "quiz"]},
            "options": list_of(ref("PollOption")),
            "total_voter_count": NUMBER,
            "results_hidden": {**TRUTH, "description": "counts and names come when the poll closes"},
            "is_closed": TRUTH,
            "is_anonymous": TRUTH,
            "allows_multiple_answers": TRUTH,
            "allows_revoting": TRUTH,
            "takes_options": {**TRUTH, "description": "whether voters may add options"},
            "close_date": or_null(MOMENT),
        }
    ),
    "PollOption": object_of(
        {
            "text": TEXT,
            "persistent_id": TEXT,
            "voter_count": NUMBER,
            "chosen": {**TRUTH, "description": "by this person"},
            "voters": list_of(TEXT),
        }
    ),
}


def _deed(summary: str, body: JsonObject) -> JsonObject:
    """Something done with a group; the answer has its number, another one when it has become a supergroup by it."""
    return {"post": operation(summary, WHERE, body)}


GROUP_PATHS: dict[str, JsonObject] = {
    "/groups": {"get": operation("All groups", list_of(ref("Group")))},
    "/groups/{chat}": {"get": operation("One group", ref("Group"))},
    "/people/{person}/groups": {
        "post": operation(
            "Make a basic group",
            WHERE,
            object_of({"title": TEXT}, members=list_of(NUMBER), add_bot=TRUTH),
            status=201,
        )
    },
    "/people/{person}/join": {
        "post": operation(
            "Open an invite link: join, or ask to be let in",
            object_of({"status": {"type": "string", "enum": ["requested", "joined", "already", "invalid"]}}),
            object_of({"invite_link": TEXT}),
        )
    },
    "/people/{person}/join/look": {
        "post": operation(
            "What an invite link leads to, before it is opened",
            object_of(
                {
                    "status": {"type": "string", "enum": ["asks", "joins", "requested", "already", "invalid"]},
                    "chat_id": or_null(NUMBER),
                    "title": or_null(TEXT),
                }
            ),
            object_of({"invite_link": TEXT}),
        )
    },
    "/people/{person}/join/withdraw": {
        "post": operation("Take the request back", object_of({"withdrawn": TRUTH}), object_of({"invite_link": TEXT}))
    },
    GROUP: {"delete": operation("Delete the whole chat, as its creator", WHERE)},
    f"{GROUP}/bot": _deed(
        "Add, promote, demote or take out the bot; of the rights only those named are on, without any the usual ones",
        object_of({"status": PLACE}, rights=RIGHTS_SCHEMA),
    ),
    f"{GROUP}/members": _deed(
        "The same with a person; who had asked is let in; one who stays anonymous makes a basic group a supergroup",
        object_of({"person_id": NUMBER}, status=PLACE, rights=RIGHTS_SCHEMA, anonymous=TRUTH),
    ),
    f"{GROUP}/link": {
        "post": operation(
            "An invite link of one's own", object_of({"invite_link": TEXT}), object_of({}, creates_join_request=TRUTH)
        )
    },
    f"{GROUP}/leave": _deed("Leave", object_of({})),
    f"{GROUP}/history": _deed(
        "Show newcomers what was written before, or not; showing it makes a basic group a supergroup",
        object_of({"visible": TRUTH}),
    ),
    f"{GROUP}/upgrade": _deed("Make it a supergroup", object_of({})),
    f"{GROUP}/title": _deed("Give it another name", object_of({"title": TEXT})),
    f"{GROUP}/anonymous": _deed(
        "Act as the group from now on, or not; it makes a basic group a supergroup", object_of({"anonymous": TRUTH})
    ),
}
