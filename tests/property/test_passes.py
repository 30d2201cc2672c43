"""The law of allowances: what is allowed at a journey lets every change in it pass once, and at a
second comparison none.
"""

import datetime

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jmap.diff.judged import Judged
from jmap.diff.weights import WEIGHTS
from jmap.loading import Loaded, load_text
from jmap.model.workspace import Workspace
from jmap.renderers.source import Source
from jmap.rules.passes import passed
from jmap.syntax.fold import fold
from jmap.syntax.words import words
from tests.property.test_diff import seeds, workspaces
from tests.tools.changes import compared
from tests.tools.edits import edited

fewer = settings(max_examples=max(40, settings().max_examples // 8))
"""Each reads and writes an example four times."""
TODAY = datetime.date(2026, 11, 22)
ALL = "".join(f"# jmap: allow {name} -- Agreed\n" for name in WEIGHTS)


def written(workspace: Workspace) -> Loaded:
    return load_text(Source().render(workspace, workspace.journeys).decode())


def with_allowances(side: Loaded) -> Loaded:
    """The same with everything allowed at every journey."""
    (parsed,) = side.parsed
    text = parsed.source.text
    for node in reversed(parsed.nodes):
        if words().canonical("statements", node.keyword) == "journey":
            text = f"{text[: node.span.start]}{ALL}{text[node.span.start :]}"
    return load_text(text)


def within(side: Loaded, one: Judged) -> bool:
    """Whether a change has a name, and is in a journey that is still there."""
    first = one.change.address[0] if one.change.address else None
    there = {fold(journey.id) for journey in side.journeys}
    return bool(one.weight.name and first and first.field == "journeys" and first.key in there)


@fewer
@given(workspaces, seeds, st.integers(1, 8))
def test_what_is_allowed_around_a_change_lets_it_pass_once(
    workspace: Workspace, seed: int, count: int
) -> None:
    before, after = written(workspace), written(edited(workspace, seed, count))
    assume(before.ok and after.ok)
    agreed = with_allowances(after)
    both = compared(before, agreed)
    found = passed(both.changes, both.old, both.new, (), TODAY)

    assert [one.fingerprint for one in found.changes] == [one.fingerprint for one in both.changes]
    named = [one for one in found.changes if within(agreed, one)]
    assert [one.where for one in named if one.allowed is None] == []

    again = compared(with_allowances(before), agreed)
    later = passed(again.changes, again.old, again.new, (), TODAY)
    old = {fold(journey.id) for journey in before.journeys}
    assert [
        one.where
        for one in later.changes
        if one.allowed and within(agreed, one) and one.change.address[0].key in old
    ] == []
