"""The PDF: tagged and titled, in the language of its map, every word of the picture in it."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from jmap.loading import Loaded, load
from jmap.paint.plain import plain
from jmap.paint.theme import LIGHT
from jmap.pictures import VIEWS, picture
from jmap.renderers import renderer
from jmap.renderers.pdf.sheet import sheet_of
from jmap.views.undrawable import NothingToShow, NotInstalled
from tests.unit.pictures.maps import filled, journey, mixed, read

EXAMPLES = Path(__file__).parents[3] / "examples"
PERSIAN = EXAMPLES / "fridge-repair/fridge.jmap"
ENGLISH = EXAMPLES / "home-internet/internet.jmap"


def content(loaded: Loaded, view: str = "map") -> bytes:
    return renderer("pdf", view=view).render(loaded.workspace, loaded.journeys)


def opened(loaded: Loaded) -> PdfReader:
    return PdfReader(io.BytesIO(content(loaded)))


def figures(node: Any) -> list[str]:
    """The alternative texts of all figures, wherever they lie in the tree of tags."""
    node = node.get_object()
    if isinstance(node, list):
        return [alt for kid in node for alt in figures(kid)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    return own + (figures(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize(("path", "language"), [(PERSIAN, "fa"), (ENGLISH, "en")])
def test_a_document_is_tagged_titled_and_in_its_language(path: Path, language: str) -> None:
    loaded = load(path)
    reader = opened(loaded)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title == loaded.journeys[0].label
    assert reader.metadata.creation_date is None
    (alt,) = figures(root["/StructTreeRoot"]["/K"])
    assert all(stage.label in alt for stage in loaded.journeys[0].stages)


def test_the_sheet_is_as_large_as_the_picture_and_the_rest_is_paper() -> None:
    loaded = load(ENGLISH)
    drawn = picture("map", loaded.workspace, loaded.journeys).document
    first, second, *_ = opened(loaded).pages
    assert float(first.mediabox.width) == pytest.approx(drawn.width * 0.75, abs=1)
    assert float(first.mediabox.height) == pytest.approx(drawn.height * 0.75, abs=1)
    assert float(second.mediabox.width) == pytest.approx(595.3, abs=1)


def test_every_word_of_the_picture_can_be_found() -> None:
    loaded = load(ENGLISH)
    drawn = plain(picture("map", loaded.workspace, loaded.journeys).document, LIGHT)
    found = "".join(opened(loaded).pages[0].extract_text().split())
    for text in sheet_of(drawn.source).texts:
        assert "".join(text.text.split()) in found


def test_all_that_a_journey_says_is_on_its_pages() -> None:
    loaded = read(
        'journey j "J" { vision "seldom seen"; stage s "S" { touchpoint t "T" {\n'
        'action "answer at once"; backstage "a hidden act"; guideline "be kind" } } }'
    )
    text = " ".join(page.extract_text() for page in opened(loaded).pages[1:])
    for said in ("seldom seen", "answer at once", "a hidden act", "be kind"):
        assert said in text


def test_the_same_map_is_the_same_document() -> None:
    assert content(load(PERSIAN)) == content(load(PERSIAN))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_makes_a_document(view: str) -> None:
    loaded = load(EXAMPLES / "parking-permit/permit-future.jmap")
    assert content(loaded, view).startswith(b"%PDF")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.filterwarnings("ignore::jmap.views.undrawable.DrawingWarning")
def test_any_text_makes_a_document(seed: int) -> None:
    try:
        assert content(mixed(seed)).startswith(b"%PDF")
    except NothingToShow:
        pytest.fail("a journey always has a map")


@pytest.mark.parametrize("text", ['#panic("x")', "*a* $b$ #include", "]) <x> @y", "\\"])
def test_text_is_never_read_as_markup(text: str) -> None:
    found = " ".join(page.extract_text() for page in opened(filled(text)).pages)
    assert text in found


def test_without_the_extra_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled, match=r'pdf output needs: pip install "jmap\[pdf\]"'):
        content(journey('stage s "S" { touchpoint t "T" }'))
