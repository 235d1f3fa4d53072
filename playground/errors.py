"""The two ways to refuse: to the bot in Telegram's words, to a person in one plain sentence."""

from playground.shapes import JsonObject


class ApiError(Exception):
    """A Bot API error: the code and the description as Telegram gives them, with its `parameters` if any."""

    def __init__(self, code: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class PersonError(Exception):
    """What a person tried cannot be done: `sentence` says why; `status` is HTTP's, 4xx, or 504 for a time-out."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def bad_request(problem: str) -> ApiError:
    return ApiError(400, f"Bad Request: {problem}")


def forbidden(problem: str) -> ApiError:
    return ApiError(403, f"Forbidden: {problem}")


def not_implemented(what: str) -> ApiError:
    """For what the specification knows and the playground does not do: never a silent `true`."""
    return ApiError(501, f"Not Implemented: {what}")


def too_many_requests(retry_after: int) -> ApiError:
    """`retry_after` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
