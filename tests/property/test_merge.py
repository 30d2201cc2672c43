"""The laws of merging: what does not contradict itself is all there, in either order; what does is
reported; nothing is lost.
"""

import random
from functools import cache
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.diff import Change, apply, compare
from jmap.diff.identity import key_of, keys_of
from jmap.format.reading import read
from jmap.format.statements import body_lines
from jmap.merge import merged
from jmap.model.statement import Statement, spec
from jmap.model.workspace import Document, Workspace
from jmap.source import SourceFile
from jmap.syntax.parser import parse
from tests.tools.edits import edited
from tests.tools.text_edits import text_edited
from tests.tools.write_docs import ROOT

FILES = (
    "examples/minimal.jmap",
    "examples/parking-permit/permit-future.jmap",
    "examples/home-internet/people.jmap",
    "jmap/cli/templates/minimal.en.jmap",
    "jmap/cli/templates/minimal.fa.jmap",
)
files = st.sampled_from(FILES)
seeds = st.integers(0, 2**32)
fewer = settings(max_examples=max(40, settings().max_examples // 8))
"""Each of these examples reads and writes a dozen files."""


@cache
def typed(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def said(text: str) -> Workspace:
    """What a text says alone, variants as they are written."""
    return Document.built(read(SourceFile("map.jmap", text)).fields)


def printed(workspace: Workspace) -> str:
    language = "fa" if any(one.language == "fa" for one in workspace.journeys) else "en"
    return "\n".join([*body_lines(workspace, language), ""])


def sorted_everywhere(item: Any) -> Any:
    """A part with every list in one order, that of lists with an order too."""
    if not isinstance(item, Statement):
        return item
    updates: dict[str, Any] = {"was": None} if "was" in type(item).model_fields else {}
    for line in spec(type(item)).lines:
        if line.many:
            values = [sorted_everywhere(value) for value in getattr(item, line.name)]
            updates[line.name] = tuple(sorted(values, key=repr))
    return item.model_copy(update=updates)


def one_after_the_other(base: Workspace, first: Workspace, second: Workspace) -> Workspace | None:
    """What the changes of the second make of the first; nothing where they do not apply. What both
    have changed in the same way is changed once.
    """
    known = [what(change) for change in compare(base, first)]
    try:
        return apply([one for one in compare(base, second) if what(one) not in known], first)
    except (ValueError, IndexError, KeyError, AttributeError):
        # A change of what the other side has taken away.
        return None


def what(change: Change) -> Any:
    """A change without its place in a list."""
    return change.kind, change.address, change.field, change.before, change.after, change.origin


def both_ways(base: Workspace, one: Workspace, other: Workspace) -> Any:
    """What both sides come to, where that is the same in either order; else nothing."""
    ways = [one_after_the_other(base, one, other), one_after_the_other(base, other, one)]
    if None in ways:
        return None
    here, there = map(sorted_everywhere, ways)
    return here if here == there else None


@fewer
@given(files, seeds, seeds, st.integers(1, 5))
def test_a_merge_is_what_both_changes_come_to(name: str, one: int, other: int, count: int) -> None:
    base = said(typed(name))
    sides = [edited(base, seed, count) for seed in (one, other)]
    before, ours, theirs = map(printed, (base, *sides))
    result = merged(before, ours, theirs)
    expected = both_ways(said(before), said(ours), said(theirs))
    if expected is None or result.conflicts:
        return

    assert sorted_everywhere(said(result.text)) == expected


@fewer
@given(files, seeds, seeds, st.integers(1, 6))
def test_edits_of_texts_come_together(name: str, one: int, other: int, count: int) -> None:
    before = typed(name)
    ours, theirs = (text_edited(before, seed, count) for seed in (one, other))
    result = merged(before, ours, theirs)

    assert not parse(SourceFile("map.jmap", result.text)).diagnostics
    expected = both_ways(said(before), said(ours), said(theirs))
    if expected is not None and not result.conflicts:
        assert sorted_everywhere(said(result.text)) == expected


@fewer
@given(files, seeds, st.integers(1, 6))
def test_what_only_one_side_has_changed_is_as_it_was_typed(
    name: str, seed: int, count: int
) -> None:
    before = typed(name)
    after = text_edited(before, seed, count)
    if ";" in after:
        # Two statements on one line may get a line each.
        return

    assert merged(before, after, before).text == after
    assert merged(before, before, after).text == after
    assert merged(before, after, after).text == after


@fewer
@given(files, seeds, seeds, st.integers(1, 6))
def test_nothing_is_lost(name: str, one: int, other: int, count: int) -> None:
    before = typed(name)
    ours, theirs = (text_edited(before, seed, count, in_its_words=True) for seed in (one, other))
    result = merged(before, ours, theirs)
    there = {line.removeprefix("# ") for line in told(result.text)}
    whole = " ".join(result.text.split())

    for side, opposite in ((ours, theirs), (theirs, ours)):
        for line in told(side):
            if line in told(before) and line not in told(opposite):
                continue  # the other side has taken it away, or said it anew
            assert line in there or all(word in whole for word in line.split()), line


def told(text: str) -> set[str]:
    """Every comment, and every statement without its block, on one line each."""
    source = SourceFile("map.jmap", text)
    parsed = parse(source)
    waiting, found = list(parsed.nodes), {comment.text for comment in parsed.comments}
    found = {" ".join(comment.removeprefix("#").split()) for comment in found}
    while waiting:
        node = waiting.pop()
        head = node.head
        found.add(" ".join(text[head.start : head.end].split()))
        waiting += node.body or []
    return found


@fewer
@given(files, seeds, seeds, st.integers(1, 5))
def test_either_side_may_be_ours(name: str, one: int, other: int, count: int) -> None:
    before = typed(name)
    sides = [text_edited(before, seed, count) for seed in (one, other)]
    here = merged(before, sides[0], sides[1])
    there = merged(before, sides[1], sides[0])

    assert bool(here.conflicts) == bool(there.conflicts)
    if not here.conflicts:
        assert sorted_everywhere(said(here.text)) == sorted_everywhere(said(there.text))


@fewer
@given(files, seeds, seeds, st.integers(1, 4))
def test_order_is_that_of_who_has_changed_it(name: str, one: int, other: int, count: int) -> None:
    base = said(typed(name))
    before, ours, theirs = map(
        printed, (base, *(shuffled(base, seed, count) for seed in (one, other)))
    )
    result = merged(before, ours, theirs)
    if result.conflicts:
        return
    was, mine, others, now = map(orders, (before, ours, theirs, result.text))
    for name_, order in now.items():
        lists = [side.get(name_, []) for side in (was, mine, others)]
        common = [key for key in order if all(key in one for one in lists)]
        for first, second in combinations(common, 2):
            old, here, there = (one.index(first) < one.index(second) for one in lists)
            # The side counts that has changed it; where both have, they agree.
            assert here if here == there else not old


def shuffled(workspace: Workspace, seed: int, count: int) -> Workspace:
    """The workspace with edits, and the stages and touchpoints of a journey in another order."""
    dice = random.Random(seed)
    made = edited(workspace, seed, count)
    for journey in made.journeys[:1]:
        stages = [
            one.model_copy(
                update={"touchpoints": tuple(dice.sample(one.touchpoints, len(one.touchpoints)))}
            )
            if dice.random() < 0.3
            else one
            for one in journey.stages
        ]
        if dice.random() < 0.3:
            dice.shuffle(stages)
        made = made.model_copy(
            update={
                "journeys": (
                    journey.model_copy(update={"stages": tuple(stages)}),
                    *made.journeys[1:],
                )
            }
        )
    return made


def orders(text: str) -> dict[str, list[str]]:
    """The stages of each journey and the touchpoints of each stage, in order."""
    found: dict[str, list[str]] = {}
    for journey in said(text).journeys:
        found[key_of(journey)] = keys_of(journey.stages)
        for stage in journey.stages:
            found[f"{key_of(journey)}.{key_of(stage)}"] = keys_of(stage.touchpoints)
    return found


@fewer
@given(files, seeds, seeds, st.integers(1, 6))
def test_large_files_are_merged_as_small_ones(name: str, one: int, other: int, count: int) -> None:
    before = typed(name)
    ours, theirs = (text_edited(before, seed, count) for seed in (one, other))

    assert merged(before, ours, theirs, large=0) == merged(before, ours, theirs)
