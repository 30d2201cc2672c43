"""Pages in a real browser: inert whatever is written in them, readable, aligned, at any width."""

from pathlib import Path
from typing import Any

import pytest

from jmap.loading import load, load_text
from tests.tools.chromium import Chromium, Visit
from tests.unit.html.everything import Everything
from tests.unit.html.sample import NAMES, rendered, sample

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ATTACKS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src='https://example.org/x.png' onerror=alert(1)>",
    '"><svg onload=alert(1)><iframe src=https://example.org/>',
    "' autofocus onfocus=alert(1) x='",
    "--></textarea><link rel=stylesheet href=https://example.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "javascript:alert(1)",
    "}</style>@import 'https://example.org/b.css';{background:url(https://example.org/c)}",
)

CONTRAST = """() => {
  const lit = c => {
    const v = c / 255;
    return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  };
  const light = c => .2126 * lit(c[0]) + .7152 * lit(c[1]) + .0722 * lit(c[2]);
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const colour = text => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const behind = e => {
    for (; e; e = e.parentElement) {
      const found = colour(getComputedStyle(e).backgroundColor);
      if (found[3] === 255) return found;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.getClientRects().length) continue;
    seen++;
    const svg = e.closest('svg');
    if (svg && e.tagName !== 'text') continue;
    const shape = e.parentElement.querySelector(':scope > circle');
    const [a, b] = [colour(svg ? getComputedStyle(e).fill : getComputedStyle(e).color),
                    svg && shape ? colour(getComputedStyle(shape).fill) : behind(svg || e),
                   ].map(light).sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) low.push(walker.currentNode.data.trim() + ' ' + ratio.toFixed(2));
  }
  return {seen, low};
}"""

ALIGNED = """() => {
  const heads = [...document.querySelectorAll('.map thead th')].map(e => e.getBoundingClientRect());
  const chart = document.querySelector('.chart').getBoundingClientRect();
  const borders = [...document.querySelectorAll('.chart .border')];
  const lines = borders.map(e => e.getBoundingClientRect().x);
  return {
    ends: [Math.min(...heads.map(r => r.left)) - chart.left,
           Math.max(...heads.map(r => r.right)) - chart.right],
    borders: lines.map(x => Math.min(...heads.flatMap(r => [Math.abs(r.left - x)]))),
  };
}"""

IDEAS = """() => {
  const box = document.querySelector('.graph').getBoundingClientRect();
  const dots = [...document.querySelectorAll('.area circle')].map(e => e.getBoundingClientRect());
  const signs = [...document.querySelectorAll('.sign')].map(e => e.getBoundingClientRect().width);
  return {
    dots: dots.map(r => r.left >= box.left && r.right <= box.right && r.width > 20),
    hidden: [...document.querySelectorAll('.area .idea')]
      .filter(e => getComputedStyle(e).overflow !== 'visible').length,
    signs,
  };
}"""

SCROLLED = """async () => {
  const box = document.querySelector('.scroll');
  const rtl = document.dir === 'rtl';
  box.scrollTo(rtl ? -200 : 200, 0);
  scrollTo(0, scrollY + box.getBoundingClientRect().top + 700);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const at = q => [...document.querySelectorAll(q)].map(e => e.getBoundingClientRect());
  const columns = at('.map thead th');
  const rail = at('.rail-row > :not(:first-child)');
  const railed = rail[0].width > 0;
  const edge = r => rtl ? r.right : r.left;
  return {
    top: (railed ? rail : columns)[0].top,
    columns: columns.map((r, at) => railed ? r.left - rail[at].left : 0),
    lane: edge(at('.channels th')[0]) - edge(box.getBoundingClientRect()),
  };
}"""


def opened(chromium: Chromium, source: str, folder: Path, width: int = 1440, **more: Any) -> Visit:
    page = folder / "page.html"
    page.write_text(source, encoding="utf-8")
    return chromium.open(page, width=width, height=900, **more)


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_runs_nothing_and_asks_for_nothing(
    chromium: Chromium, tmp_path: Path, attack: str
) -> None:
    loaded = Everything(lambda at: f"{at} {attack}").loaded()
    page = rendered(loaded)
    # The page must be harmless by its markup alone, without the policy that would also stop it.
    policy = page[page.index("<meta http-equiv") : page.index('<meta name="viewport"')]
    for source in (page, page.replace(policy, "")):
        visit = opened(chromium, source, tmp_path)
        assert visit.page.evaluate("document.body.innerText").count(attack) > 50
        assert visit.outside_requests == []
        assert visit.dialogs == []
        assert visit.errors == []


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_itself_never_scrolls_sideways(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    visit = opened(chromium, rendered(sample(name)), tmp_path, width)
    sizes = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert sizes == [width, width]
    assert visit.errors == []


def test_long_words_do_not_widen_the_page(chromium: Chromium, tmp_path: Path) -> None:
    loaded = Everything(lambda at: f"{at}" + "m" * 120).loaded()
    visit = opened(chromium, rendered(loaded), tmp_path, 320)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_every_text_has_enough_contrast(
    chromium: Chromium, tmp_path: Path, name: str, scheme: str
) -> None:
    visit = opened(chromium, rendered(sample(name)), tmp_path, color_scheme=scheme)
    visit.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    found = visit.page.evaluate(CONTRAST)
    assert found["seen"] > 100
    assert found["low"] == []


@pytest.mark.parametrize("width", [320, 1440, 2400])
@pytest.mark.parametrize("name", NAMES)
def test_the_curve_stands_over_its_columns(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    found = opened(chromium, rendered(sample(name)), tmp_path, width).page.evaluate(ALIGNED)
    assert all(abs(gap) <= 1.5 for gap in found["ends"])
    assert found["borders"]
    assert all(gap <= 1.5 for gap in found["borders"])


@pytest.mark.parametrize("width", [320, 768, 1440, 1920])
@pytest.mark.parametrize("name", NAMES)
def test_headers_of_stages_and_channels_stay_in_sight(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    page = opened(chromium, rendered(sample(name)), tmp_path, width).page
    found = page.evaluate(SCROLLED)
    assert abs(found["top"]) <= 2
    assert found["columns"]
    assert all(abs(gap) <= 1 for gap in found["columns"])
    assert abs(found["lane"]) <= 2


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("name", NAMES)
def test_the_map_takes_its_height(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    page = opened(chromium, rendered(sample(name)), tmp_path, width).page
    sizes = page.evaluate(
        "[...document.querySelectorAll('.scroll')].map(e => e.scrollHeight - e.clientHeight)"
    )
    assert len(sizes) > 2
    assert set(sizes) == {0}


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("name", NAMES)
def test_numbers_keep_their_units_on_one_line(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    page = opened(chromium, rendered(sample(name)), tmp_path, width).page
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    found = page.evaluate(
        "[...document.querySelectorAll('.pair')].map(e => [e.innerText,"
        " e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).fontSize)])"
    )
    assert len(found) > 20
    assert [text for text, lines in found if lines > 2] == []


def test_a_map_of_one_stage_is_not_stretched(chromium: Chromium, tmp_path: Path) -> None:
    loaded = load_text('journey j { stage s { touchpoint t "T" { feel 1 } } }')
    page = opened(chromium, rendered(loaded), tmp_path, 1440).page
    widths = page.evaluate(
        "['.frame', '.channels td', '.card', '.chart'].map(q => "
        "document.querySelector(q).getBoundingClientRect().width)"
    )
    assert widths[0] < 720
    assert widths[2] > 0.9 * widths[1]
    assert widths[3] > 0.9 * widths[1]


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("name", ["home-internet/internet", "fridge-repair/fridge"])
def test_ideas_stand_whole_in_their_graph(
    chromium: Chromium, tmp_path: Path, name: str, width: int
) -> None:
    page = opened(chromium, rendered(load(EXAMPLES / f"{name}.jmap")), tmp_path, width).page
    found = page.evaluate(IDEAS)
    assert len(found["dots"]) > 3
    assert all(inside for inside in found["dots"])
    assert found["hidden"] == 0
    assert max(found["signs"]) < 30


def test_a_right_to_left_page_is_mirrored(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, rendered(sample("fridge")), tmp_path).page
    lefts = page.evaluate(
        "[...document.querySelectorAll('.map thead th')].map(e => e.getBoundingClientRect().left)"
    )
    assert lefts == sorted(lefts, reverse=True)
    sides = page.evaluate(
        "['.personas', '.about'].map(q => document.querySelector(q).getBoundingClientRect().left)"
    )
    assert sides[0] > sides[1]


def test_the_font_is_in_the_page(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, rendered(sample("fridge")), tmp_path).page
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") == 2


def test_the_keyboard_reaches_the_map_first(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, rendered(sample("permit")), tmp_path, java_script_enabled=True).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#permit:map"


def test_paper_shows_the_whole_map(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, rendered(sample("permit")), tmp_path, 1047).page
    page.emulate_media(media="print")
    clipped = page.evaluate(
        "[...document.querySelectorAll('.scroll')].map(e => [e.scrollWidth - e.clientWidth,"
        " e.scrollHeight - e.clientHeight])"
    )
    assert len(clipped) > 2
    assert all(size == [0, 0] for size in clipped)


def test_paper_shows_what_the_screen_folds_away(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, rendered(sample("permit")), tmp_path, 1047).page
    shown = (
        "[...document.querySelectorAll('details')].map(e => "
        "getComputedStyle(e, '::details-content').contentVisibility)"
    )
    assert set(page.evaluate(shown)) == {"hidden"}
    page.emulate_media(media="print")
    assert set(page.evaluate(shown)) == {"visible"}
