"""The clock, live news, faults, limits and the journal."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from playground.bodies import need, read_body, take, take_moment
from playground.clock import IdleReport
from playground.connection import watched
from playground.errors import PersonError
from playground.world import World

CREATED = 201
SETTLE_SECONDS = 30
FORWARD_SECONDS = 60


def control_routes(world: World) -> list[Route]:
    control = _Control(world)
    return [
        Route("/bot-info", control.bot_info, methods=["GET"]),
        Route("/events", control.events, methods=["GET"]),
        Route("/clock", control.clock, methods=["GET"]),
        Route("/clock/idle", control.clock_idle, methods=["POST"]),
        Route("/clock/settle", control.clock_settle, methods=["POST"]),
        Route("/clock/forward", control.clock_forward, methods=["POST"]),
        Route("/faults", control.faults, methods=["GET"]),
        Route("/faults", control.add_fault, methods=["POST"]),
        Route("/faults", control.clear_faults, methods=["DELETE"]),
        Route("/faults/{fault:int}", control.remove_fault, methods=["DELETE"]),
        Route("/limits", control.limits, methods=["GET"]),
        Route("/limits", control.change_limits, methods=["PUT"]),
        Route("/journal", control.journal, methods=["GET"]),
    ]


class _Control:
    def __init__(self, world: World) -> None:
        self._world = world

    async def bot_info(self, _: Request) -> Response:
        bot, queue = self._world.state.bot, self._world.queue
        return JSONResponse(
            {
                "id": bot.id,
                "first_name": bot.first_name,
                "username": bot.username,
                "polling": queue.polling,
                "polls": queue.polls,
                "pending_updates": queue.pending,
            }
        )

    async def events(self, _: Request) -> Response:
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(self._world.events.stream(), media_type="text/event-stream", headers=headers)

    async def clock(self, _: Request) -> Response:
        return JSONResponse(self._world.clock.as_json())

    async def clock_idle(self, request: Request) -> Response:
        body = await read_body(request)
        report = IdleReport(need(body, "seen", int), take_moment(body, "next_due"), take(body, "last_update_id", int))
        async with watched(request.receive) as gone:
            return JSONResponse(await self._world.clock.report_idle(report, gone))

    async def clock_settle(self, request: Request) -> Response:
        body = await read_body(request)
        seconds = take(body, "timeout", int | float, default=SETTLE_SECONDS)
        return JSONResponse(await self._world.clock.settle(seconds))

    async def clock_forward(self, request: Request) -> Response:
        body = await read_body(request)
        clock = self._world.clock
        ways = [name for name in ("seconds", "to", "next") if body.get(name) is not None]
        if len(ways) != 1:
            raise PersonError(400, "Say either seconds, to or next.")
        target = take_moment(body, "to")
        if ways == ["seconds"]:
            target = clock.now() + timedelta(seconds=take(body, "seconds", int | float))
        if target is not None and target < clock.now():
            raise PersonError(400, "The clock only goes forward.")
        seconds = take(body, "timeout", int | float, default=FORWARD_SECONDS)
        try:
            return JSONResponse(await clock.forward(target, seconds))
        finally:
            self._world.save()

    async def faults(self, _: Request) -> Response:
        return JSONResponse(self._world.faults.as_json())

    async def add_fault(self, request: Request) -> Response:
        fault = self._world.faults.add(await read_body(request))
        # An open poll must notice an outage.
        self._world.queue.wake()
        return JSONResponse({"id": fault.id}, CREATED)

    async def clear_faults(self, _: Request) -> Response:
        self._world.faults.clear()
        self._world.queue.wake()
        return JSONResponse({})

    async def remove_fault(self, request: Request) -> Response:
        self._world.faults.remove(request.path_params["fault"])
        return JSONResponse({})

    async def limits(self, _: Request) -> Response:
        return JSONResponse(self._world.limits.as_json())

    async def change_limits(self, request: Request) -> Response:
        body = await read_body(request)
        limits = self._world.limits
        limits.change(
            enforced=need(body, "enforced", bool),
            total_per_second=take(body, "total_per_second", int, default=limits.total_per_second),
            chat_per_second=take(body, "chat_per_second", int, default=limits.chat_per_second),
            group_per_minute=take(body, "group_per_minute", int, default=limits.group_per_minute),
        )
        return JSONResponse(limits.as_json())

    async def journal(self, request: Request) -> Response:
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            raise PersonError(400, "after must be the number of an entry.")
        return JSONResponse(self._world.journal.after(int(after)))
