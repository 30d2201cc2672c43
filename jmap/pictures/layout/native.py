"""The `dot` program of a Graphviz on the machine, run only when asked for, and bounded."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import IO

from jmap.pictures.layout.failure import EngineFailure

_MEMORY = 1024 * 1024 * 1024
_ANSWER = 8 * 1024 * 1024


def run(dot: str, seconds: float) -> str:
    """Lay a DOT graph out with `dot`; return Graphviz' `plain` text.

    Raises EngineFailure if there is no `dot`, or it fails, takes longer than `seconds`, or needs
    more than 1 GB.
    """
    program = shutil.which("dot")
    if program is None:
        raise EngineFailure("is not installed: no program `dot` on the path")
    with tempfile.TemporaryFile() as answer:
        _run(program, dot, seconds, answer)
        if answer.tell() > _ANSWER:
            raise EngineFailure("answered with too much")
        answer.seek(0)
        return answer.read(_ANSWER).decode("utf-8", "replace")


def _run(program: str, dot: str, seconds: float, answer: IO[bytes]) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603
            [program, "-Tplain"],
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_limits(seconds),  # noqa: PLW1509
        )
    except OSError:
        raise EngineFailure("could not be started") from None
    try:
        process.communicate(dot.encode("ascii"), timeout=seconds)
    except subprocess.TimeoutExpired:
        _kill(process)
        raise EngineFailure(f"took longer than {seconds:g} s") from None
    answer.seek(0, os.SEEK_END)
    if process.returncode != 0:
        raise EngineFailure("failed")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _limits(seconds: float) -> Callable[[], None] | None:
    if sys.platform == "win32":
        return None
    import resource

    def apply() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_ANSWER + 1, _ANSWER + 1))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))

    return apply
