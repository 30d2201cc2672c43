"""How the texts of a map enter a page: shown in full, inert, each with a direction of its own."""

from markupsafe import Markup

from jmap.paint.characters import visible
from jmap.renderers.html.address import link_target
from jmap.views.facts import Part

_LINK = Markup('<a href="{}" rel="noopener noreferrer nofollow"><bdi>{}</bdi></a>')
_PART = Markup('<span class="part-{}">{}</span>')
_FIGURE = Markup("<b><bdi>{}</bdi></b>")
# Two isolates: a sign before the number must not turn the unit to its other side.
_FIGURE_OF = Markup("<b><bdi>{}</bdi></b> <small><bdi>{}</bdi></small>")
_ISOLATED = Markup("<bdi>{}</bdi>")


def shown(text: str) -> str:
    """A text for an attribute or a title: control characters are made visible."""
    return visible(text)


def isolated(text: str) -> Markup:
    """A text in a page: it keeps its own direction and disturbs nothing around it."""
    return _ISOLATED.format(visible(text))


def figure(text: str) -> Markup:
    """A quantity or a distance: its number set apart from its unit or its sample."""
    number, space, rest = visible(text).partition(" ")
    if not space:
        return _FIGURE.format(number)
    return _FIGURE_OF.format(number, rest)


def part_markup(part: Part) -> Markup:
    """A piece of a fact, marked by its kind; an address as a link where it is safe to follow."""
    if part.kind == "address":
        target = link_target(part.text)
        return linked(target, part.text) if target else isolated(part.text)
    if part.kind == "text":
        return isolated(part.text)
    return _PART.format(part.kind, isolated(part.text))


def linked(target: str, text: str) -> Markup:
    """A link to a target that was checked."""
    return _LINK.format(target, visible(text))
