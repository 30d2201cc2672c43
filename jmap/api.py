"""The library: what ``import jmap`` offers to programs."""

from collections.abc import Sequence
from typing import Literal

from jmap.diagnostics import Diagnostic, Severity
from jmap.gaps import Gap, gaps_of, ranked
from jmap.garbage import uncollected
from jmap.loading import Loaded, load, load_each, load_text
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers import renderer
from jmap.syntax.fold import fold

Format = Literal["html", "md", "json", "jmap", "svg", "dot"]
"""What journeys can be rendered to."""

__all__ = [
    "Diagnostic",
    "Gap",
    "Journey",
    "Loaded",
    "Severity",
    "Workspace",
    "list_gaps",
    "load",
    "load_each",
    "load_text",
    "render",
]


def render(
    source: Loaded | Workspace, format: Format = "html", *, journeys: Sequence[str] = ()
) -> bytes:
    """The journeys of a workspace as one document in a format: html, svg, md, dot, json or jmap.

    ``journeys`` chooses some by id; all of them otherwise. Raises ``ValueError`` for a format or a
    journey that does not exist. The bytes are the same on every machine.
    """
    workspace = source.workspace if isinstance(source, Loaded) else source
    with uncollected():
        return renderer(format).render(workspace, chosen(workspace, journeys))


def list_gaps(source: Loaded | Workspace, *, journeys: Sequence[str] = ()) -> tuple[Gap, ...]:
    """Every gap of the journeys, the largest weighted gap first, the unknown ones last.

    Raises ``ValueError`` for a journey that does not exist.
    """
    workspace = source.workspace if isinstance(source, Loaded) else source
    return ranked(
        gap for journey in chosen(workspace, journeys) for gap in gaps_of(workspace, journey)
    )


def chosen(workspace: Workspace, ids: Sequence[str]) -> tuple[Journey, ...]:
    """The journeys of some ids, or all. Raises ``ValueError`` for an id that no journey has."""
    if not ids:
        return workspace.journeys
    by_id = {fold(journey.id): journey for journey in workspace.journeys}
    unknown = [name for name in ids if fold(name) not in by_id]
    if unknown:
        known = ", ".join(journey.id for journey in workspace.journeys) or "none"
        raise ValueError(f"there is no journey {unknown[0]!r}; there is: {known}")
    return tuple(by_id[fold(name)] for name in ids)
