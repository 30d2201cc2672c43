"""Steps that ask too much at once."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.climb import Climb, climbs
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class BigLeap(Rule[Journey]):
    """From one step to the next, the customer has to commit far more than before.

    People bind themselves a little at a time. Where a page that one reads is followed by a contract
    that one signs, many leave; a trial, a quote or a call in between carries them over.

    Looks at paths on which nothing goes wrong, or, where there are no paths, from stage to stage.
    Steps without `commitment` are unknown: nothing is said of them or of the step after them.
    """

    tags = ("paths",)
    profiles = (DEFAULT,)
    leap = Setting(
        3,
        "The smallest rise of commitment, on its scale of 1 to 5, that is too much for one step.",
        low=1,
        high=4,
    )
    good = """
journey fitness "Joining a gym" {
  stage look "Look around" {
    touchpoint page on "Website" "Price page" { commitment 1 }
    touchpoint trial on "Studio" "Free trial hour" { commitment 3 }
    touchpoint contract on "Studio" "Contract over a year" { commitment 5 }
  }
  path usual "Joins" {
    step page
    step trial
    step contract
  }
}
"""
    bad = """
journey fitness "Joining a gym" {
  stage look "Look around" {
    touchpoint page on "Website" "Price page" { commitment 1 }
    touchpoint contract on "Studio" "Contract over a year" { commitment 5 }
  }
  path usual "Joins" {
    step page
    step contract
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        # Two paths may share a step, and two personas a line.
        large = {climb.key: climb for climb in climbs(item, scene) if climb.rise >= self.leap}
        for climb in large.values():
            yield _found(climb)


def _found(climb: Climb) -> Finding:
    before, after = climb.before, climb.after
    return Finding(
        f"commitment rises from {before.level} at `{before.place.id}` to {after.level} at "
        f"`{after.place.id}`",
        "put a smaller step between the two, such as a trial, or ask for less at once",
        item=after.place,
        field="commitment",
        nth=after.line,
        also=(Also(before.place, "the step before is here", "commitment", before.line),),
    )
