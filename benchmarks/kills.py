"""`python -m benchmarks.kills --rounds 100`: the bot is killed at random moments while eight people register at once.

With `--group` while the eight, in a group, vote in the chat and in private, and their dates are settled.

Each round is played in a town of its own, and prints what happened; the first thing that is not as it must be ends it,
and the folder of that round stays to be looked into.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
from pathlib import Path

from tests.journeys.group_kills import play_group_round
from tests.journeys.harness import town_in
from tests.journeys.kills import Report, play_round

NO_PACING = {"INTERVISIE_PACING": "false"}
TUESDAY_MORNING = "2027-01-12T09:00:00Z"


REGISTERED = "every registration complete, once, as entered"
SETTLED = "every vote counted as it was cast last, one set of dates, the best"


async def play(rounds: int, first_seed: int, *, in_group: bool) -> int:
    play_one = play_group_round if in_group else play_round
    reports: list[Report] = []
    for seed in range(first_seed, first_seed + rounds):
        folder = Path(tempfile.mkdtemp(prefix=f"kills-{seed}-"))
        print(f"{len(reports) + 1} of {rounds}: ", end="", flush=True)
        try:
            async with town_in(folder, "--now", TUESDAY_MORNING, "--no-limits", settings=NO_PACING) as town:
                reports.append(await play_one(town, seed))
        except (AssertionError, TimeoutError) as error:
            print(f"seed {seed} is not as it must be; see {folder}\n{error}")
            return 1
        print(reports[-1], flush=True)
        shutil.rmtree(folder)
    kills, twice = sum(report.kills for report in reports), sum(report.said_twice for report in reports)
    print(f"{rounds} rounds, {kills} kills: {SETTLED if in_group else REGISTERED}; {twice} messages said twice")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description="Kill the bot, again and again.")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="of the first round")
    parser.add_argument("--group", action="store_true", help="while a group votes, rather than while people register")
    options = parser.parse_args()
    return asyncio.run(play(options.rounds, options.seed, in_group=options.group))


if __name__ == "__main__":
    sys.exit(main())
