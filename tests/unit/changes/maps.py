"""Two states of one small map, for tests of what is said about changes."""

from dataclasses import replace

from jmap.diff.allowed import Allowed
from jmap.reports.changes.compared import Compared, Shown
from tests.tools.changes import compared, loaded

BEFORE = """
team care "Customer care"
team web "Web team"
persona dana "Dana Okafor"
journey refund "Getting a refund" {
  for dana
  stage ask "Ask" {
    owner web
    touchpoint call "Calling us" {
      moment-of-truth
      owner care
      current 26h
      desired 4h
      feel -1 as dana
      pain repeat "Tells it twice" {
        severity high
      }
    }
    touchpoint mail "Writing to us" {
      current 3d
      desired 1d
      intended 2d
    }
  }
}
"""
AFTER = (
    BEFORE.replace("current 26h", "current 30h")
    .replace("feel -1 as dana", "feel -2 as dana")
    .replace("intended 2d", "intended 1d")
    .replace('      pain repeat "Tells it twice" {\n        severity high\n      }\n', "")
    .replace('"Getting a refund"', '"How to get a refund"')
    .replace('team web "Web team"', 'team web "Web people"')
)
"""Four changes at touchpoints, three for the worse, and two titles."""


def refund(path: str = "maps/refund.jmap", prefix: str = "") -> Compared:
    """The two states, below a prefix on the new side."""
    old, new = loaded(BEFORE, f"HEAD~1:/{path}"), loaded(AFTER, prefix + path)
    before, after = Shown("HEAD~1", "HEAD~1:/"), Shown("HEAD", prefix)
    return replace(compared(old, new), old_side=before, new_side=after)


def with_allowance(part: Compared, name: str, allowed: Allowed) -> Compared:
    """A comparison in which all changes of one weight may pass."""
    changes = tuple(
        replace(one, allowed=allowed) if one.weight.name == name else one for one in part.changes
    )
    return replace(part, changes=changes)
