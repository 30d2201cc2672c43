"""``jmap check --fix`` and ``--diff``, with made-up rules of a package that is plugged in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jmap.cli import mending
from jmap.cli.group import run
from tests.tools.plug_in import RULE, write_plug_in
from tests.unit.cli.conftest import Desk, Ended

FINE, FINDINGS, FAILED = 0, 1, 2
OLD = 'journey j "Acme" {\n  stage s "Acme" # Acme\n}\n'
NEW = OLD.replace("Acme", "Ajax")
ONLY = ("--select", "house")

HARMFUL = (
    RULE
    + '''

class ShortenedName(Rule[Script]):
    """A text says Corporation.

    That is long.
    """

    profiles = (DEFAULT,)
    tags = ("house",)
    word, new, safe = "Corporation", "Acme", True

    def check(self, item, scene):
        at = item.source.text.find(self.word)
        if at >= 0:
            span = Span(at, at + len(self.word))
            fix = Fix("write another", (Edit(span, self.new),), self.safe)
            yield Finding("too long", "write another", span=span, fix=fix)


class BrokenQuote(ShortenedName):
    """A text says Limited.

    That is long.
    """

    word, new = "Limited", 'Ltd"'


class LoneSurrogate(ShortenedName):
    """A text says Company.

    That is long.
    """

    word, new = "Company", "\\ud800"


class GuessedName(ShortenedName):
    """A text says Perhaps.

    That is unsure.
    """

    word, new, safe = "Perhaps", "Surely", False


class EverLonger(ShortenedName):
    """A text says more.

    There is always more.
    """

    word, new = "more", "some"


class EverShorter(ShortenedName):
    """A text says some.

    There is always more.
    """

    word, new = "some", "more"
'''
)

Plugged = Callable[..., Ended]


@pytest.fixture(scope="module")
def plug_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plug_in(tmp_path_factory.mktemp("plug"), HARMFUL)


@pytest.fixture
def check(desk: Desk, plug_in: Path) -> Plugged:
    def checked(*arguments: str, stdin: str | bytes = b"") -> Ended:
        return desk.check(*ONLY, *arguments, stdin=stdin, PYTHONPATH=_path(plug_in))

    return checked


def _path(plug_in: Path) -> str:
    root = Path(__file__).parents[3]
    return os.pathsep.join((str(root), str(plug_in)))


def test_what_can_be_mended_is(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", OLD)
    ended = check("--fix", "a.jmap")

    assert desk.read("a.jmap") == NEW
    assert ended == Ended(FINE, "1 file checked, nothing to say\n", "3 findings mended in 1 file\n")


def test_once_is_enough(desk: Desk, check: Plugged) -> None:
    path = desk.save("a.jmap", OLD)
    check("--fix", "a.jmap")
    before = path.stat()
    ended = check("--fix", "a.jmap")

    assert (ended.status, ended.err) == (FINE, "")
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert check("--diff", "a.jmap") == Ended(FINE, "", "")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_stay(desk: Desk, check: Plugged, mark: bytes, end: str) -> None:
    desk.save("a.jmap", mark + OLD.replace("\n", end).encode())
    check("--fix", "a.jmap")

    assert (desk.folder / "a.jmap").read_bytes() == mark + NEW.replace("\n", end).encode()


def test_the_mode_stays_and_nothing_is_left_over(desk: Desk, check: Plugged) -> None:
    path = desk.save("a.jmap", OLD)
    path.chmod(0o604)
    check("--fix", ".")

    assert path.stat().st_mode & 0o777 == 0o604
    assert sorted(item.name for item in desk.folder.iterdir()) == ["a.jmap", "jmap.toml"]


def test_what_is_read_only_is_left(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", OLD).chmod(0o444)
    desk.save("b.jmap", OLD.replace("j ", "k "))
    ended = check("--fix", ".")

    assert (ended.status, desk.read("a.jmap")) == (FAILED, OLD)
    assert "Ajax" in desk.read("b.jmap")
    assert "not mended: a.jmap is read-only" in ended.err
    assert "former-name" in ended.out


def test_a_link_is_left(desk: Desk, check: Plugged) -> None:
    desk.save("home/a.jmap", OLD)
    (desk.folder / "link.jmap").symlink_to("home/a.jmap")
    ended = check("--fix", "link.jmap")

    assert (ended.status, desk.read("home/a.jmap")) == (FAILED, OLD)
    assert (desk.folder / "link.jmap").is_symlink()
    assert "not mended: link.jmap is a symbolic link" in ended.err


def test_only_files_that_were_asked_for(desk: Desk, check: Plugged) -> None:
    desk.save("b.jmap", 'team acme "Acme"\n')
    desk.save("a.jmap", 'import "b.jmap"\n' + OLD)
    check("--fix", "a.jmap")

    assert desk.read("b.jmap") == 'team acme "Acme"\n'
    assert desk.read("a.jmap") == 'import "b.jmap"\n' + NEW


def test_several_workspaces(desk: Desk, check: Plugged) -> None:
    for name in ("a", "b"):
        desk.save(f"{name}/jmap.toml", "")
        desk.save(f"{name}/x.jmap", OLD)
    desk.save("b/jmap.toml", 'ignore = ["former-name"]')
    ended = check("--fix", "a", "b")

    # What was asked for on the way counts for more than the configuration.
    assert (desk.read("a/x.jmap"), desk.read("b/x.jmap")) == (NEW, NEW)
    assert ended.err == "6 findings mended in 2 files\n"


@pytest.mark.parametrize("word", ["Limited", "Company"])
def test_what_would_break_the_file_is_refused(desk: Desk, check: Plugged, word: str) -> None:
    text = f'journey j "Acme {word}" {{\n  stage s "x"\n}}\n'
    desk.save("a.jmap", text)
    ended = check("--fix", "a.jmap")

    assert desk.read("a.jmap") == text.replace("Acme", "Ajax")
    assert ended.status == FINDINGS
    assert ended.err.startswith("1 finding mended in 1 file\nsome were not mended, because ")


def test_what_would_bring_another_finding_is_refused(desk: Desk, check: Plugged) -> None:
    text = 'journey j "Corporation" {\n  stage s "x"\n}\n'
    desk.save("a.jmap", text)
    ended = check("--fix", "a.jmap")

    assert (desk.read("a.jmap"), ended.status) == (text, FINDINGS)
    assert "not mended" in ended.err
    assert "shortened-name" in ended.err


def test_fixes_that_undo_each_other_end(desk: Desk, check: Plugged) -> None:
    text = 'journey j "more" {\n  stage s "x"\n}\n'
    desk.save("a.jmap", text)
    ended = check("--fix", "a.jmap")

    assert desk.read("a.jmap") == text
    assert "ever-longer" in ended.err


def test_unsafe_ones_are_asked_for(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", 'journey j "Perhaps" {\n  stage s "x"\n}\n')

    assert check("--fix", "a.jmap").status == FINDINGS
    assert "Perhaps" in desk.read("a.jmap")
    assert check("--fix", "--unsafe-fixes", "a.jmap").status == FINE
    assert "Surely" in desk.read("a.jmap")


def test_files_with_errors_are_left(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", OLD + "blorp\n")
    ended = check("--fix", "a.jmap")

    assert (ended.status, desk.read("a.jmap")) == (FINDINGS, OLD + "blorp\n")


def test_an_allowed_one_is_left(desk: Desk, check: Plugged) -> None:
    text = OLD.replace(" # Acme", " # jmap: allow former-name -- our oldest shop")
    desk.save("a.jmap", text)
    check("--fix", "a.jmap")

    assert desk.read("a.jmap") == text.replace('j "Acme"', 'j "Ajax"')


@pytest.mark.parametrize("tool", ["patch", "git"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_diff_can_be_applied(
    desk: Desk, check: Plugged, tool: str, mark: bytes, end: str
) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    text = mark + OLD.replace("\n", end).encode()
    for name in ("a.jmap", "deep/er/نقشه.jmap"):
        desk.save(name, text.replace(b"journey j", f"journey {name[0]}".encode()))
    desk.save("c.jmap", b'team t "Acme"')
    ended = check("--diff", ".")
    assert ended.status == FINDINGS
    assert desk.read("c.jmap") == 'team t "Acme"'
    desk.save("x.diff", ended.out)
    command = ["patch", "--binary", "-p0", "-i", "x.diff"] if tool == "patch" else [
        "git", "apply", "-p0", "x.diff"]  # fmt: skip
    done = subprocess.run(command, cwd=desk.folder, capture_output=True, check=False)

    assert done.returncode == 0, done
    (desk.folder / "x.diff").unlink()
    assert check("--diff", ".") == Ended(FINE, "", "")
    assert (desk.folder / "a.jmap").read_bytes() == text.replace(
        b"journey j", b"journey a"
    ).replace(b"Acme", b"Ajax")
    assert desk.read("c.jmap") == 'team t "Ajax"'


def test_a_diff_of_standard_input(check: Plugged) -> None:
    ended = check("--diff", "-", stdin=OLD)

    assert ended.status == FINDINGS
    assert ended.out.startswith("--- <stdin>\n+++ <stdin>\n@@")
    assert '+journey j "Ajax" {\n' in ended.out
    assert check("--diff", "-", stdin=NEW) == Ended(FINE, "", "")


def test_a_diff_says_what_is_refused(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", 'journey j "Corporation" {\n  stage s "x"\n}\n')
    ended = check("--diff", "a.jmap")

    assert (ended.status, ended.out) == (FINE, "")
    assert "shortened-name" in ended.err


def test_a_file_that_changed_meanwhile_is_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between reading and writing somebody else saves the file."""
    monkeypatch.chdir(desk.folder)
    monkeypatch.setenv("JMAP_CACHE", "off")
    before = "# jmap: allow steep-drop -- of no use\nteam t\n"
    path = desk.save("a.jmap", before)
    from jmap.rules.fixing import mend

    def slowly(*arguments: object, **options: object) -> object:
        path.write_text(before + "# saved\n", encoding="utf-8")
        return mend(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(mending, "mend", slowly)
    status = run(["check", "--fix", "--select", "allowances,steep-drop", "a.jmap"])

    assert status == FAILED
    assert path.read_text(encoding="utf-8") == before + "# saved\n"
    assert "a.jmap was changed meanwhile" in capsys.readouterr().err
    monkeypatch.setattr(mending, "mend", mend)
    assert run(["check", "--fix", "--select", "allowances,steep-drop", "a.jmap"]) == FINE
    assert path.read_text(encoding="utf-8") == "team t\n# saved\n"


def test_a_full_disk_leaves_the_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    monkeypatch.setenv("JMAP_CACHE", "off")
    before = "# jmap: allow steep-drop -- of no use\nteam t\n"
    path = desk.save("a.jmap", before)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert run(["check", "--fix", "--select", "allowances,steep-drop", "a.jmap"]) == FAILED

    assert path.read_text(encoding="utf-8") == before
    assert sorted(item.name for item in desk.folder.iterdir()) == ["a.jmap", "jmap.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of other systems")
def test_the_report_tells_what_is_left(desk: Desk, check: Plugged) -> None:
    desk.save("a.jmap", 'journey j "Acme" {\n  stage s {\n    touchpoint t "CALL US"\n  }\n}\n')
    ended = check("--fix", "-f", "concise", "a.jmap")

    assert ended.status == FINDINGS
    assert "former-name" not in ended.out
    assert "touchpoint-in-capitals" in ended.out
    desk.save("a.jmap", OLD)
    check("--fix", "-f", "json", "-o", "out.json", "a.jmap")
    assert '"former-name"' not in desk.read("out.json")
