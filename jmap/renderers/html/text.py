"""How the texts of a map enter a page: shown in full, inert, each with a direction of its own."""

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
    own, kinds, rest = [], [], []
    introduced = False
    for part in fact.parts:
        if introduced or part.kind == "word":
            rest.append(_part(part))
        elif _is_choice(part) and fact.word not in _NAMED and len(fact.parts) > 1:
            kinds.append(f'<small class="part-kind">({_isolated(part.text)})</small>')
        else:
            own.append(_part(part))
        introduced = part.kind == "word"
    return own + kinds + rest


def _is_choice(part: Part) -> bool:
    # Every other value has a digit: quantities, levels, dates.
    return part.kind == "value" and part.text[:1].isalpha()


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
    number = before.strip("\u2066\u2069")[-1:].isdigit()
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
