"""Ideas that were judged by methods which do not compare."""

from collections.abc import Iterable, Sequence
from typing import get_args

from jmap.gaps.priority import Method
from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.ideas import called, ideas
from jmap.rules.knowledge.ranking import FIGURES, SPOKEN, methods_of
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class MixedRanking(Rule[Journey]):
    """The opportunities of a journey are ranked by different methods, none of which covers all.

    A RICE of 1200 and an opportunity score of 14 say nothing about each other, so there is no
    common order: the two lists can only be laid side by side, and the choice between them is made
    by whoever speaks last.

    Silent where one method covers all open ideas, whatever else some of them were judged by, and
    where an idea has no figures at all: that is another matter.
    """

    tags = ("opportunities",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      impact 5
      effort 3
    }
    opportunity form "Save after every page" {
      impact 3
      effort 1
      importance 8
      satisfaction 3
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      impact 5
      effort 3
    }
    opportunity form "Save after every page" {
      importance 8
      satisfaction 3
    }
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        judged = [(one.item, methods_of(one.item)) for one in ideas(item, scene).opportunities]
        if len(judged) < 2 or not all(methods for _, methods in judged):
            return
        if frozenset.intersection(*(methods for _, methods in judged)):
            return
        widest = _widest([methods for _, methods in judged])
        other, methods = next((one, of) for one, of in judged if widest not in of)
        among = next(one for one, of in judged if widest in of)
        yield _finding(other, _fullest(methods), widest, Also(among, f"{called(among)} is here"))


def _finding(other: Opportunity, method: Method, widest: Method, also: Also) -> Finding:
    lacking = [name for name in FIGURES[widest] if not getattr(other, name)]
    return Finding(
        f"{called(other)} is ranked by {SPOKEN[method]}, others by {SPOKEN[widest]}: there is no "
        "common order",
        f"judge all by one method; for {SPOKEN[widest]}: "
        + "; ".join(f"{name} …" for name in lacking),
        item=other,
        also=(also,),
    )


def _widest(judged: Sequence[frozenset[Method]]) -> Method:
    """The method that covers most; of equals the fullest."""
    found: tuple[Method, ...] = get_args(Method)
    return max(found, key=lambda method: sum(method in methods for methods in judged))


def _fullest(methods: frozenset[Method]) -> Method:
    found: tuple[Method, ...] = get_args(Method)
    return next(method for method in found if method in methods)
