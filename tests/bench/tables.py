"""What was measured, as tables of plain text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.processes import Timing

MEGABYTE = 1e6


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table; the first column is text, the others are numbers."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    print(f"\n\n{title}")
    for row in (heads, *rows):
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "  ".join(cells).rstrip())


def timing_cells(timing: Timing) -> list[str]:
    """Ratio to `python -c pass`, milliseconds, megabytes; or that it failed."""
    if timing.failed:
        return ["failed", "", ""]
    return [
        f"{timing.ratio:.1f} P",
        f"{timing.seconds * 1000:,.0f} ms",
        f"{timing.peak / MEGABYTE:,.0f} MB",
    ]


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of costs over sizes in logarithms, by least squares: 1 is linear, 2 quadratic."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(cost, 1e-9)) for cost in costs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    shared = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return shared / sum((x - mean_x) ** 2 for x in xs)


@dataclass(frozen=True, slots=True)
class Score:
    """A budget, and what was measured."""

    what: str
    budget: float
    unit: str
    measured: float
    more_is_better: bool = False

    @property
    def kept(self) -> bool:
        """Whether the budget was kept."""
        if self.more_is_better:
            return self.measured >= self.budget
        return self.measured <= self.budget


def print_scores(scores: Sequence[Score]) -> None:
    """The budgets beside what was measured."""
    table(
        "Budgets (P: `python -c pass`, measured next to each run)",
        ("what", "budget", "measured", "kept"),
        [
            (
                score.what,
                f"{'≥' if score.more_is_better else '≤'} {score.budget:g} {score.unit}",
                f"{score.measured:.3g} {score.unit}",
                "yes" if score.kept else "NO",
            )
            for score in scores
        ],
    )
