"""The page of a comparison: its data, its style, its script, and the template that writes it."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from jmap.locale import capital
from jmap.pictures.overlay.marked import Overlays
from jmap.pictures.overlay.opening import between_text
from jmap.pictures.overlay.sides import Revisions, Sides
from jmap.renderers.html.environment import page_environment
from jmap.renderers.html.marks import sprite
from jmap.renderers.html.overlay.sentence import sentence
from jmap.renderers.html.overlay.sprite import change_sprite
from jmap.renderers.html.overlay.view import WorkspaceView, is_shown, workspace_views
from jmap.renderers.html.policy import policy
from jmap.renderers.html.style import page_style

_FOLDER = Path(__file__).parent
_LINES = 12
"""How many lines of source of one side of a change are shown."""


def page(compared: Sequence[Sides], revisions: Revisions) -> str:
    """The page of what changed in some workspaces."""
    views = workspace_views(compared, revisions)
    chart = _foremost(views).chart
    script = _script()
    return _template().render(
        chart=chart,
        views=views,
        journeys=[one for view in views for one in view.journeys],
        quiet=not any(view.journeys or view.declared for view in views),
        sides=between_text(chart, revisions),
        policy=policy(script),
        script=script,
        sprite=sprite() + change_sprite(),
        style=page_style(()) + _style(),
    )


def _foremost(views: Sequence[WorkspaceView]) -> Overlays:
    """The workspace in whose language the page speaks: the first that changed, else the first."""
    changed = (view.overlays for view in views if view.journeys or view.declared)
    every = (view.overlays for view in views)
    return next(changed, None) or next(every, None) or Overlays.nothing()


@cache
def _template() -> Template:
    made = page_environment("jmap.renderers.html.overlay")
    made.filters.update(capital=capital, sentence=sentence)
    made.globals.update(is_shown=is_shown, most=_LINES)
    return made.get_template("overlay.html")


@cache
def _style() -> Markup:
    # Our own file: nothing of a map is in it.
    return Markup((_FOLDER / "css" / "overlay.css").read_text(encoding="utf-8"))  # noqa: S704


@cache
def _script() -> Markup:
    written = (_FOLDER / "script" / "overlay.js").read_text(encoding="utf-8")
    lines = (line.strip() for line in written.split("\n"))
    # Comments and indents are for those who change it; it is our own file.
    return Markup("\n".join(line for line in lines if line and not line.startswith("//")))  # noqa: S704
