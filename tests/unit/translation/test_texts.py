"""What counts as a text, and by which address it is known."""

from jmap import load, load_text
from jmap.loading import Loaded
from jmap.translation.catalogue import Catalogue
from jmap.translation.extract import extract

SOURCE = """persona dana "Dana" {
  goal "Sleep well"
  goal "Save money"
  fact home "Top-floor flat"
  image "img/dana.png"
}
team care "Customer care"
channel web "Website" { hours "Mon-Fri" }
channel fax "Fax"

journey refund "Getting a refund" {
  for dana
  question when "When is the money back?"
  objective "Fewer calls" serves "Easy to deal with"
  x-cost-centre "4711"
  stage ask "Ask" {
    skip web "By phone only"
    touchpoint call on "Phone" "Calls" {
      feel -1 "uneasy" because "nobody knows" as dana
      owner care backup "Night shift" after 4h
      current 3 clicks
      desired 1 clicks
      link "WEB-12 Button" "https://example.org/12"
      pain "Waits" { because "Too few people" }
      pain slow "Repeats everything"
      opportunity "Call back" { due 2026-11-21 }
    }
  }
  path quick "On a good day" { step call "First ring" }
}
"""


def of(loaded: Loaded, language: str = "fa") -> Catalogue:
    assert loaded.ok, loaded.diagnostics
    return extract(loaded.workspace, loaded.journeys, language, loaded.origins)


def texts(catalogue: Catalogue) -> dict[str, str]:
    return {entry.context: entry.text for entry in catalogue.entries if entry.context != "name"}


def test_every_text_has_an_address_of_ids_and_keywords() -> None:
    assert texts(of(load_text(SOURCE))) == {
        "journey.refund:title": "Getting a refund",
        "journey.refund:question.when": "When is the money back?",
        "journey.refund:objective.1": "Fewer calls",
        "journey.refund:objective.1.serves": "Easy to deal with",
        "journey.refund:x-cost-centre": "4711",
        "journey.refund.ask:title": "Ask",
        "journey.refund.ask:skip.1.reason": "By phone only",
        "journey.refund.ask.call:title": "Calls",
        "journey.refund.ask.call:feel.1.word": "uneasy",
        "journey.refund.ask.call:feel.1.because": "nobody knows",
        "journey.refund.ask.call:link.1": "WEB-12 Button",
        "journey.refund.ask.call:pain.1": "Waits",
        "journey.refund.ask.call:pain.1.because.1": "Too few people",
        "journey.refund.ask.call:pain.slow": "Repeats everything",
        "journey.refund.ask.call:opportunity.1": "Call back",
        "journey.refund:path.quick.title": "On a good day",
        "journey.refund:path.quick.step.1": "First ring",
        "persona.dana:title": "Dana",
        "persona.dana:goal.1": "Sleep well",
        "persona.dana:goal.2": "Save money",
        "persona.dana:fact.home": "Top-floor flat",
        "channel.web:title": "Website",
        "channel.web:hours": "Mon-Fri",
        "channel.fax:title": "Fax",
        "team.care:title": "Customer care",
    }


def test_names_in_quotes_are_one_text_wherever_they_stand() -> None:
    twice = SOURCE.replace('backup "Night shift"', 'backup "Phone"')
    found = [entry for entry in of(load_text(twice)).entries if entry.context == "name"]

    assert [entry.text for entry in found] == ["Phone"]
    assert found[0].places == ("<text>:18", "<text>:20")


def test_a_text_says_where_it_was_read() -> None:
    found = {entry.context: entry.places for entry in of(load_text(SOURCE)).entries}

    assert found["persona.dana:title"] == ("<text>:1",)
    assert found["journey.refund.ask.call:pain.slow"] == ("<text>:25",)
    assert found["channel.web:hours"] == ("<text>:8",)


def test_without_origins_no_place_is_said() -> None:
    loaded = load_text(SOURCE)

    catalogue = extract(loaded.workspace, loaded.journeys, "fa")

    assert {entry.places for entry in catalogue.entries} == {()}


def test_an_address_stays_when_lines_with_ids_move() -> None:
    moved = SOURCE.replace('      pain slow "Repeats everything"\n', "").replace(
        '      link "WEB', '      pain slow "Repeats everything"\n      link "WEB'
    )

    before, after = texts(of(load_text(SOURCE))), texts(of(load_text(moved)))

    slow = "journey.refund.ask.call:pain.slow"
    assert before[slow] == after[slow] == "Repeats everything"


def test_journeys_come_first_and_only_with_what_they_use() -> None:
    two = SOURCE + 'journey other "Other" { for "Sam" }\n'
    loaded = load_text(two)

    whole = extract(loaded.workspace, loaded.journeys, "fa")
    one = extract(loaded.workspace, loaded.journeys[1:], "fa")

    assert next(iter(whole.entries)).text == "Getting a refund"
    assert [entry.text for entry in one.entries] == ["Other", "Sam"]


def test_the_source_language_is_the_journeys() -> None:
    assert of(load_text(SOURCE)).source == "en"
    assert of(load("examples/fridge-repair"), "en").source == "fa"


def test_what_is_imported_and_linked_is_no_text() -> None:
    found = {entry.text for entry in of(load("examples/home-internet")).entries}

    assert not [text for text in found if text.endswith(".jmap") or text.startswith("https:")]
    assert len(found) > 200
