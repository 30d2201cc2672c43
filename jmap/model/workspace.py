"""The workspace: every journey and declaration of a set of files, as one value."""

from typing import Annotated, ClassVar

from jmap.model.channel import Channel
from jmap.model.fields import Text
from jmap.model.journey import Journey
from jmap.model.lane import Lane
from jmap.model.metric import Metric
from jmap.model.persona import Persona
from jmap.model.process import Process
from jmap.model.product import Product
from jmap.model.scorecard import Scorecard
from jmap.model.source import Source
from jmap.model.statement import Line, Statement
from jmap.model.system import System
from jmap.model.team import Team


class Workspace(Statement):
    """All that a set of files declares. Each id is unique within its kind."""

    version: ClassVar[int] = 1
    """The version of the JSON form."""

    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    teams: tuple[Team, ...] = ()
    systems: tuple[System, ...] = ()
    processes: tuple[Process, ...] = ()
    products: tuple[Product, ...] = ()
    metrics: tuple[Metric, ...] = ()
    sources: tuple[Source, ...] = ()
    lanes: tuple[Lane, ...] = ()
    scorecards: tuple[Scorecard, ...] = ()
    journeys: tuple[Journey, ...] = ()


class Document(Workspace):
    """What may stand at the top of one file: imports, declarations and journeys."""

    imports: Annotated[
        tuple[Text, ...],
        Line(
            "Another file whose declarations are used here", "import", 'import "shared/teams.jmap"'
        ),
    ] = ()
