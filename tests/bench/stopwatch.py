"""Times processes one after another and prints what each took, as JSON. It is a small process of
its own, because a child seems at least as large as the process that started it.

Standard input holds a list of commands: {"arguments", "folder", "environment", "rounds"}; the
answer is a list of {"seconds", "peak", "status"}, one for each command and round, in rounds.
"""

import json
import os
import sys
import time


def timed(command: dict) -> dict:  # type: ignore[type-arg]
    os.chdir(command["folder"])
    silence = [(os.POSIX_SPAWN_OPEN, at, os.devnull, os.O_RDWR, 0) for at in range(3)]
    arguments = command["arguments"]
    start = time.perf_counter()
    child = os.posix_spawn(arguments[0], arguments, command["environment"], file_actions=silence)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "peak": used.ru_maxrss * 1024, "status": status}


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    rounds = max(command["rounds"] for command in asked)
    json.dump(
        [
            {**timed(command), "at": at}
            for number in range(rounds)
            for at, command in enumerate(asked)
            if number < command["rounds"]
        ],
        sys.stdout,
    )
