"""The page of all gaps, worst first."""

from dataclasses import dataclass

from jmap.site.frame import Link
from jmap.site.pages.rows import MOST, GapRow, Ink, Tally
from jmap.site.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps."""

    tallies: tuple[Tally, ...]
    rows: tuple[GapRow, ...]
    more: str
    """How many are not shown; empty for none."""
    journeys: tuple[Link, ...]
    """Every journey, where some gaps are only found there."""


def gaps_sheet(ink: Ink) -> Sheet:
    """The page of all gaps that are known; what is on target is counted but not listed."""
    short = [placed for placed in ink.ranked if placed.gap.level not in ("good", "unknown")]
    more = len(short) - MOST
    view = Gaps(
        tallies=ink.tallies(placed.gap.level for placed in ink.ranked),
        rows=tuple(map(ink.gap, short[:MOST])),
        more=ink.count(more) if more > 0 else "",
        journeys=tuple(map(ink.title, ink.atlas.tours)) if more > 0 else (),
    )
    return Sheet("gaps.html", "gaps", view)
