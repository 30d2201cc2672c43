"""Maps that one department has drawn by itself."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.knowledge.reference import meant, shown
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.views.sentences import listed


class NarrowTeam(Rule[Journey]):
    """A map was drawn by fewer teams than it takes to see the whole journey.

    Each team knows its own counter. What hurts customers most lies between two of them, and only
    shows when people of several departments draw the map together. Those who helped also stand
    behind what it says.

    Counted are different teams, not the people they send: those named as contributors, and the
    team of the journey's owner, which surely sat at the table.
    """

    tags = ("framing", "ownership")
    severity = INFO
    profiles = (STRICT,)
    teams = Setting(3, "How many teams a map is drawn by at least.", low=1)
    good = """
journey permit "Renewing a parking permit" {
  contributor "Service desk" "Sam Reyes"
  contributor "Legal"
  contributor "Web editors"
}
"""
    bad = """
journey permit "Renewing a parking permit" {
  contributor "Service desk" "Sam Reyes"
  contributor "Service desk" "Ada Moss"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        owners = (item.owner,) if item.owner is not None else ()
        by_meaning = {
            meant("team", one.team, scene): one.team for one in (*item.contributors, *owners)
        }
        if len(by_meaning) >= self.teams or item.status == "retired":
            return
        who = listed([shown(team) for team in by_meaning.values()])
        drawn = f"only {who} drew the map" if who else "nothing says which teams drew the map"
        yield Finding(
            f"{drawn}; it takes {self.teams} to see the whole journey" if who else drawn,
            "draw it with others, and name them: contributor …",
            field="contributors",
        )
