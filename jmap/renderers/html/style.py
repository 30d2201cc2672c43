"""The style sheet of a page: both themes as variables, the font, the rules; nothing of a map."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from markupsafe import Markup

from jmap.paint.font.face import style
from jmap.paint.theme import DARK, LIGHT, Theme

_FILES = (
    *("base", "header", "map", "rail", "card", "lists"),
    *("filters", "blueprint", "ideas", "comparison", "print"),
)
_LANE, _STAGE = 8.5, 14.5
"""How wide the style sheet lets the channels' column be, and a stage's at least, in rem."""
_AROUND = 5.75
"""Both gutters at their widest, and a window's scroll bar, in rem."""
_PAGE = 120.0
"""The widest page, in rem."""
_FEW, _COLUMN = 3, 34
"""So few columns are not stretched beyond a width of so many rem each: they would be empty."""


def page_style(columns: Iterable[int], places: Iterable[int] = ()) -> Markup:
    """The rules for a page whose maps have these numbers of columns, and its blueprints these."""
    widths = "".join(_widths(count) for count in sorted(set(columns)))
    widths += "".join(
        f".b{count}{{min-inline-size:calc(var(--lane) + {count}*var(--place))}}"
        for count in sorted(set(places))
    )
    # Our own files and numbers, no text of a map.
    return Markup(_fixed() + widths)  # noqa: S704


def _widths(count: int) -> str:
    """How narrow and how wide a map may be; a window that holds it whole scrolls it by itself,
    with the stages in sight at its top.
    """
    table = f".n{count}{{min-inline-size:calc(var(--lane) + {count}*var(--stage))}}"
    frame = f".f{count}"
    if count <= _FEW:
        table += f"{frame}{{max-inline-size:calc(var(--lane) + {max(count, 1) * _COLUMN}rem)}}"
    needed = _LANE + count * _STAGE + _AROUND
    if needed <= _PAGE:
        fits = f"{frame}>.scroll{{overflow:visible}}{frame}>.rail{{display:none}}"
        table += f"@media screen and (min-width:{needed:g}rem){{{fits}}}"
    return table


@cache
def _fixed() -> str:
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
    folder = Path(__file__).parent / "css"
    rules = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in _FILES]
    return "\n".join([style(), f":root{{{_variables(LIGHT)}}}", dark, *rules])


def _variables(theme: Theme) -> str:
    return "".join(f"--{role}:{colour};" for role, colour in theme.colours.items())
