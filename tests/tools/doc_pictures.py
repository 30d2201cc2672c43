"""The pictures of the docs: every view in English and in Persian, and the poster in every theme."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jmap
from jmap.history.chart import chart
from jmap.paint.theme import THEMES
from jmap.pictures import VIEWS
from jmap.pictures.overlay import svg
from tests.unit.history.lines import told
from tests.unit.overlay.pairs import golden_pair

ROOT = Path(__file__).resolve().parents[2]
USUAL = {
    "en": "examples/home-internet/internet.jmap",
    "fa": "examples/fridge-repair/fridge.jmap",
}
PAIRS = {
    "en": "examples/parking-permit/permit-future.jmap",
    "fa": "examples/fridge-repair/fridge-future.jmap",
}
FOLDERS = {"en": "examples/parking-permit", "fa": "examples/fridge-repair"}
SOURCES = {"comparison": PAIRS, "index": FOLDERS}
"""What the views show that need more than one journey."""


@dataclass(frozen=True, slots=True)
class DocPicture:
    """A picture of the docs: its file, what is drawn, and how."""

    name: str
    source: str
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return ROOT / "docs/pictures" / f"{self.name}.svg"

    @property
    def content(self) -> bytes:
        loaded = jmap.load(ROOT / self.source)
        journeys = [journey.id for journey in loaded.journeys if loaded.asked > 1]
        if loaded.asked == 1:
            # A file that imports another is drawn by itself.
            own = loaded.files[0]
            journeys = [one.id for one in loaded.journeys if loaded.origins.source(one) == own]
        return jmap.render(loaded, "svg", journeys=journeys, **self.options)


@dataclass(frozen=True, slots=True)
class OverlayPicture:
    """What a change does, for the docs: its file, the language of the pair, and the theme."""

    name: str
    language: str
    theme: str = "light"

    @property
    def path(self) -> Path:
        return ROOT / "docs/pictures" / f"{self.name}.svg"

    @property
    def content(self) -> bytes:
        return svg([golden_pair(self.language)], theme=self.theme).encode("utf-8")


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """The chart of a history, for the docs: its file and its language."""

    name: str
    language: str

    @property
    def path(self) -> Path:
        return ROOT / "docs/pictures" / f"{self.name}.svg"

    @property
    def content(self) -> bytes:
        return chart(told(self.language)).to_bytes()


def doc_pictures() -> Iterator[DocPicture | OverlayPicture | HistoryPicture]:
    """Every picture of the docs."""
    for language in USUAL:
        yield HistoryPicture(f"history-{language}", language)
    for language in USUAL:
        yield OverlayPicture(f"overlay-{language}", language)
    yield OverlayPicture("overlay-dark", "en", "dark")
    yield DocPicture("minimal", "examples/minimal.jmap")
    for view in VIEWS:
        for language, usual in USUAL.items():
            source = SOURCES.get(view, {}).get(language, usual)
            yield DocPicture(f"{view}-{language}", source, {"view": view})
    for theme in THEMES:
        if theme != "light":
            yield DocPicture(f"theme-{theme}", USUAL["en"], {"theme": theme})
