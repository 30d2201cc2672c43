"""What a page says about a journey beyond its texts: levels, signs, ranks, faces, reasons."""

from xml.etree.ElementTree import Element

import pytest

from jmap.loading import load_text
from tests.unit.html.sample import Page, parsed, rendered, sample, squeezed


@pytest.fixture(scope="module")
def page() -> Page:
    return parsed(rendered(sample("permit")))


def by_id(page: Page, name: str) -> Element:
    return next(element for element in page.all() if element.get("id") == name)


def said(element: Element) -> str:
    return squeezed(" ".join(element.itertext()))


def marks(element: Element) -> list[str]:
    return [use.get("href", "").removeprefix("#mark:") for use in element.iter("use")]


def test_a_card_says_the_four_facts(page: Page) -> None:
    card = by_id(page, "permit.apply.form")
    text = said(card)
    assert "Owner Digital services backup Contact centre" in text
    assert "Save every page" in text
    assert "Effort too high to finish alone" in text
    assert "Current 56.7% (511/902)" in text
    assert "−33.3 percentage points" in text


def test_a_level_is_a_colour_a_word_and_a_shape(page: Page) -> None:
    card = by_id(page, "permit.decide.letter-decision")
    assert "large" in card.get("class", "").split()
    assert "large gap" in said(card)
    assert "level-large" in marks(card)


def test_the_sign_of_an_effect_is_a_sign_and_a_word(page: Page) -> None:
    signs = [
        (e.text, e.get("aria-label")) for e in page.all("span") if "sign" in e.get("class", "")
    ]
    assert ("−", "worse for the customer") in signs
    assert ("+", "better for the customer") in signs
    assert ("±", "better and worse for the customer") in signs


def test_the_gaps_are_ranked_and_unknown_ones_last(page: Page) -> None:
    rows = [
        row
        for body in page.all("table")[1].iter("tbody")
        for row in body
        if row.find("td[@class='rank']") is not None
    ]
    assert said(rows[0]).startswith("1 Decision by letter")
    assert [row.get("class") for row in rows][-2:] == ["unknown", "unknown"]
    ranks = [said(row[0]) for row in rows if row.get("class") != "unknown"]
    assert ranks == [str(at) for at in range(1, len(ranks) + 1)]


def test_a_stage_says_mean_minimum_weakest_and_parity(page: Page) -> None:
    row = next(e for e in page.all("tbody") if e.get("class") == "stages")
    cells = row.findall(".//td")
    text = said(cells[2])
    assert "Mean 88%" in text
    assert "Minimum 63%" in text
    assert "Weakest Online form" in text
    assert "Website 63%" in text


@pytest.mark.parametrize(
    ("first", "said_so"),
    [
        (5, "Channel parity 50 percentage points, beyond the limit of 25 Web 100% · Phone 50%"),
        (3, "Channel parity 0 percentage points, within the limit of 25 Web 50% · Phone 50%"),
    ],
)
def test_parity_is_said_in_words(first: int, said_so: str) -> None:
    loaded = load_text(
        'channel web "Web"\nchannel phone "Phone"\njourney j { scale 1..5; stage s {\n'
        f"touchpoint a on web {{ current {first}; desired 5 }}\n"
        "touchpoint b on phone { current 3; desired 5 }\n} }"
    )
    assert said_so in parsed(rendered(loaded)).text


def test_a_kind_stands_after_the_text_it_belongs_to(page: Page) -> None:
    assert "(resolve)" in page.text
    loaded = load_text(
        'journey j { goal buy "A line on moving day"\n'
        'tested 2026-09-01 walkthrough "It timed out" }\n'
        'persona p { fact home "A flat" }'
    )
    text = parsed(rendered(loaded)).text
    assert "Goal A line on moving day (buy)" in text
    assert "Tested 2026-09-01 · It timed out (walkthrough)" in text
    assert "Fact home A flat" in text


def test_what_a_word_introduces_is_set_apart_from_a_sentence() -> None:
    loaded = load_text(
        'persona p "Pat"\nteam a "Alpha"\nteam b "Beta"\njourney j { owner a backup b; stage s {\n'
        'feel -1 "lost" as p because "no map"; feel 0 "so" because "so"; think "Where?" as p\n} }'
    )
    text = parsed(rendered(loaded)).text
    assert "−1 lost · as Pat because no map" in text.replace("-1", "−1")
    assert "so · because so" in text
    assert "Where? · as Pat" in text
    assert "Alpha backup Beta" in text


def test_a_channel_left_out_says_why(page: Page) -> None:
    assert "Not served No calls without consent" in page.text


def test_faces_and_bars_stand_with_what_they_weigh(page: Page) -> None:
    rows = {e.get("class"): e for e in page.all("tr")}
    feelings = rows["line feel"].findall(".//li")
    assert [marks(item)[0] for item in feelings[:3]] == ["face0", "face-1", "face-1"]
    assert "helpless" in said(feelings[5])
    assert marks(feelings[5]) == ["face-2"]
    pains = rows["line pain"].findall(".//li")
    assert [marks(item) for item in pains[:2]] == [["level-medium"], ["level-large"]]


def test_backstage_lies_below_the_line_of_visibility(page: Page) -> None:
    table = page.all("table")[0]
    rows = [row.get("class") for row in table.iter("tr")]
    assert rows.index("visibility") < rows.index("line backstage") < rows.index("line support")
    assert rows.index("visibility") > rows.index("line risk")


def test_a_negative_path_is_marked(page: Page) -> None:
    assert "When things go wrong" in said(by_id(page, "permit.appeal"))
    assert "When things go wrong" not in said(by_id(page, "permit.usual"))


def test_unsafe_addresses_are_shown_and_not_linked() -> None:
    loaded = load_text(
        'journey j { evidence "e" "https://example.org/1"\nevidence "f" "/etc/passwd" }'
    )
    links = {a.get("href"): a.get("rel") for a in parsed(rendered(loaded)).all("a")}
    assert links["https://example.org/1"] == "noopener noreferrer nofollow"
    assert "/etc/passwd" not in links
    assert "/etc/passwd" in parsed(rendered(loaded)).text


def test_a_touchpoint_known_by_measures_alone_is_not_listed_as_unknown() -> None:
    loaded = load_text(
        'metric m "Metric" { better higher }\njourney j { stage s { touchpoint t "Touch" {\n'
        "measure m { current 40%; desired 80% }\n} } }"
    )
    page = parsed(rendered(loaded))
    rows = [e for e in page.all("tr") if e.find("td[@class='rank']") is not None]
    assert len(rows) == 1
    assert "gap unknown" not in page.text
    assert said(rows[0]).startswith("1 Touch Metric s medium gap −40 percentage points")
    card = said(by_id(page, "j.s.t"))
    assert card.startswith("Touch Metric medium gap −40 percentage points Current 40% Desired 80%")


def test_each_of_several_measures_has_its_gap() -> None:
    loaded = load_text(
        'metric m "One" { better higher }\nmetric n "Two" { better higher }\n'
        'journey j { stage s { touchpoint t "Touch" {\nmeasure m { current 40%; desired 80% }\n'
        "measure n { current 80%; desired 80% }\n} } }"
    )
    page = parsed(rendered(loaded))
    rows = [said(e) for e in page.all("tr") if e.find("td[@class='rank']") is not None]
    assert rows[0].startswith("1 Touch One s medium gap")
    assert rows[1].startswith("2 Touch Two s on target")
    card = said(by_id(page, "j.s.t"))
    assert "One medium gap −40 percentage points" in card
    assert "Two on target 0 percentage points" in card


def test_persian_numbers_keep_their_sign_and_digits() -> None:
    page = parsed(rendered(sample("fridge")))
    assert "\u2066−۷۶\u2069 ثانیه" in page.text
    assert "۶۴٫۴٪ (۴۱۲/۶۴۰)" in page.text
