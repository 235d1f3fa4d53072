"""The people's interface, described as OpenAPI."""

from playground.shapes import JsonObject


def description() -> JsonObject:
    return {"openapi": "3.1.0", "info": {"title": "Playground", "version": "1"}, "paths": {}}
