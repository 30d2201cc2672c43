"""Ideas that nobody carries out, or not by any day."""

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.rules.expected import ALWAYS, BEGUN, has_begun
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ideas import Placed, called, ideas
from jmap.rules.rule import DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

_STATES = {"planned": "is planned", "doing": "is under way"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an idea of a journey is expected to say."""

    owner: bool
    day: bool


class OpportunityWithoutPlan(Rule[Journey]):
    """An opportunity that is planned or under way has nobody who answers for it, or no day by which
    it should be done.

    A plan that belongs to everybody is carried out by nobody, and what may be done any time is done
    last. A name and a day make a plan of it: one can ask how far it is, and whom.

    In most maps `status planned` is a tick in a column and no more. So it speaks where three ideas
    under way or more have an owner, and three quarters of all such ideas; likewise for the day.
    Whoever owns the touchpoint or the stage is taken to own what is planned there. Silent about
    ideas that nothing was decided of, and about what is done or dropped. The strict profile asks
    both of every open idea, and an owner of its own.
    """

    tags = ("opportunities", "ownership", "upkeep")
    profiles = (DEFAULT,)
    demand = Setting(
        BEGUN,
        "When to speak: once most ideas that are planned or under way say it, or of every open "
        "idea always.",
        choices=(BEGUN, ALWAYS),
        profiles={STRICT: ALWAYS},
    )
    share = Setting(
        0.75,
        "What share of the ideas under way has to say it before the others are asked.",
        low=0.0,
        high=1.0,
    )
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      owner "Customer care"
      due 2027-03-31
      status planned
    }
    opportunity form "Save after every page" { status idea }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      owner "Customer care"
      due 2027-03-31
      status planned
    }
    opportunity text "A text message at each step" {
      owner "Logistics"
      due 2027-02-15
      status doing
    }
    opportunity label "A label without a printer" {
      owner "Logistics"
      due 2027-05-31
      status planned
    }
    opportunity form "Save after every page" { status doing }
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        open_ideas = ideas(item, scene).opportunities
        if self.demand == BEGUN:
            open_ideas = [one for one in open_ideas if one.item.status in _STATES]
        asked = self._asked(open_ideas)
        for one in open_ideas:
            lacking = _Asked(
                asked.owner and not self._is_owned(one), asked.day and one.item.due is None
            )
            if lacking.owner or lacking.day:
                yield _finding(one, lacking)

    def _asked(self, under_way: list[Placed[Opportunity]]) -> _Asked:
        if self.demand == ALWAYS:
            return _Asked(owner=True, day=True)
        owned = sum(map(self._is_owned, under_way))
        dated = sum(one.item.due is not None for one in under_way)
        count = len(under_way)
        return _Asked(has_begun(owned, count, self.share), has_begun(dated, count, self.share))

    def _is_owned(self, part: Placed[Opportunity]) -> bool:
        if part.item.owner is not None:
            return True
        return self.demand == BEGUN and part.owned_around


def _finding(part: Placed[Opportunity], lacking: _Asked) -> Finding:
    nobody = "no owner of its own" if part.owned_around else "nobody who answers for it"
    said = [nobody] if lacking.owner else []
    said += ["no day to be done by"] if lacking.day else []
    written = ["owner …"] if lacking.owner else []
    written += ["due 2027-03-31"] if lacking.day else []
    state = _STATES.get(part.item.status or "", "is open")
    return Finding(
        f"{called(part.item)} {state}, and has {' and '.join(said)}",
        f"say who sees to it and until when: {'; '.join(written)}"
        if len(said) > 1
        else f"name who sees to it: {written[0]}"
        if lacking.owner
        else f"write the day, year first: {written[0]}",
        item=part.item,
        field="status",
    )
