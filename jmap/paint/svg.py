"""The document round a drawing: size, names for screen readers, the embedded font."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from jmap.paint.characters import escape_attribute
from jmap.paint.font.face import FALLBACKS, style
from jmap.paint.markup import Markup, element, words
from jmap.paint.number import number
from jmap.paint.theme import LIGHT, Theme, coloured, styled

_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Svg:
    """A whole picture, `width` by `height` px.

    `title` names it and `description` tells what it shows, for those who do not see it. `prefix`
    keeps its ids apart from those of other pictures in the same page. `language` is a BCP 47 tag,
    empty if unknown.
    """

    width: float
    height: float
    title: str
    description: str
    body: Markup
    prefix: str = "map"
    language: str = ""

    def to_bytes(self, theme: Theme = LIGHT) -> bytes:
        """The picture as a file of its own in a theme, font inside, in UTF-8."""
        font = f"<style>{style()}</style>"
        written = BytesIO()
        for part in self._parts(font):
            written.write(coloured(part, theme).encode("utf-8"))
        return written.getvalue()

    def to_inline(self) -> Markup:
        """The picture for a page that brings the font and the colours itself: every colour is a
        variable, named as its role.
        """
        return Markup(*map(styled, self._parts("")))

    def _parts(self, font: str) -> Iterator[str]:
        names = [f"{self.prefix}-title", f"{self.prefix}-desc"]
        title = element("title", words(self.title), id=names[0])
        description = element("desc", words(self.description), id=names[1])
        head = f"{title.source}{description.source}{font}\n"
        yield f"<svg {self._attributes(' '.join(names))}>{head}"
        yield from self.body.parts
        yield "\n</svg>\n"

    def _attributes(self, names: str) -> str:
        wide, high = number(self.width), number(self.height)
        language = f' xml:lang="{escape_attribute(self.language)}"' if self.language else ""
        return (
            f'xmlns="{_NAMESPACE}" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
            f'role="img" aria-labelledby="{escape_attribute(names)}" direction="ltr" '
            f'font-family="{FALLBACKS}"{language}'
        )
