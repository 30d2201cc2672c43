"""A file that somebody else changes while it is being laid out is not overwritten."""

from pathlib import Path

import pytest

import jmap.cli.fmt as fmt_command
from jmap.cli.group import FAILED, run
from jmap.format import Formatted, format_source
from jmap.source import SourceFile


def test_a_file_changed_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jmap"
    path.write_text("persona  a\n")

    def slowly(source: SourceFile, keywords: str | None = None) -> Formatted:
        path.write_text("persona  other\n")
        return format_source(source, keywords)

    monkeypatch.setattr(fmt_command, "format_source", slowly)

    assert run(["fmt", str(path)]) == FAILED
    assert path.read_text() == "persona  other\n"
    assert "changed meanwhile" in capsys.readouterr().err
