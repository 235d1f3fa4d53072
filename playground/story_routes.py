"""/story: what the page tells of a story that plays by itself."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.bodies import need, read_body, take
from playground.errors import PersonError
from playground.world import World

WAIT_SECONDS = 20


def story_routes(world: World) -> list[Route]:
    story = _Story(world)
    return [
        Route("/story", story.now, methods=["GET"]),
        Route("/story", story.tell, methods=["POST"]),
        Route("/story", story.clear, methods=["DELETE"]),
        Route("/story/pause", story.pause, methods=["POST"]),
        Route("/story/resume", story.resume, methods=["POST"]),
        Route("/story/wait", story.wait, methods=["POST"]),
    ]


class _Story:
    def __init__(self, world: World) -> None:
        self._world = world
        self._narration = world.narration

    async def now(self, _: Request) -> Response:
        return JSONResponse(self._narration.as_json())

    async def tell(self, request: Request) -> Response:
        body = await read_body(request)
        person = take(body, "person", int)
        if person is not None and person not in self._world.state.people:
            raise PersonError(404, f"There is no person {person}.")
        chat = take(body, "chat", int)
        self._narration.tell(need(body, "caption", str), person, chat, over=take(body, "over", bool, default=False))
        return JSONResponse(self._narration.as_json())

    async def clear(self, _: Request) -> Response:
        self._narration.clear()
        return JSONResponse(self._narration.as_json())

    async def pause(self, _: Request) -> Response:
        self._narration.pause()
        return JSONResponse(self._narration.as_json())

    async def resume(self, _: Request) -> Response:
        self._narration.resume()
        return JSONResponse(self._narration.as_json())

    async def wait(self, request: Request) -> Response:
        body = await read_body(request)
        await self._narration.until_it_may_go_on(take(body, "timeout", int | float, default=WAIT_SECONDS))
        return JSONResponse(self._narration.as_json())
