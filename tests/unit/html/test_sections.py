"""What stands below the map: blueprint, opportunities, the journey beside its base, links to all;
and what a site puts around the page.
"""

from xml.etree.ElementTree import Element

import pytest
from markupsafe import Markup

from jmap.loading import Loaded, load_text
from jmap.renderers import renderer
from jmap.renderers.html import Around, Html
from jmap.renderers.html.ideas import plot
from jmap.renderers.html.policy import policy
from jmap.views.matrix import matrix
from tests.unit.html.sample import Page, parsed, rendered, sample, squeezed

SERVICE = """
channel web "Web" { mode digital }
system crm "CRM"
team desk "Desk"
journey j "J" {
  stage s "S" {
    do "Looks around"
    pain "Nobody is there"
    touchpoint a "Alpha" on web {
      do "Clicks"
      action "We answer"
      current 20m
      desired 2m
      takes 5m
      backstage crm "Finds the record"
      support desk "Keeps it tidy"
    }
  }
  stage e "Empty"
  stage t "T" { touchpoint b "Beta" { risk "It may break" } }
}
"""
IDEAS = """
journey j "J" {
  stage s "S" {
    opportunity stage-idea "For the stage" { impact 4; effort 2 }
    touchpoint a "Alpha" {
      opportunity "Twin" { impact 4; effort 2; status dropped }
      opportunity "Costly" { impact 2; effort 5; owner "Someone"; due 2027-03-20 }
      opportunity "Vague"
    }
  }
}
"""
PAIR = """
journey now "Now" { state current; stage s "S" {
  touchpoint a "Alpha" { current 10d; desired 2d; intended 3d; action "We wait" }
  touchpoint b "Beta" { current 5; desired 5 }
} }
journey soon "Soon" { extends now; state future; stage s {
  touchpoint a { action "We hurry" }
  touchpoint c "Gamma" { desired 5 }
} }
"""


def section(page: Page, name: str) -> Element | None:
    found = (e for e in page.all("section") if name in e.get("class", "").split())
    return next(found, None)


def there(page: Page, name: str) -> Element:
    found = section(page, name)
    assert found is not None
    return found


def said(element: Element) -> str:
    return squeezed(" ".join(element.itertext()))


def rows(element: Element) -> list[str]:
    return [said(row) for row in element.iter("tr")]


def page_of(loaded: Loaded, *ids: str, **options: object) -> Page:
    chosen = [journey for journey in loaded.journeys if journey.id in ids]
    page = renderer("html", **options).render(loaded.workspace, chosen)
    return parsed(page.decode())


def test_the_blueprint_is_a_table_with_a_column_for_each_touchpoint() -> None:
    table = next(there(parsed(rendered(load_text(SERVICE))), "behind").iter("table"))
    heads = [
        (said(th), th.get("colspan")) for th in table.iter("th") if th.get("scope") == "colgroup"
    ]
    assert heads == [("1 S", "1"), ("2 Empty", "1"), ("3 T", "1")]
    for row in table.iter("tr"):
        assert sum(int(cell.get("colspan", "1")) for cell in row) == 4


def test_the_blueprint_says_what_lies_where() -> None:
    found = rows(there(parsed(rendered(load_text(SERVICE))), "behind"))
    order = [row.split(" What ")[0] for row in found]
    assert order[1:9] == [
        "Physical evidence",
        "Customer actions",
        "Line of interaction",
        "Frontstage",
        "Line of visibility",
        "Backstage",
        "Line of internal interaction",
        "Support",
    ]
    assert found[1].endswith("Web digital")
    assert found[2].endswith("whole stage Looks around Clicks")
    assert found[4].endswith("Alpha We answer No touchpoint Beta")
    assert found[6].endswith("System CRM Finds the record")
    assert found[8].endswith("Team Desk Keeps it tidy")
    assert "Nobody is there" in found[9]
    assert "May fail It may break" in found[9]
    assert "5 min Wait longer than wanted 20 min wanted 2 min" in found[10]


def test_a_row_without_any_entry_says_so() -> None:
    source = SERVICE.replace('support desk "Keeps it tidy"', "")
    assert "Nothing written yet" in said(there(parsed(rendered(load_text(source))), "behind"))


def test_a_map_without_a_backstage_has_no_blueprint() -> None:
    source = 'journey j { stage s { touchpoint a { action "We answer"; pain "Slow" } } }'
    assert section(parsed(rendered(load_text(source))), "behind") is None


def test_ideas_are_ranked_and_the_others_named() -> None:
    found = rows(there(parsed(rendered(load_text(IDEAS))), "ideas"))
    assert found[1].startswith("1 For the stage Quick wins S 4 2 2 –")
    assert found[2].startswith("2 Twin Quick wins Alpha · S 4 2 2 – – dropped")
    assert found[3].startswith("3 Costly Avoid Alpha · S 2 5 0.4 Someone 2027-03-20")
    assert found[4] == "Not yet estimated"
    assert found[5].startswith("– Vague Alpha · S – – –")


def test_ideas_without_estimates_have_no_plot() -> None:
    source = 'journey j { stage s { opportunity "Vague" } }'
    assert section(parsed(rendered(load_text(source))), "ideas") is None


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_low_effort_lies_where_reading_begins(direction: str) -> None:
    rtl = direction == "rtl"
    loaded = load_text(IDEAS)
    drawn = plot(matrix(loaded.workspace, loaded.journeys[0]), rtl=rtl)
    assert drawn is not None
    places = {dot.idea.title: float(dot.x.rstrip("%")) for dot in drawn.dots}
    assert (places["For the stage"] < places["Costly"]) is not rtl
    quick = next(corner for corner in drawn.corners if corner.quadrant == "quick-win")
    assert (quick.x, quick.y) == ("50%" if rtl else "0%", "0%")


def test_ideas_of_one_place_step_aside() -> None:
    ideas = "\n".join(f'opportunity "I{at}" {{ impact 3; effort 3 }}' for at in range(40))
    loaded = load_text(f"journey j {{ stage s {{ {ideas} }} }}")
    drawn = plot(matrix(loaded.workspace, loaded.journeys[0]), rtl=False)
    assert drawn is not None
    assert len({dot.aside for dot in drawn.dots}) == 40
    assert drawn.dots[0].aside == ""


def test_the_variant_stands_beside_its_base() -> None:
    loaded = load_text(PAIR)
    assert loaded.ok
    found = there(page_of(loaded, "soon"), "comparison")
    alpha, gamma, beta = rows(found)[1:4]
    assert alpha.startswith("Alpha S large gap 10 days")
    assert "gap narrowed closes 7 days" in alpha
    assert "We wait We hurry" in alpha
    assert "on target before and after" in beta
    assert gamma == "new Gamma S – – – –"
    assert "Mean attainment" in said(found)


def test_the_base_stands_beside_its_variant_unless_that_is_on_the_page() -> None:
    loaded = load_text(PAIR)
    assert section(page_of(loaded, "now"), "comparison") is not None
    both = page_of(loaded, "now", "soon")
    found = [e for e in both.all("section") if e.get("class") == "comparison"]
    assert len(found) == 1
    ids = [element.get("id") for element in both.all() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_journey_alone_is_compared_with_nothing() -> None:
    assert section(parsed(rendered(load_text(SERVICE))), "comparison") is None


def test_the_top_of_the_page_leads_to_every_section() -> None:
    page = page_of(load_text(PAIR + SERVICE), "soon")
    links = [a.get("href", "")[1:] for nav in page.all("nav") for a in nav.iter("a")]
    assert links == ["soon:map", "soon:gaps", "soon:comparison"]
    ids = {element.get("id") for element in page.all()}
    assert set(links) <= ids
    service = page_of(load_text(SERVICE + IDEAS.replace("journey j", "journey k")), "j")
    parts = [a.get("href") for nav in service.all("nav") for a in nav.iter("a")]
    assert parts == ["#j:map", "#j:gaps", "#j:blueprint"]


def test_landmarks_of_several_journeys_have_names_of_their_own() -> None:
    more = SERVICE.replace('journey j "J"', 'journey k "K"').partition("journey")[2]
    page = parsed(rendered(load_text(SERVICE + "journey" + more)))
    marks = [e for e in page.all() if e.get("role") == "region" or e.tag == "nav"]
    names = [e.get("aria-labelledby") or e.get("aria-label") for e in marks]
    assert len(names) == len(set(names)) == 9
    ids = {e.get("id") for e in page.all()}
    regions = [e.get("aria-labelledby", "") for e in marks if e.get("role") == "region"]
    assert {part for name in regions for part in name.split()} <= ids
    assert all(" " in name for name in regions if not name.endswith(":map"))


def test_an_odd_language_is_not_said_to_browsers() -> None:
    page = parsed(rendered(load_text("journey j { language klingonish; stage s }")))
    assert {e.get("lang") for e in page.all("html", "article")} == {"en"}
    german = parsed(rendered(load_text("journey j { language de-AT; stage s }")))
    assert {e.get("lang") for e in german.all("html", "article")} == {"de-AT"}


def test_a_site_may_put_something_around_the_page() -> None:
    loaded = sample("permit")
    around = Around(
        nav=Markup('<nav class="site"><a href="../index.html">All</a></nav>'),
        head=Markup('<meta name="robots" content="noindex">'),
        style=Markup(".site{color:red}"),
    )
    page = parsed(Html(around).render(loaded.workspace, loaded.journeys).decode())
    body = page.all("body")[0]
    assert [e.get("class") for e in body][:3] == ["sprite", "skip", "site"]
    assert (page.all("style")[0].text or "").endswith(".site{color:red}")
    assert any(meta.get("name") == "robots" for meta in page.all("meta"))
    assert page_of(loaded, "permit", around=around).text == page.text


def test_a_policy_allows_only_the_scripts_it_is_given() -> None:
    assert "script-src 'none'" in policy()
    two = policy("a()", "b()")
    assert two.count("'sha256-") == 2
    assert policy("a()") != policy("b()")
