"""The one font family of every picture as CSS: Vazirmatn, both weights inside the picture itself.

`style()` is the only CSS a picture carries. It is fixed: no text from a map ever gets into it.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path

FAMILY = "Vazirmatn"
FALLBACKS = "Vazirmatn, system-ui, sans-serif"
ASCENT = 1.025
DESCENT = 0.537
CAP_HEIGHT = 0.711
LINE_HEIGHT = 1.5

_WEIGHTS = (("regular", 400), ("bold", 700))


@cache
def style() -> str:
    """The `@font-face` rules with both weights as data addresses, about 63 kB of ASCII."""
    return "".join(_rule(name, weight) for name, weight in _WEIGHTS)


def data(name: str) -> bytes:
    """The WOFF2 file of one weight, `regular` or `bold`."""
    return (Path(__file__).parent / f"vazirmatn-{name}.woff2").read_bytes()


def _rule(name: str, weight: int) -> str:
    address = "data:font/woff2;base64," + b64encode(data(name)).decode("ascii")
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{weight};"
        f'src:url({address}) format("woff2")}}'
    )
