"""In a real browser every text of a picture stands in its frame, none stands on another, no line
runs through one, and the picture asks for nothing.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jmap.loading import Loaded, load
from jmap.pictures import VIEWS
from jmap.renderers.svg import Svg
from jmap.views.undrawable import NothingToShow
from tests.tools.chromium import Chromium
from tests.unit.pictures.maps import filled, mixed, sized

EXAMPLES = Path(__file__).parents[2] / "examples"
SLACK = 1.0

MEASURE = """() => {
  const box = (x, y, right, bottom) => ({x, y, right, bottom});
  const rects = [...document.querySelectorAll('rect')].map(r => {
    const b = r.getBBox(); return box(b.x, b.y, b.x + b.width, b.y + b.height);
  });
  const texts = [...document.querySelectorAll('text')].map(t => {
    const b = t.getBBox(), size = parseFloat(t.getAttribute('font-size'));
    const lines = [t, ...t.querySelectorAll('tspan')].filter(n => n.hasAttribute('y'));
    const bases = lines.map(n => parseFloat(n.getAttribute('y')));
    return {
      text: t.textContent, size, anchor: parseFloat(t.getAttribute('x')),
      ...box(b.x, Math.min(...bases) - 0.72 * size, b.x + b.width,
             Math.max(...bases) + 0.2 * size),
    };
  });
  const lines = [...document.querySelectorAll('g.path > path[stroke]')].flatMap(path => {
    const points = [], whole = path.getTotalLength();
    for (let at = 0; at <= whole; at += 6) points.push(path.getPointAtLength(at));
    return points.map(p => [p.x, p.y]);
  });
  const root = document.documentElement;
  return {rects, texts, lines, width: root.width.baseVal.value, height: root.height.baseVal.value};
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the browser made of a picture."""

    rects: list[dict[str, float]]
    texts: list[dict[str, Any]]
    lines: list[list[float]]
    width: float
    height: float


def measured(chromium: Chromium, loaded: Loaded, folder: Path, view: str) -> Measured:
    path = folder / "map.svg"
    path.write_bytes(Svg(view).render(loaded.workspace, loaded.journeys))
    visit = chromium.open(path)
    assert visit.requests == [path.resolve().as_uri()] or not visit.outside_requests
    assert visit.errors == []
    assert visit.dialogs == []
    visit.page.evaluate("document.fonts.ready.then(() => 0)")
    return Measured(**visit.page.evaluate(MEASURE))


def outside(found: Measured) -> list[str]:
    """Texts that leave the smallest box their first letter stands in."""
    bad = []
    for text in found.texts:
        middle = (text["y"] + text["bottom"]) / 2
        spot = (min(max(text["anchor"], text["x"]), text["right"]), middle)
        around = [rect for rect in found.rects if _holds(rect, *spot)]
        frame = min(
            around, key=lambda rect: (rect["right"] - rect["x"]) * (rect["bottom"] - rect["y"])
        )
        inside = frame["x"] - SLACK <= text["x"] and text["right"] <= frame["right"] + SLACK
        if not inside or text["y"] < frame["y"] - SLACK or text["bottom"] > frame["bottom"] + SLACK:
            bad.append(f"{text['text']!r} {text} leaves {frame}")
    return bad


def overlaps(found: Measured) -> list[str]:
    """Pairs of texts that stand on each other."""
    bad = []
    ordered = sorted(found.texts, key=lambda text: text["y"])
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other["y"] >= one["bottom"] - 0.5:
                break
            if min(one["right"], other["right"]) - max(one["x"], other["x"]) > 0.5:
                bad.append(f"{one['text']!r} and {other['text']!r}")
    return bad


def crossed(found: Measured) -> list[str]:
    """Texts that a path runs through."""
    cells: dict[tuple[int, int], list[list[float]]] = {}
    for point in found.lines:
        cells.setdefault((int(point[0] // 50), int(point[1] // 50)), []).append(point)
    bad = []
    for text in found.texts:
        near = (
            point
            for x in range(int(text["x"] // 50), int(text["right"] // 50) + 1)
            for y in range(int(text["y"] // 50), int(text["bottom"] // 50) + 1)
            for point in cells.get((x, y), ())
        )
        if any(text["x"] < x < text["right"] and text["y"] < y < text["bottom"] for x, y in near):
            bad.append(text["text"])
    return bad


def _holds(rect: dict[str, float], x: float, y: float) -> bool:
    return rect["x"] - 0.1 <= x <= rect["right"] + 0.1 and rect["y"] <= y <= rect["bottom"]


def check(chromium: Chromium, loaded: Loaded, folder: Path, view: str = "map") -> None:
    try:
        found = measured(chromium, loaded, folder, view)
    except NothingToShow:
        return
    assert found.texts
    assert min(text["size"] for text in found.texts) >= 11
    assert outside(found) == []
    assert overlaps(found) == []
    assert crossed(found) == []


JOURNEYS = [path for path in sorted(EXAMPLES.rglob("*.jmap")) if load(path).journeys]
SHAPES = [(1, 1), (3, 1), (5, 4), (9, 7)]


EVERY = pytest.mark.parametrize("view", VIEWS)


@EVERY
@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_the_examples_are_set_well(
    chromium: Chromium, path: Path, view: str, tmp_path: Path
) -> None:
    check(chromium, load(path), tmp_path, view)


@EVERY
@pytest.mark.parametrize("language", ["en", "de", "fa"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_maps_of_any_size_are_set_well(
    chromium: Chromium, shape: tuple[int, int], language: str, view: str, tmp_path: Path
) -> None:
    check(chromium, sized(*shape, language), tmp_path, view)


@EVERY
@pytest.mark.parametrize("each", [3, 10])
def test_full_cells_are_set_well(chromium: Chromium, each: int, view: str, tmp_path: Path) -> None:
    check(chromium, sized(3, 2, "de", each=each), tmp_path, view)


@EVERY
@pytest.mark.parametrize(
    "text", ["w" * 10_000, "word " * 2_000, "سلام " * 2_000, "x", "A - b/c" * 40], ids=range(5)
)
def test_long_texts_are_set_well(chromium: Chromium, text: str, view: str, tmp_path: Path) -> None:
    check(chromium, filled(text), tmp_path, view)


@EVERY
@pytest.mark.parametrize("seed", range(50))
def test_generated_maps_are_set_well(
    chromium: Chromium, seed: int, view: str, tmp_path: Path
) -> None:
    check(chromium, mixed(seed), tmp_path, view)


def test_hostile_text_runs_nothing(chromium: Chromium, tmp_path: Path) -> None:
    text = "</text><script>alert(1)</script><image href='http://127.0.0.1:9/x'/>"
    check(chromium, filled(text), tmp_path)


def test_the_checks_see_what_is_wrong(chromium: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "bad.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" font-family="sans-serif">'
        '<rect width="200" height="100" fill="#fff"/><rect x="10" y="10" width="20" height="20"/>'
        '<text x="12" y="25" font-size="12">far too long</text>'
        '<text x="20" y="25" font-size="12">on it</text>'
        '<g class="path"><path d="M0 22L200 22" stroke="#000"/></g></svg>',
        encoding="utf-8",
    )
    found = Measured(**chromium.open(path).page.evaluate(MEASURE))
    assert outside(found)
    assert overlaps(found)
    assert crossed(found)
    assert math.isclose(found.width, 200)
