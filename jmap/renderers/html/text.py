"""How the texts of a map enter a page: shown in full, inert, each with a direction of its own."""

from markupsafe import Markup, escape

from jmap.paint.characters import visible
from jmap.renderers.html.address import link_target
from jmap.views.facts import Part

_LINK = Markup('<a href="{}" rel="noopener noreferrer nofollow"><bdi>{}</bdi></a>')
_PART = Markup('<span class="{}">{}</span>')
_ISOLATED = Markup("<bdi>{}</bdi>")


def shown(text: str) -> str:
    """A text for an attribute or a title: control characters are made visible."""
    return visible(text)


def isolated(text: str) -> Markup:
    """A text in a page: it keeps its own direction and disturbs nothing around it."""
    return _ISOLATED.format(visible(text))


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


def plain(text: str) -> str:
    """A text as HTML character data, for where no element may stand, as in ``<title>``."""
    return str(escape(visible(text)))
