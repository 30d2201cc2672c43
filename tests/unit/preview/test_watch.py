"""Watching real folders: whatever happens to the files is seen."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from jmap.preview.outcome import Outcome, look
from jmap.preview.watch import follow, watched
from tests.unit.preview.running import MAP

PEOPLE = 'persona dana "Dana" {\n  age 29\n}\n'
Next = Callable[[], Outcome]
PATIENCE = 20
SETTLED = 1.5
"""Seconds after which a watch surely stands and has looked once by itself."""


@pytest.fixture
def started(folder: Path) -> Iterator[Callable[..., Next]]:
    stop = Event()
    threads: list[Thread] = []

    def start(*paths: str) -> Next:
        seen: Queue[Outcome] = Queue()
        first = look(paths)
        threads.append(Thread(target=follow, args=(paths, first, seen.put, stop)))
        threads[-1].start()
        return lambda: seen.get(timeout=PATIENCE)

    yield start
    stop.set()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_a_save_is_seen(folder: Path, started: Callable[..., Next]) -> None:
    then = started(str(folder))
    (folder / "a.jmap").write_text(MAP.replace("refund", "reply"), encoding="utf-8")

    assert then().journeys["a"].title == "Getting a reply"


def test_a_file_put_in_its_place_is_seen_each_time(
    folder: Path, started: Callable[..., Next]
) -> None:
    then = started(str(folder / "a.jmap"))
    for word in ("reply", "answer", "call"):
        (folder / "a.tmp").write_text(MAP.replace("refund", word), encoding="utf-8")
        (folder / "a.tmp").replace(folder / "a.jmap")
        assert then().journeys["a"].title == f"Getting a {word}"


def test_an_imported_file_elsewhere_is_seen(folder: Path, started: Callable[..., Next]) -> None:
    (folder / "common").mkdir()
    (folder / "maps").mkdir()
    (folder / "common" / "people.jmap").write_text(PEOPLE, encoding="utf-8")
    (folder / "maps" / "b.jmap").write_text('import "../common/people.jmap"\n' + MAP, "utf-8")
    then = started(str(folder / "maps" / "b.jmap"))
    (folder / "common" / "people.jmap").write_text(PEOPLE + "stagge\n", encoding="utf-8")

    assert not then().good


def test_a_missing_import_is_seen_when_it_comes(folder: Path, started: Callable[..., Next]) -> None:
    (folder / "maps").mkdir()
    (folder / "maps" / "b.jmap").write_text('import "../late/people.jmap"\n' + MAP, "utf-8")
    then = started(str(folder / "maps" / "b.jmap"))
    time.sleep(SETTLED)
    (folder / "late").mkdir()
    (folder / "late" / "people.jmap").write_text(PEOPLE, encoding="utf-8")

    assert then().good


def test_a_new_folder_is_seen_and_watched(folder: Path, started: Callable[..., Next]) -> None:
    then = started(str(folder))
    time.sleep(SETTLED)
    (folder / "v1.2").mkdir()
    (folder / "v1.2" / "b.jmap").write_text(MAP.replace("journey a", "journey b"), "utf-8")
    first = then()
    time.sleep(SETTLED)
    (folder / "v1.2" / "b.jmap").write_text(MAP.replace("journey a", "journey c"), "utf-8")

    assert list(first.journeys) == ["a", "b"]
    assert list(then().journeys) == ["a", "c"]


def test_a_deleted_file_is_seen_and_so_is_its_return(
    folder: Path, started: Callable[..., Next]
) -> None:
    then = started(str(folder / "a.jmap"))
    (folder / "a.jmap").unlink()
    gone = then()
    (folder / "a.jmap").write_text(MAP, encoding="utf-8")

    assert not gone.good
    assert list(gone.journeys) == ["a"]
    assert then().good


def test_folders_that_hold_no_journeys_are_not_watched(folder: Path) -> None:
    for name in (".git", "node_modules", "maps", "maps/deep"):
        (folder / name).mkdir()
    outcome = look((str(folder),))

    assert watched((str(folder),), outcome) == {
        str(folder), str(folder / "maps"), str(folder / "maps" / "deep")
    }  # fmt: skip
    assert watched((str(folder / "a.jmap"),), outcome) == {str(folder)}


def test_a_system_without_watches_is_looked_at_again(
    folder: Path, started: Callable[..., Next], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*folders: str, **options: object) -> None:
        raise OSError("no watches left")

    monkeypatch.setattr("jmap.preview.watch.watch", none_left)
    then = started(str(folder))
    (folder / "a.jmap").write_text(MAP.replace("refund", "reply"), encoding="utf-8")

    assert then().journeys["a"].title == "Getting a reply"
