"""A build makes what has changed, and nothing else; the result never depends on what was kept."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from jmap.site import contents, making, workers
from jmap.site.manifest import NAME, read_manifest
from jmap.site.store import Store
from tests.unit.site.conftest import BILL, MOVE, PEOPLE, Yard
from tests.unit.site.trees import digests, marks, names, written

PAGES = {
    NAME,
    "index.html", "gaps.html", "opportunities.html", "search.html",
    "journeys/move.html", "journeys/move.svg", "journeys/bill.html", "journeys/bill.svg",
    "personas/dana.html", "teams/web.html", "teams/care.html",
    "channels/phone.html", "channels/site.html",
}  # fmt: skip
OVERVIEW = {NAME, "index.html", "gaps.html", "search.html", "personas/dana.html"}
"""What depends on any figure of any journey of Dana's."""


def test_every_page_is_there_and_listed(yard: Yard) -> None:
    found = yard.built()
    listed = read_manifest((yard.site / NAME).read_bytes()).files

    assert set(found) == PAGES
    assert listed == {path: digest for path, digest in found.items() if path != NAME}
    assert yard.beside() == []


def test_it_says_what_it_did(yard: Yard) -> None:
    assert yard.build().err == "site: 13 files, 13 written\n"
    assert yard.build().err == "site: 13 files, nothing has changed\n"
    (yard.folder / "bill.jmap").unlink()
    ended = yard.build()
    assert ended.err == "site: 11 files, 7 written, 2 removed\n"
    assert ended.out == ""


def test_where_nothing_changed_nothing_is_written(yard: Yard) -> None:
    yard.built()
    before = marks(yard.site)
    yard.built()
    (yard.folder / "move.jmap").touch()
    yard.built()
    yard.save("move.jmap", MOVE + "# A comment changes no page.\n")
    yard.built()

    assert marks(yard.site) == before


def test_where_nothing_changed_nothing_is_read_as_a_map(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    yard.built()
    monkeypatch.setattr(contents, "Gathering", None)
    yard.built()


@pytest.mark.parametrize("cache", ["kept", "off"])
def test_one_change_touches_what_depends_on_it(
    yard: Yard, monkeypatch: pytest.MonkeyPatch, cache: str
) -> None:
    if cache == "off":
        monkeypatch.setenv("JMAP_CACHE", "off")
    yard.built()
    before = marks(yard.site)
    yard.save("bill.jmap", BILL.replace("62%", "45%"))
    yard.built()

    bill = {"journeys/bill.html", "journeys/bill.svg", "channels/site.html", "teams/web.html"}
    # The other channel is compared with this one.
    beside = {"channels/phone.html"}
    assert written(before, marks(yard.site)) == OVERVIEW | bill | beside


def test_a_changed_import_changes_all_that_import_it(yard: Yard) -> None:
    yard.built()
    before = marks(yard.site)
    yard.save("people.jmap", PEOPLE.replace("Dana Okafor", "Dana Adeyemi"))
    yard.built()
    touched = written(before, marks(yard.site))

    assert {"journeys/move.html", "journeys/bill.html", "personas/dana.html"} <= touched
    assert "teams/care.html" not in touched or "Dana" in yard.page("teams/care.html")
    assert "Adeyemi" in yard.page("journeys/move.html")
    assert "Okafor" not in yard.page("index.html")


def test_only_the_importing_units_are_made_again(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    yard.save("alone.jmap", 'journey alone "Alone" { stage s { touchpoint t on "Phone" } }\n')
    yard.built()
    made = []
    real = making.make

    def counted(task: making.Task) -> making.Made:
        made.append(Path(task.unit.path).name)
        return real(task)

    monkeypatch.setattr(workers, "make", counted)
    yard.save("people.jmap", PEOPLE.replace("29", "30"))
    yard.built()
    assert made == ["bill.jmap", "move.jmap", "people.jmap"]
    made.clear()
    yard.save("bill.jmap", BILL.replace("62%", "61%"))
    yard.built()
    assert made == ["bill.jmap"]


@pytest.mark.parametrize("change", ["removed", "renamed", "added", "moved"])
def test_whatever_happens_to_files_it_is_as_if_built_anew(yard: Yard, change: str) -> None:
    yard.built()
    if change == "removed":
        (yard.folder / "bill.jmap").unlink()
    if change == "renamed":
        (yard.folder / "bill.jmap").rename(yard.folder / "another.jmap")
    if change == "added":
        yard.save("more.jmap", BILL.replace("journey bill", "journey more"))
    if change == "moved":
        yard.save("deep/er/bill.jmap", BILL.replace("people", "/people"))
        (yard.folder / "bill.jmap").unlink()
    found = yard.built()
    shutil.rmtree(yard.site)
    shutil.rmtree(yard.cache)

    assert found == yard.built()


def test_going_back_gives_the_first_site_again(yard: Yard) -> None:
    first = yard.built()
    yard.save("move.jmap", MOVE.replace("Moving house", "Moving home"))
    assert yard.built() != first
    yard.save("move.jmap", MOVE)

    assert yard.built() == first


@pytest.mark.parametrize("jobs", ["2", "4"])
def test_the_number_of_processes_changes_nothing(
    yard: Yard, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    for number in range(4):
        yard.save(f"b{number}.jmap", BILL.replace("journey bill", f"journey b{number}"))
    alone = yard.built()
    shutil.rmtree(yard.site)
    shutil.rmtree(yard.cache)
    monkeypatch.setattr(workers, "FEW", 1)

    assert yard.built("-j", jobs) == alone


def test_a_process_that_ends_too_soon_is_one_line(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = yard.built()
    yard.save("move.jmap", MOVE.replace("Moving", "Leaving"))
    yard.save("bill.jmap", BILL.replace("62%", "61%"))
    monkeypatch.setattr(workers, "FEW", 1)
    monkeypatch.setattr(workers, "make", dies)
    ended = yard.build("-j", "2")

    assert ended.status == 2
    assert ended.err == "Error: a process that was drawing ended before its work was done\n"
    assert digests(yard.site) == before
    assert yard.beside() == []


def dies(task: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_without_a_memory_the_site_is_the_same(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = yard.built()
    shutil.rmtree(yard.site)
    shutil.rmtree(yard.cache)
    monkeypatch.setenv("JMAP_CACHE", "off")

    assert yard.built() == kept
    assert yard.built() == kept
    assert not yard.cache.exists()
    assert yard.beside() == []


def test_a_site_that_was_deleted_comes_back_from_the_memory(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = yard.built()
    shutil.rmtree(yard.site)
    monkeypatch.setattr(workers, "make", None)

    assert yard.built() == first


def test_every_broken_entry_is_made_anew(yard: Yard) -> None:
    right = yard.built()
    for path in sorted(path for path in yard.cache.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for at in (0, len(whole) // 3, len(whole) - 1):
            broken = bytearray(whole)
            broken[at] ^= 1
            path.write_bytes(broken)
            shutil.rmtree(yard.site)
            assert yard.built() == right, (path, at)
        path.write_bytes(b"")
        shutil.rmtree(yard.site)
        assert yard.built() == right, path


def test_a_memory_of_another_place_or_make_is_not_used(yard: Yard) -> None:
    right = yard.built()
    (sites,) = yard.cache.glob("sites/*/units")
    entries = sorted(sites.iterdir())
    texts = [path.read_bytes() for path in entries]
    for path, text in zip(entries, texts[1:] + texts[:1], strict=True):
        path.write_bytes(text)
    shutil.rmtree(yard.site)

    assert yard.built() == right


def test_what_is_kept_goes_with_its_pages(yard: Yard) -> None:
    yard.built()
    (yard.folder / "bill.jmap").unlink()
    files = set(yard.built().values())
    (store,) = yard.cache.glob("sites/*")

    assert set(names(store / "pages")) <= files
    assert len(names(store / "units")) == 2


def test_a_memory_that_cannot_be_written_does_no_harm(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JMAP_CACHE", "/dev/null/x")
    assert set(yard.built()) == PAGES


def test_a_disk_that_keeps_nothing_is_one_line(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        return

    monkeypatch.setattr(Store, "_save", full)
    ended = yard.build()

    assert ended.status == 2
    assert ended.err.count("\n") == 1
    assert not yard.site.exists()


def test_an_error_anywhere_leaves_the_site(yard: Yard) -> None:
    before = yard.built()
    stamps = marks(yard.site)
    yard.save("bill.jmap", BILL.replace("owner web", "owner nobody"))
    ended = yard.build()

    assert ended.status == 2
    assert "bill.jmap:" in ended.err
    assert "nobody" in ended.err
    assert digests(yard.site) == before
    assert marks(yard.site) == stamps


def test_an_id_that_two_files_give_is_an_error(yard: Yard) -> None:
    yard.built()
    yard.save("again.jmap", BILL)
    ended = yard.build()

    assert ended.status == 2
    assert "`bill` names a journey already" in ended.err


def test_an_id_that_another_was_renamed_from_is_an_error(yard: Yard) -> None:
    yard.built()
    yard.save("again.jmap", "team crew was web\n")
    ended = yard.build()

    assert ended.status == 2
    assert "`crew` cannot have been `web`" in ended.err


def test_a_file_that_cannot_be_read_is_an_error(yard: Yard) -> None:
    before = yard.built()
    (yard.folder / "people.jmap").unlink()
    ended = yard.build()

    assert ended.status == 2
    assert "people.jmap" in ended.err
    assert digests(yard.site) == before


def test_the_same_id_in_two_workspaces_is_two_things(yard: Yard) -> None:
    for name in ("one", "two"):
        yard.save(f"{name}/jmap.toml", "")
        yard.save(f"{name}/people.jmap", PEOPLE)
        yard.save(f"{name}/bill.jmap", BILL.replace("First bill", f"Bill of {name}"))
    found = set(yard.built())
    titles = [yard.page(path) for path in sorted(found) if path.startswith("journeys/bill")]
    marked = [path for path in found if path.startswith("journeys/bill-") and "html" in path]

    assert len(titles) == 6
    assert len(marked) == 2
    for path in marked:
        slug = path.removeprefix("journeys/").removesuffix(".html")
        assert f'href="{slug}.svg"' in yard.page(path)
        assert f'href="{path}"' in yard.page("index.html")
    before = marks(yard.site)
    yard.built()
    assert marks(yard.site) == before


def test_check_says_what_is_not_current(yard: Yard) -> None:
    ended = yard.build("--check")
    assert ended.status == 1
    assert sorted(ended.out.split("\n")) == sorted(["", *(f"+ {path}" for path in PAGES - {NAME})])
    assert not yard.site.exists()
    yard.built()
    assert yard.build("--check").status == 0
    (yard.folder / "bill.jmap").unlink()
    (yard.site / "journeys/move.svg").write_text("mine")
    before = marks(yard.site)
    ended = yard.build("--check")

    assert ended.status == 1
    assert "- journeys/bill.html\n" in ended.out
    assert "~ index.html\n" in ended.out
    assert "~ journeys/move.svg\n" in ended.out
    assert marks(yard.site) == before
    assert yard.beside() == []


@pytest.mark.parametrize("cache", ["kept", "off"])
def test_a_page_that_somebody_edited_is_made_right(
    yard: Yard, monkeypatch: pytest.MonkeyPatch, cache: str
) -> None:
    if cache == "off":
        monkeypatch.setenv("JMAP_CACHE", "off")
    right = yard.built()
    (yard.site / "index.html").write_text("mine")
    (yard.site / "journeys/move.svg").unlink()

    assert yard.built() == right


def test_a_folder_of_somebody_else_is_refused(yard: Yard) -> None:
    yard.save("site/thesis.txt", "years of work")
    for arguments in ((), ("--check",)):
        ended = yard.build(*arguments)
        assert ended.status == 2
        assert ended.err.startswith("Error: ")
        assert "did not make" in ended.err
    assert names(yard.site) == ["thesis.txt"]


def test_without_a_journey_there_is_still_a_site(empty: Yard) -> None:
    empty.save("people.jmap", PEOPLE)
    empty.built()

    assert "There is no journey here yet." in empty.page("index.html")
    assert "Dana Okafor" in empty.page("personas/dana.html")


def test_without_a_file_it_is_a_usage_error(empty: Yard) -> None:
    ended = empty.build()

    assert ended.status == 2
    assert "there is no .jmap file in ." in ended.err


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "7"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tehran"}, {"LANG": "fa_IR"}],
)
def test_the_environment_changes_nothing(yard: Yard, environment: dict[str, str]) -> None:
    import subprocess
    import sys

    right = yard.built()
    other = {**os.environ, **environment, "JMAP_CACHE": "off"}
    subprocess.run(
        [sys.executable, "-m", "jmap", "build", "-o", "other", "-j", "1"], check=True, env=other
    )

    assert digests(yard.folder / "other") == right
