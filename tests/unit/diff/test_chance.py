"""Whether two figures from samples differ by more than chance: the published examples."""

import pytest

from jmap.diff.reasons.chance import is_chance
from jmap.model.quantity import Percent, Quantity, Ratio, Triple


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Newcombe 1998, table II, method 10: the interval holds zero in the fourth only.
        (Ratio(56, 70), Ratio(48, 80), False),
        (Ratio(9, 10), Ratio(3, 10), False),
        (Ratio(6, 7), Ratio(2, 7), False),
        (Ratio(5, 56), Ratio(0, 29), True),
        (Ratio(0, 10), Ratio(0, 20), True),
        (Ratio(10, 10), Ratio(0, 10), False),
        (Triple(12, 9, 9), Triple(16, 8, 6), True),
        (Triple(120, 90, 90), Triple(180, 80, 40), False),
        # A figure whose sample is unknown is taken at its word.
        (Percent(80), Ratio(81, 100), False),
    ],
)
def test_chance(old: Quantity, new: Quantity, *, expected: bool) -> None:
    assert is_chance(old, new) is expected
    assert is_chance(new, old) is expected
