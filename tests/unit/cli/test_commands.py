"""The commands as people meet them: statuses, streams, colour, and never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

FINE, FINDINGS, FAILED = 0, 1, 2
GOOD = 'persona dana "Dana" {\n  age 29\n}\n'
UNTIDY = 'persona  dana "Dana"{age 29}\n'
BAD = "persona dana {\n  agee 29\n}\n"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "jmap.toml").touch()
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def command(*arguments: str | bytes, stdin: bytes = b"", **environment: str) -> Ended:
        kept = {name: value for name, value in os.environ.items() if "COLOR" not in name}
        done = subprocess.run(
            [sys.executable, "-m", "jmap", *arguments],
            cwd=folder, input=stdin, capture_output=True, check=False, timeout=60,
            env={**kept, **environment},
        )  # fmt: skip
        out, err = done.stdout.decode(), done.stderr.decode(errors="replace")
        assert "Traceback" not in err, err
        return Ended(done.returncode, out, err)

    return command


def save(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_check_a_good_file(run: Run, folder: Path) -> None:
    save(folder, "a.jmap", GOOD)

    assert run("check", "a.jmap") == Ended(FINE, "1 file checked, nothing to say\n", "")
    assert run("check", "-q", "a.jmap") == Ended(FINE, "", "")


def test_check_a_bad_file(run: Run, folder: Path) -> None:
    save(folder, "a.jmap", BAD)
    ended = run("check", "a.jmap")

    assert ended.status == FINDINGS
    assert ended.out.startswith("a.jmap:2:3: error[unknown-word]")
    assert ended.out.endswith("1 error in 1 file\n")
    assert not ended.err


def test_a_note_alone_is_no_failure(run: Run, folder: Path) -> None:
    save(folder, "a.jmap", 'channel c { owner "Sales" }\n')

    assert run("check", "a.jmap").status == FINE


def test_check_for_programs(run: Run, folder: Path) -> None:
    save(folder, "a.jmap", BAD)
    ended = run("check", "--format", "json", "a.jmap")
    found = json.loads(ended.out)

    assert ended.status == FINDINGS
    assert found["version"] == 1
    (item,) = found["diagnostics"]
    assert (item["name"], item["severity"], item["path"]) == ("unknown-word", "error", "a.jmap")
    assert (item["line"], item["column"], item["end_line"], item["end_column"]) == (2, 3, 2, 7)
    assert item["help"] == "did you mean `age`?"


def test_check_standard_input(run: Run) -> None:
    assert run("check", "-", stdin=GOOD.encode()).status == FINE
    ended = run("check", "-", stdin=BAD.encode())

    assert ended.status == FINDINGS
    assert ended.out.startswith("<stdin>:2:3: ")


@pytest.mark.parametrize("command", ["check", "fmt"])
@pytest.mark.parametrize("name", ["missing.jmap", "a" * 300, "\udcff.jmap", "missing/folder"])
def test_a_missing_file_is_a_usage_error(run: Run, command: str, name: str) -> None:
    ended = run(command, os.fsencode(name))

    assert ended.status == FAILED
    assert not ended.out
    assert ended.err


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_a_folder_without_files_is_a_usage_error(run: Run, folder: Path, command: str) -> None:
    (folder / "empty").mkdir()
    ended = run(command, "empty")

    assert ended.status == FAILED
    assert "no .jmap file" in ended.err


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_no_path_is_a_usage_error(run: Run, command: str) -> None:
    assert run(command).status == FAILED


@pytest.mark.parametrize("command", ["check", "fmt"])
@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfea\x00",
        b"persona \xff",
        b"a\x00b",
        b"\xef\xbb\xbf",
        b"",
        b"{" * 1000,
        b'"' * 1001,
        b"} {",
    ],
)
def test_any_content_ends_without_a_traceback(run: Run, command: str, content: bytes) -> None:
    assert run(command, "-", stdin=content).status in (FINE, FINDINGS, FAILED)


def test_an_unreadable_file_is_told(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "a.jmap")

    assert "not-a-file" in run("check", "a.jmap").out
    ended = run("fmt", "a.jmap")
    assert ended.status == FAILED
    assert "not-a-file" in ended.err


def test_a_name_that_is_no_text_can_be_printed(run: Run, folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff.jmap"
    Path(os.fsdecode(name)).write_text(BAD)

    assert run("check", b"\xff.jmap").status == FINDINGS
    assert run("fmt", "--check", b"\xff.jmap").status in (FINDINGS, FAILED)
    assert run("check", "--format", "json", ".").status == FINDINGS


def test_a_name_cannot_steer_the_terminal(run: Run, folder: Path) -> None:
    save(folder, "\x1b[31m\n::error::x.jmap", BAD)
    for arguments in (
        ("check", "."),
        ("fmt", "."),
        ("fmt", "--check", "."),
        ("fmt", "--diff", "."),
    ):
        ended = run(*arguments)
        assert "\x1b" not in ended.out + ended.err, arguments
        assert "\n::error::" not in ended.out + ended.err, arguments
    save(folder, "\x1b[31m\n::error::x.jmap", UNTIDY)
    for arguments in (("fmt", "--check", "."), ("fmt", "--diff", "."), ("fmt", ".")):
        ended = run(*arguments)
        assert "\x1b" not in ended.out + ended.err, arguments
        assert "\n::error::" not in ended.out + ended.err, arguments


@pytest.mark.parametrize(
    ("environment", "colour"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour(run: Run, folder: Path, environment: dict[str, str], *, colour: bool) -> None:
    save(folder, "a.jmap", BAD)

    assert ("\x1b[" in run("check", "a.jmap", **environment).out) == colour
    assert "\x1b[" not in run("check", "--format", "json", "a.jmap", **environment).out


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.UTF-8", "fa_IR.UTF-8"])
def test_the_locale_changes_no_byte(run: Run, folder: Path, locale: str) -> None:
    save(folder, "a.jmap", "پرسونا دانا { شغلل «x» }\n")

    assert run("check", "a.jmap", LC_ALL=locale, PYTHONHASHSEED="7") == run("check", "a.jmap")


def test_fmt_writes_in_place(run: Run, folder: Path) -> None:
    path = save(folder, "a.jmap", UNTIDY)
    path.chmod(0o604)
    ended = run("fmt", "a.jmap")

    assert ended == Ended(FINE, "", "1 of 1 files changed\n")
    assert path.read_text() == 'persona dana "Dana" { age 29 }\n'
    assert path.stat().st_mode & 0o777 == 0o604
    assert sorted(item.name for item in folder.iterdir()) == ["a.jmap", "jmap.toml"]


def test_fmt_leaves_what_is_tidy_untouched(run: Run, folder: Path) -> None:
    path = save(folder, "a.jmap", GOOD)
    before = path.stat()

    assert run("fmt", "a.jmap").status == FINE
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_fmt_check_writes_nothing(run: Run, folder: Path) -> None:
    path = save(folder, "a.jmap", UNTIDY)
    save(folder, "b.jmap", GOOD)
    ended = run("fmt", "--check", ".")

    assert (ended.status, ended.out) == (FINDINGS, "a.jmap\n")
    assert path.read_text() == UNTIDY
    assert run("fmt", "--check", "b.jmap").status == FINE


def test_fmt_diff_writes_nothing(run: Run, folder: Path) -> None:
    path = save(folder, "a.jmap", UNTIDY)
    ended = run("fmt", "--diff", "a.jmap")

    assert ended.status == FINDINGS
    assert f"-{UNTIDY}" in ended.out
    assert '+persona dana "Dana" { age 29 }\n' in ended.out
    assert path.read_text() == UNTIDY


def test_fmt_standard_input(run: Run) -> None:
    assert run("fmt", "-", stdin=UNTIDY.encode()).out == 'persona dana "Dana" { age 29 }\n'
    ended = run("fmt", "-", stdin=BAD.encode())
    assert ended.status == FAILED
    assert not ended.out


def test_fmt_keywords(run: Run) -> None:
    persian = run("fmt", "--keywords", "fa", "-", stdin=UNTIDY.encode()).out

    assert persian == 'پرسونا dana "Dana" { سن ۲۹ }\n'
    assert run("fmt", "--keywords", "en", "-", stdin=persian.encode()).out.startswith(
        "persona dana"
    )
    assert run("fmt", "--keywords", "xx", "-", stdin=b"").status == FAILED


def test_fmt_leaves_a_bad_file_and_goes_on(run: Run, folder: Path) -> None:
    bad = save(folder, "a.jmap", BAD)
    good = save(folder, "b.jmap", UNTIDY)
    ended = run("fmt", ".")

    assert ended.status == FAILED
    assert bad.read_text() == BAD
    assert good.read_text() != UNTIDY
    assert "unknown-word" in ended.err


def test_fmt_refuses_a_link(run: Run, folder: Path) -> None:
    real = save(folder, "real.txt", UNTIDY)
    (folder / "link.jmap").symlink_to(real)
    ended = run("fmt", "link.jmap")

    assert ended.status == FAILED
    assert real.read_text() == UNTIDY
    assert (folder / "link.jmap").is_symlink()


def test_fmt_keeps_line_ends_and_drops_a_byte_order_mark(run: Run, folder: Path) -> None:
    path = folder / "a.jmap"
    path.write_bytes(b"\xef\xbb\xbfpersona a\r\npersona  b\r\n")
    run("fmt", "a.jmap")

    assert path.read_bytes() == b"persona a\r\npersona b\r\n"


def test_a_reader_that_stops_early_is_no_failure(folder: Path) -> None:
    save(folder, "a.jmap", "".join(f"word{number}\n" for number in range(3000)))
    shell = f"{sys.executable} -m jmap check a.jmap | head -1"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=folder, capture_output=True, check=False, timeout=60
    )

    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_full_disk_is_told(folder: Path) -> None:
    save(folder, "a.jmap", BAD)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jmap", "check", "a.jmap"],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip

    assert done.returncode == FAILED
    assert b"Traceback" not in done.stderr


def test_a_working_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = f"rmdir ../gone; {sys.executable} -m jmap check -"
    done = subprocess.run(
        ["bash", "-c", shell],
        cwd=gone,
        input=GOOD.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert b"Traceback" not in done.stderr


def test_version_and_help(run: Run) -> None:
    assert run("--version").out.startswith("jmap ")
    assert "check" in run("--help").out
    ended = run("chekc")
    assert ended.status == FAILED
    assert "Did you mean 'check'?" in ended.err
