"""Numbers as SVG writes them: the shortest form with at most two decimals, the same on every
machine.
"""

from functools import lru_cache
from math import isfinite


@lru_cache(8192)
def number(value: float) -> str:
    """The value rounded to 0.01, without a trailing zero, a needless point or a negative zero.

    Raises ValueError for what is no finite number.
    """
    if not isfinite(value):
        raise ValueError(f"not a coordinate: {value}")
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
