"""Marks of direction that are opened in a text and not closed in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import HALF_SPACE
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT
from jmap.rules.script import OPAQUE, Words
from jmap.rules.writing import Slip, Writing, and_more

_OVERRIDES = (0x202D, 0x202E)
_ISOLATE_END, _EMBEDDING_END = 0x2069, 0x202C
_CLOSES = {
    **dict.fromkeys((0x2066, 0x2067, 0x2068), _ISOLATE_END),
    **dict.fromkeys((0x202A, 0x202B, *_OVERRIDES), _EMBEDDING_END),
}
"""What closes each mark that opens a direction."""


class UnbalancedIsolates(Writing):
    """A text opens a stretch of its own direction with an escape and does not close it, or turns
    the order of its letters round.

    What is open at the end of a text goes on behind it: the next words of the page may change
    places. An override shows letters in another order than they are read, so that a text can say
    one thing and look like another. A pair such as \\u{2067} … \\u{2069} within one text is fine;
    on a map jmap isolates every text by itself, so that hardly any needs one.
    """

    tags = ("text",)
    profiles = (DEFAULT,)
    pattern = Pattern(r"\\u\{0*(?P<code>206[6-9]|202[a-eA-E])\}|\\.|[\u2066-\u2069]", re.DOTALL)
    signs = "\\\u2066\u2067\u2068\u2069"
    mends = "take the marks out"
    good = r"""
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Phone" "Says \u{2067}سلام!\u{2069} and waits"
  }
}
"""
    bad = r"""
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Phone" "Says \u{2067}سلام! and waits"
    touchpoint mail on "Email" "Reads \u{202e}dnufer"
  }
}
"""

    def slips(self, text: Words) -> Iterator[Slip]:
        """Overrides with what closes them, what stays open, and closers of nothing, in order."""
        wrong: list[Slip] = []
        opened: list[_Open] = []
        for match in self.pattern.finditer(text.raw):
            code = _code(match)
            mark = Slip(match.start(), match.end(), _without(text, match))
            if code in _CLOSES:
                opened.append(_Open(mark, code))
                wrong += [mark] if code in _OVERRIDES else []
            elif opened and _CLOSES[opened[-1].code] == code:
                wrong += [mark] if opened.pop().code in _OVERRIDES else []
            elif code in _CLOSES.values():
                wrong.append(mark)
        wrong += [one.mark for one in opened if one.code not in _OVERRIDES]
        yield from sorted(wrong, key=lambda slip: slip.start)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = self.pattern.match(text.raw, slips[0].start)
        assert first is not None
        if _code(first) in _OVERRIDES:
            what = "changes the order in which letters are shown"
        elif _code(first) in _CLOSES:
            what = "opens a direction that is not closed in this text"
        else:
            what = "closes a direction that is not open"
        found = first[0] if first["code"] else f"U+{ord(first[0]):04X}"
        return Finding(f"`{found}` {what}{and_more(slips)}", _HELP)


@dataclass(frozen=True, slots=True)
class _Open:
    mark: Slip
    code: int


_HELP = r"delete it, or write \u{2067} … \u{2069} around the words within this text"


def _without(text: Words, match: re.Match[str]) -> str | None:
    """Nothing in place of a mark; unknown where only blanks or a half-space would be left there."""
    before = text.shown[max(match.start() - _NEAR, 0) : match.start()].rstrip(_MARKS)
    behind = text.shown[match.end() : match.end() + _NEAR].lstrip(_MARKS)
    alone = before[-1:] in _BLANK and behind[:1] in _BLANK
    beside = HALF_SPACE in (before[-1:], behind[:1])
    return None if alone or beside else ""


_MARKS = f"{OPAQUE}\u2066\u2067\u2068\u2069"
_NEAR = 64
"""How far blanks are looked for behind other marks."""
_BLANK = ' \t\r\n"«»'


def _code(match: re.Match[str]) -> int:
    """The character that a mark stands for; 0 for another escape."""
    if match["code"]:
        return int(match["code"], 16)
    return ord(match[0]) if len(match[0]) == 1 else 0
