"""What the last build of a site came to: enough to see that there is nothing to do."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jmap.site.readings import Readings
from jmap.site.sources import Sources
from jmap.site.standing import Standing
from jmap.site.store import Store
from jmap.site.tree import Stamp, sha256_of

KIND = "receipts"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The sources of a site and its pages, as they were after a build; empty before the first."""

    key: str
    """Everything that a build depends on but the content of its files."""
    read: tuple[tuple[str, str, str], ...] = ()
    """Every file that was followed: its path, where that led, and its SHA-256."""
    files: Mapping[str, str] | None = None
    """The pages, each with its digest."""
    stamps: Mapping[str, Stamp] | None = None
    """What tells whether somebody has changed a page since."""

    def holds(self, readings: Readings, standing: Standing) -> bool:
        """Whether neither a source nor a page has changed since."""
        if self.files is None or self.stamps is None or self.files != standing.ours:
            return False
        if not standing.listed or not all(readings.still(*file) for file in self.read):
            return False
        return all(_stands(path, self.stamps, standing) for path in self.files)

    def keep(self, store: Store) -> None:
        """Keeps it for the next build."""
        stamps = self.stamps or {}
        told = {
            "read": self.read,
            "files": dict(self.files or {}),
            "stamps": {
                path: [stamp.size, stamp.time, stamp.number] for path, stamp in stamps.items()
            },
        }
        store.keep(KIND, self.key, json.dumps(told).encode("utf-8", "surrogatepass"))


def kept_receipt(store: Store, jmap: str, sources: Sources) -> Receipt:
    """The receipt of the last build of these sources; an empty one where there is none."""
    told = json.dumps([jmap, sources.groups, os.getcwd()])
    empty = Receipt(sha256_of(told.encode("utf-8", "surrogatepass")))
    payload = store.entry(KIND, empty.key)
    if payload is None:
        return empty
    try:
        kept = json.loads(payload)
        return replace(
            empty,
            read=tuple((path, real, digest) for path, real, digest in kept["read"]),
            files=kept["files"],
            stamps={path: Stamp(*stamp) for path, stamp in kept["stamps"].items()},
        )
    except (ValueError, TypeError, LookupError, AttributeError):
        return empty


def _stands(path: str, stamps: Mapping[str, Stamp], standing: Standing) -> bool:
    found = standing.found.get(path)
    return found is not None and found.kind == "file" and stamps.get(path) == found.stamp
