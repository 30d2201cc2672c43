"""Pages for the tests, and what is in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from jmap.loading import Loaded, load
from jmap.renderers import renderer

FOLDER = Path(__file__).parent
NAMES = ("permit", "fridge")
"""An English and a Persian journey."""


@cache
def sample(name: str) -> Loaded:
    """One of the sources beside this file."""
    loaded = load(FOLDER / f"{name}.jmap")
    assert loaded.ok
    return loaded


def rendered(loaded: Loaded) -> str:
    """The page of everything that was loaded."""
    return renderer("html").render(loaded.workspace, loaded.journeys).decode("utf-8")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a browser would read it."""

    root: Element

    def all(self, *names: str) -> list[Element]:
        """The elements with one of these names, in order; all without one."""
        return [element for element in _elements(self.root) if not names or element.tag in names]

    @property
    def text(self) -> str:
        """Everything that people can read, blanks drawn together."""
        shown = (text for part in self.all("body") for text in part.itertext())
        return squeezed("".join(shown))


def _elements(root: Any) -> list[Element]:
    # A comment is an element without a name here.
    return [element for element in root.iter() if isinstance(element.tag, str)]


def parsed(source: str) -> Page:
    """The page as the HTML standard reads it; any error of syntax fails."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(source)
    for element in _elements(root):
        element.tag = element.tag.rpartition("}")[2]
    return Page(root)


def squeezed(text: str) -> str:
    """A text with blanks drawn together."""
    return " ".join(text.split())
