"""Applying fixes: in rounds, none over another, and none that does harm."""

import re
from collections.abc import Callable, Sequence

import pytest

from jmap.diagnostics import Diagnostic, Edit, Fix, Severity
from jmap.rules.fixing import ROUNDS, Mended, edited, fixable, mend
from jmap.source import SourceFile, Span

Look = Callable[[dict[str, str]], Sequence[Diagnostic]]


def finding(
    source: SourceFile, name: str, start: int, end: int, new: str | None, *, safe: bool = True
) -> Diagnostic:
    fix = None if new is None else Fix("mend it", (Edit(Span(start, end), new),), safe)
    return Diagnostic(
        name, f"{source.text[start:end]} at {name}", source, Span(start, end),
        Severity.WARNING, "mend it", fix=fix,
    )  # fmt: skip


def looking(files: dict[str, str], **patterns: str | None) -> Look:
    """Finds every match of some patterns, and would write something else in their place."""

    def look(texts: dict[str, str]) -> Sequence[Diagnostic]:
        found = []
        for path, text in {**files, **texts}.items():
            source = SourceFile(path, text)
            for name, pair in patterns.items():
                assert pair is not None
                pattern, _, new = pair.partition(" > ")
                for match in re.finditer(pattern, text):
                    end = None if new == "?" else match.expand(new)
                    found.append(finding(source, name, *match.span(), end))
        return found

    return look


def mended(text: str, *, unsafe: bool = False, **patterns: str) -> Mended:
    look = looking({"a": text}, **patterns)
    return mend(look({}), look, unsafe=unsafe)


def test_fixes_are_applied_together() -> None:
    result = mended("a b a b", a="a > x", b="b > y")

    assert (result.texts, result.count, result.diagnostics) == ({"a": "x y x y"}, 4, ())
    assert (result.refused, result.restless) == ((), ())


def test_nothing_to_mend() -> None:
    result = mended("a", a="a > ?", b="b > c")

    assert (result.texts, result.count, len(result.diagnostics)) == ({}, 0, 1)


def test_several_files() -> None:
    look = looking({"a": "1 2", "b": "2", "c": "3"}, two="2 > x")
    result = mend(look({}), look)

    assert result.texts == {"a": "1 x", "b": "x"}


def test_locked_files_stay() -> None:
    look = looking({"a": "2", "b": "2"}, two="2 > x")
    result = mend(look({}), look, locked=["a"])

    assert result.texts == {"b": "x"}
    assert (len(result.diagnostics), result.refused, result.restless) == (1, (), ())


def test_unsafe_fixes_wait_until_they_are_asked_for() -> None:
    source = SourceFile("a", "ab")
    found = [finding(source, "n", 0, 1, "x", safe=False), finding(source, "m", 1, 2, None)]

    assert [fixable(item, unsafe=False) for item in found] == [False, False]
    assert [fixable(item, unsafe=True) for item in found] == [True, False]
    assert mend(found, lambda _: found).texts == {}
    assert mend(found, lambda _: found[1:], unsafe=True).texts == {"a": "xb"}


def test_fixes_that_overlap_wait_for_each_other() -> None:
    # The first is applied; after it, nothing is left of the second.
    result = mended("abc", one="ab > x", two="bc > y")

    assert (result.texts, result.count) == ({"a": "xc"}, 1)


def test_fixes_side_by_side_take_rounds() -> None:
    result = mended("a" * 33, one="a > x")

    assert (result.texts, result.count, result.restless) == ({"a": "x" * 33}, 33, ())


def test_a_fix_that_leads_to_another() -> None:
    # Of the second rule there was nothing before: the first does harm.
    result = mended("b1", one="b > a", two="a1 > c")

    assert (result.texts, result.refused) == ({}, ("one",))


def test_a_chain_of_one_rule_comes_to_rest() -> None:
    result = mended("x" * 64, one="(x+) > ", two="y > z")

    assert result.texts == {"a": ""}


def test_one_that_never_comes_to_rest() -> None:
    result = mended("a", one="a > b", two="b > a")

    assert result.refused == ("one",)
    result = mended("ab", one="a > aa")
    assert result.refused == ("one",)
    count = 0

    def again(texts: dict[str, str]) -> Sequence[Diagnostic]:
        nonlocal count
        count += 1
        text = texts["n"]
        return [finding(SourceFile("n", text), "n", 0, len(text), f"{len(text)}{'x' * count}")]

    result = mend([finding(SourceFile("n", "0"), "n", 0, 1, "1")], again)

    assert (result.restless, count, result.count) == (("n",), ROUNDS, ROUNDS)


def test_one_that_changes_nothing() -> None:
    result = mended("a b", one="a > a", two="b > c")

    assert result.texts == {"a": "a c"}
    assert result.refused == ("one",)


def test_only_what_does_harm_is_left_out() -> None:
    look = looking({"a": "1 2 3 4 5 6"}, digit=r"(\d)(?!!) > <\1>", six="<6> > ?")

    def again(texts: dict[str, str]) -> Sequence[Diagnostic]:
        # What was mended is not found again.
        return [item for item in look(texts) if item.name == "six" or _open(item)]

    def _open(item: Diagnostic) -> bool:
        return item.source.text[item.span.start - 1 : item.span.start] != "<"

    result = mend(list(look({})), again)

    assert result.texts == {"a": "<1> <2> <3> <4> <5> 6"}
    assert (result.refused, result.count) == (("digit",), 5)
    assert [item.source.text[slice(*item.span)] for item in result.diagnostics] == ["6"]


def test_a_rule_that_always_does_harm_is_not_tried_for_ever() -> None:
    trials = 0
    look = looking({"a": "a " * 500 + "b"}, one="a > e", two="b > c", three="e > ?")

    def again(texts: dict[str, str]) -> Sequence[Diagnostic]:
        nonlocal trials
        trials += 1
        return look(texts)

    result = mend(look({}), again)

    assert result.texts == {"a": "a " * 500 + "c"}
    assert result.refused == ("one",)
    assert trials <= 60


def test_more_of_the_same_is_harm_as_well() -> None:
    result = mended("a e", one="a > e e", two="e > ?")

    assert (result.texts, result.refused) == ({}, ("one",))


def test_errors_are_harm() -> None:
    source = SourceFile("a", "abc")
    broken = Diagnostic("unclosed-block", "x", source)
    result = mend([finding(source, "n", 0, 1, "}")], lambda _: [broken])

    assert (result.texts, result.refused) == ({}, ("n",))


@pytest.mark.parametrize(
    "edits",
    [
        ((0, 2, "x"), (1, 3, "y")),
        ((0, 3, "x"), (1, 2, "y")),
        (),
    ],
)
def test_a_fix_whose_edits_overlap_is_not_taken(edits: tuple[tuple[int, int, str], ...]) -> None:
    source = SourceFile("a", "abc")
    fix = Fix("mend it", tuple(Edit(Span(start, end), new) for start, end, new in edits))
    found = [Diagnostic("n", "x", source, Span(0, 1), fix=fix)]
    result = mend(found, lambda _: [])

    assert (result.texts, result.refused) == ({}, ("n",))


def test_edits() -> None:
    def told(*edits: tuple[int, int, str]) -> str:
        return edited("abcdef", (Edit(Span(start, end), new) for start, end, new in edits))

    assert told() == "abcdef"
    assert told((4, 6, "X"), (0, 1, "")) == "bcdX"
    assert told((3, 3, "-"), (3, 3, "+")) == "abc-+def"
    assert told((0, 6, "")) == ""
    assert told((6, 6, "!"), (0, 0, "!")) == "!abcdef!"
