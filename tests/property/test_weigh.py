"""The laws of weights: any change has one, and it depends on nothing but the change."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from jmap.diff.compare import compare
from jmap.diff.weigh import weigh
from jmap.loading import load
from jmap.model.workspace import Workspace
from tests.tools.edits import edited
from tests.tools.write_docs import ROOT

EXAMPLES = ("fridge-repair", "home-internet", "parking-permit", "minimal.jmap")


@cache
def example(name: str) -> Workspace:
    return load(ROOT / "examples" / name).workspace


workspaces = st.sampled_from(EXAMPLES).map(example)
seeds = st.integers(0, 2**32)


@given(workspaces, seeds, st.integers(1, 25))
def test_any_change_has_a_weight(workspace: Workspace, seed: int, count: int) -> None:
    after = edited(workspace, seed, count)
    for one, other in ((workspace, after), (after, workspace)):
        for change in compare(one, other):
            weight = weigh(change, one, other)

            assert weight == weigh(change, one, other)
            assert bool(weight.name) == bool(weight.reason)
            assert weight.name or weight.effect == "neutral"
            assert "None" not in weight.reason
            assert "\n" not in weight.reason


@given(workspaces, workspaces)
def test_any_two_maps_can_be_weighed(one: Workspace, other: Workspace) -> None:
    for change in compare(one, other):
        assert weigh(change, one, other).effect in ("better", "worse", "neutral")
