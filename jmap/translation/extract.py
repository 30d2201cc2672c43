"""The texts of journeys as a catalogue that is yet to be translated."""

from collections.abc import Sequence

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.resolve.origins import Origins
from jmap.translation.catalogue import Catalogue, Entry
from jmap.translation.texts import Found, Texts
from jmap.views.declared import declarations
from jmap.views.language import language_of


def extract(
    workspace: Workspace,
    journeys: Sequence[Journey],
    language: str,
    origins: Origins | None = None,
) -> Catalogue:
    """Every text of journeys and of what they use, in the order of the map, none translated.

    ``language`` is what they shall be translated to. With ``origins``, each text says where it was
    read.
    """
    places: dict[tuple[str, str], list[str]] = {}

    def say(found: Found) -> str:
        known = places.setdefault((found.context, found.text), [])
        place = _place(found, origins)
        if place and place not in known:
            known.append(place)
        return found.text

    texts = Texts(say)
    for item in (*journeys, *declarations(workspace, journeys)):
        texts.declared(item)
    entries = (
        Entry(context, text, places=tuple(found)) for (context, text), found in places.items()
    )
    source = language_of(journeys[0]) if journeys else "en"
    return Catalogue(language, source, tuple(entries))


def _place(found: Found, origins: Origins | None) -> str:
    place = origins.where(found.holder, found.field, found.at) if origins else None
    if place is None:
        return ""
    return f"{place.source.path}:{place.source.position(place.span.start).line}"
