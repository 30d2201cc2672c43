"""Pairs of maps for tests of overlays: small ones, hostile ones, and examples with random edits."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jmap.diff.judged import judged
from jmap.loading import load, load_text
from jmap.model.text import quote
from jmap.reports.changes.compared import Compared, Shown
from tests.tools.changes import compared
from tests.tools.edits import edited
from tests.unit.pictures.maps import sized

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "tests" / "golden" / "overlay"
LANGUAGES = ("en", "fa")

BEFORE = """
team sales "Sales"
team web "Web team"
channel chat "Chat" { kind chat; responds 90% within 3m; owner web }
channel phone "Phone" { kind phone }
persona p "Pat"
journey j "Buying a line" {
  language en
  for p
  stage look "Look around" {
    owner sales
    touchpoint ask on chat "Asks an agent" {
      owner web
      current 4m
      desired 2m
      feel +1 "glad"
      pain wait "A wait" { severity low; owner web }
      think "Is anybody there?"
    }
    touchpoint call on phone "Calls" { current 3; desired 5 }
  }
  stage buy "Buy" {
    touchpoint pay on chat "Pays" { current 4; desired 5; feel 0 }
    touchpoint wait on phone "Waits" { current 2; desired 5 }
  }
  path all "All" { step ask; step call; step pay }
}
"""
AFTER = """
team sales "Sales"
team web "Web team"
channel chat "Chat" { kind chat; responds 90% within 5m; owner web }
channel phone "Phone" { kind phone }
persona p "Pat"
journey j "Buying a line" {
  language en
  for p
  stage look "Look" {
    owner sales
    touchpoint ask on chat "Asks an agent" {
      owner web
      current 6m
      desired 2m
      feel -1 "lost"
      pain wait "A wait" { severity high; owner web }
      say "Hello?"
    }
  }
  stage buy "Buy" {
    touchpoint settle was pay on chat "Settles the bill" { current 5; desired 5; feel 0 }
    touchpoint call on phone "Calls" { current 3; desired 5 }
    touchpoint wait on phone "Waits" { current 2; desired 5 }
    touchpoint thank on phone "Is thanked" { current 5; desired 5 }
  }
  path all "All" { step ask; step settle; step call }
}
"""
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></svg><img src=https://example.org/x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\u2066",
    "m" * 400,
    "سلام " * 80,
)


def golden_pair(language: str) -> Compared:
    """The pair that the docs show, between a branch and another."""
    folder = GOLDEN / language
    old, new = (
        load_text((folder / f"{side}.jmap").read_text(encoding="utf-8"), f"{side}.jmap")
        for side in ("before", "after")
    )
    assert old.ok
    assert new.ok
    changes = judged(old.workspace, new.workspace)
    return Compared("", old, new, changes, Shown("main"), Shown("new-tariffs"))


def small_pair() -> Compared:
    """A pair that has a change of every kind."""
    return compared(BEFORE, AFTER)


def hostile_pair(text: str) -> Compared:
    """A pair in which everything that an author can call something is a text."""
    name = quote(" ".join(text.split()))
    sides = []
    for source, word in ((BEFORE, "old"), (AFTER, "new")):
        made = source
        for title in (
            "Look around",
            "Look",
            "Asks an agent",
            "Calls",
            "Pays",
            "Settles the bill",
            "Is thanked",
            "A wait",
            "Web team",
            "Chat",
            "Pat",
            "lost",
            "Hello?",
            "All",
        ):
            made = made.replace(f'"{title}"', name)
        sides.append(made.replace('"Buying a line"', quote(f"{word} {' '.join(text.split())}")))
    return compared(*sides)


def edited_pair(path: str, seed: int, count: int = 12) -> Any:
    """An example beside itself after some random edits, as what an overlay is drawn of."""
    old = load(EXAMPLES / path)
    assert old.ok
    after = edited(old.workspace, seed, count)
    return sides(old.workspace, after)


def sides(before: Any, after: Any) -> Any:
    """Two workspaces as what an overlay is drawn of."""
    return SimpleNamespace(
        name="",
        notes=(),
        before=before,
        after=after,
        changes=judged(before, after),
        old_side=Shown(),
        new_side=Shown(),
    )


def many_pair(language: str) -> Compared:
    """A map in which nearly every line of nearly every touchpoint changed."""
    before = sized(9, 5, language, each=2).files[0].text
    after = re.sub(r"current (\d)", lambda found: f"current {6 - int(found[1])}", before)
    after = after.replace("owner t backup u after 4h", "owner u").replace(
        "2027-01-01", "2027-09-01"
    )
    after = after.replace("severity high", "severity low").replace("feel -2", "feel +2")
    after = after.replace('goal "', 'goal "! ').replace('action "', 'action "… ')
    return compared(before, after)
