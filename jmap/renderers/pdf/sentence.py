"""A fact as a phrase: what it says first, then its kind or value, then what a small word adds."""

from itertools import compress

from jmap.pictures.told import said
from jmap.views.facts import Fact, Part


def sentence(fact: Fact) -> str:
    """``Know it in time (answer)``, ``annoyed (-1) · as Priya``, ``Booking system: holds it``."""
    if fact.word == "owner":
        return said(fact)
    before = ("", *(part.kind for part in fact.parts))
    added = ["word" in (last, part.kind) for last, part in zip(before, fact.parts, strict=False)]
    rest = list(compress(fact.parts, added))
    own = list(compress(fact.parts, (not one for one in added)))
    pieces = [_own(own), " ".join(part.text for part in rest)]
    return " · ".join(piece for piece in pieces if piece)


def _own(parts: list[Part]) -> str:
    texts = [part.text for part in parts if part.kind == "text"]
    others = [part for part in parts if part.kind != "text"]
    if not texts:
        return " ".join(part.text for part in others)
    names = " ".join(part.text for part in others if part.kind == "name")
    values = ", ".join(part.text for part in others if part.kind != "name")
    text = " – ".join(texts)
    text = f"{names}: {text}" if names else text
    return f"{text} ({values})" if values else text
