"""One git at work: asked, listened to, and stopped when it takes too long."""

import os
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread, Timer
from types import TracebackType
from typing import IO

from jmap.git.failure import GitFailed
from jmap.git.program import command, environment

SECONDS = 60.0
"""How long one git may take."""
COMPLAINT = 16 * 1024
"""Most bytes kept of what one git complains about."""
OUTPUT = 16 * 1024 * 1024
"""Most bytes of an answer that is taken whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one git said before it ended."""

    status: int
    output: bytes
    complaint: str


def ask(folder: str | os.PathLike[str], *arguments: str) -> Answer:
    """Runs git once and takes its whole answer. Raises ``GitFailed`` where it cannot be run."""
    with Running(folder, *arguments) as git:
        output = git.read(OUTPUT + 1)
        if len(output) > OUTPUT:
            raise GitFailed(f"git said more than {OUTPUT:,} bytes where a few were expected")
        return git.ended(output)


class Running:
    """A git that runs until it has answered, or until the block is left."""

    def __init__(self, folder: str | os.PathLike[str], *arguments: str) -> None:
        self._process = _start(command(folder, *arguments))
        self._overran = False
        self._teller: Thread | None = None
        self._complaint = bytearray()
        self._listener = Thread(target=self._listen, daemon=True)
        self._alarm = Timer(SECONDS, self._overrun)
        self._alarm.daemon = True

    def __enter__(self) -> "Running":
        self._listener.start()
        self._alarm.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._alarm.cancel()
        self._kill()
        self._process.wait()
        self._listener.join()
        for stream in (_pipe(self._process.stdout), _pipe(self._process.stderr)):
            stream.close()
        self._hang_up()

    def say(self, text: str) -> None:
        """Writes a line to git. One that has ended hears nothing; reading will tell."""
        stream = _pipe(self._process.stdin)
        with suppress(OSError):
            stream.write(f"{text}\n".encode("ascii"))
            stream.flush()

    def tell(self, texts: Iterable[str]) -> None:
        """Writes lines to git while its answers are read: it need not wait for each."""
        content = "".join(f"{text}\n" for text in texts).encode("ascii")
        self._teller = Thread(target=self._tell, args=(content,), daemon=True)
        self._teller.start()

    def _tell(self, content: bytes) -> None:
        stream = _pipe(self._process.stdin)
        with suppress(OSError, ValueError):
            stream.write(content)
            stream.flush()

    def line(self) -> bytes:
        """The next line of the answer with its end, cut at 1,000 bytes; empty after the last."""
        return _pipe(self._process.stdout).readline(1_000)

    def read(self, size: int) -> bytes:
        """The next bytes of the answer: fewer than asked for only at its end."""
        return _pipe(self._process.stdout).read(size)

    def ended(self, output: bytes = b"") -> Answer:
        """Waits for the end. Raises ``GitFailed`` when the time is over."""
        self._hang_up()
        while self.read(OUTPUT):
            continue  # a git that is not listened to would not end
        status = self._process.wait()
        self._listener.join()
        if self._overran:
            raise GitFailed(
                f"git did not answer within {SECONDS:g} seconds",
                "see whether the repository can be read: git fsck",
            )
        return Answer(status, output, self._complaint.decode("utf-8", "replace"))

    def _hang_up(self) -> None:
        if self._teller is not None:
            self._teller.join()
        with suppress(OSError):
            _pipe(self._process.stdin).close()

    def _overrun(self) -> None:
        self._overran = True
        self._kill()

    def _kill(self) -> None:
        # With all that it may have started, where there are groups: each holds the pipes open.
        if self._process.returncode is not None:
            return
        if not hasattr(os, "killpg"):
            self._process.kill()
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _listen(self) -> None:
        # Read to the end whatever is kept: a git that cannot complain would wait for ever.
        while piece := _pipe(self._process.stderr).read(4096):
            self._complaint += piece[: max(0, COMPLAINT - len(self._complaint))]


def _start(line: list[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    try:
        # A list of arguments and no shell; the program is git by its absolute path.
        return subprocess.Popen(  # noqa: S603
            line, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(), start_new_session=True
        )
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise GitFailed(f"git cannot be started: {reason}") from None


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
