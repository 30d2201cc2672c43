"""Pull requests as people make them: the comment says what a person would say who knows the field.

Each folder of ``tests/golden/comment`` holds a map before and after, what a person wrote of it
before seeing the comment (``summary.md``: what must be said, and what never), and the comment.
"""

import re

import pytest

from jmap.reports.changes.markdown import markdown
from tests.tools.changes import compared, loaded
from tests.tools.golden import Case
from tests.unit.markdown.github import parsed, shown

ISOLATES = re.compile("[\u2066-\u2069]")


def read(case: Case, name: str) -> str:
    return case.read(name).decode()


def told(case: Case) -> str:
    before, after = (loaded(read(case, f"{side}.jmap")) for side in ("before", "after"))
    return markdown([compared(before, after)])


def summary(page: str) -> str:
    """What a reader sees above the table of all changes, with a blank between cells."""
    root = parsed(page.split("<details>")[0])
    for cell in root.iter("td"):
        cell.tail = " "
    return " ".join(ISOLATES.sub("", shown(root)).split())


def listed(text: str, heading: str) -> list[str]:
    part = text.split(f"{heading}:\n")[1]
    return re.findall(r"^- (.+)$", re.split(r"\n\w[\w ]*:\n", part)[0], re.MULTILINE)


@pytest.mark.golden("comment")
def test_the_comment_says_what_a_person_would(case: Case) -> None:
    page = told(case)
    expected = read(case, "summary.md")

    case.check("comment.md", page)
    said = summary(page)
    for sentence in listed(expected, "Said"):
        assert sentence in said
    for sentence in listed(expected, "Never said"):
        assert sentence not in said


@pytest.mark.golden("comment")
def test_no_reason_speaks_of_ids_or_nothing(case: Case) -> None:
    said = summary(told(case))

    assert "None" not in said
    assert not re.search(r"\b[a-z]+\.[a-z]+\.[a-z]+\b", said), "an address where a title is"
