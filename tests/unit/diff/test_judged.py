"""What is told of changes, and what is left untold because something else tells it."""

import pytest

import jmap
from jmap.loading import load_text
from tests.tools.changes import compared, loaded

MAP = """
team billing "Billing"
team care "Customer care"
channel phone "Phone"
metric csat "Satisfaction" { kind csat }
persona dana "Dana Okafor"
journey refund "Getting a refund" {
  owner care
  for dana
  contributor care "calls"
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line" {
      owner care backup billing
      feel -1 "worried" as dana
      measure csat { current 71% }
      pain lost "Nobody can see the parcel"
      opportunity trace "Show the parcel" { eases lost }
    }
  }
  path happy { step call }
}
journey partners "Getting a refund from a partner" {
  extends refund
  stage ask { touchpoint call { current 2h } }
}
"""


def told(*replacements: tuple[str, str]) -> list[str]:
    text = MAP
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return [
        " ".join(filter(None, (one.change.kind, one.where, one.change.field)))
        for one in compared(MAP, text).changes
    ]


@pytest.mark.parametrize(
    ("replacements", "expected"),
    [
        (
            [
                ("owner care", "owner service"),
                ("contributor care", "contributor service"),
                (" care ", " service was care "),
            ],
            ["renamed service"],
        ),
        (
            [
                ("owner care", "owner service"),
                ("contributor care", "contributor service"),
                (" care ", " service "),
            ],
            ["renamed service"],
        ),
        (
            [
                ("persona dana", "persona okafor was dana"),
                ("for dana", "for okafor"),
                (" as dana", " as okafor"),
            ],
            ["renamed okafor"],
        ),
        (
            [("metric csat", "metric happy was csat"), ("measure csat", "measure happy")],
            ["renamed happy"],
        ),
        (
            [("pain lost", "pain unseen was lost"), ("eases lost", "eases unseen")],
            ["renamed refund.ask.call.unseen"],
        ),
        (
            [
                ("touchpoint call on", "touchpoint ring was call on"),
                ("touchpoint call {", "touchpoint ring {"),
                ("step call", "step ring"),
            ],
            ["renamed refund.ask.ring"],
        ),
        (
            [
                ('care "Cust', 'service was care "Cust'),
                ("owner care\n", "owner billing\n"),
                ("owner care backup billing", "owner service"),
                ("contributor care", "contributor service"),
            ],
            ["renamed service", "changed refund owner", "changed refund.ask.call owner"],
        ),
    ],
    ids=["team", "team, guessed", "persona", "metric", "pain", "touchpoint", "and another owner"],
)
def test_a_new_id_is_told_once(replacements: list[tuple[str, str]], expected: list[str]) -> None:
    assert told(*replacements) == expected


def test_what_is_named_instead_is_told() -> None:
    assert told(("contributor care", "contributor billing")) == [
        "removed refund contributors",
        "added refund contributors",
    ]


def test_of_a_new_variant_only_its_own_is_shown() -> None:
    variant = MAP[MAP.index("journey partners") :]
    (came,) = compared(MAP.replace(variant, ""), MAP).changes

    assert (
        "\n".join(came.lines.new)
        == """journey partners "Getting a refund from a partner" {
  extends refund
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line" {
      current 2h
    }
  }
}"""
    )


def test_the_library_compares_what_was_loaded() -> None:
    before, after = loaded(MAP), loaded(MAP.replace("current 2h", "current 3h"))
    (change,) = jmap.compare(before, after)

    assert change.where == "partners.ask.call"
    assert (change.weight.effect, change.lines.new) == ("worse", ("current 3h",))
    assert jmap.compare(before.workspace, after.workspace)[0].fingerprint == change.fingerprint


def test_maps_in_a_circle_tell_a_change_once() -> None:
    # An error, and yet a comparison of such maps has to end.
    text = "".join(
        f'journey {one} "{one}" {{\n'
        f"  extends {other}\n"
        '  stage s "S" {\n    touchpoint t "T" { current 3d }\n  }\n}\n'
        for one, other in (("a", "b"), ("b", "a"), ("c", "c"))
    )
    before, after = (load_text(one, "map.jmap") for one in (text, text.replace("3d", "4d")))

    changes = jmap.compare(before, after)

    assert {one.where for one in changes} == {"b.s.t", "c.s.t"}
