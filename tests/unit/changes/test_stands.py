"""How customers stand before and after, where that needs more than counting."""

from jmap.reports.changes.markdown import comment
from jmap.reports.changes.telling import told
from tests.tools.changes import compared

BASE = """
persona dana "Dana"
persona tom "Tom"
journey refund "Getting a refund" {{
  {whose}
  stage ask "Ask" {{ touchpoint call "Calling us" {{ current 9d; desired {wish}; feel {feel} }} }}
}}
journey next "Next year" {{
  extends refund
  state future
  stage ask {{ touchpoint call {{ {own} }} }}
}}
"""


def rows(before: dict[str, str], after: dict[str, str]) -> str:
    usual = {"whose": "for dana", "wish": "2d", "feel": "-1", "own": "intended 3d"}
    sides = [BASE.format(**{**usual, **side}) for side in (before, after)]
    return comment(told([compared(*sides)])).split("**Better on paper")[0]


def test_a_variant_tells_that_the_wish_of_its_base_was_lowered() -> None:
    said = rows({}, {"wish": "8d"})

    assert "| Getting a refund: large gaps | 1 | 0 (less is said to be wanted: 1) |" in said
    assert "| Next year: large gaps | 1 | 0 (less is said to be wanted: 1) |" in said


def test_a_variant_with_a_wish_of_its_own_does_not() -> None:
    own = "desired 2d; intended 3d"
    said = rows({"own": own}, {"wish": "8d", "own": own})

    assert "| Getting a refund: large gaps | 1 | 0 (less is said to be wanted: 1) |" in said
    assert "| Next year: large" not in said


def test_moods_that_are_told_by_name_now_are_not_gone() -> None:
    said = rows({}, {"whose": "for dana; for tom", "feel": "-1 as dana; feel -2 as tom"})

    assert "| Getting a refund: mood of Tom | – | \u2066▁\u2069 |" in said
    assert "mood of Dana" not in said
    assert "refund: mood |" not in said
