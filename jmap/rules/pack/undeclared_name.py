"""Names in quotes where an id could stand."""

from collections.abc import Iterable

from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, INFO, Rule
from jmap.rules.scene import Scene
from jmap.rules.script import Script


class UndeclaredName(Rule[Script]):
    """A persona, channel, team or metric is a name in quotes, and not declared.

    That is how a map begins, and nothing is wrong with it. Once it is declared, the same name is
    the same thing in every journey: it has a page, an owner, a promise, and a slip in its spelling
    is found. Each name is noted once a file.
    """

    severity = INFO
    tags = ("framing",)
    profiles = (DEFAULT,)
    good = """
channel phone "Phone"
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line"
  }
}
"""

    def check(self, item: Script, scene: Scene) -> Iterable[Finding]:
        for note in item.notes:
            if note.name == self.name:
                yield Finding(note.message, note.help, span=note.span)
