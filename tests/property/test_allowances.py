"""Formatting moves an allowance along with what it is for."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jmap.format import format_source
from jmap.rules.allowance import allowances
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Node
from jmap.syntax.parser import parse
from tests.tools.programs import Draft, programs
from tests.tools.spellings import Writer

seeds = st.integers(0, 2**32).map(Random)
languages = st.sampled_from(["en", "fa", "mixed"])


def speaking(text: str) -> str:
    """A text in which every comment is an allowance with a name of its own."""
    comments = parse(SourceFile("p.jmap", text)).comments
    for number, comment in reversed(list(enumerate(comments))):
        end = comment.start + len(comment.text)
        text = f"{text[: comment.start]}# jmap: allow r{number}{text[end:]}"
    return text


def scopes(text: str) -> dict[str, tuple[int, ...] | None]:
    """Each allowance and what it is for: the numbers of the statements that lead there."""
    parsed = parse(SourceFile("p.jmap", text))
    return {one.rule: _way(parsed.nodes, one.covers) for one in allowances(parsed)}


def _way(nodes: list[Node], covers: Span | None) -> tuple[int, ...] | None:
    if covers is None:
        return None
    at = max(number for number, node in enumerate(nodes) if node.span.start <= covers.start)
    node = nodes[at]
    if node.span.start == covers.start:
        assert node.end == covers.end
        return (at,)
    return (at, *(_way(node.body or [], covers) or ()))


@given(programs(), languages, seeds)
def test_formatting_changes_no_scope(drafts: list[Draft], language: str, chance: Random) -> None:
    text = speaking(Writer(language, chance).document(drafts))
    result = format_source(SourceFile("p.jmap", text))

    assert result.ok, result.diagnostics
    assert scopes(result.text) == scopes(text)


@given(programs(), languages, seeds)
def test_one_line_or_many(drafts: list[Draft], language: str, chance: Random) -> None:
    """Comments behind every line, braces among them."""
    text = Writer(language, chance).document(drafts)
    lines = SourceFile("p.jmap", text)
    strings = [
        (lines.position(token.start_pos or 0).line, lines.position(token.end_pos or 0).line)
        for node in _all(parse(lines).nodes)
        for token in node.values
    ]
    inside = {at for start, end in strings for at in range(start, end)}
    taken = {lines.position(comment.start).line for comment in parse(lines).comments}
    count = lines.position(len(text)).line
    spoken = "\n".join(
        lines.line(at) + ("" if at in inside | taken else f" # jmap: allow r{at}")
        for at in range(1, count + 1)
    )
    result = format_source(SourceFile("p.jmap", spoken))

    assert result.ok, result.diagnostics
    assert scopes(result.text) == scopes(spoken)


def _all(nodes: list[Node]) -> list[Node]:
    return [one for node in nodes for one in (node, *_all(node.body or []))]
