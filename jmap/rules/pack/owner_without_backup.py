"""One person answers, and nobody stands in."""

from collections.abc import Iterable

from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class OwnerWithoutBackup(Rule[Touchpoint]):
    """A single person owns a touchpoint on a channel that promises an answer in time, and nobody
    stands in.

    When that person is away the promise is broken without anybody noticing: the inbox fills, the
    tender is lost. A unit has colleagues; a person needs a named backup.
    """

    tags = ("ownership", "promises")
    profiles = (DEFAULT,)
    good = """
team sales-lead "Head of sales" { kind person }
team sales-desk "Sales desk" { kind unit }
channel email "Email" {
  kind email
  responds 90% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on email "Email to sales" {
      owner sales-lead backup sales-desk
    }
  }
}
"""
    bad = """
team sales-lead "Head of sales" { kind person }
channel email "Email" {
  kind email
  responds 90% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint inbox on email "Email to sales" {
      owner sales-lead
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        owner = item.owner
        team = scene.team(owner.team) if owner else None
        channel = scene.channel(item.channel)
        if owner is None or owner.backup or team is None or team.kind != "person":
            return
        if channel is None or channel.responds is None:
            return
        yield Finding(
            f"`{item.id}` promises an answer in time, and `{team.id}` has nobody to stand in",
            f"name who answers when they are away: owner {team.id} backup …",
            field="owner",
        )
