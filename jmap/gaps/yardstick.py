"""How two numbers at a place compare: in what dimension, to which side, on what scale."""

from jmap.gaps.place import Place
from jmap.model.metric import Metric
from jmap.model.quantity import Bounds, Quantity, common_dimension
from jmap.resolve.checks import DEFAULT_SCALE

SCORE = "score"
PERCENTAGE = "percentage"
NET_PROMOTER_SCORE = "net promoter score"
RATINGS = frozenset({SCORE, PERCENTAGE, NET_PROMOTER_SCORE})
TIMES = frozenset({"duration", "working time"})

NPS_SCALE = Bounds(-100, 100)
METHOD_SCALES = {"ces1": Bounds(1, 5), "ces2": Bounds(1, 7), "ces5": Bounds(1, 5)}
"""The scale of each convention of the customer effort score, by the start of its name."""


def dimension(place: Place, first: Quantity, second: Quantity) -> str | None:
    """In what two quantities compare, or none; plain numbers of an NPS metric are NPS points."""
    common = common_dimension([first, second])
    is_nps = place.metric is not None and place.metric.kind == "nps"
    return NET_PROMOTER_SCORE if common == SCORE and is_nps else common


def direction(place: Place, dimension: str | None) -> int | None:
    """+1 where higher is better, -1 where lower is, none where nothing tells.

    What the author says comes first, then the kind of the metric, then the dimension: people want
    less time and higher scores and shares, while a count of things may be wanted either way.
    """
    if place.better:
        return 1 if place.better == "higher" else -1
    by_kind = _by_kind(place.metric, dimension) if place.metric else None
    if by_kind is not None:
        return by_kind
    if dimension in TIMES:
        return -1
    return 1 if dimension in RATINGS else None


def scale(place: Place, dimension: str) -> Bounds | None:
    """The two ends of an interval scale; none for scores that lie on no known scale.

    A measure's scores are on its metric's scale. A metric of plain amounts (a rate, a duration, a
    count) that names none has none; any other falls back on its method's, then on the journey's.
    """
    if dimension == NET_PROMOTER_SCORE:
        return NPS_SCALE
    metric = place.metric
    if metric is None:
        return place.scale or DEFAULT_SCALE
    if metric.scale is not None:
        return metric.scale
    if metric.kind in ("rate", "duration", "count"):
        return None
    return _method_scale(metric) or place.scale or DEFAULT_SCALE


def is_interval(dimension: str) -> bool:
    """Whether the zero of a dimension is a convention, so that no share of a value can be taken."""
    return dimension in (SCORE, NET_PROMOTER_SCORE)


def _by_kind(metric: Metric, dimension: str | None) -> int | None:
    if metric.kind == "duration":
        return -1
    if metric.kind not in ("csat", "nps", "ces") or dimension not in (*RATINGS, None):
        return None
    # The first effort score asked how much effort it was; all later ones ask how easy.
    return -1 if metric.kind == "ces" and _method(metric).startswith("ces1") else 1


def _method_scale(metric: Metric) -> Bounds | None:
    return METHOD_SCALES.get(_method(metric)[:4]) if metric.kind == "ces" else None


def _method(metric: Metric) -> str:
    return (metric.method or "").casefold()
