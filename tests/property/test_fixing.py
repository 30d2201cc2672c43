"""Fixes of all rules over made-up maps: they come to rest, bring in nothing, and once is enough."""

import datetime
from collections import Counter
from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jmap.config import Choice
from jmap.diagnostics import Diagnostic, Edit
from jmap.loading import load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.fixing import edited, fixable, mend
from jmap.rules.plan import Plan
from jmap.source import Span
from tests.tools.programs import Draft, programs
from tests.tools.spellings import Writer

PLAN = Plan(catalogue(), asked=Choice(select=("all",)))
seeds = st.integers(0, 2**32).map(Random)
languages = st.sampled_from(["en", "fa", "mixed"])
SLIPS = ("ي", "ك", "ﻻ", "٤", "  ", " ،", "?", "\u200f", "می روم", "ـ", "\u200c\u200c", "Ù…", "ه ی")


def found(text: str) -> Sequence[Diagnostic]:
    return examine(load_text(text), PLAN, datetime.date(2026, 11, 22))


def again(texts: dict[str, str]) -> Sequence[Diagnostic]:
    return found(texts["<text>"])


def slipped(text: str, chance: Random) -> str:
    """A text with slips of the pen in some of its quoted texts."""
    parts = text.split('"')
    for at in range(1, len(parts), 2):
        if chance.random() < 0.4 and "\\" not in parts[at] and "\n" not in parts[at]:
            parts[at] += chance.choice(SLIPS) + chance.choice(("", "متن", "text", "۴"))
    return '"'.join(parts)


@given(programs(), languages, seeds, st.booleans())
def test_all_fixes(
    drafts: list[Draft],
    language: str,
    chance: Random,
    unsafe: bool,  # noqa: FBT001
) -> None:
    text = slipped(Writer(language, chance).document(drafts), chance)
    loaded = load_text(text)
    if not loaded.ok:
        return
    before = found(text)
    result = mend(before, again, unsafe=unsafe)
    text = result.texts.get("<text>", text)
    after = load_text(text)

    assert after.ok, [item.message for item in after.diagnostics]
    assert result.restless == ()
    assert not Counter(item.name for item in result.diagnostics) - Counter(
        item.name for item in before
    )
    left = [item for item in result.diagnostics if fixable(item, unsafe=unsafe)]
    assert {item.name for item in left} <= set(result.refused)
    assert mend(result.diagnostics, again, unsafe=unsafe).texts == {}
    if not result.texts:
        assert result.count == 0
    # The text alone decides: another look finds the same.
    assert found(text) == result.diagnostics or _same(found(text), result.diagnostics)


def _same(first: Sequence[Diagnostic], second: Sequence[Diagnostic]) -> bool:
    return [item.sort_key() for item in first] == [item.sort_key() for item in second]


@given(
    st.text("abc\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.text("xy", max_size=3))),
)
def test_edits_one_by_one(text: str, marks: list[tuple[int, str]]) -> None:
    """Applied together they come to the same as from the last to the first."""
    places = sorted({min(at, len(text)) for at, _ in marks})
    edits = [
        Edit(Span(start, max(start, end - 1)), new)
        for start, end, (_, new) in zip(places, [*places[1:], len(text)], marks, strict=False)
    ]
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]

    assert edited(text, edits) == expected
