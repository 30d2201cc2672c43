"""By which methods an opportunity can be ranked."""

from collections.abc import Mapping

from jmap.gaps import ice, impact_effort, rice
from jmap.gaps.priority import Method
from jmap.model.opportunity import Opportunity

FIGURES: Mapping[Method, tuple[str, ...]] = {
    "rice": ("reach", "impact", "confidence", "effort"),
    "ice": ("impact", "confidence", "effort"),
    "ulwick": ("importance", "satisfaction"),
    "impact-effort": ("impact", "effort"),
}
"""What each method needs to know."""

SPOKEN: Mapping[Method, str] = {
    "rice": "RICE",
    "ice": "ICE",
    "ulwick": "Ulwick's score",
    "impact-effort": "impact and effort",
}
"""What a message calls each."""


def methods_of(opportunity: Opportunity) -> frozenset[Method]:
    """Every method that there are figures for; one with RICE has those of ICE as well."""
    found: dict[Method, bool] = {
        "rice": rice(opportunity) is not None,
        "ice": ice(opportunity) is not None,
        "ulwick": opportunity.importance is not None and opportunity.satisfaction is not None,
        "impact-effort": impact_effort(opportunity) is not None,
    }
    return frozenset(method for method, known in found.items() if known)
