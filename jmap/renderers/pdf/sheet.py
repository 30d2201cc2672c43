"""A picture taken apart: what is drawn, and the texts on it.

A text inside an embedded SVG loses what its letters stand for where a mark is drawn on one of them,
as in «صفحهٔ», so the document sets the texts itself, at their places.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SPACE = "http://www.w3.org/2000/svg"
_RIGHT_TO_LEFT = "\u2067"
_MARKS = "\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class SheetText:
    """A line of text: where its baseline begins, ends or has its middle, in px."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    anchor: str
    colour: str
    rtl: bool

    def data(self) -> dict[str, Any]:
        """As the template reads it."""
        return {
            "text": self.text,
            "x": self.x,
            "y": self.y,
            "size": self.size,
            "weight": 700 if self.bold else 400,
            "anchor": self.anchor,
            "colour": self.colour,
            "dir": "rtl" if self.rtl else "ltr",
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture without its texts, and the texts."""

    background: bytes
    texts: tuple[SheetText, ...]


def sheet_of(source: str) -> Sheet:
    """Takes a picture apart. The source is one of our own: its XML is trusted."""
    ET.register_namespace("", _SPACE)
    root = ET.fromstring(source)  # noqa: S314
    texts: list[SheetText] = []
    for parent in list(root.iter()):
        for node in [child for child in parent if child.tag == f"{{{_SPACE}}}text"]:
            texts += _lines(node)
            parent.remove(node)
    return Sheet(ET.tostring(root, encoding="utf-8"), tuple(texts))


def _lines(node: ET.Element) -> Iterator[SheetText]:
    spans = list(node) or [node]
    for span in spans:
        said = "".join(span.itertext())
        text = said.strip(_MARKS)
        if text.strip():
            yield SheetText(
                text=said[1:-1] if said[:1] in _MARKS else said,
                x=float(span.get("x", 0)),
                y=float(span.get("y", 0)),
                size=float(node.get("font-size", 12)),
                bold=node.get("font-weight") == "700",
                anchor=node.get("text-anchor", "start"),
                colour=node.get("fill", "#000000"),
                rtl=said.startswith(_RIGHT_TO_LEFT),
            )
