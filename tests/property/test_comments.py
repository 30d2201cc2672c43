"""Whatever somebody does to a map, the comment of it can be told: in the language of the map, as a
whole page, and within its bounds.
"""

import re
from dataclasses import replace
from functools import cache

from hypothesis import assume, given
from hypothesis import strategies as st

from jmap.diff.judged import judged
from jmap.loading import Loaded, load
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.markdown import LIMIT, comment
from jmap.reports.changes.telling import told
from tests.tools.edits import edited
from tests.tools.write_docs import ROOT
from tests.unit.json.workspaces import workspace
from tests.unit.markdown.github import parsed

EXAMPLES = ("fridge-repair", "home-internet", "parking-permit")
ENGLISH = re.compile(r"\b(customers|instead|any more|it is|owner|worse|better)\b")
QUOTED = re.compile("«.*?»|\u2068.*?\u2069|[a-z-]+-(?:improved|worsened|gained|lost)")
seeds = st.integers(0, 2**32)


@cache
def example(name: str) -> Loaded:
    return load(ROOT / "examples" / name)


def between(one: Loaded, other: Loaded) -> Compared:
    return Compared("", one, other, judged(one.workspace, other.workspace))


def expect_whole(page: str) -> None:
    assert len(page.encode()) <= LIMIT
    for row in parsed(page).iter("tr"):
        assert len(row) in (3, 4)


@given(st.sampled_from(EXAMPLES), seeds, st.integers(1, 40))
def test_any_edit_of_an_example_is_told(name: str, seed: int, count: int) -> None:
    before = example(name)
    after = replace(before, workspace=edited(before.workspace, seed, count))

    expect_whole(comment(told([between(before, after)])))


@given(seeds, st.integers(1, 20))
def test_reasons_of_persian_maps_are_persian(seed: int, count: int) -> None:
    before = example("fridge-repair")
    after = replace(before, workspace=edited(before.workspace, seed, count))
    document = told([between(before, after)])

    # An edit may give the journey another language.
    assume(document.language == "fa")
    for one in document.changes:
        assert bool(one.reason) == bool(one.name)
        for said in (one.reason, one.said, one.shared):
            assert not ENGLISH.search(QUOTED.sub("", said)), said


@given(seeds, seeds)
def test_any_two_maps_are_told(one: int, other: int) -> None:
    before, after = (Loaded(workspace(seed)) for seed in (one, other))

    expect_whole(comment(told([between(before, after)])))
