"""The names of weights: none is missing, none is left over, and each has an example that is so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jmap.diff.reasons
from jmap.config import EFFECTS
from jmap.diff.gate import SELECTORS
from jmap.diff.judged import judged
from jmap.diff.weights import TOPICS, WEIGHTS
from jmap.loading import load_text
from jmap.reports.weights.examples import EXAMPLES
from jmap.reports.weights.page import weight_page, weights_page
from jmap.rules.catalogue import catalogue

REASONS = Path(str(jmap.diff.reasons.__file__)).parent


def given() -> dict[str, set[str]]:
    """Every name that a weigher gives, with the effects that it gives it."""
    found: dict[str, set[str]] = {}
    for path in REASONS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in EFFECTS:
                for name in names_of(node.args[0]):
                    found.setdefault(name, set()).add(ast.unparse(node.func))
    return found


def names_of(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*names_of(node.body), *names_of(node.orelse))
        return
    assert isinstance(node, ast.Constant), f"write the name out: {ast.unparse(node)}"
    assert isinstance(node.value, str)
    yield node.value


def test_every_name_that_is_given_has_an_entry_in_jmap_diff_weights() -> None:
    assert len(given()) > 100
    assert {name: sorted(named.effects) for name, named in WEIGHTS.items()} == {
        name: sorted(effects) for name, effects in given().items()
    }


def test_every_entry_reads_well() -> None:
    assert sum(map(len, TOPICS.values())) == len(WEIGHTS)
    for name, named in WEIGHTS.items():
        assert named.about[0].isupper(), name
        assert not named.about.endswith("."), name
        assert len(named.about) <= 100, name
    assert len({named.about for named in WEIGHTS.values()}) == len(WEIGHTS)


def test_no_name_means_two_things() -> None:
    assert set(WEIGHTS).isdisjoint((*SELECTORS, *EFFECTS))
    assert set(WEIGHTS).isdisjoint(catalogue().rules)


def test_every_name_has_an_example() -> None:
    assert set(EXAMPLES) == set(WEIGHTS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_what_it_is_of(name: str) -> None:
    example = EXAMPLES[name]
    old, new = load_text(example.old), load_text(example.new)
    assert (old.ok, new.ok) == (True, True)
    found = [one.weight for one in judged(old.workspace, new.workspace) if one.weight.name]

    shown = {weight.name: weight for weight in found}
    assert name in shown
    # Nothing else stands first, but for another definition of the metric that a figure is of.
    assert found[0].name in (name, "metric-redefined")
    assert shown[name].effect in WEIGHTS[name].effects
    assert f"[{name}] {shown[name].reason}" in weight_page(name) or shown[name].effect == "neutral"


def test_the_list_holds_them_all() -> None:
    page = weights_page()

    assert page.count("\n### ") == len(WEIGHTS)
    assert all(f"\n| [`{name}`](#{name}) | {one.about} |" in page for name, one in WEIGHTS.items())
