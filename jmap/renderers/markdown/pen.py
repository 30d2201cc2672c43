"""How words, texts, figures and links of one map are written in Markdown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from urllib.parse import quote

from jmap.gaps import Gap
from jmap.locale import label
from jmap.model.lines import Owner
from jmap.model.number_forms import digits
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.paint.characters import isolate
from jmap.paint.markdown import BREAK, escape, isolated, link
from jmap.views.facts import Fact, Part, Reader
from jmap.views.language import Direction
from jmap.views.marks import LEVEL_MARKS
from jmap.views.numbers import difference_text

MOMENT_OF_TRUTH = "★"
_FIGURE = re.compile(r"(?<!\u2066)\\?[+−±-]\d[\d٫.]*|\d+(?:-\d+)+|\d[\d٫.]*\.\.\d[\d٫.]*")
"""What a right-to-left line would turn round: a sign, a date, a range."""
_JOINER = "\u200c"
"""The half-space of Persian words."""
_HYPHEN = re.compile(r"^-(?=\d|$)")
"""What is typed for a minus sign."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in the language and direction of one map."""

    read: Reader
    direction: Direction

    @property
    def language(self) -> str:
        """The language of labels and digits."""
        return self.read.language

    def label(self, key: str) -> str:
        """A fixed notion."""
        return escape(label(key, self.language))

    def word(self, keyword: str) -> str:
        """What the language calls a statement."""
        return escape(self.read.label(keyword))

    def text(self, text: str) -> str:
        """Somebody's text, literally, in its own direction."""
        return isolated(text, always=self.direction == "rtl")

    def strong(self, text: str) -> str:
        """Somebody's text in bold."""
        return f"**{self.text(text)}**" if text else ""

    def value(self, text: str) -> str:
        """A figure. It follows the direction of the page, yet signs and dates keep their order."""
        escaped = escape(_HYPHEN.sub("−", text))
        if self.direction == "ltr":
            return escaped
        return _FIGURE.sub(lambda match: isolate(match[0]), escaped)

    def number(self, number: float) -> str:
        """A number as short as it still says something: to a tenth below a hundred, else whole."""
        places = 2 if abs(number) < 1 else 1 if abs(number) < 100 else 0
        text = f"{number:.{places}f}"
        short = text.rstrip("0").rstrip(".") if places else text
        return self.value(digits(short, self.language))

    def phrase(self, key: str, **values: str) -> str:
        """A fixed phrase with places for Markdown."""
        return self.label(key).format(**values)

    def to(self, key: str, label: str) -> str:
        """A link to the place with an anchor, its label being Markdown."""
        return f"[{label}](#{_fragment(key)})" if label else ""

    def heading(self, depth: int, markdown: str, key: str = "") -> str:
        """A heading, with an anchor where it has a key."""
        anchor = f'<a id="{quote(key, safe="")}"></a>' if key.isascii() else f'<a id="{key}"></a>'
        return "#" * depth + " " + (anchor if key else "") + markdown

    def said(self, fact: Fact) -> str:
        """What a fact says, without what is inside its block."""
        if fact.word == "owner":
            return self._owner(fact.parts)
        parts = list(fact.parts)
        at = parts.pop() if len(parts) > 1 and parts[-1].kind == "address" else None
        written = self._parts(parts)
        return self._addressed(written, at.text) if at else written

    def whole(self, fact: Fact) -> str:
        """What a fact says, and in brackets what is inside its block."""
        inside = self.facts(fact.children)
        return f"{self.said(fact)} ({inside})" if inside else self.said(fact)

    def owner(self, owner: Owner | None) -> str:
        """Who answers for something, and in brackets who stands in."""
        if owner is None:
            return ""
        return self.said(self.read.fact(spec(Touchpoint).body["owner"], owner))

    def fact(self, fact: Fact) -> str:
        """A fact on one line: its label, what it says, and in brackets what is inside its block."""
        return self.facts([fact])

    def facts(self, facts: Iterable[Fact]) -> str:
        """Facts on one line, those with one label together."""
        groups = groupby(facts, key=lambda fact: (fact.word, fact.label))
        return " · ".join(self._group(label, list(group)) for (_, label), group in groups)

    def gap(self, gap: Gap) -> str:
        """A gap as a sign, a word and a figure."""
        level = self.level(gap)
        return f"{level} {self.difference(gap, gap.experience)}" if gap.experience else level

    def level(self, gap: Gap) -> str:
        """How large a gap is, as a sign and a word."""
        return f"{LEVEL_MARKS[gap.level]} {self.label(f'level-{gap.level.value}')}"

    def difference(self, gap: Gap, difference: float | None) -> str:
        """A distance of a gap in the unit of what was measured."""
        return self.value(difference_text(gap, difference, self.language))

    def _group(self, label: str, facts: list[Fact]) -> str:
        said = self.label("and").join(filter(None, map(self.whole, facts)))
        return f"{self.text(label)}: {said}" if said else self.text(label)

    def _owner(self, parts: tuple[Part, ...]) -> str:
        first, rest = self._parts(parts[:1]), self._parts(parts[1:])
        return f"{first} ({rest})" if rest else first

    def _parts(self, parts: Iterable[Part]) -> str:
        found = [part for part in parts if part.text.strip()]
        written = "".join(
            self._part(part) + (": " if _introduces(part, after) else " ")
            for part, after in pairwise(found)
        )
        return written + self._part(found[-1]) if found else ""

    def _part(self, part: Part) -> str:
        if part.kind in ("value", "word"):
            return self.value(part.text)
        text = self.text(part.text)
        return (link(text, part.text) or text) if part.kind == "address" else text

    def _addressed(self, written: str, address: str) -> str:
        return link(written, address) or f"{written} ({self.text(address)})"


def _fragment(key: str) -> str:
    """Letters as they are: escaped, a Persian address would be four times as long to read."""
    return "".join(char if char.isalnum() or char == _JOINER else quote(char) for char in key)


def _introduces(part: Part, after: Part) -> bool:
    """Whether a text is set off from what stands before it; a mood and its words are one."""
    return after.kind == "text" and part.kind in ("value", "name") and part.text[0] not in "+-−±"


def stacked(parts: Iterable[str]) -> str:
    """Several things in one cell, one below the other."""
    return BREAK.join(part for part in parts if part)
