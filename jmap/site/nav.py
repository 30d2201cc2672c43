"""The links of the site at the top of a journey's page."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from jmap.renderers.html.around import Around
from jmap.site.atlas import plain_name
from jmap.site.frame import Frame, Link, Said, environment, nav_style
from jmap.site.slugs import slug_of
from jmap.site.summary import JourneyLine, Named

_UNLISTED = Markup('<meta name="robots" content="noindex">\n')
"""A map is for those who were given its address."""


def around(line: JourneyLine, renamed: Mapping[str, str]) -> Around:
    """What stands around a journey's map, in the language of the journey.

    ``renamed`` are the file names that are not the plain ones, by kind and key.
    """
    frame = Frame(line.printed, "../")
    slug = renamed.get(f"journey:{line.key}") or slug_of(line.id)
    text = (
        environment()
        .get_template("journey-nav.html")
        .render(
            frame=frame,
            picture=f"{slug}.svg",
            beside=list(_beside(line, renamed)),
        )
    )
    # Written by a template that escapes.
    return Around(nav=Markup(text), head=_UNLISTED, style=nav_style())  # noqa: S704


def _beside(line: JourneyLine, renamed: Mapping[str, str]) -> Iterator[Link]:
    named = [*line.personas, *([line.owner] if line.owner else [])]
    for one in dict.fromkeys(named):
        yield Link(Said(one.label, line.language), f"{one.kind}s/{_slug(one, renamed)}.html")


def _slug(named: Named, renamed: Mapping[str, str]) -> str:
    return renamed.get(f"{named.kind}:{named.key}") or slug_of(plain_name(named))
