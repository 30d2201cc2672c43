"""What became of a gap, in words: from what to what, how much of it closes, what remains."""

from jmap.gaps import Gap
from jmap.model.forms import AdHoc
from jmap.model.number_forms import digits
from jmap.pictures.told import gap_place
from jmap.syntax.fold import fold
from jmap.views.comparison import Comparison, Pair
from jmap.views.grid import Map
from jmap.views.numbers import difference_text, quantity_text, signed
from jmap.views.shift import Shift, shortfall

_SHOWN = 1
"""The decimals that are shown: a smaller move is none."""


def outcome_text(chart: Map, shift: Shift) -> str:
    """``gap closed``, ``change unknown``."""
    return chart.label(f"gap-{shift.outcome}")


def closing_text(chart: Map, shift: Shift) -> str:
    """How much of the gap closes, and how much stays; nothing where it does not move."""
    closes, before, after = shift.closes, shift.before, shift.after
    if not closes or before is None or after is None:
        return ""
    amount, rest = amount_text(chart, before, abs(closes)), shortfall(after)
    if not rest:
        return chart.label("closes").format(amount=amount)
    left = amount_text(chart, after, rest)
    key = "closes-partly" if closes > 0 else "grows"
    return chart.label(key).format(amount=amount, rest=left)


def amount_text(chart: Map, gap: Gap, amount: float) -> str:
    """An amount in the unit of a gap, without a sign: ``6 working days``."""
    return difference_text(gap, amount, chart.language).replace("+", "", 1)


def sentence(chart: Map, shift: Shift, title: str) -> str:
    """A gap as a sentence for those who do not see the picture: what falls or rises from what to
    what, and what becomes of the gap.
    """
    old = shift.before.actual if shift.before else None
    new = shift.after.actual if shift.after else None
    parts = [outcome_text(chart, shift), closing_text(chart, shift), _gained(chart, shift)]
    if new is not None or old is not None:
        before, after = (quantity_text(level, chart.language) for level in (old, new))
        parts.insert(0, chart.label(_verb(shift)).format(title=title, before=before, after=after))
    else:
        parts[0] = f"{title}: {parts[0]}"
    return chart.label("phrase-break").join(part for part in parts if part) + "."


def _gained(chart: Map, shift: Shift) -> str:
    """How far attainment rises, in points of a hundred; nothing where it does not move."""
    if not shift.gains:
        return ""
    points = signed(100 * shift.gains, chart.language, places=0)
    return f"{points} {chart.label('attainment-points')}"


def _verb(shift: Shift) -> str:
    old = shift.before.actual if shift.before else None
    new = shift.after.actual if shift.after else None
    if old is None:
        return "will-be"
    if new is None:
        return "was"
    if not shift.comparable:
        return "moves"
    if round(old.magnitude, _SHOWN) == round(new.magnitude, _SHOWN):
        return "stays"
    return "falls" if new.magnitude < old.magnitude else "rises"


def shift_name(found: Comparison, shift: Shift) -> str:
    """Where a gap is, or what is measured by it there."""
    gap = shift.after or shift.before
    assert gap is not None
    if gap.measure is None:
        return gap_place(gap)
    metric = gap.measure.metric
    name = metric.name if isinstance(metric, AdHoc) else found.metrics.get(fold(metric), metric)
    return f"{gap_place(gap)} – {name}" if gap.touchpoint else name


def counts_text(found: Comparison) -> str:
    """How many touchpoints are new, changed, gone and unchanged."""
    chart = found.after
    numbers = {
        change: digits(str(sum(pair.change == change for pair in found.pairs)), chart.language)
        for change in ("new", "changed", "gone", "same")
    }
    return chart.label("touchpoint-counts").format(**numbers)


def moves(shift: Shift) -> bool:
    """Whether there is something to tell: a gap known on both sides, or a level that changes."""
    return shift.outcome != "unknown" or _verb(shift) != "stays"


def change_text(chart: Map, pair: Pair) -> str:
    """``new``, ``gone``, ``changed`` or ``unchanged``."""
    return chart.label(f"comparison-{pair.change}")
