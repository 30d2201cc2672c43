"""The live preview in a real browser: what is saved is seen, and nobody loses their place."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from tests.tools.chromium import Chromium, Visit
from tests.unit.preview.running import Running, running

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE = 20_000
SOURCES = {
    "home-internet": ("internet.jmap", "Signing up for home internet", "Joining at home"),
    "fridge-repair": ("fridge.jmap", "یخچالم خنک نمی‌کند", "یخچالم گرم است"),
}


@pytest.fixture(params=sorted(SOURCES))
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator["Example"]:
    folder = tmp_path / request.param
    shutil.copytree(
        EXAMPLES / request.param, folder, ignore=shutil.ignore_patterns("*-future.jmap")
    )
    with running(folder) as preview:
        yield Example(preview, folder / SOURCES[request.param][0], *SOURCES[request.param][1:])


class Example:
    """A preview of a map that may be changed, broken and mended."""

    def __init__(self, preview: Running, path: Path, title: str, other: str) -> None:
        self.preview = preview
        self.title = title
        self.other = other
        self._path = path
        self._good = path.read_text(encoding="utf-8")

    def mend(self) -> None:
        self._path.write_text(self._good, encoding="utf-8")

    def rename(self) -> None:
        changed = self._good.replace(f'"{self.title}"', f'"{self.other}"')
        assert changed != self._good
        self._path.write_text(changed, encoding="utf-8")

    def spoil(self) -> None:
        self._path.write_text(self._good + "\nstagge\n", encoding="utf-8")


def opened(chromium: Chromium, example: Example, more: str = "") -> Visit:
    visit = chromium.blank()
    # Not until nothing is under way: the page waits for news as long as it is open.
    visit.page.goto(example.preview.address + more)
    shown(visit.page, example.title)
    return visit


def shown(page: Page, title: str) -> Frame:
    """The frame of the map, once it shows a title and is the only one."""
    page.frame_locator("iframe:not(.coming)").get_by_role("heading", name=title).first.wait_for(
        timeout=PATIENCE
    )
    until(page, "document.querySelectorAll('iframe').length === 1")
    found = page.query_selector("iframe")
    frame = found.content_frame() if found else None
    assert frame
    return frame


def until(place: Page | Frame, condition: str) -> None:
    """Waits for a condition. Playwright's own waiting evaluates text, which these pages forbid."""
    patience = time.monotonic() + PATIENCE / 1000
    while not place.evaluate(condition):
        assert time.monotonic() < patience, condition
        time.sleep(0.02)


def clean(visit: Visit, example: Example) -> None:
    own = example.preview.address.rsplit("/t/", 1)[0] + "/"
    assert [url for url in visit.outside_requests if not url.startswith(own)] == []
    assert visit.errors == []
    assert visit.dialogs == []


def test_a_save_is_seen_in_its_place(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    before = time.perf_counter()
    example.rename()
    shown(visit.page, example.other)
    print(f"from save to screen: {1000 * (time.perf_counter() - before):.0f} ms")

    assert visit.page.title() == example.other
    clean(visit, example)


def test_the_reader_keeps_their_place(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    frame = shown(visit.page, example.title)
    frame.locator("details").nth(2).evaluate("fold => { fold.open = true }")
    wide = frame.locator(".scroll").first
    wide.evaluate("box => box.scrollTo(getComputedStyle(box).direction === 'rtl' ? -120 : 120, 0)")
    frame.evaluate("scrollTo(0, 900)")
    place = [frame.evaluate("scrollY"), wide.evaluate("box => box.scrollLeft")]
    assert all(place)
    example.rename()
    frame = shown(visit.page, example.other)

    now = [
        frame.evaluate("scrollY"),
        frame.locator(".scroll").first.evaluate("box => box.scrollLeft"),
    ]
    assert now == pytest.approx(place, abs=40)
    folds = frame.locator("details").evaluate_all("all => all.map(fold => fold.open)")
    assert [at for at, fold in enumerate(folds) if fold] == [2]
    clean(visit, example)


def test_errors_stand_above_the_last_good_map(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    alert = visit.page.get_by_role("alert")
    assert alert.inner_text().strip() == ""
    example.spoil()
    alert.locator("pre").wait_for(timeout=PATIENCE)

    assert "error[unknown-word]" in alert.inner_text()
    assert "stagge\n" in alert.inner_text()
    assert "^^^^^^" in alert.inner_text()
    shown(visit.page, example.title)
    example.mend()
    alert.locator("pre").wait_for(state="detached", timeout=PATIENCE)
    shown(visit.page, example.title)
    clean(visit, example)


def test_a_map_that_was_never_good_appears_once_it_is(chromium: Chromium, example: Example) -> None:
    example.spoil()
    visit = chromium.blank()
    with running(Path(example._path).parent) as late:
        visit.page.goto(late.address)
        visit.page.get_by_role("alert").locator("pre").wait_for(timeout=PATIENCE)
        assert visit.page.query_selector("iframe") is None
        example.mend()
        shown(visit.page, example.title)
        assert visit.page.get_by_role("alert").inner_text().strip() == ""
    assert visit.page_errors == []


def test_the_page_reads_in_the_direction_of_the_map(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    frame = shown(visit.page, example.title)

    outer, inner = (one.evaluate("document.dir") for one in (visit.page, frame))
    assert outer == inner
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_leads_to_its_place_and_stays(chromium: Chromium, example: Example) -> None:
    first = shown(opened(chromium, example).page, example.title)
    target = first.evaluate("[...document.querySelectorAll('.card[id]')].at(-1).id")
    visit = opened(chromium, example, f"#{target}")
    frame = shown(visit.page, example.title)
    visible = "id => document.getElementById(id).getBoundingClientRect().top < innerHeight"

    until(frame, "scrollY > 0")
    assert frame.evaluate(visible, target)
    example.rename()
    frame = shown(visit.page, example.other)
    assert frame.evaluate(visible, target)
    assert frame.evaluate("decodeURIComponent(location.hash.slice(1))") == target
    # A link that is followed within the map is in the address of the page, to be copied.
    frame.evaluate("location.hash = 'page:reference'")
    until(visit.page, "location.hash === '#page:reference'")
    clean(visit, example)


def test_filters_outlive_a_save(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    frame = shown(visit.page, example.title)
    frame.get_by_role("searchbox").fill("7")
    until(frame, "location.search !== ''")
    until(visit.page, "location.search !== ''")
    asked = frame.evaluate("location.search")
    assert visit.page.evaluate("location.search") == asked
    example.rename()
    frame = shown(visit.page, example.other)

    assert frame.evaluate("location.search") == asked
    assert frame.get_by_role("searchbox").input_value() == "7"
    # And a reload of the whole page.
    visit.page.reload()
    frame = shown(visit.page, example.other)
    until(frame, "location.search !== ''")
    assert frame.get_by_role("searchbox").input_value() == "7"
    clean(visit, example)


def test_a_preview_that_has_ended_says_so(chromium: Chromium, example: Example) -> None:
    visit = opened(chromium, example)
    assert visit.page.get_by_role("status").locator(".live").is_visible()
    example.preview.end()

    visit.page.get_by_role("status").locator(".lost").wait_for(timeout=PATIENCE)
    shown(visit.page, example.title)


def test_no_other_site_can_take_it(chromium: Chromium, example: Example, tmp_path: Path) -> None:
    base = example.preview.address
    key = base + "page/" + ("internet" if "home" in str(example._path) else "یخچال")
    page = tmp_path / "evil.html"
    page.write_text(
        f'<!DOCTYPE html><iframe src="{base}"></iframe><iframe src="{key}"></iframe>'
        f'<img src="{key.replace("page", "picture")}"><script src="{base}"></script>',
        encoding="utf-8",
    )
    visit = chromium.blank()
    visit.page.goto(page.as_uri())
    visit.page.wait_for_load_state("load")
    visit.page.wait_for_timeout(300)

    assert visit.page.evaluate("document.querySelector('img').naturalWidth") == 0
    assert all("chrome-error" in frame.url for frame in visit.page.frames[1:])
    reached = "url => fetch(url).then(() => 'reached', () => 'refused')"
    assert visit.page.evaluate(reached, base) == "refused"


def test_several_journeys_are_listed_and_led_to(chromium: Chromium, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "parking-permit", tmp_path / "permit")
    with running(tmp_path / "permit") as preview:
        visit = chromium.blank()
        visit.page.goto(preview.address)
        links = visit.page.locator(".journeys a")
        assert links.count() == 2
        until(visit.page, "[...document.images].every(image => image.naturalWidth > 0)")
        title = links.nth(1).inner_text()
        links.nth(1).click()
        shown(visit.page, title)
        visit.page.get_by_role("navigation").get_by_role("link").click()
        links.nth(1).wait_for()
        assert visit.errors == []
