"""What `jmap check` says about files, and how `jmap fmt` lays a file out, by example."""

from pathlib import Path

import pytest

from jmap.encoding import decode
from jmap.format import format_source
from jmap.loading import load
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text, summary
from jmap.syntax.words import words
from tests.tools.golden import Case


def content(case: Case) -> bytes:
    """The input of a case; bytes that are no text stand in it as escapes such as `\\xff`."""
    if (case.folder / "input.jmap").exists():
        return case.read("input.jmap")
    return case.read("input.escaped").decode("unicode_escape").encode("latin-1")


@pytest.mark.golden("check")
def test_check(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in case.folder.rglob("*.jmap"):
        name = file.relative_to(case.folder)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(case.read(str(name)))
    (tmp_path / "input.jmap").write_bytes(content(case))
    (tmp_path / "jmap.toml").touch()
    monkeypatch.chdir(tmp_path)

    loaded = load("input.jmap")

    case.check(
        "output.txt",
        diagnostics_text(loaded.diagnostics, Style())
        + "\n"
        + summary(loaded.diagnostics, len(loaded.files), Style()),
    )


@pytest.mark.golden("fmt")
def test_fmt(case: Case) -> None:
    source = decode("input.jmap", content(case)).source
    result = format_source(source)

    case.check("output.jmap", result.text)
    assert result.ok == (case.folder.name != "errors-are-left-alone"), result.diagnostics
    for language in words().languages:
        made = format_source(source, language)
        case.check(f"output.{language}.jmap", made.text)
        assert (
            not format_source(decode("again", made.text.encode()).source, language).changed
            or not made.ok
        )
