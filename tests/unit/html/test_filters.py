"""What touchpoints are picked out by, and how the parts of a page are tied to the bar."""

from xml.etree.ElementTree import Element

from jmap.loading import load_text
from jmap.renderers import renderer
from jmap.views.facts import reader
from jmap.views.filters import Facet, Trait, card_traits, facets, gap_traits
from jmap.views.grid import journey_map
from tests.unit.html.everything import Everything
from tests.unit.html.sample import Page, parsed, rendered, sample

TWO = """
persona ann "Ann"
persona bo "Bo"
team sales "Sales"
team care "Care"
channel web "Web"
journey j "J" {
  for ann
  for bo
  owner care
  stage s "S" {
    touchpoint a "A" on web {
      kind event
      owner sales backup care
      current 1; desired 5
      feel -1 "lost" as ann
      pain "Slow"
    }
    touchpoint b "B" on "A booth" { moment-of-truth; kind friction; feel 1 }
    touchpoint c "C" {
      measure m { current 40%; desired 80% }
      measure n { current 1%; desired 80% }
    }
  }
  path p "P" for bo { step a; step c }
}
metric m "M" { better higher }
metric n "N" { better higher }
"""


def traits_of(source: str) -> dict[str, dict[str, list[str]]]:
    loaded = load_text(source)
    assert loaded.ok, loaded.diagnostics
    journey = loaded.journeys[0]
    drawing = journey_map(loaded.workspace, journey)
    found = card_traits(drawing, reader(loaded.workspace, journey, drawing.language))
    return {
        key.rpartition(".")[2]: {
            name: [trait.key for trait in traits if trait.facet == name]
            for name in ("persona", "owner", "channel", "kind", "level")
        }
        for key, traits in found.items()
    }


def facets_of(*sources: str) -> dict[str, Facet]:
    found: list[tuple[Trait, ...]] = []
    for source in sources:
        loaded = load_text(source)
        for journey in loaded.journeys:
            drawing = journey_map(loaded.workspace, journey)
            read = reader(loaded.workspace, journey, drawing.language)
            found += card_traits(drawing, read).values()
    return {facet.name: facet for facet in facets(found)}


def options(page: Page, name: str) -> dict[str, Element]:
    select = next(e for e in page.all("select") if e.get("name") == name)
    return {option.get("value", ""): option for option in select.iter("option")}


def tagged(page: Page, tag: str | None) -> list[str]:
    cards = [e for e in page.all("div") if "card" in e.get("class", "").split()]
    return [e.get("id", "") for e in cards if tag in e.get("data-tags", "").split()]


def test_a_touchpoint_is_of_those_who_feel_it_and_those_who_pass_it() -> None:
    personas = {key: found["persona"] for key, found in traits_of(TWO).items()}
    assert personas == {"a": ["ann", "bo"], "b": ["ann", "bo"], "c": ["bo"]}


def test_a_touchpoint_where_nobody_is_named_is_everybodys() -> None:
    personas = traits_of(TWO.replace("step c", "").replace(" as ann", " as bo"))
    assert personas["a"]["persona"] == ["bo"]
    assert personas["c"]["persona"] == ["ann", "bo"]


def test_the_owner_is_who_answers_and_who_stands_in() -> None:
    owners = {key: found["owner"] for key, found in traits_of(TWO).items()}
    assert owners == {"a": ["sales", "care"], "b": ["care"], "c": ["care"]}
    nobody = traits_of(TWO.replace("\n  owner care", ""))
    assert nobody["b"]["owner"] == ["-"]


def test_a_channel_may_be_a_name_or_none() -> None:
    channels = {key: found["channel"] for key, found in traits_of(TWO).items()}
    assert channels == {"a": ["web"], "b": ['"A booth"'], "c": ["-"]}


def test_a_moment_of_truth_is_a_kind() -> None:
    kinds = {key: found["kind"] for key, found in traits_of(TWO).items()}
    assert kinds == {"a": ["event"], "b": ["friction", "moment-of-truth"], "c": []}


def test_a_touchpoint_has_the_level_of_every_gap_it_shows() -> None:
    levels = {key: found["level"] for key, found in traits_of(TWO).items()}
    assert levels == {"a": ["large"], "b": ["unknown"], "c": ["medium", "large"]}
    measured = TWO.replace("measure n { current 1%; desired 80% }", "")
    assert traits_of(measured)["c"]["level"] == ["medium"]


def test_facets_count_touchpoints_and_keep_their_order() -> None:
    found = facets_of(TWO)
    assert list(found) == ["persona", "owner", "channel", "kind", "level"]
    assert [(one.key, one.title, one.count) for one in found["owner"].values] == [
        ("sales", "Sales", 1),
        ("care", "Care", 3),
    ]
    assert [one.key for one in found["level"].values] == ["large", "medium", "unknown"]
    assert [one.key for one in found["channel"].values] == ["web", '"A booth"', "-"]


def test_one_value_is_no_choice() -> None:
    assert facets_of("journey j { stage s { touchpoint a; touchpoint b } }") == {}


def test_several_journeys_share_their_values() -> None:
    persian = (
        'team sales "فروش"\njourney k { language fa; stage s { touchpoint d { owner sales } } }'
    )
    sales = facets_of(TWO, persian)["owner"].values[0]
    assert (sales.key, sales.title, sales.count) == ("sales", "Sales", 2)


def test_a_gap_of_a_stage_has_an_owner_and_a_level() -> None:
    loaded = load_text(
        "team t\njourney j { owner t; stage s { measure m { current 1%; desired 9% } } }"
        "\nmetric m { better higher }"
    )
    journey = loaded.journeys[0]
    drawing = journey_map(loaded.workspace, journey)
    read = reader(loaded.workspace, journey, drawing.language)
    found = gap_traits(drawing.gaps[0], drawing, read)
    assert [(one.facet, one.key) for one in found] == [("owner", "t"), ("level", "large")]


def test_an_option_leads_to_the_cards_it_counts() -> None:
    page = parsed(rendered(load_text(TWO)))
    for name in ("persona", "owner", "channel", "kind", "level"):
        for key, option in options(page, name).items():
            cards = tagged(page, option.get("data-tag"))
            assert not key or (option.text or "").endswith(f"({len(cards)})")
    assert tagged(page, options(page, "owner")["sales"].get("data-tag")) == ["j.s.a"]


def test_what_belongs_to_a_touchpoint_says_so() -> None:
    page = parsed(rendered(load_text(TWO)))
    of = {f"{e.tag} {e.get('class', '')}".strip(): e.get("data-of") for e in page.all()}
    assert of["tr large"] in ("j.s.a", "j.s.c")
    bundles = [e.get("data-of") for e in page.all("div") if e.get("class") == "bundle"]
    assert set(bundles) == {"j.s.a", "j.s.b"}
    steps = [e.get("data-of") for e in page.all("li") if e.find("span[@class='step']") is not None]
    assert steps == ["j.s.a", "j.s.c"]
    dots = [e.get("data-of") for e in page.all("svg") if e.get("class", "").startswith("dot")]
    assert dots == ["j.s.a", "j.s.b"]


def test_the_row_of_a_measure_has_its_own_level() -> None:
    page = parsed(rendered(load_text(TWO)))
    level = options(page, "level")
    rows = [e for e in page.all("tr") if e.get("data-of") == "j.s.c"]
    tags = {row.get("class"): row.get("data-tags", "").split() for row in rows}
    assert level["large"].get("data-tag") in tags["large"]
    assert level["large"].get("data-tag") not in tags["medium"]


def test_the_bar_waits_for_its_script() -> None:
    bars = [e for e in parsed(rendered(load_text(TWO))).all("div") if e.get("role") == "search"]
    assert [bar.get("hidden") for bar in bars] == [""]


def test_one_bar_serves_all_journeys_of_a_page() -> None:
    second = TWO + "journey k { stage s { touchpoint z } }"
    page = parsed(rendered(load_text(second)))
    assert len([e for e in page.all("div") if e.get("role") == "search"]) == 1
    assert len([e for e in page.all("p") if e.get("class") == "filtered"]) == 2


def test_one_touchpoint_is_nothing_to_pick_from() -> None:
    page = parsed(rendered(load_text("journey j { stage s { touchpoint t } }")))
    assert page.all("select", "input") == []


def test_every_field_has_a_label() -> None:
    page = parsed(rendered(sample("fridge")))
    fields = [e.get("id") for e in page.all("select", "input")]
    assert len(fields) > 2
    assert [e.get("for") for e in page.all("label")] == fields


def test_hostile_names_stay_inside_their_attributes() -> None:
    attack = "\"'><script>alert(1)</script> c0 x=\u202e"
    loaded = Everything(lambda at: f"{at}{attack}").loaded()
    source = load_text(
        'journey j { stage s { touchpoint a on "\\" onfocus=alert(1) x=\\"" { owner "<b>" }\n'
        'touchpoint b on "c0 c1" { owner "o1" } } }'
    )
    page = parsed(rendered(source))
    assert set(options(page, "channel")) == {"", '"" onfocus=alert(1) x=""', '"c0 c1"'}
    assert tagged(page, "c1") == ["j.s.b"]
    assert tagged(page, "o1") == ["j.s.b"]
    assert len(parsed(rendered(loaded)).all("script")) == 1


def test_the_titles_are_in_the_language_of_the_map() -> None:
    page = parsed(rendered(sample("fridge")))
    text = " ".join((option.text or "") for option in options(page, "channel").values())
    assert "وب‌سایت" in text
    assert "(۱)" in text


def test_the_renderer_offers_the_same_bytes() -> None:
    loaded = load_text(TWO)
    first, second = (renderer("html").render(loaded.workspace, loaded.journeys) for _ in range(2))
    assert first == second
