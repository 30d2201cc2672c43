"""Variants: what is merged, what is replaced, what is kept, and what cannot be told."""

import pytest

from jmap.loading import Loaded, load_text
from jmap.model.journey import Journey

BASE = """
journey now "Now" {
  goal "A permit"
  question when "When?"
  stage apply "Apply" {
    touchpoint form "Form" { current 2; desired 5; action "Save"; answers when; pain slow "Slow" }
    touchpoint desk "Desk"
    touchpoint mail "Mail"
    opportunity quick "Quick" { eases slow; impact 5; effort 2; reach 100 }
  }
  stage wait "Wait"
  path happy { step form; step mail }
}
"""


def variant(body: str) -> Journey:
    loaded = load_text(f"{BASE}journey next {{\n  extends now\n{body}\n}}\n")
    assert loaded.ok, loaded.diagnostics
    return loaded.journeys[1]


def names(loaded: Loaded) -> list[str]:
    return [item.name for item in loaded.diagnostics if item.severity.rank == 0]


def ids(journey: Journey) -> list[str]:
    return [touchpoint.id for touchpoint in journey.touchpoints]


def test_nothing_restated_is_the_base() -> None:
    base = load_text(BASE).journeys[0]
    own = {"id": "next", "extends": "now"}

    assert variant("") == base.model_copy(update=own)


def test_a_line_replaces_its_kind() -> None:
    journey = variant('goal "One"; goal "Two"')

    assert [goal.text for goal in journey.goals] == ["One", "Two"]
    assert journey.title == "Now"


def test_what_has_an_id_is_merged() -> None:
    journey = variant('stage apply { touchpoint form { current 4; pain ugly "Ugly" } }')
    form = journey.stages[0].touchpoints[0]

    assert ids(journey) == ["form", "desk", "mail"]
    assert (form.current, form.desired) == (form.current, form.desired)
    assert form.current is not None
    assert form.current.magnitude == 4
    assert form.action == ("Save",)
    assert [pain.id for pain in form.pains] == ["slow", "ugly"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("touchpoint new", ["form", "desk", "mail", "new"]),
        ("touchpoint form; touchpoint new", ["form", "new", "desk", "mail"]),
        ("touchpoint mail; touchpoint form", ["form", "desk", "mail"]),
        ("touchpoint mail; touchpoint desk; touchpoint form", ["mail", "desk", "form"]),
        ("touchpoint app was form", ["app", "desk", "mail"]),
        ("touchpoint desk; touchpoint a; touchpoint b", ["form", "desk", "a", "b", "mail"]),
    ],
)
def test_order(body: str, expected: list[str]) -> None:
    assert ids(variant(f"stage apply {{ {body} }}")) == expected


@pytest.mark.parametrize("name", ["impact", "effort", "reach"])
def test_zero_is_a_fact(name: str) -> None:
    journey = variant(f'stage apply {{ opportunity quick "Quick" {{ {name} 0 }} }}')

    assert getattr(journey.stages[0].opportunities[0], name) == 0


def test_a_rename_is_followed_by_what_refers_to_it() -> None:
    journey = variant('stage apply { touchpoint app was form { pain sluggish was slow "S" } }')

    assert [step.touchpoint for step in journey.paths[0].steps] == ["app", "mail"]
    assert journey.stages[0].opportunities[0].eases == ("sluggish",)


def test_two_renames_of_one_part_are_told() -> None:
    text = (
        BASE
        + "journey n { extends now; stage apply { touchpoint a was form; touchpoint b was form } }"
    )

    assert names(load_text(text))


def test_a_part_and_its_rename_are_told() -> None:
    text = (
        BASE + "journey n { extends now; stage apply { touchpoint form; touchpoint b was form } }"
    )

    assert names(load_text(text))


def test_measures_that_repeat_are_replaced_as_a_whole() -> None:
    loaded = load_text(
        "metric m\nmetric k\n"
        'journey a { measure m { period "1"; current 1 }; measure m { period "2"; current 2 } }\n'
        "journey b { extends a; measure k { current 3 } }\n"
        "journey c { extends a }\n"
    )

    assert [item.metric for item in loaded.journeys[1].measures] == ["k"]
    assert [item.period for item in loaded.journeys[2].measures] == ["1", "2"]


def test_contradictions_between_variant_and_base_are_told() -> None:
    text = BASE + "journey n { extends now; stage apply { touchpoint form { current 4m } } }"

    assert "unit-mismatch" in names(load_text(text))


def test_references_reach_through_a_variant_that_declares_nothing() -> None:
    text = BASE + "journey b { extends now }\njourney c { extends b; path p { step form } }"
    loaded = load_text(text)

    assert loaded.ok, loaded.diagnostics
    assert [path.id for path in loaded.journeys[2].paths] == ["happy", "p"]


def test_the_order_of_journeys_does_not_matter() -> None:
    forward = load_text(BASE + "journey b { extends now }\njourney c { extends b }")
    backward = load_text("journey c { extends b }\njourney b { extends now }\n" + BASE)

    assert {item.id: item for item in forward.journeys} == {
        item.id: item for item in backward.journeys
    }


@pytest.mark.parametrize(
    "text",
    [
        "journey a { extends a }",
        "journey a { extends b }\njourney b { extends a }",
        "journey a { extends b; stage s }\njourney b { extends c }\njourney c { extends a }",
    ],
)
def test_circles_are_told(text: str) -> None:
    assert set(names(load_text(text))) == {"extends-itself"}


def test_a_long_chain_is_no_crash() -> None:
    text = "".join(f"journey j{number} {{\n  extends j{number + 1}\n}}\n" for number in range(3000))
    loaded = load_text(text + 'journey j3000 "The first" { stage s }\n')

    assert not loaded.ok or loaded.journeys[0].title == "The first"
