"""A built site in a real browser: it opens from disk, asks for nothing, and is used by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from jmap.site.build import Request, build
from tests.tools.chromium import Chromium, Visit

EXAMPLES = Path(__file__).parents[2] / "examples"
SITES = ("parking-permit", "fridge-repair")
KINDS = ("index.html", "gaps.html", "opportunities.html", "search.html")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An English and a Persian site, and one of both."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JMAP_CACHE", "off")
        for name in (*SITES, ""):
            output = tmp_path_factory.mktemp(name or "both") / "site"
            build(Request((str(EXAMPLES / name),), output, jobs=1), lambda: None)
            found[name] = output
    return found


def one_of_each(site: Path) -> list[Path]:
    """A page of every kind."""
    folders = (sorted((site / kind).glob("*.html")) for kind in
               ("journeys", "personas", "channels", "teams"))  # fmt: skip
    return [*(site / name for name in KINDS), *(pages[0] for pages in folders)]


def quiet(visit: Visit) -> bool:
    return not visit.outside_requests and not visit.errors and not visit.dialogs


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_every_kind_of_page_opens_from_disk(
    chromium: Chromium, sites: dict[str, Path], name: str, scripts: object
) -> None:
    for path in one_of_each(sites[name]):
        visit = chromium.open(path, java_script_enabled=bool(scripts))

        assert quiet(visit), (path, visit.errors, visit.outside_requests)
        assert visit.page.locator("nav.site-nav a").count() >= 4


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_is_wider_than_the_window(
    chromium: Chromium, sites: dict[str, Path], name: str, width: int
) -> None:
    for path in one_of_each(sites[name]):
        visit = chromium.open(path, width)
        beyond = visit.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

        assert beyond <= 0, path


def test_every_page_is_reached_by_links_alone(chromium: Chromium, sites: dict[str, Path]) -> None:
    site = sites["parking-permit"]
    visit = chromium.open(site / "index.html")
    links = visit.page.eval_on_selector_all("a", "all => all.map(a => a.href.split('#')[0])")
    there = {path.resolve().as_uri() for path in site.rglob("*.html")}

    assert there <= set(links)


@pytest.mark.parametrize(
    ("name", "words", "hit"),
    [
        ("parking-permit", "checklist desk", "Checklist on the website, printed at the desk"),
        ("fridge-repair", "كارشناس", "کارشناس سطح ۱"),  # Arabic kaf, as many keyboards have it
        ("fridge-repair", "سطح 1", "کارشناس سطح ۱"),
    ],
)
def test_the_search_is_used_by_keyboard(
    chromium: Chromium, sites: dict[str, Path], name: str, words: str, hit: str
) -> None:
    visit = chromium.open(sites[name] / "search.html")
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector("#found li")

    assert hit in page.locator("#found a").all_inner_texts()
    assert page.locator("#count").inner_text()
    assert page.locator("#everything").is_hidden()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#found') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/**")
    assert quiet(visit)


def test_a_search_can_be_kept_as_an_address(chromium: Chromium, sites: dict[str, Path]) -> None:
    address = (sites["parking-permit"] / "search.html").as_uri()
    visit = chromium.open(f"{address}?q=checklist")

    assert visit.page.locator("#words").input_value() == "checklist"
    assert visit.page.locator("#found li").count() > 0
    visit.page.locator("#words").fill("nothing like it")
    expect(visit.page.locator("#found li")).to_have_count(0)
    assert visit.page.locator("#count").inner_text() == "Nothing found"
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("#everything").is_visible()


def test_without_scripts_the_search_says_so(chromium: Chromium, sites: dict[str, Path]) -> None:
    visit = chromium.open(sites["parking-permit"] / "search.html", java_script_enabled=False)

    assert visit.page.locator("#search").is_hidden()
    assert "scripts are off" in visit.page.locator("main").inner_text()
    assert visit.page.locator("#everything a").count() == 2


def test_hostile_queries_are_texts(chromium: Chromium, sites: dict[str, Path]) -> None:
    visit = chromium.open(sites["parking-permit"] / "search.html")
    for words in ("<img src=x onerror=alert(1)>", "</script>", "__proto__", "\\", "%", ".*"):
        visit.page.locator("#words").fill(words)
        visit.page.wait_for_timeout(120)

    assert quiet(visit)


def column(visit: Visit, number: int) -> list[str]:
    cells = visit.page.locator(f"table.fleet tbody tr > :nth-child({number})")
    return [text.split("\n")[0] for text in cells.all_inner_texts()]


def test_the_index_is_sorted_by_keyboard(chromium: Chromium, sites: dict[str, Path]) -> None:
    visit = chromium.open(sites[""] / "index.html")
    before = column(visit, 3)
    visit.page.locator("th button").nth(2).focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert column(visit, 3) == before
    visit.page.keyboard.press("Space")
    assert visit.page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"

    assert column(visit, 3) == before[::-1]
    assert quiet(visit)


def test_what_is_overdue_is_marked_by_the_readers_clock(
    chromium: Chromium, sites: dict[str, Path]
) -> None:
    for year, marked in ((2026, 0), (2030, 2)):
        visit = chromium.blank()
        visit.page.clock.set_fixed_time(f"{year}-11-01T12:00:00")
        visit.page.goto((sites["parking-permit"] / "index.html").as_uri())

        assert visit.page.locator(".overdue").count() == marked
        assert quiet(visit)


def test_a_link_to_a_place_opens_it(chromium: Chromium, sites: dict[str, Path]) -> None:
    visit = chromium.open(sites["parking-permit"] / "gaps.html")
    visit.page.locator(".gap-list tbody th a").first.click()
    visit.page.wait_for_url("**/journeys/**")
    target = visit.page.evaluate("decodeURIComponent(location.hash.slice(1))")

    assert visit.page.evaluate("id => document.getElementById(id) !== null", target)
    visit.page.locator(".site-nav a").first.click()
    visit.page.wait_for_url("**/index.html")
    assert quiet(visit)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SITES)
def test_text_can_be_read(
    chromium: Chromium, sites: dict[str, Path], name: str, scheme: str
) -> None:
    from tests.browser.test_html import CONTRAST

    for path in one_of_each(sites[name]):
        if path.parent.name == "journeys":
            continue
        visit = chromium.open(path, color_scheme=scheme)
        found = visit.page.evaluate(CONTRAST)

        assert found["seen"] > 0
        assert found["low"] == [], (path, found["low"])
