"""What can be known of a commit without parsing it, and what is left to the parser."""

import pytest

from jmap.blame.untouched import Stretch, shifted, stretches_of
from jmap.diff.change import Step
from jmap.loading import load_text
from jmap.syntax.words import words
from tests.unit.blame.past import MAP

CALL = (Step("journeys", "refund"), Step("stages", "ask"), Step("touchpoints", "call"))
LETTER = (Step("journeys", "refund"), Step("stages", "wait"), Step("touchpoints", "letter"))


def stretches(text: str = MAP, *addresses: tuple[Step, ...]) -> tuple[Stretch, ...] | None:
    return stretches_of(load_text(text, "a.jmap"), addresses or (CALL,))


def after(before: str, *, path: str = "a.jmap") -> tuple[Stretch, ...] | None:
    """Where the touchpoint stood in a text that came before the map."""
    found = stretches()
    assert found is not None
    return shifted(found, path, before.encode(), MAP.encode())


def lines(found: tuple[Stretch, ...] | None) -> list[str]:
    assert found is not None
    return [MAP.split("\n")[at] for one in found for at in (one.first, one.last)]


def test_the_lines_of_a_part() -> None:
    assert lines(stretches()) == ['    touchpoint call "Calls the line" {', "    }"]
    assert stretches(MAP, CALL, LETTER) == (Stretch("a.jmap", 7, 18), Stretch("a.jmap", 22, 24))


def test_what_changed_elsewhere_only_shifts_it() -> None:
    assert after(MAP) == stretches()
    assert after(MAP.replace("kind event", "kind document")) == stretches()
    assert after(MAP.replace("  language en\n", "")) == (Stretch("a.jmap", 6, 17),)
    assert after(MAP.replace("  language en", "  language en\n  level mid")) == (
        Stretch("a.jmap", 8, 19),
    )
    assert after(MAP.replace("26h", "30h"), path="b.jmap") == stretches()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("26h", "30h"),
        ("      do \"Waits\"\n", ""),
        ('touchpoint call "Calls', 'touchpoint call "Called'),
        ("touchpoint letter", "touchpoint post"),
        ('team care "Customer care"', 'team care was service "Customer care"'),
        ('team care "Customer care"', 'import "teams.jmap"'),
        ('team care "Customer care"', 'تیم care قبلا service "Customer care"'),
        ("  owner care\n", "  extends other\n"),
        ("      kind event\n", '      do """\n  x\n"""\n'),
        ("      kind event\n", "      kind event;do \"x\"\n"),
        ("      kind event\n", "      kind event\r\n"),
        ("      kind event\n", "      kind \0\n"),
    ],
)  # fmt: skip
def test_all_else_is_left_to_the_parser(old: str, new: str) -> None:
    assert old in MAP
    if "قبلا" in new:
        new = new.replace("قبلا", words().spelled("words", "was", "fa"))
    assert after(MAP.replace(old, new, 1)) is None


def test_parts_that_are_known_by_more_than_their_lines() -> None:
    pain = MAP.replace("pain queue ", "pain ")
    variant = MAP + "journey v {\n  extends refund\n}\n"
    there = load_text(pain, "a.jmap").workspace.journeys[0].stages[0].touchpoints[0].pains

    assert stretches(variant, (Step("journeys", "v"),)) is None
    assert there
    key = '"The queue is long"'
    assert stretches(pain, (*CALL, Step("pains", key))) is None
