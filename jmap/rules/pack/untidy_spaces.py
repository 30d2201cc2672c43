"""Spaces that nobody meant."""

import re

from jmap.rules.finding import Finding
from jmap.rules.pattern import Pattern
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip, Writing, and_more

_BLANK = "[ \t]"


class UntidySpaces(Writing):
    """A text has a blank at its start or end, two in a row, or a tab.

    Nobody sees them in the source, and in a table or an exported file they make two equal texts
    differ. The indentation of a text of several lines is not part of it.
    """

    severity = INFO
    tags = ("text",)
    profiles = (STRICT,)
    pattern = Pattern(f'(?<!{_BLANK})(?: {_BLANK}+|\t{_BLANK}*|(?<=["«]) | (?=["»]))')
    signs = " \t"
    mends = "leave one space, or none at the edge"
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Phone" "Calls the service line"
  }
}
"""
    bad = """
journey refund "Getting a refund " {
  stage ask " Ask  for it" {
    touchpoint call on "Phone" "Calls the service line"
  }
}
"""

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Every file is indented."""
        return True

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """Blanks of a line, unless they are one space between words or an indentation."""
        shown, start, end = text.shown, match.start(), match.end()
        line_start, line_end = shown[start - 1] in "\r\n", shown[end] in "\r\n"
        edge = start == text.start or end == text.end
        if line_start or line_end or (edge and text.token.type == "TEXT"):
            return None
        if edge:
            return Slip(start, end, "")
        return Slip(start, end, " ") if match[0] != " " else None

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        typed = text.raw[first.start : first.end]
        if first.new == "":
            where = "start" if first.start == text.start else "end"
            return Finding(f"this text has a blank at its {where}{and_more(slips)}", "delete it")
        what = "a tab" if "\t" in typed else f"{len(typed)} spaces in a row"
        return Finding(f"this text has {what}{and_more(slips)}", "write one space")
