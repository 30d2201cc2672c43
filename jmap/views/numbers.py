"""Quantities and gaps as people read them, in the digits and units of the map's language."""

from jmap.gaps import Gap
from jmap.locale import label
from jmap.model.number_forms import digits, write_number
from jmap.model.quantity import SECONDS, Count, Duration, Percent, Quantity, Ratio, Triple

UNKNOWN = "–"


def quantity_text(quantity: Quantity | None, language: str) -> str:
    """A quantity with its unit; counted answers with what they come to: ``64.4% (412/640)``."""
    match quantity:
        case None:
            return UNKNOWN
        case Percent():
            return digits(f"{write_number(quantity.value)}%", language)
        case Duration():
            unit = _unit(quantity.unit, quantity.value, language)
            return f"{digits(write_number(quantity.value), language)} {unit}"
        case Count():
            return f"{digits(write_number(quantity.value), language)} {quantity.thing}"
        case Ratio():
            counted = f"{quantity.magnitude:.1f}% ({quantity.part}/{quantity.whole})"
            return digits(counted, language)
        case Triple():
            shares = f"{quantity.promoters}/{quantity.passives}/{quantity.detractors}"
            return signed(quantity.magnitude, language) + digits(f" ({shares})", language)
    return digits(write_number(quantity.value), language)


def signed(number: float, language: str, places: int = 1) -> str:
    """A number with its sign, which stands before it in either direction."""
    text = f"{abs(number):.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "" if text == "0" else "+" if number > 0 else "−"
    shown = sign + digits(text, language)
    # Isolated, a sign stays in front of its digits inside right-to-left text, and the number says
    # nothing about the direction of what it stands in.
    return f"\u2066{shown}\u2069" if sign and language != "en" else shown


def share_text(share: float | None, language: str) -> str:
    """A share of one as a whole percentage."""
    return UNKNOWN if share is None else digits(f"{100 * share:.0f}%", language)


def _unit(unit: str, amount: float, language: str) -> str:
    one = "one-" if round(abs(float(amount)), 1) == 1 else ""
    return label(f"unit-{one}{unit}", language)


def difference_text(gap: Gap, difference: float | None, language: str) -> str:
    """A gap in the unit of what was measured: ``−76 s``, ``−14 percentage points``, ``−3``."""
    if difference is None:
        return UNKNOWN
    match gap.actual or gap.desired or gap.intended:
        case Duration(unit=unit):
            amount = difference / SECONDS[unit]
            return f"{signed(amount, language)} {_unit(unit, amount, language)}"
        case Percent() | Ratio():
            return f"{signed(difference, language)} {_unit('pp', difference, language)}"
        case Count(thing=thing):
            return f"{signed(difference, language)} {thing}"
    return signed(difference, language)
