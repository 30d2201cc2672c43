"""Watching the files: after every save, and whatever else happens to them, another look."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from jmap.paths import is_entered
from jmap.preview.outcome import Outcome, look

_PAUSE = 60
"""How long changes are gathered, in milliseconds: an editor may write several files at once."""
_STEP = 20
"""How long it must be quiet to stop gathering earlier."""
_TURN = 500
"""How often to see whether to stop, and whether a file that could not be read has come."""


def watched(paths: tuple[str, ...], outcome: Outcome) -> frozenset[str]:
    """The folders to watch: those that were named, with the ones below in which journeys are looked
    for, and those of every file that was read.

    Folders, not files: most editors put a new file in the place of the old one.
    """
    found: set[str] = set()
    for path in map(os.path.abspath, paths):
        found |= set(_below(path)) if os.path.isdir(path) else {str(Path(path).parent)}
    for part in outcome.parts:
        found |= {str(Path(name).parent) for file in part.read for name in (file.path, file.real)}
    return frozenset(folder for folder in found if os.path.isdir(folder))


def follow(
    paths: tuple[str, ...], outcome: Outcome, show: Callable[[Outcome], None], stop: Event
) -> None:
    """Looks again after every change and shows what is new, until it is told to stop."""
    while not stop.is_set():
        folders = watched(paths, outcome)
        for _ in _turns(folders, stop):
            now = look(paths, outcome)
            if now is not outcome:
                outcome = now
                show(now)
            if not outcome.complete or watched(paths, outcome) != folders:
                break


def _turns(folders: frozenset[str], stop: Event) -> Iterator[None]:
    """A turn for each change, and one at the start: for what changed before the watch stood."""
    try:
        yield from _told(folders, stop)
    except (OSError, RuntimeError):
        # The system has no watches left, or a folder has just gone: looking is slower, but works.
        while not stop.wait(_TURN / 1000):
            yield


def _told(folders: frozenset[str], stop: Event) -> Iterator[None]:
    fresh = True
    for changes in watch(
        *sorted(folders),
        watch_filter=_matters,
        debounce=_PAUSE,
        step=_STEP,
        stop_event=stop,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
        raise_interrupt=False,
    ):
        if changes or fresh:
            yield
        fresh = False


def _below(folder: str) -> Iterator[str]:
    for inner, names, _ in os.walk(folder):
        names[:] = filter(is_entered, names)
        yield inner


def _matters(change: Change, path: str) -> bool:
    """Whether a change may concern a map: not that of a hidden file or an editor's copy."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith("~")
