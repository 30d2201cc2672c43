"""All pages over the journeys of a site."""

from collections.abc import Iterator, Mapping

from jmap.site.atlas import Atlas
from jmap.site.frame import Frame
from jmap.site.pages.channels import channel_sheets
from jmap.site.pages.gaps import gaps_sheet
from jmap.site.pages.index import index_sheet
from jmap.site.pages.opportunities import opportunities_sheet
from jmap.site.pages.personas import persona_sheets
from jmap.site.pages.rows import Ink
from jmap.site.pages.search import search_sheet
from jmap.site.pages.sheet import Sheet
from jmap.site.pages.teams import team_sheets


def sheets(atlas: Atlas, searched: Mapping[tuple[str, str], bytes]) -> Iterator[Sheet]:
    """Every page but those of the journeys; ``searched`` is what is found on each, as JSON."""
    ink = Ink(atlas)
    yield index_sheet(ink)
    yield gaps_sheet(ink)
    yield opportunities_sheet(ink)
    yield search_sheet(ink, Frame(atlas.language, ""), searched)
    yield from persona_sheets(ink)
    yield from channel_sheets(ink)
    yield from team_sheets(ink)
