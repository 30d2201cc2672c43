"""Texts that wait to be written."""

from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip, Writing

_MARKS = (
    r"(?<![\w.-])(?:TBD|TBC|FIXME)(?![\w-])"
    r"|(?<![\w.-])TODO(?=[\s\u200c]*[:\])}\"»]|\s*$|\s+(?!list|app|item))"
)
_LOREM = r"(?i:lorem\s+ipsum)|لورم\s+ایپسوم"
_BRACKETS = (
    r"(?i:[\[<](?:insert|describe|write|add|enter|type|put|your)\s[^\]>\n]{0,60}\bhere[\]>]"
    r"|[\[<]insert\s(?:an?\s|the\s|your\s)?(?:name|text|title|quote|persona|photo|image|description)"
    r"[\]>])"
)
_WHOLE = frozenset(
    {
        "text here",
        "your text here",
        "sample text",
        "insert text",
        "insert text here",
        "placeholder",
        "placeholder text",
        "to be defined",
        "to be determined",
        "to be decided",
        "to be completed",
        "to be confirmed",
        "to be written",
        "to be filled in",
        "xxx",
        "xxxx",
        "asdf",
        "متن نمونه",
        "متن اینجا",
        "متن خود را بنویسید",
        "اینجا بنویسید",
        "بعداً تکمیل شود",
        "بعدا تکمیل شود",
        "باید تکمیل شود",
        "باید نوشته شود",
    }
)
_LATER = frozenset({"تکمیل شود", "تکمیل گردد", "بعداً", "بعدا"})
_REACHED = frozenset(
    {"goal", "exit", "ends", "objective", "stage", "touchpoint", "journey", "path"}
)
"""Statements in which these words may be meant: what is reached, and titles."""
_NOTHING = Pattern(r"[?؟….\s—–-]+")
_BLANKS = frozenset({"n/a", "na", "none", "nil", "nothing", "ندارد", "هیچ"})
"""What forms are filled with where there is nothing to say."""
_LISTED = frozenset({"pain", "opportunity", "need", "risk", "motive", "evidence", "resource"})
"""Statements that are left out where there is nothing to say."""
_SPOKEN = frozenset({"say", "think", "do", "feel", "quote", "question", "step"})
"""What people do, think and say may be a question mark, a silence, or something for later."""


class PlaceholderText(Writing):
    """A text still waits to be written: TODO, TBD, lorem ipsum, «تکمیل شود», or signs alone.

    On a map that is framed, or shown to a board, it is what everybody reads first. Leave the
    statement out until something is known: the map shows what is missing by itself. A pain "N/A" is
    drawn as a pain. In what people say, think and do, signs alone may be meant.
    """

    tags = ("text",)
    profiles = (DEFAULT,)
    pattern = Pattern(f"{_MARKS}|{_LOREM}|{_BRACKETS}")
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Phone" "Adds the return to her to-do list" {
      think "…"
    }
    touchpoint list on "App" "Opens the TODO list"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Phone" "TODO: what does she do?" {
      action "???"
      need "تکمیل شود"
    }
  }
}
"""

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """A text may be nothing else, which no pattern tells."""
        return True

    def slips(self, text: Words) -> Iterator[Slip]:
        """A mark that something is to be written, or a text that is nothing else."""
        if len(text.raw) <= _LONGEST and _is_placeholder(text):
            yield Slip(text.start, text.end)
        elif _HINT.search(text.raw):
            yield from super().slips(text)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        found = " ".join(text.raw[slips[0].start : slips[0].end].split())
        return Finding(
            f"`{found}` stands where a text is still to be written",
            "write the text, or leave the statement out until it is known",
        )


def _is_placeholder(text: Words) -> bool:
    whole = text.raw[text.start : text.end].strip(" .:!\t\r\n").casefold()
    if whole in _WHOLE:
        return True
    if text.statement in _SPOKEN:
        return False
    if whole in _LATER:
        return text.statement not in _REACHED
    if whole in _BLANKS:
        return text.statement in _LISTED
    return _NOTHING.fullmatch(text.raw, text.start, text.end) is not None


_LONGEST = 40
_HINT = Pattern("T[BO]|FIXME|[Ll][Oo][Rr][Ee][Mm]|لورم|[\\[<]")
"""What every mark begins with."""
