"""Reading files: what is refused, and that nothing a file system holds raises."""

import os
import sys
from pathlib import Path

import pytest

from jmap import limits
from jmap.files import Unwritable, write_file
from jmap.loading import Loaded, load, load_bytes, load_each, load_text


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "ws"
    folder.mkdir()
    (folder / "jmap.toml").touch()
    monkeypatch.chdir(folder)
    return folder


def names(loaded: Loaded) -> list[str]:
    return [item.name for item in loaded.diagnostics]


def test_a_folder_gives_its_files_in_order(workspace: Path) -> None:
    for name in ("b.jmap", "a.jmap", "c/d.jmap", ".hidden/e.jmap", "node_modules/f.jmap", "g.txt"):
        (workspace / name).parent.mkdir(exist_ok=True)
        (workspace / name).write_text(f"team {name[0]}\n")

    assert [file.path for file in load(".").files] == ["a.jmap", "b.jmap", "c/d.jmap"]


def test_a_file_named_twice_is_read_once(workspace: Path) -> None:
    (workspace / "a.jmap").write_text("team a\n")

    loaded = load("a.jmap", "./a.jmap", workspace / "a.jmap")

    assert loaded.ok
    assert len(loaded.files) == 1


@pytest.mark.parametrize("name", ["missing.jmap", "a" * 300, "nul\0byte.jmap", ""])
def test_a_path_that_is_not_there_is_a_finding(name: str) -> None:
    assert names(load(name)) in (["cannot-read"], ["not-a-file"], [])


def test_a_fifo_is_refused_and_not_waited_for(workspace: Path) -> None:
    os.mkfifo(workspace / "pipe.jmap")
    (workspace / "a.jmap").write_text('import "pipe.jmap"\n')

    assert names(load("pipe.jmap")) == ["not-a-file"]
    assert names(load("a.jmap")) == ["not-a-file"]


def test_a_folder_with_the_name_of_a_file_is_refused(workspace: Path) -> None:
    (workspace / "dir.jmap").mkdir()
    (workspace / "a.jmap").write_text('import "dir.jmap"\n')

    assert names(load("a.jmap")) == ["not-a-file"]


@pytest.mark.skipif(sys.platform != "linux", reason="the device files of Linux")
@pytest.mark.parametrize("path", ["/dev/zero", "/proc/self/environ", "/dev/null"])
def test_a_device_is_refused_or_read_within_the_limit(path: str) -> None:
    loaded = load(path)

    assert len(loaded.diagnostics) <= limits.SHOWN + 1 or not loaded.ok


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_finding(workspace: Path) -> None:
    (workspace / "a.jmap").write_text("team a\n")
    (workspace / "a.jmap").chmod(0)

    assert names(load("a.jmap")) == ["cannot-read"]


def test_a_file_past_the_limit_is_refused_unread(workspace: Path) -> None:
    with (workspace / "big.jmap").open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)
    (workspace / "a.jmap").write_text('import "big.jmap"\nteam a\n')

    assert names(load("big.jmap")) == ["file-too-large"]
    assert names(load("a.jmap")) == ["file-too-large"]
    loaded = load_bytes(b"#" * (limits.FILE_BYTES + 1))
    assert names(loaded) == ["file-too-large"]
    assert loaded.diagnostics[0].help


def test_a_file_at_the_limit_is_read(workspace: Path) -> None:
    text = b"team a\n" + b"#" * (limits.FILE_BYTES - 7)

    assert load_bytes(text).ok


def test_a_workspace_past_the_limit_is_refused(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WORKSPACE_BYTES", 20)
    (workspace / "a.jmap").write_text("team aaaaaaa\n")
    (workspace / "b.jmap").write_text("team bbbbbbb\n")

    assert names(load(".")) == ["workspace-too-large"]


def test_too_many_files_are_refused(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILES", 3)
    for number in range(6):
        (workspace / f"f{number}.jmap").write_text(f'import "f{number + 1}.jmap"\n')

    assert "too-many-files" in names(load("f0.jmap"))


def test_a_deep_chain_of_imports_is_read(workspace: Path) -> None:
    for number in range(300):
        (workspace / f"f{number}.jmap").write_text(f'import "f{number + 1}.jmap"\n')
    (workspace / "f300.jmap").write_text("team last\n")
    (workspace / "f0.jmap").write_text('import "f1.jmap"\njourney j { owner last }\n')

    assert load("f0.jmap").ok


def test_a_diamond_of_imports_is_read_once(workspace: Path) -> None:
    for number in range(40):
        above = f'import "f{number + 1}.jmap"\n' * 2
        (workspace / f"f{number}.jmap").write_text(above)
    (workspace / "f40.jmap").write_text("team last\n")

    loaded = load("f0.jmap")

    assert loaded.ok
    assert len(loaded.files) == 41


def test_a_link_that_leads_out_is_not_followed(workspace: Path) -> None:
    outside = workspace.parent / "secret.jmap"
    outside.write_text("secret-word 1\n")
    (workspace / "link.jmap").symlink_to(outside)
    (workspace / "folder").symlink_to(workspace.parent)
    (workspace / "a.jmap").write_text('import "link.jmap"\nimport "folder/secret.jmap"\n')

    assert names(load("a.jmap")) == ["outside-the-workspace"] * 2
    found = load(".").diagnostics
    assert "secret" not in "".join(
        item.source.text for item in found if item.source.path != "a.jmap"
    )


def test_a_link_in_a_circle_is_a_finding(workspace: Path) -> None:
    (workspace / "a.jmap").symlink_to("b.jmap")
    (workspace / "b.jmap").symlink_to("a.jmap")

    assert not load("a.jmap").ok


def test_an_import_says_the_same_of_what_exists_outside_and_what_does_not(workspace: Path) -> None:
    (workspace.parent / "real.jmap").touch()
    (workspace / "a.jmap").write_text('import "../real.jmap"\nimport "../unreal.jmap"\n')

    first, second = load("a.jmap").diagnostics

    assert (first.name, first.message, first.help) == (second.name, second.message, second.help)


def test_each_marked_folder_is_a_workspace_of_its_own(workspace: Path) -> None:
    for name in ("one", "two"):
        (workspace / name).mkdir()
        (workspace / name / "jmap.toml").touch()
        (workspace / name / "x.jmap").write_text("team same\n")

    assert [one.ok for one in load_each("one", "two")] == [True, True]
    assert names(load("one", "two")) == ["several-workspaces"]


def test_text_and_bytes_say_the_same() -> None:
    text = "persona dana {\n  age 29\n}\n"

    assert load_text(text).workspace == load_bytes(text.encode()).workspace
    assert load_text("\ud800").diagnostics[0].name == "not-utf-8"


def test_writing_keeps_the_mode_and_leaves_nothing_behind(workspace: Path) -> None:
    path = workspace / "a.jmap"
    path.write_text("old")
    path.chmod(0o640)

    write_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(item.name for item in workspace.iterdir()) == ["a.jmap", "jmap.toml"]


def test_a_failed_write_leaves_the_old_file(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace / "a.jmap"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(Unwritable, match="no space left"):
        write_file(path, b"new")
    assert path.read_text() == "old"
    assert sorted(item.name for item in workspace.iterdir()) == ["a.jmap", "jmap.toml"]


def test_a_link_is_not_written_through(workspace: Path) -> None:
    (workspace / "real.jmap").write_text("old")
    (workspace / "link.jmap").symlink_to("real.jmap")

    with pytest.raises(Unwritable, match="symbolic link"):
        write_file(workspace / "link.jmap", b"new")
    assert (workspace / "real.jmap").read_text() == "old"
