"""What an outcome depends on besides the files it read: each of these must count as well."""

import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

import jmap
from jmap.cli import inputs
from jmap.pictures import layout
from jmap.pictures.layout.failure import EngineFailure
from tests.unit.memory.conftest import Desk
from tests.unit.memory.test_entries import signed

WRONG = "persona dana { agee 29 }\n"


def test_documents_are_named_in_the_same_order(desk: Desk) -> None:
    command = ("render", "-f", "md", "-f", "json", "-o", "out/", "a.jmap")

    assert desk.run(*command) == desk.run(*command)


def test_a_file_that_changes_while_it_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.save("b.jmap", WRONG)

    def slowly(*paths: str, **options: Any) -> object:
        loaded = tuple(jmap.load_each(*paths, **options))
        path.write_text("team now\n")
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(inputs, "load_each", slowly)
        assert desk.run("check", "b.jmap").status == 1

    assert desk.run("check", "b.jmap").status == 0


def test_a_link_that_leads_elsewhere(desk: Desk) -> None:
    desk.save("old.jmap", WRONG)
    desk.save("new.jmap", "team now\n")
    (desk.folder / "link.jmap").symlink_to("old.jmap")
    assert desk.run("check", "link.jmap").status == 1
    (desk.folder / "link.jmap").unlink()
    (desk.folder / "link.jmap").symlink_to("new.jmap")

    assert desk.run("check", "link.jmap").status == 0


def test_an_imported_link_that_leads_elsewhere(desk: Desk) -> None:
    desk.save("old/teams.jmap", "team old\n")
    desk.save("new/teams.jmap", "team care\n")
    desk.save("b.jmap", 'import "now/teams.jmap"\nchannel c { owner care }\n')
    (desk.folder / "now").symlink_to("old")
    assert desk.run("check", "b.jmap").status == 1
    (desk.folder / "now").unlink()
    (desk.folder / "now").symlink_to("new")

    assert desk.run("check", "b.jmap").status == 0


def test_colour_of_the_errors(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.save("b.jmap", WRONG)
    command = ("render", "-f", "md", "b.jmap")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in desk.run(*command).err
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[" not in desk.run(*command).err


def test_a_target_that_has_become_a_folder(desk: Desk) -> None:
    command = ("render", "-f", "md", "-o", "site", "a.jmap")
    assert desk.run(*command).err == "site\n"
    Path("site").unlink()
    Path("site").mkdir()

    assert desk.run(*command).err == "site/a.md\n"


@pytest.mark.parametrize("payload", [b"[]", b"{}", b'{"read": []}', b'{"read": {}, "status": 0}'])
def test_a_sound_entry_of_another_shape(desk: Desk, payload: bytes) -> None:
    right = desk.run("check", "a.jmap")
    (entry,) = desk.entries()
    entry.write_bytes(signed(payload))

    assert desk.run("check", "a.jmap") == right


def test_a_layout_that_failed_for_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.save("b.jmap", _joined())
    command = ("render", "-f", "svg", "--view", "grid", "b.jmap")

    def failing(*_: object) -> object:
        raise EngineFailure("took longer than 2 s")

    with monkeypatch.context() as patched, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patched.setattr(layout, "_with_engine", failing)
        assert "took longer" in desk.run(*command).err

    assert "took longer" not in desk.run(*command).err


def _joined() -> str:
    points = "".join(f"stage s{at} {{\ntouchpoint t{at}\n}}\n" for at in range(3))
    return f"journey j {{\n{points}path p {{\nstep t0\nstep t2\n}}\n}}\n"
