"""The product's parser, with kept tables and a lexer of its own, reads what the grammar says."""

from collections.abc import Iterator
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from jmap.source import SourceFile
from jmap.syntax.lexer import QuickContextualLexer
from jmap.syntax.nodes import Node
from jmap.syntax.parser import build_parser, parse
from jmap.syntax.tables import build, kept_tables
from tests.tools.programs import Draft, programs
from tests.tools.sources import spoiled, texts
from tests.tools.spellings import Writer

Seen = tuple[str, str, int | None, int | None]


@cache
def plain() -> Lark:
    return build_parser()


@cache
def quick() -> Lark:
    return build(_plugins={"ContextualLexer": QuickContextualLexer})


def tokens(parser: Lark, text: str) -> list[Seen] | None:
    """Every token of a text with its place, or none where the text is refused."""
    try:
        found = parser.parse(text)
    except UnexpectedInput:
        return None
    return [seen(token) for token in found.scan_values(lambda item: isinstance(item, Token))]


def seen(token: Token) -> Seen:
    return token.type, str(token), token.start_pos, token.end_pos


def flattened(nodes: list[Node]) -> Iterator[Seen]:
    for node in nodes:
        yield from map(seen, (node.keyword, *node.values))
        yield from flattened(node.body or [])


def compare(text: str) -> None:
    expected = tokens(plain(), text)
    assert tokens(quick(), text) == expected
    if expected is None:
        return
    without_braces = [item for item in expected if item[0] not in ("LBRACE", "RBRACE")]
    assert list(flattened(parse(SourceFile("p.jmap", text)).nodes)) == without_braces


def written(drafts: list[Draft], seed: int) -> str:
    return Writer("mixed", Random(seed)).document(drafts)


@given(st.builds(written, programs(), st.integers(0, 2**32)))
def test_programs_are_read_alike(text: str) -> None:
    compare(text)


@given(st.one_of(texts(), spoiled(st.builds(written, programs(most=1), st.integers(0, 2**32)))))
def test_anything_is_read_alike(text: str) -> None:
    compare(text)


def test_the_kept_tables_are_of_this_grammar() -> None:
    assert kept_tables() is not None, "run `make docs`"
