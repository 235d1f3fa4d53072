"""What descriptions of the interface are made of."""

from playground.shapes import JsonObject

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "integer"}
SECONDS: JsonObject = {"type": "number"}
TRUTH: JsonObject = {"type": "boolean"}
MOMENT: JsonObject = {"type": "string", "format": "date-time"}
BYTES: JsonObject = {"type": "string", "format": "binary"}
ANYTHING: JsonObject = {"type": "object"}


def or_null(schema: JsonObject) -> JsonObject:
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: JsonObject) -> JsonObject:
    return {"type": "array", "items": schema}


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def object_of(required: JsonObject, **optional: JsonObject) -> JsonObject:
    return {"type": "object", "properties": {**required, **optional}, "required": list(required)}


UPLOAD = object_of({}, caption=TEXT, name=TEXT)
IN_QUERY = {"after": NUMBER, "save": TRUTH}


def operation(
    summary: str, answer: JsonObject, body: JsonObject | None = None, *, query: str | None = None, status: int = 200
) -> JsonObject:
    described: JsonObject = {
        "summary": summary,
        "responses": {
            str(status): {"description": "done", "content": {"application/json": {"schema": answer}}},
            "4XX": {"description": "refused", "content": {"application/json": {"schema": ref("Error")}}},
        },
    }
    if body is not None:
        content = {"application/json": {"schema": body}}
        if body is UPLOAD:
            content["multipart/form-data"] = {"schema": object_of({"file": BYTES}, caption=TEXT)}
        described["requestBody"] = {"content": content}
    if query is not None:
        described["parameters"] = [{"name": query, "in": "query", "schema": IN_QUERY[query]}]
    return described


def of_other_type(described: JsonObject, media_type: str) -> JsonObject:
    answer = described["responses"]["200"]
    answer["content"] = {media_type: {"schema": TEXT}}
    return described
