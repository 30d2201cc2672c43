"""Entries that are broken, unwritable, crowded or shared do no harm."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jmap.cli import memory
from tests.unit.memory.conftest import TEAMS, Desk

COMMAND = ("check", "a.jmap")
DRAWING = ("render", "-f", "md", "-o", "out/", "a.jmap")


@pytest.fixture
def entry(desk: Desk) -> Path:
    """The entry of one check."""
    desk.run(*COMMAND)
    (path,) = desk.entries()
    return path


def test_every_cut_computes_anew(desk: Desk, entry: Path) -> None:
    whole, right = entry.read_bytes(), desk.run(*COMMAND)
    for length in (*range(0, len(whole), 17), len(whole) - 1):
        entry.write_bytes(whole[:length])
        before = desk.readings.count

        assert desk.run(*COMMAND) == right, length
        assert desk.readings.count == before + 1, length
        assert entry.read_bytes() == whole, length


def test_every_flipped_byte_computes_anew(desk: Desk) -> None:
    right = desk.run(*DRAWING)
    (entry,) = desk.entries()
    whole = entry.read_bytes()
    document = desk.folder / "out/a.md"
    content = document.read_bytes()
    for at in (*range(70), *range(70, len(whole), 29)):
        entry.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        before = desk.readings.count

        assert desk.run(*DRAWING) == right, at
        assert document.read_bytes() == content, at
        assert desk.readings.count == before + 1, at


def signed(payload: bytes) -> bytes:
    return hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}",
        b"\xff\xfe",
        signed(b""),
        signed(b"not json"),
        signed(b"\xff"),
        signed(b"[" * 5),
    ],
)
def test_what_is_no_entry_computes_anew(desk: Desk, entry: Path, content: bytes) -> None:
    right = desk.run(*COMMAND)
    entry.write_bytes(content)

    assert not desk.recalls(*COMMAND)
    assert desk.run(*COMMAND) == right


def test_a_folder_in_the_place_of_an_entry_does_no_harm(desk: Desk, entry: Path) -> None:
    right = desk.run(*COMMAND)
    entry.unlink()
    entry.mkdir()

    assert desk.run(*COMMAND) == right
    assert not desk.recalls(*COMMAND)


@pytest.mark.parametrize("below", ["", "below"])
def test_where_nothing_can_be_kept_nothing_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, below: str
) -> None:
    right = desk.run(*COMMAND)
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("JMAP_CACHE", str(tmp_path / "file" / below))

    assert desk.run(*COMMAND) == right
    assert not desk.recalls(*COMMAND)
    assert (tmp_path / "file").read_text() == "no folder"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_does_no_harm(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = desk.run(*COMMAND)
    monkeypatch.setenv("JMAP_CACHE", "/proc/1")

    assert desk.run(*COMMAND) == right
    assert not desk.recalls(*COMMAND)


def test_a_full_disk_does_no_harm(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        right = desk.run(*COMMAND)
        assert right.status == 0

    assert list(desk.cache.iterdir()) == []
    assert desk.run(*COMMAND) == right


def test_the_oldest_entries_make_room(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_KEPT", 5)
    for number in range(8):
        desk.run("gaps", "--top", str(number + 1), "a.jmap")
        newest = max(desk.entries(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, ns=(number * 10**9, number * 10**9))

    assert len(desk.entries()) == 5
    assert not desk.recalls("gaps", "--top", "1", "a.jmap")
    assert desk.recalls("gaps", "--top", "8", "a.jmap")


def test_at_most_256_entries_stay(desk: Desk) -> None:
    desk.cache.mkdir()
    for number in range(400):
        (desk.cache / f"{number:064}.json").write_bytes(b"")
    desk.run(*COMMAND)

    assert len(desk.entries()) == 256
    assert desk.recalls(*COMMAND)


def test_nothing_else_in_the_folder_is_removed(desk: Desk) -> None:
    desk.cache.mkdir()
    (desk.cache / "diary.txt").write_text("mine")
    for number in range(400):
        (desk.cache / f"{number:064}.json").write_bytes(b"")
    desk.run(*COMMAND)

    assert (desk.cache / "diary.txt").read_text() == "mine"


def test_runs_at_the_same_time_do_no_harm(desk: Desk) -> None:
    desk.save("a.jmap", TEAMS)
    command = [sys.executable, "-m", "jmap", *COMMAND]
    environment = {**os.environ, "JMAP_CACHE": str(desk.cache)}
    runs = [
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = {(one.communicate(timeout=60), one.returncode) for one in runs}

    assert said == {(("1 file checked, nothing to say\n", ""), 0)}
    assert len(desk.entries()) == 1
    assert [path for path in desk.cache.iterdir() if path.suffix != ".json"] == []
    assert desk.recalls(*COMMAND)
