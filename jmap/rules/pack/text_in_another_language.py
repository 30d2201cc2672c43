"""Sentences in another script than that of the journey's language."""

import re
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import LETTERS, MARKS, listed
from jmap.rules.pattern import Pattern
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip, Writing

_ARABIC = f"[{LETTERS}][{LETTERS}{MARKS}\u200c]*"
_LATIN = "[A-Za-zÀ-ɏ'’]+"
_WORDS = Pattern(f"https?://[^\\s]+|(?P<arabic>{_ARABIC})|(?P<latin>{_LATIN})")
_SCRIPTS = {
    **dict.fromkeys(listed("fa prs ar ur ps ckb sd ug"), "arabic"),
    **dict.fromkeys(listed("en de fr es it pt nl sv da no nb fi pl cs tr id vi"), "latin"),
}
"""The script of languages of which it is certain."""
_LETTER_OF = {"arabic": Pattern(f"[{LETTERS}]"), "latin": Pattern("[A-Za-zÀ-ɏ]")}
_NAMED = {"arabic": "Arabic", "latin": "Latin"}
_QUOTED = frozenset({"say", "quote", "author", "contributor"})
"""What is given word for word, and names."""
_SENTENCE = 3


class TextInAnotherLanguage(Writing):
    """A text has nothing but words of another script than that of the journey's language.

    Half of the readers cannot read it, and on a map that runs from right to left a Latin sentence
    stands the wrong way round. What was forgotten in translating is found so.

    Names, brands and abbreviations of one or two words are fine, as are addresses, texts with words
    of both scripts, and what people said word for word. The journey must state its language.
    """

    severity = INFO
    tags = ("text",)
    profiles = (STRICT,)
    pattern = _WORDS
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "WhatsApp Business" "پیام در WhatsApp"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "Sends a message to the service line"
  }
}
"""

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Every file has words."""
        return True

    def slips(self, text: Words) -> Iterator[Slip]:
        """The whole text, where all of its words are of the other script."""
        script = _SCRIPTS.get(text.language.partition("-")[0])
        if script is None or text.statement in _QUOTED or text.statement.startswith("x-"):
            return
        if _LETTER_OF[script].search(text.shown):
            return
        words = [word for word in self.pattern.finditer(text.shown) if word.lastgroup]
        if _is_sentence(words):
            yield Slip(words[0].start(), words[-1].end())

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        script = _SCRIPTS[text.language.partition("-")[0]]
        other = _NAMED["latin" if script == "arabic" else "arabic"]
        return Finding(
            f"this text is in {other} letters, and the journey's language is {text.language}",
            "translate it here, and keep the other language in a translation of the map",
        )


def _is_sentence(words: list[re.Match[str]]) -> bool:
    """Three words or more, which are not all names."""
    small = sum(1 for word in words if word.lastgroup == "arabic" or word[0][0].islower())
    return len(words) >= _SENTENCE and small >= _SENTENCE - 1
