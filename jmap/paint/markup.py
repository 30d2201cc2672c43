"""Builds SVG elements from an allow list of names and attributes, everything escaped.

A `Markup` can only be made here, from names the code chose and values that were checked or escaped:
no text of a map becomes an element, an attribute, a style rule or an address.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jmap.paint.characters import escape, escape_attribute, isolate, isolate_turned
from jmap.paint.number import number
from jmap.paint.theme import is_role

Value = str | float | None
_ELEMENTS = frozenset(
    ("circle", "desc", "ellipse", "g", "line", "path", "polygon", "rect", "text", "title", "tspan")
)
_FREE = frozenset(("aria-label", "class", "id", "role"))
_LENGTHS = ("cx", "cy", "height", "r", "rx", "ry", "width", "x", "x1", "x2", "y", "y1", "y2")
_AMOUNTS = ("fill-opacity", "opacity", "stroke-opacity", "stroke-width", "font-size", "tabindex")
_NUMBERS = frozenset((*_LENGTHS, *_AMOUNTS))
_SHAPE = re.compile(r"[MLCQAHVZ0-9 ,.-]*")
_LIST = re.compile(r"[0-9 ,.-]*")
_CHECKED = {
    "aria-hidden": re.compile("true|false"),
    "d": _SHAPE,
    "fill-rule": re.compile("evenodd|nonzero"),
    "font-style": re.compile("italic|normal"),
    "font-weight": re.compile("400|700"),
    "points": _LIST,
    "stroke-dasharray": _LIST,
    "stroke-linecap": re.compile("butt|round|square"),
    "stroke-linejoin": re.compile("bevel|miter|round"),
    "text-anchor": re.compile("start|middle|end"),
    "transform": re.compile(r"(?:(?:translate|scale|rotate)\([0-9 ,.-]+\) ?)+"),
}
_PAINTED = frozenset(("fill", "stroke"))
_LONG = 4096
"""How many characters a part must have before it is no longer copied."""
_DATA = re.compile("data-[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, init=False)
class Markup:
    """A piece of a picture, already written as XML.

    What is long is kept in parts: a picture of parts within parts would else be copied once for
    each level of them.
    """

    parts: tuple[str, ...]

    def __init__(self, *parts: str) -> None:
        object.__setattr__(self, "parts", parts)

    @property
    def source(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def __add__(self, other: "Markup") -> "Markup":
        return _packed([*self.parts, *other.parts])


EMPTY = Markup("")


def element(name: str, *children: Markup, **attributes: Value) -> Markup:
    """One element. An underscore in an attribute stands for a hyphen, None leaves the attribute
    out.

    Raises ValueError for a name or a value that is not on the list: that is a fault of the caller,
    as names, colours and shapes never come from a map.
    """
    if name not in _ELEMENTS:
        raise ValueError(f"not an element of a picture: {name}")
    head = name + "".join(_attribute(key, value) for key, value in attributes.items())
    if not children:
        return Markup(f"<{head}/>")
    inside = [part for child in children for part in child.parts]
    return _packed([f"<{head}>", *inside, f"</{name}>"])


def group(*children: Markup, title: str = "", **attributes: Value) -> Markup:
    """A `<g>` of the children; `title` is the text shown when the pointer rests on it."""
    if not title:
        return element("g", *children, **attributes)
    return element("g", element("title", words(title)), *children, **attributes)


def join(pieces: Iterable[Markup]) -> Markup:
    """The pieces one after the other."""
    return _packed([part for piece in pieces for part in piece.parts])


def words(text: str) -> Markup:
    """Text that is read but not drawn, as in `<title>` and `<desc>`."""
    return Markup(escape(text))


def drawn(text: str, *, rtl: bool = False) -> Markup:
    """Text that is drawn: isolated, so that it keeps its own direction in any surrounding. `rtl` is
    that of the picture.
    """
    return Markup((isolate_turned if rtl else isolate)(escape(text)))


def _packed(parts: list[str]) -> Markup:
    """The parts, as few and as long as `_LONG` lets them be."""
    if sum(map(len, parts)) < _LONG:
        return Markup("".join(parts))
    kept: list[str] = []
    run: list[str] = []
    for part in parts:
        if len(part) < _LONG:
            run.append(part)
            continue
        kept += filter(None, ("".join(run), part))
        run = []
    return Markup(*kept, *filter(None, ("".join(run),)))


@lru_cache(8192)  # a picture says few things often
def _attribute(key: str, value: Value) -> str:
    if value is None:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if name in _NUMBERS:
        return f' {name}="{number(float(value))}"'
    text = value if isinstance(value, str) else number(value)
    if name in _FREE or _DATA.fullmatch(name):
        return f' {name}="{escape_attribute(text)}"'
    if name in _PAINTED and (text == "none" or is_role(text)):
        return f' {name}="{text}"'
    check = _CHECKED.get(name)
    if check is None or not check.fullmatch(text):
        raise ValueError(f"not an attribute of a picture: {name}={text[:40]!r}")
    return f' {name}="{text}"'
