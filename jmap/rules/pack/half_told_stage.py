"""Stages that leave out what customers do, think or feel."""

from collections.abc import Iterable

from jmap.model.stage import Stage
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import within
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene

_TOLD = {"do": ("do",), "think": ("think", "say"), "feel": ("feel",)}
"""What a stage tells, and the lines that tell it: a quote is a thought said aloud."""


class HalfToldStage(Rule[Stage]):
    """A stage tells some of what the customer does, thinks and feels, and not all three.

    The three explain one another: what somebody does looks unreasonable until one knows what they
    think, and a feeling without what led to it cannot be helped.

    What the stage and its touchpoints tell together counts, and what customers `say` is a thought
    too. Stages that tell none of the three are
    left to `stage-without-customer` and `empty-stage`.
    """

    tags = ("experience",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    feel -2 "worn out" because "nobody knows about the parcel"
    touchpoint call on "Phone" "Service line" {
      do "Spells her name again"
      think "Third time I explain this"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      do "Spells her name again"
    }
  }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        places = within(item)
        lacking = [
            name
            for name, lines in _TOLD.items()
            if not any(getattr(place, line) for place in places for line in lines)
        ]
        if 0 < len(lacking) < len(_TOLD):
            yield Finding(
                f"`{item.id}` does not tell what the customer {_listed(lacking)}",
                "add it to the stage or to a touchpoint: "
                + ", ".join(f"{one} …" for one in lacking),
            )


def _listed(lacking: list[str]) -> str:
    return " or ".join(f"{name}es" if name == "do" else f"{name}s" for name in lacking)
