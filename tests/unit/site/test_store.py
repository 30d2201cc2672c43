"""What is kept is checked when it is read: damage costs time and nothing else."""

import os
from pathlib import Path

import pytest

from jmap.site.store import Store, site_store
from jmap.site.tree import sha256_of
from tests.unit.site.conftest import Yard
from tests.unit.site.trees import names


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_entries_and_pages_come_back(store: Store) -> None:
    store.keep("units", "k", b"payload\nof two lines")
    digest = store.keep_page(b"page")

    assert store.entry("units", "k") == b"payload\nof two lines"
    assert digest == sha256_of(b"page")
    assert store.page(digest) == b"page"
    assert store.entry("units", "other") is None
    assert store.page("0" * 64) is None


def test_every_flipped_byte_is_noticed(store: Store) -> None:
    store.keep("units", "k", b"payload")
    digest = store.keep_page(b"page")
    for path in (store.folder / "units/k", store.folder / "pages" / digest):
        whole = path.read_bytes()
        for at in range(len(whole)):
            broken = bytearray(whole)
            broken[at] ^= 1
            path.write_bytes(broken)
            assert store.entry("units", "k") is None or path.parent.name == "pages"
            assert store.page(digest) is None or path.parent.name == "units"
        path.write_bytes(whole)

    assert store.entry("units", "k") == b"payload"
    assert store.page(digest) == b"page"


def test_an_entry_under_the_name_of_another_is_none(store: Store) -> None:
    store.keep("units", "a", b"payload")
    (store.folder / "units/b").write_bytes((store.folder / "units/a").read_bytes())

    assert store.entry("units", "b") is None


def test_what_is_not_used_is_forgotten(store: Store) -> None:
    for key in "abc":
        store.keep("units", key, key.encode())
    pages = [store.keep_page(text) for text in (b"1", b"2", b"3")]
    store.forget("units", ["b"])
    store.forget("pages", pages[:1])

    assert names(store.folder / "units") == ["b"]
    assert names(store.folder / "pages") == [pages[0]]


def test_it_is_private(yard: Yard) -> None:
    yard.built()
    found = [path for path in yard.cache.rglob("*") if path.is_file()]

    assert found
    assert all(path.stat().st_mode & 0o077 == 0 for path in found)


def test_the_oldest_sites_make_room(tmp_path: Path) -> None:
    for number in range(40):
        store = site_store(tmp_path, tmp_path / f"site{number}")
        assert store is not None
        os.utime(store.folder, ns=(number, number))

    assert len(names(tmp_path / "sites")) == 32


def test_a_file_in_the_place_of_the_store_means_none(tmp_path: Path) -> None:
    (tmp_path / "sites").write_text("x")

    assert site_store(tmp_path, tmp_path / "site") is None
