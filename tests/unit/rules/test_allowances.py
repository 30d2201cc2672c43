"""The rules about comments that let findings stand."""

import pytest

from jmap.loading import load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.fixing import edited
from tests.unit.rules.conftest import said

RULES = (
    "unused-allowance",
    "unreadable-allowance",
    "allowance-without-reason",
    "expired-allowance",
)


LOOKED = ("stage-without-owner",)


def told(comment: str, *, owner: bool = False) -> list[str]:
    """What is said of a comment above a stage with an owner or none."""
    inside = ' { owner "Care" }' if owner else ""
    loaded = load_text(f"journey j {{\n  {comment}\n  stage ask{inside}\n}}\n")
    found = said(loaded, catalogue(), profile="strict", select=RULES + LOOKED)
    return [f"{item.name}: {item.message}" for item in found]


LEFT = "stage-without-owner: nobody answers for the stage `ask`"


@pytest.mark.parametrize(
    "comment",
    [
        "# jmap: allow stage-without-owner -- The pilot has none",
        "# jmap: allow stage-without-owner -- The pilot has none until 2027-03-01",
        "# jmap: بپذیر stage-without-owner -- در آزمایش مالکی نیست",
        "# jmap: بپذیر stage-without-owner -- در آزمایش مالکی نیست تا ۲۰۲۷-۰۳-۰۱",
        "# The pilot of jmap has no owner",
    ],
)
def test_a_comment_that_is_well(comment: str) -> None:
    assert [message for message in told(comment) if message != LEFT] == []


def test_one_that_says_no_reason() -> None:
    message = "allowance-without-reason: nothing says why stage-without-owner may stand here"

    assert told("# jmap: allow stage-without-owner") == [message]
    assert told("# jmap: بپذیر stage-without-owner تا ۲۰۲۷-۰۳-۰۱") == [message]


def test_one_whose_day_has_passed() -> None:
    message = (
        "expired-allowance: stage-without-owner was allowed here until 2026-11-21, and that day "
        "has passed"
    )

    assert set(told("# jmap: allow stage-without-owner -- Pilot until 2026-11-21")) == {
        message,
        LEFT,
    }
    assert set(told("# jmap: بپذیر stage-without-owner -- آزمایش تا ۲۰۲۶-۱۱-۲۱")) == {message, LEFT}
    assert told("# jmap: allow stage-without-owner -- Pilot until 2026-11-22") == []


def test_one_that_is_not_needed_is_not_called_expired_as_well() -> None:
    assert told("# jmap: allow stage-without-owner -- Pilot until 2026-11-21", owner=True) == [
        "unused-allowance: there is no stage-without-owner here to allow"
    ]


@pytest.mark.parametrize(
    ("comment", "part"),
    [
        ("# jmap: ignore stage-without-owner", "says nothing that jmap knows"),
        ("# jmap: allow", "names no rule"),
        ("# jmap: allow -- The pilot has none", "names no rule"),
        ("# jmap: allow stage-without-owners -- Pilot", "did you mean `stage-without-owner`?"),
        ("# jmap: allow stage-without-owner -- Pilot until 2027-02-30", "no day that can be read"),
        ("# jmap: بپذیر stage-without-owner -- آزمایش تا ۱۴۰۵-۱۲-۰۱", "no day that can be read"),
    ],
)
def test_one_that_cannot_be_read(comment: str, part: str) -> None:
    unreadable, left = sorted(told(comment), reverse=True)

    assert unreadable.startswith("unreadable-allowance: this comment to jmap ")
    assert part in unreadable
    assert left == LEFT


def test_one_that_is_not_needed_is_deleted_with_its_line() -> None:
    source = (
        "journey j {\n  # jmap: allow stage-without-owner -- Pilot\n"
        '  stage ask { owner "Care" } # jmap: allow stage-without-owner -- Pilot\n}\n'
    )
    found = said(load_text(source), catalogue(), profile="strict", select=RULES + LOOKED)
    edits = [edit for item in found for edit in (item.fix.edits if item.fix else ())]

    assert edited(source, edits) == 'journey j {\n  stage ask { owner "Care" }\n}\n'
