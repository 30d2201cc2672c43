"""A sentence of ours in a page: read in the direction of its own language, whatever it quotes."""

import re

from markupsafe import Markup

from jmap.paint.characters import escape
from jmap.views.language import direction_of

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")


def sentence(text: str, language: str) -> Markup:
    """A sentence in a language; its days are not parted at the end of a line."""
    pieces = _DAY.split(text)
    written = "".join(_day(one) if at % 2 else escape(one) for at, one in enumerate(pieces))
    # All of it is written here: texts are escaped, and the rest is ours.
    return Markup(f'<bdi dir="{direction_of(language)}">{written}</bdi>')  # noqa: S704


def _day(text: str) -> str:
    return f'<span class="pair">{escape(text)}</span>'
