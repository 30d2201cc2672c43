"""How much of a gap closes, and how much stays."""

from jmap.gaps import Gap
from jmap.renderers.markdown.pen import Pen
from jmap.views.numbers import difference_text
from jmap.views.shift import Outcome, Shift, shortfall

_MOVES: tuple[Outcome, ...] = ("closed", "narrowed", "widened", "opened")


def closing(shift: Shift, pen: Pen) -> str:
    """How much of a gap closes, and how much stays; empty where it does not move."""
    closes, before, after = shift.closes, shift.before, shift.after
    if shift.outcome not in _MOVES or closes is None or before is None or after is None:
        return ""
    amount, rest = _amount(before, abs(closes), pen), shortfall(after)
    if not rest:
        return pen.phrase("closes", amount=amount)
    key = "closes-partly" if closes > 0 else "grows"
    return pen.phrase(key, amount=amount, rest=_amount(after, rest, pen))


def _amount(gap: Gap, amount: float, pen: Pen) -> str:
    """An amount in the unit of a gap, without a sign."""
    return pen.value(difference_text(gap, amount, pen.language).replace("+", "", 1))
