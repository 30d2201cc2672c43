"""The ranked gap list of several workspaces as one table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jmap.gaps import Gap, gaps_of, gaps_of_each, ranked
from jmap.loading import Loaded
from jmap.reports import gaps as tables
from jmap.reports.gaps import GapFilter, GapRow, gap_rows
from jmap.syntax.fold import fold
from jmap.views.language import language_of, printed_language


@dataclass(frozen=True, slots=True)
class Listing:
    """What was asked for."""

    form: str
    top: int | None
    width: int | None
    names: dict[str, tuple[str, ...]]


def listed(loaded: Sequence[Loaded], asked: Listing) -> str:
    """The gaps of all journeys that the filters name, in the format asked for."""
    language = _language(loaded)
    rows = [row for one in loaded for row in _rows(one, asked, language)]
    # Each workspace is ranked already; among several, weight decides, and unknown gaps stay last.
    rows.sort(key=lambda row: (row.weighted_gap is None, -(row.weighted_gap or 0)))
    numbered = [replace(row, rank=rank) for rank, row in enumerate(rows, 1)]
    if asked.form == "text":
        return tables.text(numbered, asked.top or len(numbered), language, asked.width)
    shown = numbered[: asked.top]
    if asked.form == "md":
        return tables.markdown(shown, language)
    data: dict[str, Callable[[Sequence[GapRow]], str]] = {"csv": tables.csv, "json": tables.json}
    return data[asked.form](shown)


def require_names(loaded: Sequence[Loaded], names: dict[str, tuple[str, ...]]) -> None:
    """Raises ``ValueError`` for a name that no gap has: a slip must not read as no gaps."""
    everything = [
        (one.workspace, gap)
        for one in loaded
        for journey in one.journeys
        for gap in gaps_of(one.workspace, journey)
    ]
    for kind, asked in names.items():
        for name in asked:
            if not any(
                GapFilter(workspace=workspace, **{kind: (name,)}).matches(gap)
                for workspace, gap in everything
            ):
                raise ValueError(f"no gap has the {kind.removesuffix('s')} {name!r}")


def _rows(one: Loaded, asked: Listing, language: str) -> tuple[GapRow, ...]:
    chosen = GapFilter(workspace=one.workspace, **asked.names)
    # A journey that is named is listed whole, whatever it has from another.
    named = set(map(fold, asked.names.get("journeys", ())))
    journeys = [
        journey
        for journey in one.journeys
        if not named or not named.isdisjoint((fold(journey.id), fold(journey.label)))
    ]
    found = gaps_of_each(one.workspace, journeys)
    gaps: list[Gap] = [gap for gap in found if chosen.matches(gap)]
    return gap_rows(one.workspace, ranked(gaps), language)


def _language(loaded: Sequence[Loaded]) -> str:
    spoken = {printed_language(language_of(journey)) for one in loaded for journey in one.journeys}
    return spoken.pop() if len(spoken) == 1 else "en"
