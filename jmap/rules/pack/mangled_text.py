"""Texts that went through the wrong encoding."""

import re
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.knowledge.mojibake import HINT, MANGLED, meant
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip, Writing, and_more

_LOST = Pattern("\ufffd+")
_QUESTIONS = Pattern(r"(?<!\?)\?{2,}(?:[ ،,.]+\?{2,})+")


class MangledText(Writing):
    """A text shows what is left of words that were read in the wrong encoding, such as â€™ or Ù…Ø´.

    It comes from files that were saved and opened with different encodings. Nobody can read it, and
    each time it is saved again more of it may be lost. Where all of it can be turned back, the
    message shows the words; where � or rows of question marks stand, they must be typed again.
    """

    tags = ("text",)
    profiles = (DEFAULT,)
    pattern = Pattern(f"{_LOST.pattern}|{_QUESTIONS.pattern}|{MANGLED.pattern}")
    mends = "read the text in the right encoding"
    safe = False
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "Téléphone" "The customer’s call: « déjà… » – مشتری"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for it" {
    touchpoint call on "TÃ©lÃ©phone" "The customerâ€™s call"
    touchpoint chat on "Chat" "Ù…Ø´ØªØ±ÛŒ"
    touchpoint letter on "Post" "Caf\ufffd bill"
  }
}
"""

    def slips(self, text: Words) -> Iterator[Slip]:
        """Most texts have nothing that could be mangled, which is quickly seen."""
        if HINT.search(text.raw):
            yield from super().slips(text)

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Whether a file has any of it."""
        return HINT.search(item.source.text) is not None

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """What is lost, or a run of characters that are bytes of other ones."""
        if match[0][0] in "?\ufffd":
            return Slip(match.start(), match.end())
        read = meant(match[0])
        return None if read is None else Slip(match.start(), match.end(), read)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        found = text.raw[first.start : first.end]
        if first.new is None:
            what = "letters of this text are lost: there is"
            return Finding(f"{what} `{found}` in their place{and_more(slips)}", "type it again")
        return Finding(
            f"`{found}` is `{first.new}` in the wrong encoding{and_more(slips)}",
            f"write `{first.new}`",
        )
