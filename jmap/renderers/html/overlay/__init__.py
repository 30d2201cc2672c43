"""Both states of journeys as one page: stage by stage side by side, with marks on all that changed,
and a list of the changes, the worst first.
"""

from collections.abc import Sequence

from jmap.pictures.overlay.sides import Revisions, Sides

__all__ = ["html"]


def html(compared: Sequence[Sides], *, revisions: Revisions | None = None) -> str:
    """What changed in some workspaces as a page that needs nothing besides itself.

    The same changes give the same text. Nothing that a map says becomes markup, and the page runs
    no script but its own.
    """
    from jmap.renderers.html.overlay.page import page

    return page(compared, revisions or Revisions.of(compared))
