"""Owners that are to stand in for themselves."""

from collections.abc import Iterable

from jmap.model.forms import AdHoc, reference_name
from jmap.model.lines import Owner
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class OwnBackup(Rule[Owner]):
    """An owner is named as its own backup.

    A backup answers when the owner cannot. Where both are the same, the map looks as if somebody
    stood in, and the first absence shows that nobody does.
    """

    tags = ("ownership", "contradictions")
    profiles = (DEFAULT,)
    good = """
team sales-lead "Head of sales" { kind person }
team sales-desk "Sales desk" { kind unit }
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on "Email" "Email to sales" {
      owner sales-lead backup sales-desk after 4h
    }
  }
}
"""
    bad = """
team sales-lead "Head of sales" { kind person }
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on "Email" "Email to sales" {
      owner sales-lead backup sales-lead after 4h
    }
  }
}
"""

    def check(self, item: Owner, scene: Scene) -> Iterable[Finding]:
        if item.backup is None or _name(item.team) != _name(item.backup):
            return
        name = reference_name(item.team)
        yield Finding(
            f"`{name}` is to stand in for itself",
            "name somebody else behind `backup`, or leave it out",
        )


def _name(team: str | AdHoc) -> tuple[bool, str]:
    is_id = isinstance(team, str)
    return is_id, fold(reference_name(team))
