"""The library: what ``import jmap`` offers to programs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, get_args

from jmap.config import Choice, Settings, read_settings
from jmap.diagnostics import Diagnostic, Severity, in_order
from jmap.diff.judged import Judged, judged
from jmap.gaps import Gap, gaps_of_each, ranked
from jmap.garbage import uncollected
from jmap.loading import Loaded, load, load_each, load_text
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.theme import THEMES
from jmap.pictures import VIEWS
from jmap.pictures.layout.model import Engine
from jmap.renderers import options_of, renderer
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan, faults_of
from jmap.syntax.fold import fold
from jmap.views.undrawable import Undrawable

Format = Literal["html", "md", "json", "jmap", "svg", "png", "pdf", "dot"]
"""What journeys can be rendered to."""

_VALUES = {
    "view": tuple(VIEWS),
    "theme": tuple(THEMES),
    "engine": get_args(Engine),
}

__all__ = [
    "Diagnostic",
    "Gap",
    "Journey",
    "Judged",
    "Loaded",
    "Severity",
    "Undrawable",
    "Workspace",
    "check",
    "compare",
    "list_gaps",
    "load",
    "load_each",
    "load_text",
    "render",
]


def render(
    source: Loaded | Workspace,
    format: Format = "html",
    *,
    journeys: Sequence[str] = (),
    **options: Any,
) -> bytes:
    """The journeys of a workspace as one document in a format. The bytes are the same on every
    machine.

    ``journeys`` chooses some by id; all of them otherwise. Pictures (svg, png, pdf) take ``view``,
    ``theme`` and ``engine``, images (png) ``scale`` as well, named as on the command line. Raises
    ``ValueError`` for a format, journey or option that does not exist, ``Undrawable`` for what
    cannot be made: nothing to show, an extra that is not installed, an image beyond the limits.
    """
    workspace = source.workspace if isinstance(source, Loaded) else source
    _require(format, options)
    with uncollected():
        return renderer(format, **options).render(workspace, chosen(workspace, journeys))


def _require(format: Format, options: Mapping[str, Any]) -> None:
    known = options_of(format)
    for name, value in options.items():
        if name not in known:
            raise ValueError(
                f"{format} takes no {name!r}; it takes: {', '.join(sorted(known)) or 'none'}"
            )
        values = _VALUES.get(name)
        if values is not None and value not in values:
            raise ValueError(f"there is no {name} {value!r}; there is: {', '.join(values)}")


def check(
    source: Loaded,
    *,
    today: date,
    profile: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """What is wrong with what was loaded and what the rules find in it, less what is allowed.

    The rules are those of the workspace's configuration; ``profile``, ``select`` and ``ignore`` (of
    rules or tags) count for more. ``today`` is the day on which dates are judged. Where there are
    errors, no rule runs. Raises ``ValueError`` for a profile, rule or tag that does not exist.
    """
    asked = Choice(profile, None if select is None else tuple(select), (), tuple(ignore))
    for fault in faults_of(asked, catalogue()):
        raise ValueError(f"{fault.message}: {fault.help}")
    settings = Settings() if source.root is None else read_settings(source.root)
    plan = Plan(catalogue(), settings, asked)
    with uncollected():
        return in_order([*examine(source, plan, today), *plan.faults()])


def compare(before: Loaded | Workspace, after: Loaded | Workspace) -> tuple[Judged, ...]:
    """What changed between two states of maps, in the order of the maps, each with what it does to
    customers (``weight``), its source lines on both sides, and a fingerprint.

    What is wrong with the files is not looked at: see ``check``.
    """
    old, new = (one.workspace if isinstance(one, Loaded) else one for one in (before, after))
    with uncollected():
        return judged(old, new)


def list_gaps(source: Loaded | Workspace, *, journeys: Sequence[str] = ()) -> tuple[Gap, ...]:
    """Every gap of the journeys, the largest weighted gap first, the unknown ones last. What a
    journey takes over unchanged from another one of them is listed with that one alone.

    Raises ``ValueError`` for a journey that does not exist.
    """
    workspace = source.workspace if isinstance(source, Loaded) else source
    return ranked(gaps_of_each(workspace, chosen(workspace, journeys)))


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
