"""Reads a drawn picture: its texts as seen, its ids, its descriptions."""

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass

from jmap.loading import Loaded
from jmap.renderers.svg import Svg

SPACE = "{http://www.w3.org/2000/svg}"
_MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture as XML."""

    root: ET.Element

    @property
    def texts(self) -> list[str]:
        """The texts in their order, lines joined by spaces, without marks of direction."""
        return [" ".join(_lines(text)) for text in self.root.iter(SPACE + "text")]

    @property
    def ids(self) -> list[str]:
        """Every id."""
        return [found for one in self.root.iter() if (found := one.get("id"))]

    @property
    def told(self) -> str:
        """All titles and descriptions."""
        words = (SPACE + "title", SPACE + "desc")
        return "\n".join(one.text or "" for one in self.root.iter() if one.tag in words)

    def group(self, key: str) -> ET.Element:
        """The element with an id."""
        return next(one for one in self.root.iter() if one.get("id") == key)

    def groups(self, name: str) -> list[ET.Element]:
        """The groups of a class."""
        return [one for one in self.root.iter(SPACE + "g") if one.get("class") == name]


def seen(view: str, loaded: Loaded) -> Seen:
    """A picture; drawn twice with the same bytes, and every id in it unique."""
    content = Svg(view).render(loaded.workspace, loaded.journeys)
    assert content == Svg(view).render(loaded.workspace, loaded.journeys)
    found = Seen(ET.fromstring(content))
    assert [key for key, count in Counter(found.ids).items() if count > 1] == []
    return found


def _lines(text: ET.Element) -> list[str]:
    spans = list(text.iter(SPACE + "tspan"))
    parts = [span.text or "" for span in spans] if spans else ["".join(text.itertext())]
    return [part.translate(_MARKS) for part in parts]
