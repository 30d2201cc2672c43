"""A third language is one more table and one more catalogue: nothing else has to know of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jmap import list_gaps, load_text, locale, render
from jmap.format import format_source
from jmap.source import SourceFile
from jmap.syntax import words as tables
from jmap.syntax.grammar import grammar_folder
from tests.tools.catalogues import write

GERMAN = """
[statements]
journey = ["reise"]
stage = ["phase"]
touchpoint = ["kontaktpunkt", "kontakt-punkt"]
current = ["ist"]
desired = ["soll"]

[units]
m = ["minuten"]
"""
PHRASES = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "gap"
msgstr "Lücke"
"""
SOURCE = """reise hilfe "Hilfe" {
  language de
  phase anruf "Anruf" {
    kontaktpunkt schlange "Warteschlange" {
      ist 7 minuten
      soll 3m
    }
  }
}
"""


@pytest.fixture
def _german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "grammar"
    shutil.copytree(grammar_folder(), folder)
    (folder / "keywords/de.toml").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setattr(tables, "grammar_folder", lambda: folder)
    phrases = tmp_path / "locale"
    shutil.copytree(locale.FOLDER, phrases)
    (phrases / "de").mkdir()
    (phrases / "de/map.po").write_text(PHRASES, encoding="utf-8")
    write(phrases)
    monkeypatch.setattr(locale, "FOLDER", phrases)
    tables.words.cache_clear()
    yield
    monkeypatch.undo()
    tables.words.cache_clear()


@pytest.mark.usefixtures("_german")
def test_a_table_and_a_catalogue_are_all_it_takes() -> None:
    loaded = load_text(SOURCE)

    assert loaded.ok
    assert list_gaps(loaded)[0].experience == -240
    assert "Lücke" in render(loaded, "md").decode()


@pytest.mark.usefixtures("_german")
def test_the_formatter_writes_it_and_falls_back_to_english() -> None:
    english = format_source(SourceFile("a.jmap", SOURCE), "en").text
    assert "touchpoint schlange" in english
    assert "current 7m" in english

    german = format_source(SourceFile("a.jmap", english), "de").text
    assert german.replace("7minuten", "7 minuten").replace("3minuten", "3m") == SOURCE
