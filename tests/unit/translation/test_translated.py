"""Maps in another language: texts, direction, labels, digits and dates follow the catalogue."""

from pathlib import Path

import pytest

from jmap import load, load_text, render
from jmap.loading import Loaded
from jmap.translation.apply import translated, translated_loaded
from jmap.translation.catalogue import Catalogue, Entry
from jmap.translation.po import read_catalogue

HERE = Path(__file__).parent


@pytest.fixture
def minimal() -> Loaded:
    return load("examples/minimal.jmap")


def test_a_german_map_has_german_texts_and_english_labels(minimal: Loaded) -> None:
    german = translated(minimal.workspace, read_catalogue(str(HERE / "minimal.de.po")))

    page = render(german, "html").decode()

    assert '<html lang="de" dir="ltr"' in page
    for text in ("Geld zurückbekommen", "Telefon", "Kundenservice", "zermürbt", "At a glance"):
        assert text in page
    for text in ("Getting a refund", "Customer care", "Phone", "worn out"):
        assert text not in page


def test_a_persian_map_is_turned_round_with_its_labels_and_digits(minimal: Loaded) -> None:
    persian = translated(minimal.workspace, read_catalogue(str(HERE / "minimal.fa.po")))

    page = render(persian, "html").decode()

    assert '<html lang="fa" dir="rtl"' in page
    for text in ("پس گرفتن پول", "مراقبت از مشتری", "در یک نگاه", "۲۶"):
        assert text in page
    assert "Getting a refund" not in page


def test_dates_follow_the_language() -> None:
    loaded = load_text('journey a "A" { reviewed 2026-10-04\n stage b "B" { } }')
    catalogue = Catalogue("fa", "en", (Entry("journey.a:title", "A", "الف"),))

    assert "۱۲ مهر ۱۴۰۵" in render(translated(loaded.workspace, catalogue), "md").decode()


@pytest.mark.parametrize("fuzzy", [True, False])
@pytest.mark.parametrize("said", ["", "  ", "Geld"])
def test_only_whole_translations_are_printed(minimal: Loaded, said: str, *, fuzzy: bool) -> None:
    title = "Getting a refund"
    catalogue = Catalogue("de", "en", (Entry("journey.refund:title", title, said, fuzzy=fuzzy),))

    journey = translated(minimal.workspace, catalogue).journeys[0]

    assert journey.title == ("Geld" if said == "Geld" and not fuzzy else title)
    assert journey.language == "de"


def test_a_translation_counts_only_for_the_text_it_was_made_for(minimal: Loaded) -> None:
    catalogue = Catalogue("de", "en", (Entry("journey.refund:title", "Refunds", "Geld"),))

    assert translated(minimal.workspace, catalogue).journeys[0].title == "Getting a refund"


def test_what_was_not_translated_is_the_same_object(minimal: Loaded) -> None:
    catalogue = Catalogue("de", "en", (Entry("journey.refund:goal.1", "?", "!"),))

    made = translated(minimal.workspace, catalogue)

    assert made.journeys[0].stages[0] is minimal.journeys[0].stages[0]
    assert minimal.journeys[0].language is None


def test_a_name_in_quotes_stays_one_thing() -> None:
    loaded = load_text(
        'journey a "A" { for "Sam"\n'
        ' stage s "S" {\n touchpoint t on "Phone" { feel 1 as "Sam" } } }'
    )
    catalogue = Catalogue("fa", "en", (Entry("name", "Sam", "سام"), Entry("name", "Phone", "تلفن")))

    [journey] = translated(loaded.workspace, catalogue).journeys
    touchpoint = journey.stages[0].touchpoints[0]

    assert journey.personas[0] == touchpoint.feel[0].persona
    assert render(translated(loaded.workspace, catalogue), "md").decode().count("Sam") == 0


def test_what_was_copied_stands_where_it_was_read(minimal: Loaded) -> None:
    made = translated_loaded(minimal, str(HERE / "minimal.fa.po"))

    journey = made.journeys[0]
    assert made.origins.source(journey) is minimal.files[0]
    place = made.origins.where(journey.stages[0].touchpoints[0].pains[0])
    assert place
    assert place.source.position(place.span.start).line == 15
    assert [Path(read.path).name for read in made.read][-1] == "minimal.fa.po"


def test_a_translated_map_is_source_that_says_the_same(minimal: Loaded) -> None:
    persian = translated(minimal.workspace, read_catalogue(str(HERE / "minimal.fa.po")))

    again = load_text(render(persian, "jmap").decode())

    assert again.ok
    assert again.workspace.journeys == persian.journeys
