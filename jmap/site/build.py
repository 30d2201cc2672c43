"""A site from its sources: what has changed since the last time is made, the rest is kept.

Nothing here but the making itself imports the language: a site of which nothing has changed is
recognised from the bytes of its sources alone.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jmap import __version__
from jmap.cache import cache_folder, fingerprint
from jmap.site.lock import Busy, locked
from jmap.site.publish import Beside, Publication, reap
from jmap.site.readings import Readings
from jmap.site.receipt import Receipt, kept_receipt
from jmap.site.sources import sources_of
from jmap.site.standing import Change, Refused, Standing, standing
from jmap.site.store import Store, site_store
from jmap.site.unit import Unit
from jmap.site.unsound import Broken, Unkept

if TYPE_CHECKING:
    from jmap.site.contents import Contents

_ATTEMPTS = 3
"""How often a build starts over because what was kept is not there any more."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for."""

    paths: tuple[str, ...]
    output: Path
    jobs: int
    """How many processes may work at once."""
    check: bool = False
    """Whether only to say what would change."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    files: int
    """How many files the site has."""
    changes: tuple[Change, ...] = ()
    """What has changed; of a check, what would."""
    notes: tuple[str, ...] = ()
    """What the drawing warned of."""


def build(request: Request, waiting: Callable[[], None]) -> Built:
    """Brings a site up to date, or says what that would change.

    ``waiting`` is called where another build of the same site has to be waited for. Raises
    ``Unsound`` for sources with errors and ``Refused`` for an output that cannot be written; the
    site is as it was then.
    """
    output = Path(os.path.abspath(request.output))
    if not output.name:
        raise Refused(f"{output} is no folder for a site: name one that jmap may make")
    if request.check:
        return _built(request, output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with locked(Beside(output).lock, waiting):
            reap(Beside(output))
            return _built(request, output)
    except Busy:
        raise Refused(f"another build of {output} is still going on") from None
    except Unkept:
        raise Refused("what was made cannot be kept: is there room on the disk?") from None
    except Broken:
        raise Refused("a process that was drawing ended before its work was done") from None
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise Refused(f"{output} cannot be written: {reason}") from None


def _built(request: Request, output: Path) -> Built:
    sources = sources_of(request.paths)
    if not sources.groups:
        raise Refused(f"there is no .jmap file in {', '.join(request.paths)}")
    readings = Readings()
    before = standing(output)
    jmap = json.dumps([__version__, fingerprint()])
    with _store(output, check=request.check) as store:
        receipt = kept_receipt(store, jmap, sources)
        if receipt.holds(readings, before):
            return Built(len(before.ours))
        units = sources.units(readings)
        return _Build(request, before, store, receipt, jmap, readings).run(units)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build that has something to do."""

    request: Request
    before: Standing
    store: Store
    receipt: Receipt
    jmap: str
    readings: Readings

    def run(self, units: tuple[Unit, ...] | None) -> Built:
        # Loaded only now: it brings the language and everything that draws.
        from jmap.site.contents import Gathering, Lost

        asked = self.request
        for _ in range(_ATTEMPTS):
            gathering = Gathering(asked.paths, self.store, self.jmap, asked.jobs, self.readings)
            made = gathering.contents(units)
            try:
                return self._delivered(made)
            except Lost as lost:
                # A page that is not there any more, or not whole, is made again.
                self.store.drop_page(lost.digest)
        raise Unkept

    def _delivered(self, made: "Contents") -> Built:
        intact = self.before.intact(self.receipt.stamps or {})
        changes = self.before.changes(made.files, intact)
        built = Built(len(made.files), changes, made.notes)
        if self.request.check:
            return built
        stamps = {path: self.before.found[path].stamp for path in intact}
        if changes or not self.before.listed:
            stamps = Publication(self.before, made.files, intact, made.page).publish()
        made.tidy()
        if not made.notes:
            replace(self.receipt, read=made.read, files=made.files, stamps=stamps).keep(self.store)
        return built


@contextmanager
def _store(output: Path, *, check: bool) -> Iterator[Store]:
    """Where pages are kept; where nothing may be kept, a folder that goes when the build ends."""
    cache = cache_folder()
    kept = site_store(cache, output) if cache else None
    if kept is not None:
        yield kept
        return
    if check:
        with tempfile.TemporaryDirectory(prefix="jmap-") as folder:
            yield Store(Path(folder))
        return
    work = Beside(output).named("work")
    work.mkdir(mode=0o700)
    try:
        yield Store(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
