"""Phrases by key and language, with English behind every language."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jmap import load_text, locale, render
from jmap.locale import label, languages
from jmap.syntax.words import words
from tests.tools.catalogues import write

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def phrase(key: str, text: str) -> str:
    return f'\nmsgid "{key}"\nmsgstr "{text}"\n'


@pytest.fixture
def _catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """English in two domains, and a German and a Brazilian with a phrase each."""
    texts = {
        "en/map.po": phrase("gap", "Gap") + phrase("curve", "Curve"),
        "en/site.po": phrase("search", "Search"),
        "de/map.po": phrase("gap", "Lücke") + phrase("curve", ""),
        "pt/site.po": phrase("search", "Procurar"),
        "pt-BR/site.po": phrase("search", "Buscar"),
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEADER + text, encoding="utf-8")
    write(tmp_path)
    monkeypatch.setattr(locale, "FOLDER", tmp_path)


def test_each_language_has_its_own_phrase() -> None:
    assert label("gaps", "en") == "Gaps"
    assert label("gaps", "fa") == "شکاف‌ها"
    assert languages() == ("en", "fa")


@pytest.mark.parametrize("language", ["fa-IR", "FA", "fa_ir", "fa-Arab-IR"])
def test_a_region_is_read_as_its_language(language: str) -> None:
    assert label("gaps", language) == "شکاف‌ها"


@pytest.mark.parametrize("language", ["de", "", "..", "../fa", "en/../fa", "x" * 9_000])
def test_what_is_no_known_language_is_english(language: str) -> None:
    assert label("gaps", language) == "Gaps"


@pytest.mark.parametrize("language", ["en", "fa", "de"])
def test_a_key_that_no_catalogue_has_is_a_mistake(language: str) -> None:
    with pytest.raises(KeyError, match="no-such-phrase"):
        label("no-such-phrase", language)


@pytest.mark.usefixtures("_catalogues")
def test_a_language_is_one_folder_of_catalogues() -> None:
    assert languages() == ("de", "en", "pt", "pt-BR")
    assert label("gap", "de-AT") == "Lücke"
    assert label("curve", "de") == "Curve", "an empty phrase is none"
    assert label("search", "de") == "Search"


@pytest.mark.usefixtures("_catalogues")
def test_a_region_may_have_phrases_of_its_own() -> None:
    assert label("search", "pt-br") == "Buscar"
    assert label("search", "pt-PT") == "Procurar"
    assert label("gap", "pt-BR") == "Gap"


@pytest.mark.usefixtures("_catalogues")
def test_compiling_again_changes_nothing(tmp_path: Path) -> None:
    assert write(tmp_path) == []

    german = tmp_path / "de/map.po"
    german.write_text(HEADER + phrase("gap", "Spalt"), encoding="utf-8")
    assert write(tmp_path) == [tmp_path / "de/map.mo"]


@pytest.fixture
def _german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The catalogues as they are, and one phrase in German and in Brazilian Portuguese."""
    folder = tmp_path / "locale"
    shutil.copytree(locale.FOLDER, folder)
    for code, text in (("de", "Seelenlage"), ("pt-BR", "Curva de emoção")):
        (folder / code).mkdir()
        (folder / code / "map.po").write_text(HEADER + phrase("curve", text), encoding="utf-8")
    write(folder)
    monkeypatch.setattr(locale, "FOLDER", folder)
    words.cache_clear()
    yield
    monkeypatch.undo()
    words.cache_clear()


@pytest.mark.usefixtures("_german")
@pytest.mark.parametrize(
    ("language", "curve"), [("de", "Seelenlage"), ("de-AT", "Seelenlage"), ("pt-BR", "Curva de")]
)
def test_a_folder_is_all_it_takes_to_print_maps(language: str, curve: str) -> None:
    loaded = load_text(f'journey a "A" {{ language {language}\n stage b "B" {{ feel 1 }} }}')

    assert curve in render(loaded, "md").decode()
    assert "de" not in words().languages, "source text needs a table of keywords"
