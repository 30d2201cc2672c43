"""The pictures of the docs: every view in English and in Persian, and the poster in every theme."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jmap
from jmap.paint.theme import THEMES
from jmap.pictures import VIEWS

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


def doc_pictures() -> Iterator[DocPicture]:
    """Every picture of the docs."""
    yield DocPicture("minimal", "examples/minimal.jmap")
    for view in VIEWS:
        for language, usual in USUAL.items():
            source = SOURCES.get(view, {}).get(language, usual)
            yield DocPicture(f"{view}-{language}", source, {"view": view})
    for theme in THEMES:
        if theme != "light":
            yield DocPicture(f"theme-{theme}", USUAL["en"], {"theme": theme})
