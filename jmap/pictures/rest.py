"""In words only: what the workspace declares and no journey names."""

from collections.abc import Iterator

from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.pictures.drawing import Request
from jmap.pictures.told import declared_text, named
from jmap.views.declared import unreached
from jmap.views.facts import reader
from jmap.views.language import language_of, printed_language


def rest(request: Request) -> Markup:
    """The unused declarations, where all journeys of the workspace are drawn."""
    return join(_told(request)) if request.journeys else EMPTY


def _told(request: Request) -> Iterator[Markup]:
    workspace, journeys = request.workspace, request.journeys
    language = printed_language(language_of(journeys[0]))
    for item in unreached(workspace, journeys):
        text = declared_text(reader(workspace, journeys[0], language), item)
        key = request.names.take(f"{item.keyword}.{item.id}")
        yield element("g", join(named(item.label, text)), id=key)
