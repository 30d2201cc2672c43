"""An outcome is recalled where nothing it depends on has changed, and only there."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from jmap import cache
from jmap.cli import memory
from jmap.cli.outcome import Outcome
from jmap.files import FileRead, digest_of
from tests.unit.memory.conftest import MAP, TEAMS, Desk

COMMANDS = (
    ("check", "a.jmap"),
    ("check", "--format", "json", "a.jmap"),
    ("check", "."),
    ("gaps", "a.jmap"),
    ("gaps", "--format", "csv", "a.jmap"),
    *(("render", "-f", form, "a.jmap") for form in ("md", "html", "svg", "dot", "json", "jmap")),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_unchanged_input_is_not_read_again(desk: Desk, command: tuple[str, ...]) -> None:
    first = desk.run(*command)
    again = desk.run(*command)

    assert again == first
    assert first.out
    assert desk.readings.count == 1


def test_findings_are_recalled_with_their_status(desk: Desk) -> None:
    desk.save("a.jmap", "persona dana { agee 29 }\n")
    first = desk.run("check", "a.jmap")

    assert first.status == 1
    assert desk.run("check", "a.jmap") == first
    assert desk.readings.count == 1


def test_documents_are_written_again(desk: Desk) -> None:
    command = ("render", "-f", "md", "-f", "json", "-o", "out/", "a.jmap")
    first = desk.run(*command)
    made = {path: path.read_bytes() for path in (desk.folder / "out").iterdir()}
    for path in made:
        path.write_bytes(b"somebody else's")
    next(iter(made)).unlink()

    again = desk.run(*command)
    assert sorted(again.err.split()) == sorted(first.err.split()) == ["out/a.json", "out/a.md"]
    assert {path: path.read_bytes() for path in (desk.folder / "out").iterdir()} == made
    assert desk.readings.count == 1


def a_file_changes(desk: Desk) -> None:
    desk.save("a.jmap", MAP.replace("2", "3"))


def a_file_changes_but_not_its_size_and_time(desk: Desk) -> None:
    path = desk.folder / "a.jmap"
    before = path.stat()
    path.write_text(MAP.replace("2", "3"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def an_import_changes(desk: Desk) -> None:
    desk.save("shared/teams.jmap", TEAMS + "team web\n")


def an_import_vanishes(desk: Desk) -> None:
    (desk.folder / "shared/teams.jmap").unlink()


def a_file_appears(desk: Desk) -> None:
    desk.save("b.jmap", "team other\n")


def a_file_appears_further_down(desk: Desk) -> None:
    desk.save("deep/er/b.jmap", "team other\n")


def a_file_vanishes(desk: Desk) -> None:
    (desk.folder / "also.jmap").unlink()


def a_root_appears_below(desk: Desk) -> None:
    desk.save("shared/jmap.toml", "")


def a_root_appears_above(desk: Desk) -> None:
    (desk.folder.parent / "jmap.toml").touch()


@pytest.mark.parametrize(
    "change",
    [
        a_file_changes,
        a_file_changes_but_not_its_size_and_time,
        an_import_changes,
        an_import_vanishes,
        a_file_appears,
        a_file_appears_further_down,
        a_file_vanishes,
        a_root_appears_below,
        a_root_appears_above,
    ],
)
def test_what_changed_is_read_again(desk: Desk, change: Any) -> None:
    desk.save("also.jmap", "team also\n")
    command = ("check", ".")
    desk.run(*command)
    assert desk.recalls(*command)

    change(desk)

    assert not desk.recalls(*command)


def test_a_root_that_appears_changes_what_an_import_reaches(desk: Desk) -> None:
    desk.save("inner/b.jmap", 'import "../common/teams.jmap"\n')
    desk.save("jmap.toml", "")
    wide = desk.run("check", "inner/b.jmap")
    desk.save("inner/jmap.toml", "")
    narrow = desk.run("check", "inner/b.jmap")

    assert "outside-the-workspace" not in wide.out
    assert "outside-the-workspace" in narrow.out


def test_what_is_changed_back_is_recalled(desk: Desk) -> None:
    desk.run("check", "a.jmap")
    desk.save("a.jmap", MAP + "team more\n")
    desk.run("check", "a.jmap")
    desk.save("a.jmap", MAP + "team more\n")

    assert desk.recalls("check", "a.jmap")


OTHERS = (
    ("check", "-q", "a.jmap"),
    ("check", "--format", "json", "a.jmap"),
    ("check", "./a.jmap", "shared"),
    ("gaps", "a.jmap"),
    ("gaps", "--top", "1", "a.jmap"),
    ("gaps", "--journey", "j", "a.jmap"),
    ("gaps", "--stage", "s", "a.jmap"),
    ("render", "-f", "md", "a.jmap"),
    ("render", "-f", "dot", "a.jmap"),
    ("render", "-f", "svg", "a.jmap"),
    ("render", "-f", "svg", "--engine", "grid", "a.jmap"),
    ("render", "-f", "md", "--journey", "j", "a.jmap"),
    ("render", "-f", "md", "-o", "one.md", "a.jmap"),
    ("render", "-f", "md", "-o", "two.md", "a.jmap"),
)


def test_every_option_counts(desk: Desk) -> None:
    desk.run("check", "a.jmap")
    recalled = [command for command in OTHERS if desk.recalls(*command)]

    assert recalled == []
    assert [command for command in OTHERS if not desk.recalls(*command)] == []


def test_colour_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.save("a.jmap", "persona dana { agee 29 }\n")
    plain = desk.run("check", "a.jmap")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = desk.run("check", "a.jmap")

    assert "\x1b[" not in plain.out
    assert "\x1b[" in coloured.out


def test_the_working_directory_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.save("a.jmap", "persona dana { agee 29 }\n")
    here = desk.run("check", str(path))
    monkeypatch.chdir(desk.folder / "shared")
    there = desk.run("check", str(path))

    assert here.out.startswith("a.jmap:1:")
    assert there.out.startswith(f"{path}:1:")


def test_standard_input_is_never_remembered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stdin = tmp_path / "stdin"
    said = []
    for text in ("team a\n", "team a\nagee 3\n", "team a\n"):
        stdin.write_text(text)
        with stdin.open() as stream:
            monkeypatch.setattr("sys.stdin", stream)
            said.append(desk.run("check", "-", "shared"))

    assert [ended.status for ended in said] == [0, 1, 0]
    assert desk.readings.count == 3
    assert desk.entries() == []


def test_an_installed_graphviz_is_never_remembered(desk: Desk) -> None:
    command = ("render", "-f", "svg", "--engine", "dot", "a.jmap")
    desk.run(*command)

    assert not desk.recalls(*command)
    assert desk.entries() == []


def test_a_failed_read_is_never_remembered(desk: Desk) -> None:
    imported = desk.folder / "shared/teams.jmap"
    imported.unlink()
    failed = desk.run("check", "a.jmap")
    assert "cannot-read" in failed.out
    assert desk.entries() == []

    imported.write_text(TEAMS)

    assert "cannot-read" not in desk.run("check", "a.jmap").out


def test_a_refused_import_is_never_remembered(desk: Desk) -> None:
    desk.save("a.jmap", 'import "../other.jmap"\n')
    assert "outside-the-workspace" in desk.run("check", "a.jmap").out
    assert desk.entries() == []


def test_a_misused_command_is_never_remembered(desk: Desk) -> None:
    assert desk.run("render", "-f", "md", "-f", "dot", "a.jmap").status == 2
    assert desk.entries() == []


def test_it_can_be_turned_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JMAP_CACHE", "off")
    desk.run("check", "a.jmap")

    assert not desk.recalls("check", "a.jmap")
    assert not desk.cache.exists()


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "HOME"])
def test_it_lies_in_the_folder_for_caches(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    monkeypatch.delenv("JMAP_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(variable, str(tmp_path / "there"))
    desk.run("check", "a.jmap")
    below = "jmap" if variable == "XDG_CACHE_HOME" else ".cache/jmap"

    assert len(list((tmp_path / "there" / below).glob("*.json"))) == 1
    assert desk.recalls("check", "a.jmap")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of files that is taken for jmap itself."""
    for name in ("jmap/cache.py", "jmap/model/text.py", "grammar/keywords/en.toml"):
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1\n")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "package/jmap/cache.py"))
    return tmp_path / "package"


def touched(path: Path) -> None:
    # Half a second later: a clock need not move between two statements.
    stamp = path.stat().st_mtime_ns + 500_000_000
    os.utime(path, ns=(stamp, stamp))


@pytest.mark.parametrize("name", ["jmap/model/text.py", "grammar/keywords/en.toml"])
def test_another_jmap_computes_anew(desk: Desk, package: Path, name: str) -> None:
    desk.run("check", "a.jmap")
    assert desk.recalls("check", "a.jmap")

    touched(package / name)

    assert not desk.recalls("check", "a.jmap")


def test_a_new_file_of_jmap_computes_anew(desk: Desk, package: Path) -> None:
    desk.run("check", "a.jmap")
    (package / "grammar/keywords/fr.toml").write_text("")
    assert not desk.recalls("check", "a.jmap")

    (package / "jmap/model/__pycache__").mkdir()
    (package / "jmap/model/__pycache__/text.cpython-311.pyc").write_bytes(b"")
    assert desk.recalls("check", "a.jmap")


def test_another_release_computes_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("check", "a.jmap")
    monkeypatch.setattr(memory, "__version__", "99.0")

    assert not desk.recalls("check", "a.jmap")


def test_an_outcome_comes_back_whole(desk: Desk) -> None:
    made = Outcome(
        1,
        "سفر 🙂\u2028\n".encode(),
        "نکته",
        {"a.bin": bytes(range(256)), "b": b""},
        (_as_read(desk.folder / "a.jmap"),),
    )
    options = {"names": ("\u200c", "۱")}

    first = memory.recall("x", options, ("a.jmap",), lambda: made)
    again = memory.recall("x", options, ("a.jmap",), lambda: pytest.fail("computed again"))

    assert first is made
    assert (again.status, again.out, again.notes) == (made.status, made.out, made.notes)
    assert again.documents == made.documents


def test_a_very_large_outcome_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_LARGEST", 1000)
    desk.run("render", "-f", "html", "a.jmap")
    assert desk.entries() == []

    desk.run("check", "a.jmap")
    assert len(desk.entries()) == 1


def test_what_is_kept_is_plain_text(desk: Desk) -> None:
    desk.run("render", "-f", "md", "-o", "out/", "a.jmap")
    (entry,) = desk.entries()
    digest, _, payload = entry.read_bytes().partition(b"\n")

    assert len(digest) == 64
    assert set(json.loads(payload)) == {"status", "out", "notes", "documents", "read"}


def _as_read(path: Path) -> FileRead:
    return FileRead(str(path), str(path.resolve()), digest_of(path.read_bytes()))
