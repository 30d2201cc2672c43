"""The grammar under LALR, which the product uses, and under Earley: they must agree."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from jmap.syntax.parser import build_parser
from tests.tools.programs import Draft, programs
from tests.tools.sources import spoiled, texts
from tests.tools.spellings import Writer

PROJECT = Path(__file__).parents[2]
EXAMPLES = sorted((PROJECT / "examples").rglob("*.jmap"))


@cache
def lalr() -> Lark:
    return build_parser()


@cache
def earley() -> Lark:
    return build_parser("earley", lexer="basic", ambiguity="explicit")


def tree(parser: Lark, text: str) -> Tree[Token] | None:
    """The tree of a text, or none where it is refused."""
    try:
        return parser.parse(text)
    except UnexpectedInput:
        return None


def compare(text: str) -> None:
    fast, careful = tree(lalr(), text), tree(earley(), text)

    assert fast == careful
    if careful is not None:
        assert not list(careful.find_data("_ambig"))
        kinds = [
            [token.type for token in found.scan_values(lambda _: True)]
            for found in (fast, careful)
            if found
        ]
        assert kinds[0] == kinds[1]


def written(drafts: list[Draft], seed: int) -> str:
    return Writer("mixed", Random(seed)).document(drafts)


seeds = st.integers(0, 2**32)
small = st.builds(written, programs(most=1), seeds)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_examples_agree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert tree(lalr(), text) is not None
    compare(text)


@given(small)
def test_valid_programs_agree(text: str) -> None:
    assert tree(lalr(), text) is not None
    compare(text)


@given(spoiled(small))
def test_spoiled_programs_agree(text: str) -> None:
    compare(text)


@given(texts())
def test_any_text_agrees(text: str) -> None:
    compare(text)


def test_a_difference_would_be_seen() -> None:
    assert tree(lalr(), "a {") is None
    assert tree(earley(), "a {") is None
    assert tree(lalr(), "a { b }") != tree(earley(), "a { c }")
