"""A journey that is drawn when somebody looks at it, and then only once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from jmap.files import digest_of
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers import renderer
from jmap.views.language import Direction, direction_of, language_of

_DRAWING = Lock()
"""One drawing at a time: pictures share a layout engine, and two would only wait for each other."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """The bytes of a page or picture; none of them, and the reason, where drawing it failed."""

    content: bytes = b""
    fault: str = ""

    @property
    def digest(self) -> str:
        """What tells this from a later one."""
        return digest_of(self.content)


@dataclass(slots=True)
class Drawn:
    """One journey of a workspace, its page and its picture. Safe to ask from several threads."""

    workspace: Workspace = field(repr=False)
    journey: Journey = field(repr=False)
    path: str
    """The file it is written in, as people see it."""
    _made: dict[str, Artefact] = field(default_factory=dict, repr=False)

    @property
    def title(self) -> str:
        """The journey's title, or its id where there is none."""
        return self.journey.label

    @property
    def language(self) -> str:
        """The language it is written in."""
        return language_of(self.journey)

    @property
    def direction(self) -> Direction:
        """The direction it is read in."""
        return direction_of(self.language)

    def page(self) -> Artefact:
        """The journey as a page."""
        return self._once("html")

    def picture(self) -> Artefact:
        """The journey as a picture."""
        return self._once("svg")

    def _once(self, form: str) -> Artefact:
        with _DRAWING:
            if form not in self._made:
                self._made[form] = attempted(lambda: self._draw(form))
            return self._made[form]

    def _draw(self, form: str) -> Artefact:
        return Artefact(renderer(form).render(self.workspace, [self.journey]))


def attempted(draw: Callable[[], Artefact]) -> Artefact:
    """What drawing came to. A fault is told like a finding: it must not end the preview."""
    try:
        return draw()
    except Exception as fault:  # noqa: BLE001
        return Artefact(fault=f"{type(fault).__name__}: {fault}")
