"""Samples: whether a figure is counted as it was, and among as many."""

from dataclasses import dataclass
from typing import Any

from jmap.diff.weighers import Case
from jmap.model.measure import Measure
from jmap.model.metric import Metric
from jmap.model.quantity import Quantity, Ratio, Triple
from jmap.model.source import Source

_SHRUNK = 0.95
"""What is left of a sample that is the same to anybody who looks."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were counted before and after."""

    old: int
    new: int


def thinner(case: Case) -> Counts | None:
    """How many were counted, where a share rose and the number behind it did not: what changed is
    whom we count. A figure of another period is a new count, whatever its sample.
    """
    former = case.former
    if getattr(former, "period", None) != getattr(case.part, "period", None):
        return None
    old, new = _counted(case.old), _counted(case.new)
    if old is None or new is None or new.counted >= _SHRUNK * old.counted:
        return None
    return Counts(old.counted, new.counted) if new.content <= old.content else None


def counted(figure: Quantity) -> int | None:
    """How many a figure was counted among; none where it does not say."""
    sample = _counted(figure)
    return sample.counted if sample is not None else None


@dataclass(frozen=True, slots=True)
class _Sample:
    content: float
    counted: int


def _counted(figure: Quantity) -> _Sample | None:
    if isinstance(figure, Ratio):
        return _Sample(figure.part, round(figure.whole))
    if isinstance(figure, Triple):
        return _Sample(figure.promoters, round(figure.sample))
    return None


def is_redefined(case: Case) -> bool:
    """Whether a metric is read in another way now, so that its figures do not compare."""
    if not isinstance(case.part, Measure):
        return False
    old, new = (_definition(case.part, side) for side in (case.before, case.after))
    return old is not None and new is not None and old != new


def _definition(measure: Measure, here: Any) -> tuple[Any, ...] | None:
    """All that says what a figure of a metric means."""
    metric = here.index.find(("metric",), measure.metric)
    if not isinstance(metric, Metric):
        return None
    source = here.index.find(("source",), metric.source) if metric.source is not None else None
    named = source.label if isinstance(source, Source) else metric.source
    return (metric.kind, metric.method, metric.scale, metric.of, metric.window, named)
