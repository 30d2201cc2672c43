"""What a picture is, in a line above its title."""

from jmap.views.grid import Map
from jmap.views.state import STATES


def kind_of(chart: Map, shown: str) -> str:
    """What side of the journey is shown, of which product, as it is or as it should be."""
    products = [fact.text for fact in chart.facts if fact.word == "product"]
    state = STATES.get(chart.journey.state or "")
    return " · ".join([shown, *products, *([chart.label(state)] if state else [])])
