"""Marks that git leaves in a text: one message, and our side is read."""

import pytest

from jmap.source import SourceFile
from jmap.syntax.conflicts import conflicted
from jmap.syntax.parser import parse

MAP = """journey j "J" {
<<<<<<< HEAD
  state current
||||||| 1a2b3c4
  level mid
=======
  state future
  stage x "X" {
>>>>>>> other
}
<<<<<<< HEAD
team a "A"
=======
team b "B" {
>>>>>>> other
"""


def test_one_message_and_our_side() -> None:
    parsed = parse(SourceFile("a.jmap", MAP))

    (found,) = parsed.diagnostics
    assert found.name == "unresolved-conflict"
    assert found.message == "here a merge left what both sides say, the first of 2 places"
    assert (found.position.line, found.position.column) == (2, 1)
    assert [label.span.start for label in found.labels] == [MAP.index("<<<<<<<", 20)]
    assert [node.keyword for node in parsed.nodes] == ["journey", "team"]
    assert [node.keyword for node in parsed.nodes[0].body or []] == ["state"]
    assert all(node.keyword.start_pos == MAP.index(node.keyword) for node in parsed.nodes)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_offsets_stay(end: str) -> None:
    text = MAP.replace("\n", end)
    found = conflicted(text)

    assert found is not None
    assert len(found.ours) == len(text)
    assert [line.strip() for line in found.ours.split(end) if line.strip()] == [
        'journey j "J" {', "state current", "}", 'team a "A"'
    ]  # fmt: skip


def test_a_side_that_is_broken_too_is_no_second_message() -> None:
    parsed = parse(SourceFile("a.jmap", MAP.replace("state current", "state ((")))

    assert [item.name for item in parsed.diagnostics] == ["unresolved-conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD\n  a\n",
        "=======\n>>>>>>> other\n",
        "<<<<<<< HEAD\n>>>>>>> other\n=======\n",
        "<<<<<< HEAD\n======\n>>>>>> other\n",
        "  <<<<<<< HEAD\n  =======\n  >>>>>>> other\n",
        "<<<<<<<<< HEAD\n=======\n>>>>>>> other\n",
    ],
)
def test_what_is_no_whole_conflict(text: str) -> None:
    assert conflicted(text) is None


def test_marks_within_a_text_are_a_text() -> None:
    text = 'journey j "J" {\n  scenario """\n<<<<<<< a\n=======\n>>>>>>> b\n"""\n}\n'

    assert parse(SourceFile("a.jmap", text)).diagnostics == []
