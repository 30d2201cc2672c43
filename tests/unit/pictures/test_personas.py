"""The sheet of personas: every fact in full, cards of a row equally high."""

import pytest

from jmap.pictures.personas import columns_for
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.drawn import SPACE, Seen, seen
from tests.unit.pictures.maps import journey

FULL = """persona a "Ann Lee" {
  age 40
  job "Nurse"
  about "Works nights"
  quote "Just tell me."
  goal "Sleep"
  goal "Save"
  need "A price"
  pain "Waiting"
  motive "Peace"
  driver importance 4 "They come on time"
  prefers chat
  fact home "Flat"
  evidence "12 interviews"
  x-cost "9"
}
channel chat "Live chat"
persona b "Bob" { quote "No." }
"""


def sheet(language: str = "en") -> Seen:
    body = (
        f'language {language}\nfor a\nfor b\nstage s "S" {{ touchpoint t "T" {{ feel -1 "tired"\n'
    )
    return seen("personas", journey(body + 'feel +2 "glad" } }', FULL))


def test_every_fact_stands_on_the_card() -> None:
    texts = sheet().texts
    for wanted in ("40 · Nurse", "Works nights", "“Just tell me.”", "Sleep", "Save", "A price"):
        assert wanted in texts
    for wanted in ("Waiting", "Peace", "They come on time", "Live chat", "home: Flat"):
        assert wanted in texts
    assert "12 interviews" in texts
    assert "9" in texts
    assert not any("more" in text for text in texts)


def test_importance_is_five_steps() -> None:
    found = sheet()
    steps = [
        rect.get("fill")
        for rect in found.group("persona.a").iter(SPACE + "rect")
        if rect.get("height") == "8"
    ]
    assert len(steps) == 5
    assert len(set(steps[:4])) == 1
    assert steps[4] != steps[0]
    assert "importance 4" in found.told


def test_where_it_feels_best_and_worst_is_said_with_its_address() -> None:
    found = sheet()
    assert "Feels worst: tired" in found.texts
    assert "Feels best: glad" in found.texts
    assert {one.get("data-at") for one in found.root.iter() if one.get("data-at")} == {"j.s.t"}


def test_cards_of_a_row_are_equally_high_and_turned_in_persian() -> None:
    for language, turned in (("en", False), ("fa", True)):
        found = sheet(language)
        rects = [next(found.group(key).iter(SPACE + "rect")) for key in ("persona.a", "persona.b")]
        assert len({rect.get("height") for rect in rects}) == 1
        first, second = (float(rect.get("x", "0")) for rect in rects)
        assert (first > second) is turned


def test_quotation_marks_are_those_of_the_language() -> None:
    assert "«Just tell me.»" in sheet("fa").texts


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (12, 3)])
def test_columns(count: int, columns: int) -> None:
    assert columns_for(count) == columns


def test_nobody_no_sheet() -> None:
    with pytest.raises(NothingToShow):
        seen("personas", journey("stage s"))
