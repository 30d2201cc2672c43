"""How the texts of a map enter a page: shown in full, inert, each with a direction of its own."""

from itertools import compress

from markupsafe import Markup

from jmap.paint.characters import escape, escape_attribute, visible
from jmap.renderers.html.address import link_target
from jmap.views.facts import Fact, Part

_HELD = 20
"""The longest value that a line may not part, in characters."""

_NAMED = ("fact",)
"""The statements that begin with a name of the author's, which is no choice."""


def shown(text: str) -> str:
    """A text for an attribute or a title: control characters are made visible."""
    return visible(text)


def isolated(text: str) -> Markup:
    """A text in a page: it keeps its own direction and disturbs nothing around it."""
    return _written(_isolated(text))


def figure(text: str) -> Markup:
    """A quantity or a distance: its number set apart from its unit or its sample."""
    number, *rest = text.split(" ")
    # Word by word: a sign before the number must not turn the unit to its other side.
    pieces = [
        f"<b>{_isolated(number)}</b>",
        *(f"<small>{_isolated(word)}</small>" for word in rest),
    ]
    return _written(_joined([number, *rest], pieces))


def parts(fact: Fact) -> Markup:
    """What a fact says on its own line, what is said before who says it."""
    return _written(" ".join(_said_first(fact)))


def _said_first(fact: Fact) -> list[str]:
    """What stands by itself, then its kind in brackets, then what a small word introduces: who
    thinks it, why it is felt.
    """
    before = ("", *(part.kind for part in fact.parts))
    follows = ["word" in (last, part.kind) for last, part in zip(before, fact.parts, strict=False)]
    rest = list(compress(fact.parts, follows))
    free = list(compress(fact.parts, (not introduced for introduced in follows)))
    own = [part for part in free if not _is_kind(part, fact)]
    kinds = [part for part in free if _is_kind(part, fact)]
    written = [*map(_part, own), *map(_bracketed, kinds)]
    if fact.word != "feel" and len(own) > 1 and _introduces(own[0], own[1]):
        # A mood and its word are one.
        written.insert(1, "·")
    if rest and own and own[-1].kind == "text":
        # A sentence ends before what is said about it; a name or a number runs on.
        written.append("·")
    return [*written, *map(_part, rest)]


def _introduces(part: Part, after: Part) -> bool:
    """Whether a text is set off from what stands before it: a day, an amount."""
    return part.kind == "value" and after.kind == "text" and part.text[:1].isdecimal()


def _is_kind(part: Part, fact: Fact) -> bool:
    """Whether a part is one of a few words that the text after it is sorted by."""
    # Every other value begins with a digit or a sign: quantities, levels, dates.
    chosen = part.kind == "value" and part.text[:1].isalpha()
    return chosen and fact.word not in _NAMED and len(fact.parts) > 1


def _bracketed(part: Part) -> str:
    return f'<small class="part-kind">({_isolated(part.text)})</small>'


def _part(part: Part) -> str:
    match part.kind:
        case "value":
            # Word by word: a number and its unit follow the direction of the page, not their own.
            words = part.text.split(" ")
            pieces = _joined(words, [_isolated(word) for word in words])
            return f'<span class="part-value">{pieces}</span>'
        case "name" | "word":
            return f'<span class="part-{part.kind}">{_isolated(part.text)}</span>'
        case "address":
            return _linked(part.text)
    return _isolated(part.text)


def _joined(words: list[str], pieces: list[str]) -> str:
    """The pieces of a value; a number and the first word of its unit stay on one line."""
    groups: list[list[int]] = []
    for at, word in enumerate(words):
        if at and _belongs(word, words[at - 1]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return " ".join(
        _held(" ".join(pieces[at] for at in group), sum(len(words[at]) for at in group))
        for group in groups
    )


def _belongs(word: str, before: str) -> bool:
    # A sign may isolate its number, and a unit may be said by a stroke: 26 / h.
    number = before.strip("\u2066\u2069")[-1:].isdecimal()
    return "/" in (word, before) or (number and word[:1].isalpha())


def _held(pieces: str, length: int) -> str:
    # What is longer than any number with its unit would stick out of its cell.
    return f'<span class="pair">{pieces}</span>' if length <= _HELD else pieces


def _linked(address: str) -> str:
    inside = _isolated(address)
    target = link_target(address)
    if target is None:
        return inside
    safe = escape_attribute(target)
    return f'<a href="{safe}" rel="noopener noreferrer nofollow">{inside}</a>'


def _isolated(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _written(markup: str) -> Markup:
    # All of it is written above: names of ours, and texts that were escaped on the way in.
    return Markup(markup)  # noqa: S704
