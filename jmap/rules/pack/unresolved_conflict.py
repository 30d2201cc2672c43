"""Marks of a merge that nobody has settled yet."""

from collections.abc import Iterable

from jmap.rules.finding import Finding
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT, ERROR, Rule
from jmap.rules.scene import Scene
from jmap.rules.script import Script
from jmap.source import Span

_OPENED = Pattern(r"#[ \t]*<{7,}(?: |$)")


class UnresolvedConflict(Rule[Script]):
    """A merge has left what both sides say, and nobody has chosen yet.

    Where two people changed the same fact in different ways, `jmap git-merge-driver` keeps one of
    them in force and the other beside it as a comment, between marks: the map can be drawn, and
    what it says there is not agreed. Delete what is wrong and the lines of marks.

    Marks that git itself writes, without `#`, are found as well, wherever they stand: such a file
    cannot be read before they are gone.
    """

    severity = ERROR
    tags = ("upkeep",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      current 2
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      # <<<<<<< ours
      current 2
      # ||||||| base
      # current 3
      # =======
      # current 4
      # >>>>>>> theirs
    }
  }
}
"""

    def check(self, item: Script, scene: Scene) -> Iterable[Finding]:
        for comment in item.parsed.comments:
            if _OPENED.match(comment.text):
                yield Finding(
                    "a merge left here what both sides say",
                    "keep what is right, and delete the rest with its lines of `<`, `=` and `>`",
                    span=Span(comment.start, comment.start + len(comment.text)),
                )
