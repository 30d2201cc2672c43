"""One build of a site at a time: a lock that ends with its process, however that ends."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 60.0
"""How long a build waits for another one, in seconds."""
_PAUSE = 0.05


class Busy(Exception):
    """Another build holds the lock, and goes on."""


@contextmanager
def locked(path: Path, waiting: Callable[[], None], patience: float = PATIENCE) -> Iterator[None]:
    """Holds the lock that a path stands for; ``waiting`` is called once if it has to be waited for.

    The file is there only while somebody builds, and the lock is the system's: what a killed
    process leaves behind holds nobody up. Raises ``Busy`` when patience, in seconds, is at an end.
    """
    until = time.monotonic() + patience
    told = False
    while (descriptor := _taken(path)) is None:
        if not told:
            waiting()
            told = True
        if time.monotonic() > until:
            raise Busy
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        # Taken away before it is let go: whoever waits sees that the path names another file now.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _taken(path: Path) -> int | None:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        _lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> None:
    if os.name == "nt":
        _lock_on_windows(descriptor)
        return
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_on_windows(descriptor: int) -> None:
    import msvcrt

    locking = getattr(msvcrt, "locking")  # noqa: B009  # known to type checkers on Windows alone
    try:
        locking(descriptor, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
    except OSError as error:
        raise BlockingIOError from error
