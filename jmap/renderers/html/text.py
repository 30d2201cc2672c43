"""How the texts of a map enter a page: shown in full, inert, each with a direction of its own."""

from markupsafe import Markup

from jmap.paint.characters import escape, escape_attribute, visible
from jmap.renderers.html.address import link_target
from jmap.views.facts import Fact, Part


def shown(text: str) -> str:
    """A text for an attribute or a title: control characters are made visible."""
    return visible(text)


def isolated(text: str) -> Markup:
    """A text in a page: it keeps its own direction and disturbs nothing around it."""
    return _written(_isolated(text))


def figure(text: str) -> Markup:
    """A quantity or a distance: its number set apart from its unit or its sample."""
    number, space, rest = text.partition(" ")
    strong = f"<b>{_isolated(number)}</b>"
    # Two isolates: a sign before the number must not turn the unit to its other side.
    return _written(f"{strong} <small>{_isolated(rest)}</small>" if space else strong)


def parts(fact: Fact) -> Markup:
    """What a fact says on its own line, what is said before who says it."""
    return _written(" ".join([_part(part) for part in _said_first(fact.parts)]))


def _said_first(parts: tuple[Part, ...]) -> list[Part]:
    """What stands by itself, then what a small word introduces: who thinks it, why it is felt."""
    first: list[Part] = []
    rest: list[Part] = []
    introduced = False
    for part in parts:
        (rest if introduced or part.kind == "word" else first).append(part)
        introduced = part.kind == "word"
    return first + rest


def _part(part: Part) -> str:
    match part.kind:
        case "value":
            # Word by word: a number and its unit follow the direction of the page, not their own.
            pieces = " ".join([_isolated(piece) for piece in part.text.split(" ")])
            return f'<span class="part-value">{pieces}</span>'
        case "name" | "word":
            return f'<span class="part-{part.kind}">{_isolated(part.text)}</span>'
        case "address":
            return _linked(part.text)
    return _isolated(part.text)


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
