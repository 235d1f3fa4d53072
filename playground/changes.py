"""What has to be written down."""


class Changes:
    """What has changed since the last save, in the order in which it changed first."""

    def __init__(self) -> None:
        self._changed: dict[tuple[str, str], object | None] = {}

    def put(self, kind: str, key: object, value: object) -> None:
        self._changed[kind, str(key)] = value

    def remove(self, kind: str, key: object) -> None:
        self._changed[kind, str(key)] = None

    def take(self) -> dict[tuple[str, str], object | None]:
        taken, self._changed = self._changed, {}
        return taken
