"""What an image holds: the ink of every text of a picture, found by drawing each in a colour of its
own and looking at the pixels.
"""

import io
import xml.etree.ElementTree as ET
from dataclasses import dataclass

import numpy as np
from PIL import Image
from resvg_py import svg_to_bytes

from jmap.paint.plain import font_files

SPACE = "{http://www.w3.org/2000/svg}"
SLACK = 1.0
_STEP = 4
_BASE = 60


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    x: float
    y: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.x) * (self.bottom - self.y)

    def holds(self, x: float, y: float) -> bool:
        return self.x - 0.1 <= x <= self.right + 0.1 and self.y <= y <= self.bottom

    def outside(self, other: "Box") -> float:
        """How far this leaves another, in px."""
        return max(
            other.x - self.x,
            other.y - self.y,
            self.right - other.right,
            self.bottom - other.bottom,
        )

    def overlap(self, other: "Box") -> float:
        """The smaller side of what both share; negative where they share nothing."""
        return min(
            min(self.right, other.right) - max(self.x, other.x),
            min(self.bottom, other.bottom) - max(self.y, other.y),
        )


@dataclass(frozen=True, slots=True)
class Ink:
    """A text and the smallest box round its ink."""

    text: str
    anchor: float
    box: Box


@dataclass(frozen=True, slots=True)
class Inked:
    """The texts of an image and the boxes drawn in it."""

    inks: list[Ink]
    frames: list[Box]


def inks(source: str) -> Inked:
    """The ink of every text of a plain picture."""
    root = ET.fromstring(source)
    texts = list(root.iter(f"{SPACE}text"))
    frames = [_frame(rect) for rect in root.iter(f"{SPACE}rect")]
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag not in (f"{SPACE}g", f"{SPACE}text", f"{SPACE}tspan"):
                parent.remove(child)
    for at, text in enumerate(texts):
        text.set("fill", _colour(at))
    pixels = _pixels(ET.tostring(root, encoding="unicode"))
    found = _boxes(pixels)
    return Inked(
        [
            Ink("".join(text.itertext()), _anchor(text), found[at])
            for at, text in enumerate(texts)
            if at in found
        ],
        frames,
    )


def outside(image: Inked) -> list[str]:
    """Texts whose ink leaves the smallest box that they begin in."""
    bad = []
    for ink in image.inks:
        middle = (ink.box.y + ink.box.bottom) / 2
        spot = min(max(ink.anchor, ink.box.x), ink.box.right)
        around = [frame for frame in image.frames if frame.holds(spot, middle)]
        frame = min(around, key=lambda one: one.area)
        if ink.box.outside(frame) > SLACK:
            bad.append(f"{ink.text!r} {ink.box} leaves {frame}")
    return bad


def overlaps(image: Inked) -> list[str]:
    """Pairs of texts whose ink stands on each other."""
    bad = []
    ordered = sorted(image.inks, key=lambda ink: ink.box.y)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.box.y >= one.box.bottom:
                break
            if one.box.overlap(other.box) > SLACK:
                bad.append(f"{one.text!r} and {other.text!r}")
    return bad


def _anchor(text: ET.Element) -> float:
    lines = [text, *text]
    return next(float(x) for line in lines if (x := line.get("x")) is not None)


def _frame(rect: ET.Element) -> Box:
    x, y, width, height = (float(rect.get(key, 0)) for key in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


def _colour(at: int) -> str:
    digits = (at % _BASE, at // _BASE % _BASE, at // _BASE**2)
    return "#" + "".join(f"{8 + _STEP * digit:02x}" for digit in digits)


def _pixels(source: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    content = svg_to_bytes(
        svg_string=source, zoom=1.0, skip_system_fonts=True, font_files=list(font_files()), dpi=96
    )
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGBA"))


def _boxes(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> dict[int, Box]:
    rows, columns = np.nonzero(pixels[:, :, 3] >= 128)
    digits = np.rint((pixels[rows, columns, :3].astype(float) - 8) / _STEP).astype(int)
    names = digits[:, 0] + _BASE * digits[:, 1] + _BASE**2 * digits[:, 2]
    order = np.argsort(names, kind="stable")
    names, rows, columns = names[order], rows[order], columns[order]
    cuts = np.flatnonzero(np.diff(names)) + 1
    found = {}
    for name, ys, xs in zip(
        names[np.concatenate(([0], cuts))] if len(names) else [],
        np.split(rows, cuts),
        np.split(columns, cuts),
        strict=True,
    ):
        found[int(name)] = Box(
            float(xs.min()), float(ys.min()), float(xs.max() + 1), float(ys.max() + 1)
        )
    return found
