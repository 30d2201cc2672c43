"""Who reads a site while it is built again finds every page, whole, and never a mixture."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from jmap.site.publish import Publication
from jmap.site.standing import standing
from jmap.site.tree import sha256_of

PAGES = tuple(f"journeys/{number}.html" for number in range(12))
ROUNDS = 150


def put(site: Path, state: int) -> None:
    """Publishes pages that all say the state; every third one says nothing of it."""
    texts = {
        path: (f"{path} {state if at % 3 else 'same'}\n" * 500).encode()
        for at, path in enumerate(PAGES)
    }
    contents = {sha256_of(text): text for text in texts.values()}
    files = {path: sha256_of(text) for path, text in texts.items()}
    before = standing(site)
    Publication(before, files, before.intact({}), contents.__getitem__).publish()


@dataclass(slots=True)
class Reader:
    """Reads all pages again and again, by path and through an open folder."""

    site: Path
    faults: list[str] = field(default_factory=list)
    whole: int = 0
    """How often all pages were read through one folder."""
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.done.is_set():
            self._by_path()
            self._through_a_folder()

    def _by_path(self) -> None:
        for path in PAGES:
            try:
                lines = set((self.site / path).read_text().split("\n"))
            except OSError as error:
                self.faults.append(f"{path}: {error}")
                continue
            if len(lines) != 2:
                self.faults.append(f"{path}: a mixture")

    def _through_a_folder(self) -> None:
        folder = os.open(self.site, os.O_RDONLY)
        try:
            states = {self._state(folder, path) for path in PAGES} - {"same"}
            if len(states) > 1:
                self.faults.append(f"pages of several builds: {states}")
            self.whole += 1
        except FileNotFoundError:
            # The folder was replaced, and then taken away: a reader opens the new one.
            if os.path.samestat(os.fstat(folder), self.site.stat()):
                self.faults.append("a page is missing from the site in place")
        finally:
            os.close(folder)

    def _state(self, folder: int, path: str) -> str:
        descriptor = os.open(path, os.O_RDONLY, dir_fd=folder)
        with os.fdopen(descriptor) as stream:
            return stream.readline().split()[1]


def test_a_reader_never_meets_half_of_anything(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, 0)
    reader = Reader(site)
    thread = threading.Thread(target=reader.run)
    thread.start()
    for state in range(1, ROUNDS):
        put(site, state)
    reader.done.set()
    thread.join()

    assert reader.faults == []
    assert reader.whole > 0
