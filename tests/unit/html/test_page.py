"""The page as a document: valid, self-contained, accessible by its structure, ever the same."""

import base64
import hashlib
from itertools import pairwise

import pytest

from jmap.loading import Loaded, load_text
from jmap.renderers import renderer
from tests.unit.html.sample import NAMES, Page, parsed, rendered, sample

POLICY = (
    "default-src 'none'; script-src '{script}'; style-src 'unsafe-inline'; font-src data:; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
TWO = """
journey a "A" { stage s { touchpoint t } }
journey b "B" { language fa; stage s { touchpoint t } }
"""


@pytest.fixture(params=NAMES)
def loaded(request: pytest.FixtureRequest) -> Loaded:
    return sample(request.param)


@pytest.fixture
def page(loaded: Loaded) -> Page:
    return parsed(rendered(loaded))


def test_the_bytes_are_the_same_every_time(loaded: Loaded) -> None:
    assert rendered(loaded) == rendered(loaded)


def test_nothing_comes_from_elsewhere_and_only_the_known_script_runs(page: Page) -> None:
    policies = [meta.get("content") for meta in page.all("meta") if meta.get("http-equiv")]
    script = (page.all("script")[0].text or "").encode()
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    assert policies == [POLICY.format(script=f"sha256-{digest}")]
    assert len(page.all("script")) == 1
    assert page.all("link", "img", "iframe", "object", "embed", "base", "form") == []
    names = {name for element in page.all() for name in element.attrib}
    assert not {name for name in names if name.startswith("on")} | names & {"style", "src"}


def test_the_style_holds_no_word_of_the_map(loaded: Loaded) -> None:
    stages = "\n".join(
        f"stage s{at} {{\n"
        + "\n".join(f'touchpoint t{at}-{place} {{ backstage "b" }}' for place in range(count))
        + "\n}"
        for at, count in enumerate(len(stage.touchpoints) for stage in loaded.journeys[0].stages)
    )
    other = load_text(f"journey x {{\n{stages}\n}}")
    style = [parsed(rendered(which)).all("style")[0].text for which in (loaded, other)]
    assert style[0] == style[1]


def test_the_script_is_small_and_writes_no_markup() -> None:
    script = parsed(rendered(sample("permit"))).all("script")[0].text or ""
    assert len(script.encode()) < 6000
    assert script == script.strip()
    assert '"use strict"' in script
    for word in ("eval", "Function(", "innerHTML", "outerHTML", "insertAdjacentHTML", "</", "<!--"):
        assert word not in script
    assert "\r" not in script


def test_the_script_holds_no_word_of_the_map() -> None:
    pages = [parsed(rendered(sample(name))).all("script")[0].text for name in NAMES]
    assert pages[0] == pages[1]


def test_every_id_is_unique_and_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    ids = [element.get("id") for element in page.all() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {
        target for e in page.all("a", "use") if (target := e.get("href", "")).startswith("#")
    }
    assert {target[1:] for target in targets} <= set(ids)
    labels = [ids for e in page.all() for ids in (e.get("aria-labelledby") or "").split()]
    assert set(labels) <= set(ids)


def test_touchpoints_and_stages_are_addressed_by_their_ids() -> None:
    ids = {element.get("id") for element in parsed(rendered(sample("permit"))).all()}
    assert {"permit", "permit.apply", "permit.apply.form", "permit.appeal"} <= ids


def test_headings_go_down_step_by_step(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_map_is_a_table_with_headers_for_both_axes(page: Page, loaded: Loaded) -> None:
    table = page.all("table")[0]
    columns = [th for th in table.iter("th") if th.get("scope") == "col"]
    rows = [th for th in table.iter("th") if th.get("scope") == "row"]
    assert len(columns) == len(loaded.journeys[0].stages)
    assert len(rows) > len(loaded.workspace.channels) - 1
    assert table.find("caption") is not None
    for row in table.iter("tr"):
        assert sum(int(cell.get("colspan", "1")) for cell in row) == len(columns) + 1


def test_scrolling_regions_can_be_reached_and_named(page: Page) -> None:
    regions = [e for e in page.all("div") if e.get("class") == "scroll"]
    assert len(regions) > 2
    assert all(e.get("tabindex") == "0" and e.get("role") == "region" for e in regions)
    assert all(e.get("aria-labelledby") for e in regions)


@pytest.mark.parametrize(
    ("name", "lang", "side"), [("permit", "en", "ltr"), ("fridge", "fa", "rtl")]
)
def test_language_and_direction(name: str, lang: str, side: str) -> None:
    page = parsed(rendered(sample(name)))
    assert [(e.get("lang"), e.get("dir")) for e in page.all("html", "article")] == [
        (lang, side)
    ] * 2


def test_several_journeys_share_a_page() -> None:
    page = parsed(rendered(load_text(TWO)))
    ids = [element.get("id") for element in page.all() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {"a.s.t", "b.s.t"} <= set(ids)
    assert [e.get("dir") for e in page.all("article")] == ["ltr", "rtl"]
    assert len(page.all("h1")) == 1
    assert [a.get("href") for nav in page.all("nav") for a in nav.iter("a")] == ["#a", "#b"]


def test_a_stage_and_a_path_of_one_name_keep_ids_apart() -> None:
    page = parsed(rendered(load_text("journey j { stage s { touchpoint t }\n path s { step t } }")))
    ids = [element.get("id") for element in page.all()]
    assert {"j.s", "j.s:2"} <= set(ids)


@pytest.mark.parametrize("source", ["", "journey j", "journey j { stage s }", "team t"])
def test_hardly_anything_is_a_page_too(source: str) -> None:
    assert parsed(rendered(load_text(source))).all("main")


def test_a_page_of_some_journeys_declares_only_what_they_use() -> None:
    loaded = load_text(
        'channel web "Web"\nchannel fax "Fax"\nteam a "Alpha" { accountable b }\nteam b "Beta"\n'
        'team c "Gamma"\njourney x { owner a; stage s { touchpoint t on web } }\njourney y'
    )
    page = renderer("html").render(loaded.workspace, loaded.journeys[:1]).decode()
    text = parsed(page).text
    assert all(name in text for name in ("Web", "Alpha", "Beta"))
    assert not any(name in text for name in ("Fax", "Gamma"))
    assert all(name in parsed(rendered(loaded)).text for name in ("Fax", "Gamma"))


def test_nothing_is_left_out_on_purpose() -> None:
    assert dict(renderer("html").omits) == {}
