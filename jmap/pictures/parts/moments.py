"""The moments of curves that stand out, as a map says them."""

from jmap.views.curve import Curve
from jmap.views.grid import Map
from jmap.views.moments import moments


def moment_labels(chart: Map, curve: Curve) -> dict[int, str]:
    """What is said of the moods of one curve, by their place in it: the best, the weakest, the
    last; `Best moment · End` where one is two of them.
    """
    return {
        moment.place: " · ".join(chart.label(standing) for standing in moment.standings)
        for moment in moments(curve)
    }
