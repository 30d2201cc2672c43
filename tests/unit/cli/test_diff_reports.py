"""Several reports of one comparison: where each goes, and what becomes of them when one fails."""

import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from jmap.cli import comparing
from jmap.cli.forms import FORMATS
from jmap.cli.sides import Sides
from jmap.reports.changes import telling
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.told import Told
from tests.unit.cli.test_commands import FAILED, FINDINGS, FINE, Ended
from tests.unit.cli.test_diff import MAP, SLOWER, WORSE
from tests.unit.cli.test_diff_gate import Diff, diff, save

__all__ = ["diff"]
TO_FILES = ("-f", "md=told/comment.md", "-f", "json=changes.json", "-f", "junit=changes.xml")


def test_files_and_standard_output(diff: Diff) -> None:
    save(a=SLOWER)
    ended = diff(*TO_FILES, "-f", "github", "--fail-on", "worse")

    assert ended.status == FINDINGS
    assert ended.out == diff("-f", "github").out
    assert ended.err == "told/comment.md\nchanges.json\nchanges.xml\n"
    for name, form in (
        ("told/comment.md", "md"),
        ("changes.json", "json"),
        ("changes.xml", "junit"),
    ):
        assert Path(name).read_text(encoding="utf-8") == diff("-f", form).out


def test_all_forms_at_once_are_those_of_single_runs(diff: Diff) -> None:
    save(a=SLOWER)
    files = {form: f"{form}.out" for form in FORMATS if form not in ("json", "html", "svg")}
    files |= {form: f"x.{form}" for form in ("json", "html", "svg")}
    diff(*(part for form, file in files.items() for part in ("-f", f"{form}={file}")))

    for form, file in files.items():
        assert Path(file).read_text(encoding="utf-8") == diff("-f", form).out, form


def test_both_sides_are_read_and_told_once(diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    save(a=SLOWER)
    counts = {"compared": 0, "told": 0}
    compare, tell = comparing.compared, telling.told

    def compared(both: Sides) -> tuple[Compared, ...]:
        counts["compared"] += 1
        return compare(both)

    def told(found: Sequence[Compared]) -> Told:
        counts["told"] += 1
        return tell(found)

    monkeypatch.setattr(comparing, "compared", compared)
    monkeypatch.setattr(telling, "told", told)
    diff(*TO_FILES, "-f", "github", "-f", "sarif=x.sarif", "-f", "html=x.html")

    assert counts == {"compared": 1, "told": 1}


def test_only_files(diff: Diff) -> None:
    save(a=SLOWER)

    assert diff("-f", "md=a.md") == Ended(FINE, "", "a.md\n")


@pytest.mark.parametrize("folder", ["reports/", "there"])
def test_a_folder(diff: Diff, folder: str) -> None:
    save(a=SLOWER)
    Path("there").mkdir()
    ended = diff("-f", "md", "-f", "html", "-f", "github", "-f", "sarif=own.sarif", "-o", folder)

    assert (ended.status, ended.out) == (FINE, "")
    made = sorted(path.name for path in Path(folder).iterdir())
    assert made == ["changes.github", "changes.html", "changes.md"]
    assert Path("own.sarif").is_file()


def test_a_file_of_its_own_and_one_that_says_its_format(diff: Diff) -> None:
    save(a=SLOWER)
    diff("-f", "md=a.md", "-o", "b.json")

    assert Path("a.md").read_text(encoding="utf-8").startswith("### ")
    assert Path("b.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("arguments", [("-f", "text=-"), ("-f", "text", "-o", "-"), ("-o", "-")])
def test_standard_output_by_its_name(diff: Diff, arguments: tuple[str, ...]) -> None:
    save(a=SLOWER)

    assert diff(*arguments).out.startswith(WORSE)
    assert not Path("-").exists()


def test_colour_is_for_standard_output(diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    save(a=SLOWER)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    ended = diff("-f", "text", "-f", "text=a.txt")

    assert "\x1b" in ended.out
    assert "\x1b" not in Path("a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("-f", "md", "-f", "json"), "md and json would both go to standard output"),
        (("-f", "md", "-f", "json=-"), "two reports would both go to standard output"),
        (("-f", "md=a", "-f", "junit=./a"), "two reports would both go to ./a"),
        (("-f", "md=a", "-f", "text=link"), "two reports would both go to link"),
        (("-f", "md", "-f", "json", "-o", "x.md"), "this makes 2 reports, and x.md is a file"),
        (("-f", "md=a.md", "-o", "reports/"), "say what to write into reports/"),
        (("-f", "md=a.json"), "a.json names the format json, but -f asks for md"),
        (("-f", "html=changes"), ""),
        (("-f", "md=a.jmap"), "a.jmap is a source"),
        (("-f", "md=ok.md", "-f", "text=source"), "source is a source of these maps"),
        (("-f", "md="), "'md=' names no file"),
        (("-f", "a.md"), "'a.md' is not one of 'text'"),
        (("-f", "pdf=a.pdf"), "'pdf' is not one of 'text'"),
        (("-f", "md=a.md", "--theme", "dark"), "--theme is for pictures"),
    ],
)
def test_where_reports_cannot_go(diff: Diff, arguments: tuple[str, ...], why: str) -> None:
    save(a=SLOWER)
    Path("link").symlink_to("a")
    Path("source").symlink_to("a.jmap")
    ended = diff(*arguments)

    if not why:
        assert ended.status == FINE
        return
    assert ended.status == FAILED
    assert why in ended.err
    assert ended.out == ""
    assert not [
        name for name in ("a.md", "a.json", "ok.md", "x.md", "reports") if Path(name).exists()
    ]
    assert Path("a.jmap").read_text(encoding="utf-8") == SLOWER


def test_a_comparison_that_fails_writes_nothing(diff: Diff) -> None:
    save(a=MAP.replace("26h", "26 parsecs"))
    ended = diff(*TO_FILES, "-f", "github")

    assert (ended.status, ended.out) == (FAILED, "")
    assert not Path("told").exists()
    assert not Path("changes.json").exists()


def test_a_report_that_cannot_be_made_leaves_no_other(
    diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise OSError("no room")

    monkeypatch.setattr("jmap.reports.changes.junit.cases", fails)
    save(a=SLOWER)
    ended = diff(*TO_FILES, "-f", "github")

    assert (ended.status, ended.out) == (FAILED, "")
    assert not Path("changes.json").exists()


def test_a_report_that_cannot_be_written_is_not_half_there(diff: Diff) -> None:
    """Those before it are whole, and what was there stays as it was."""
    save(a=SLOWER)
    Path("kept.xml").write_text("before", encoding="utf-8")
    Path("kept.xml").chmod(stat.S_IREAD)
    ended = diff("-f", "md=a.md", "-f", "junit=kept.xml")

    assert ended.status == FAILED
    assert "kept.xml" in ended.err
    assert Path("kept.xml").read_text(encoding="utf-8") == "before"
    assert Path("a.md").read_text(encoding="utf-8").rstrip().endswith("</details>")
    assert [path.name for path in Path().iterdir() if path.name.endswith(".tmp")] == []


def test_a_comment_that_was_made_elsewhere_goes_to_files(diff: Diff) -> None:
    save(a=SLOWER)
    diff("-o", "r.json")
    ended = diff("--from", "r.json", "-f", "md=one.md", "-f", "md=two.md", "-f", "md")

    assert ended.out.startswith("### ")
    assert Path("one.md").read_text(encoding="utf-8") == ended.out
    assert Path("two.md").read_text(encoding="utf-8") == ended.out
    wrong = diff("--from", "r.json", "-f", "md=three.md", "-f", "json=four.json")
    assert wrong.status == FAILED
    assert "--from makes the comment" in wrong.err
    assert not Path("three.md").exists()
