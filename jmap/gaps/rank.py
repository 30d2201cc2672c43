"""Ranking: which gap hurts customers most."""

from collections.abc import Iterable

from jmap.gaps.gap import Gap
from jmap.gaps.level import PRECISION


def ranked(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The largest weighted gap first, and what is unknown last, in the order given.

    Between equal weights the smaller attainment comes first, then a moment of truth, then the key.
    """
    known: list[Gap] = []
    unknown: list[Gap] = []
    for gap in gaps:
        (unknown if gap.weighted is None else known).append(gap)
    return (*sorted(known, key=_weight), *unknown)


def _weight(gap: Gap) -> tuple[float, float, bool, str]:
    weighted = round(gap.weighted or 0.0, PRECISION)
    attainment = round(gap.attainment or 0.0, PRECISION)
    return -weighted, attainment, not gap.moment_of_truth, gap.key
