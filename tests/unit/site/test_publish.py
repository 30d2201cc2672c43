"""A new site takes the old one's place whole, and nothing of anybody else is lost."""

import errno
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jmap.site import publish as module
from jmap.site.manifest import NAME, Manifest
from jmap.site.publish import Beside, Publication, reap
from jmap.site.standing import Refused, standing
from jmap.site.tree import sha256_of
from tests.unit.site.trees import digests, marks, names, written

Publish = Callable[..., None]


def exchanged_never(one: Path, other: Path) -> bool:
    return False


@pytest.fixture(params=["exchange", "two renames"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Where a site goes; with and without a system that can exchange folders."""
    if request.param == "two renames":
        monkeypatch.setattr(module, "exchange", exchanged_never)
    yield tmp_path / "site"
    assert names(tmp_path) in ([], ["site"], ["real", "site"]), "something is left beside it"


def put(site: Path, **pages: str) -> None:
    """Publishes pages: ``index="…"`` is index.html, ``a__b`` is a/b.html."""
    texts = {f"{name.replace('__', '/')}.html": text.encode() for name, text in pages.items()}
    contents = {sha256_of(text): text for text in texts.values()}
    files = {path: sha256_of(text) for path, text in texts.items()}
    before = standing(site)
    Publication(before, files, before.intact({}), contents.__getitem__).publish()


def listed(site: Path) -> dict[str, str]:
    return {path: (site / path).read_text() for path in digests(site) if path != NAME}


def test_the_first_site(site: Path) -> None:
    put(site, index="one", a__b="two")

    assert listed(site) == {"index.html": "one", "a/b.html": "two"}
    assert digests(site)[NAME] == sha256_of((site / NAME).read_bytes())


def test_an_empty_folder_will_do(site: Path) -> None:
    site.mkdir()
    put(site, index="one")

    assert listed(site) == {"index.html": "one"}


def test_only_what_changed_is_written(site: Path) -> None:
    put(site, index="one", a__b="two", a__c="three")
    before = marks(site)
    put(site, index="one", a__b="other", d__e="new")

    assert listed(site) == {"index.html": "one", "a/b.html": "other", "d/e.html": "new"}
    assert written(before, marks(site)) == {"a/b.html", "d/e.html", NAME}
    assert not (site / "a/c.html").exists()


def test_a_folder_without_pages_goes(site: Path) -> None:
    put(site, index="one", a__b="two")
    put(site, index="one")

    assert names(site) == [NAME, "index.html"]


def test_what_others_put_there_is_kept(site: Path) -> None:
    put(site, index="one", a__b="two")
    (site / "CNAME").write_text("example.org")
    (site / "a/notes.txt").write_text("mine")
    (site / "deep/er").mkdir(parents=True)
    (site / "deep/er/x").write_text("x")
    (site / "hollow").mkdir(mode=0o750)
    (site / "link").symlink_to("CNAME")
    (site / "CNAME").chmod(0o640)
    before = marks(site)
    put(site, index="other")

    assert (site / "CNAME").read_text() == "example.org"
    assert (site / "CNAME").stat().st_mode & 0o777 == 0o640
    assert (site / "a/notes.txt").read_text() == "mine"
    assert (site / "deep/er/x").read_text() == "x"
    assert (site / "hollow").stat().st_mode & 0o777 == 0o750
    assert (site / "link").readlink() == Path("CNAME")
    assert not (site / "a/b.html").exists()
    assert {"CNAME", "a/notes.txt"}.isdisjoint(written(before, marks(site)))


def test_a_folder_of_somebody_else_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")

    with pytest.raises(Refused, match="did not make"):
        standing(site)


def test_a_file_or_a_link_in_the_place_is_refused(site: Path, tmp_path: Path) -> None:
    site.write_text("x")
    with pytest.raises(Refused, match="is a file"):
        standing(site)
    site.unlink()
    (tmp_path / "real").mkdir()
    site.symlink_to("real")
    with pytest.raises(Refused, match="symbolic link"):
        standing(site)


def test_a_damaged_list_is_refused(site: Path) -> None:
    put(site, index="one")
    (site / NAME).write_text("{}")

    with pytest.raises(Refused, match="damaged"):
        standing(site)


@pytest.mark.parametrize("name", ["a", "a/b.html", "index.html"])
def test_what_stands_in_the_way_is_refused(site: Path, name: str) -> None:
    put(site, other="one")
    path = site / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    before = marks(site)

    with pytest.raises(Refused, match="in the way"):
        put(site, index="one", a__b="two")
    assert marks(site) == before


def test_a_link_in_the_place_of_a_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    put(site, index="one", a__b="two")
    outside = tmp_path / "real"
    shutil.move(site / "a", outside)
    (site / "a").symlink_to(outside)

    with pytest.raises(Refused, match="in the way"):
        put(site, index="one", a__b="new")
    assert (outside / "b.html").read_text() == "two"


def test_a_socket_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, index="one")
    monkeypatch.chdir(site)
    with socket.socket(socket.AF_UNIX) as talk:
        talk.bind("s")

    with pytest.raises(Refused, match="neither a file"):
        put(site, index="two")


def test_a_page_that_somebody_edited_is_written_again(site: Path) -> None:
    put(site, index="one", a__b="two")
    (site / "index.html").write_text("mine")
    put(site, index="one", a__b="two")

    assert (site / "index.html").read_text() == "one"


def test_the_rights_of_the_folder_stay(site: Path) -> None:
    put(site, index="one")
    site.chmod(0o751)
    put(site, index="two")

    assert site.stat().st_mode & 0o777 == 0o751


def test_where_links_cannot_be_made_pages_are_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, index="one", a__b="two")
    (site / "CNAME").write_text("x")

    def refused(*names: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    put(site, index="one", a__b="new")

    assert listed(site) == {"index.html": "one", "a/b.html": "new", "CNAME": "x"}


@pytest.mark.parametrize("call", ["open", "mkdir", "fsync", "rename"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_every_fault_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    put(site, index="one", a__b="two")
    before = digests(site)
    real = getattr(os, call)
    if call == "rename":
        monkeypatch.setattr(module, "exchange", exchanged_never)

    def faulty(*arguments: object, **named: object) -> object:
        if any(".new" in str(argument) for argument in arguments) or call == "fsync":
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, faulty)
        with pytest.raises(Refused, match=os.strerror(number).lower()):
            put(site, index="other", a__b="new")
    reap(Beside(site))

    assert digests(site) == before


def test_a_file_that_comes_during_the_exchange_is_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, index="one")
    (site / "kept").write_text("first")
    real = Publication.seal

    def late(self: Publication, new: Path) -> object:
        (site / "late").write_text("late")
        (site / "beside").write_text("second")
        os.replace(site / "beside", site / "kept")
        return real(self, new)

    monkeypatch.setattr(Publication, "seal", late)
    put(site, index="two")

    assert listed(site) == {"index.html": "two", "late": "late", "kept": "second"}


def test_what_killed_builds_left_is_cleared_away(site: Path, tmp_path: Path) -> None:
    put(site, index="one")
    for end in ("new", "work"):
        (tmp_path / f".site.jmap-4711.{end}/a").mkdir(parents=True)
        (tmp_path / f".site.jmap-4711.{end}/a/b.html").write_text("half")
    ours = tmp_path / ".site.jmap-1.jmap-4711.new"
    ours.mkdir()
    reap(Beside(site))

    assert names(tmp_path) == [ours.name, "site"]
    ours.rmdir()


def test_a_site_caught_between_two_renames_comes_back(site: Path, tmp_path: Path) -> None:
    put(site, index="one")
    before = digests(site)
    site.rename(tmp_path / ".site.jmap-4711.old")
    reap(Beside(site))

    assert digests(site) == before


def test_a_late_file_in_a_tree_that_was_left_is_saved(site: Path, tmp_path: Path) -> None:
    put(site, index="one")
    left = tmp_path / ".site.jmap-4711.new"
    left.mkdir()
    (left / "index.html").write_text("old")
    (left / "late").write_text("late")
    (left / NAME).write_bytes(Manifest({"index.html": sha256_of(b"old")}).write())
    reap(Beside(site))

    assert listed(site) == {"index.html": "one", "late": "late"}


def test_a_long_name_has_short_ones_beside_it(tmp_path: Path) -> None:
    beside = Beside(tmp_path / ("ن" * 120))

    assert len(os.fsencode(beside.named("new").name)) < 80
    assert beside.lock != Beside(tmp_path / ("ن" * 121)).lock
