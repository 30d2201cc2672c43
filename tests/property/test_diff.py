"""The laws of differences: nothing differs from itself, applied changes lead where they should, and
order alone is only moved.
"""

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.diff import Change, apply, compare
from jmap.loading import load
from jmap.model.workspace import Workspace
from tests.tools.edits import canonical, carried, edited
from tests.tools.write_docs import ROOT

EXAMPLES = ("fridge-repair", "home-internet", "parking-permit", "minimal.jmap")


@cache
def example(name: str) -> Workspace:
    return load(ROOT / "examples" / name).workspace


workspaces = st.sampled_from(EXAMPLES).map(example)
seeds = st.integers(0, 2**32)


def told(change: Change) -> str:
    return f"{change.kind} {'.'.join(step.key for step in change.address)} {change.field}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_differs_from_itself(name: str) -> None:
    once = load(ROOT / "examples" / name).workspace

    assert compare(once, load(ROOT / "examples" / name).workspace) == ()


@given(workspaces, seeds, st.integers(1, 12))
def test_changes_lead_where_they_should(workspace: Workspace, seed: int, count: int) -> None:
    after = edited(workspace, seed, count)
    changes = compare(workspace, after)

    assert canonical(apply(changes, workspace)) == canonical(after)
    assert compare(after, after) == ()


@given(workspaces, seeds, seeds)
def test_any_two_lead_to_each_other(workspace: Workspace, one: int, other: int) -> None:
    before, after = edited(workspace, one, 6), edited(workspace, other, 6)

    assert canonical(apply(compare(before, after), before)) == canonical(after)
    assert canonical(apply(compare(after, before), after)) == canonical(before)


@given(workspaces, seeds)
def test_order_alone_is_only_moved(workspace: Workspace, seed: int) -> None:
    dice = random.Random(seed)
    journey = dice.choice(workspace.journeys)
    stages = tuple(dice.sample(journey.stages, len(journey.stages)))
    after = workspace.model_copy(
        update={
            "journeys": tuple(
                one.model_copy(update={"stages": stages}) if one is journey else one
                for one in dice.sample(workspace.journeys, len(workspace.journeys))
            )
        }
    )
    changes = compare(workspace, after)

    assert {change.kind for change in changes} <= {"moved"}
    assert bool(changes) == (stages != journey.stages)
    assert len(changes) < max(1, len(stages))


@given(workspaces, seeds)
def test_what_is_carried_elsewhere_is_one_move(workspace: Workspace, seed: int) -> None:
    after = carried(workspace, random.Random(seed))
    changes = compare(workspace, after)

    assert [change.kind for change in changes] in ([], ["moved"])
    assert bool(changes) == (canonical(after) != canonical(workspace))
