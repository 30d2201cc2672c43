"""Risks for which nobody has a plan."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.risk import Risk
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ideas import called
from jmap.rules.knowledge.present import everywhere
from jmap.rules.rule import DEFAULT, INFO
from jmap.rules.scene import Scene


class RiskWithoutRemedy(Expected[Risk]):
    """A risk does not say what to do about it.

    To foresee what may go wrong is half of the work. When it happens there is no time to think, and
    whoever is on duty does what comes to mind.

    It speaks where nearly all risks of a journey have a remedy, and in the strict profile always.
    Silent about risks of `likelihood low`, which one may accept.
    """

    tags = ("pains",)
    severity = INFO
    profiles = (DEFAULT,)
    good = """
journey install "Getting a line installed" {
  stage visit "Technician visit" {
    risk "No loan routers left" {
      likelihood medium
      remedy "Order weekly"
    }
    risk "The technician is late" {
      remedy "A text message with the new time"
    }
    risk "The line test fails" {
      remedy "A second visit within two days"
    }
    risk "The duct is blocked" {
      likelihood low
    }
  }
}
"""
    bad = """
journey install "Getting a line installed" {
  stage visit "Technician visit" {
    risk "No loan routers left" {
      likelihood medium
      remedy "Order weekly"
    }
    risk "The technician is late" {
      remedy "A text message with the new time"
    }
    risk "The line test fails" {
      remedy "A second visit within two days"
    }
    risk "Nobody is at home" {
      likelihood high
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Risk]:
        risks = (risk for place in everywhere(journey) for risk in place.risks)
        return (risk for risk in risks if risk.likelihood != "low")

    def states(self, part: Risk, scene: Scene) -> bool:
        return bool(part.remedy)

    def missing(self, part: Risk, scene: Scene) -> Finding:
        return Finding(
            f"nothing is said of what to do about the risk {called(part)}",
            'say what helps, beforehand or when it happens: remedy "…"',
            item=part,
        )
