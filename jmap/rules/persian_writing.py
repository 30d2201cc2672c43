"""Rules about how Persian is written, which leave Arabic and other languages alone."""

from dataclasses import dataclass

from jmap.rules.knowledge.persian import LETTERS, PERSIAN, is_persian, reads_other, reads_persian
from jmap.rules.pattern import Pattern
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Writing
from jmap.syntax.words import words

_SAME_SCRIPT = Pattern(f"[{LETTERS}]")


class PersianWriting(Writing):
    """A rule that speaks of Persian texts only."""

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Only where there are letters of the Arabic script."""
        written = item.source.text
        known = ("arabic-script", id(item))
        return scene.survey.once(
            known, lambda: _SAME_SCRIPT.search(written) is not None
        ) and super().worthwhile(item, scene)

    def concerns(self, text: Words, item: Script, scene: Scene) -> bool:
        """A text of a journey in Persian is Persian; another one is what its letters and the texts
        around it say.
        """
        if text.language.partition("-")[0] in PERSIAN:
            return True
        around = scene.survey.once(("persian", id(item)), lambda: _around(item))
        return not around.others and is_persian(text, elsewhere=around.persian)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the texts of a file have in common."""

    persian: bool
    others: bool
    """Whether many of them are in another language of the same script, such as Kurdish."""


def _around(script: Script) -> _Around:
    raws = [text.raw for text in script.texts if _SAME_SCRIPT.search(text.raw)]
    others = sum(map(reads_other, raws))
    if any(words().language_of("statements", node.keyword) == "fa" for node in script.parsed.nodes):
        return _Around(persian=True, others=_MANY * others > len(raws))
    persian = sum(map(reads_persian, raws))
    return _Around(persian=0 < len(raws) <= 2 * persian, others=_MANY * others > len(raws))


_MANY = 10
"""One text in so many."""
