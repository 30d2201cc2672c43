"""What a view makes of journeys: measured drawings, ready to be set below each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.piece import Piece
from jmap.pictures.layout.model import Engine
from jmap.pictures.names import Names
from jmap.views.language import Direction


@dataclass(frozen=True, slots=True)
class Drawing:
    """A measured drawing, and what it tells those who do not see it."""

    title: str
    story: str
    """The whole drawing in words."""
    language: str
    """The language of its texts, as a tag for `xml:lang`."""
    direction: Direction
    piece: Piece
    warning: str | None = None
    """What its layout warns of, in a sentence."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be drawn, the ids that the picture gives out, and who lays it out."""

    workspace: Workspace
    journeys: Sequence[Journey]
    names: Names
    engine: Engine = "embedded"


View = Callable[[Request], Iterator[Drawing]]
"""The drawings of a request, one a journey or one for all of them; none where there is nothing to
show.
"""
