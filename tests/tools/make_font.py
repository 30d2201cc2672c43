"""Makes the shipped Vazirmatn subset and its width table from the original TTF files.

Run by hand when the font changes, never by the package: `python make_font.py FOLDER`, where FOLDER
holds Vazirmatn-Regular.ttf and Vazirmatn-Bold.ttf (npm package vazirmatn 33.0.3). Needs fonttools,
brotli, uharfbuzz. Kerning is left out of the subset, so that a width is the plain sum of its
letters on every machine. The WOFF2 files go into pages and pictures; the TTF files are for programs
that make images and cannot read WOFF2.
"""

import sys
from pathlib import Path

import uharfbuzz as harfbuzz
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

TARGET = Path(__file__).resolve().parents[2] / "jmap" / "paint" / "font"
FEATURES = ["ccmp", "init", "medi", "fina", "isol", "rlig", "mark", "mkmk"]
ZWJ = "\u200d"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x2C6, 0x2DC]
PUNCTUATION = [*range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x2044]
SYMBOLS = [0x20AC, 0x20BA, 0x2116, 0x2122, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]
ARABIC = [0x60C, 0x61B, 0x61F, *range(0x621, 0x63B), *range(0x640, 0x656), *range(0x660, 0x66E)]
PERSIAN = [0x670, 0x671, 0x679, 0x67E, 0x686, 0x688, 0x691, 0x695, 0x698, 0x6A4, 0x6A9, 0x6AD]
PERSIAN += [0x6AF, 0x6B5, 0x6BA, 0x6BE, 0x6C0, 0x6C1, 0x6C3, 0x6C6, 0x6CC, 0x6CE, 0x6D2, 0x6D3]
PERSIAN += [0x6D4, 0x6D5, *range(0x6F0, 0x6FA), 0x200C, 0x200D, 0x25CC, 0xFD3E, 0xFD3F, 0xFFFD]
UNICODES = [*LATIN, *PUNCTUATION, *SYMBOLS, *ARABIC, *PERSIAN]
MISSING = 1024
LAMS = "\u0644\u06b5"
ALEFS = "\u0622\u0623\u0625\u0627\u0671"


class Shaper:
    """Advances, in font units, as HarfBuzz gives them for the subset."""

    def __init__(self, path: Path) -> None:
        self.font = harfbuzz.Font(harfbuzz.Face(path.read_bytes()))

    def glyphs(self, text: str) -> list[int]:
        return [info.codepoint for info in self._shape(text).glyph_infos]

    def advance(self, text: str) -> int:
        return sum(position.x_advance for position in self._shape(text).glyph_positions)

    def has(self, letter: str) -> bool:
        return 0 not in self.glyphs(letter)

    def _shape(self, text: str) -> "harfbuzz.Buffer":
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(self.font, buffer, {"kern": False, "liga": False, "calt": False})
        return buffer


def cut(source: Path, name: str, flavor: str | None, target: Path) -> None:
    options = subset.Options()
    options.flavor = flavor
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 6, 13, 14] if flavor is None else [0, 1, 2, 13, 14]
    options.drop_tables += ["DSIG", "STAT"]
    font = subset.load_font(str(source / name), options)
    work = subset.Subsetter(options)
    work.populate(unicodes=UNICODES)
    work.subset(font)
    font["head"].modified = font["head"].created
    subset.save_font(font, str(target), options)


def marked(path: Path) -> None:
    """Give the marks of direction the empty glyph of the half-space: a tagged document may hold no
    letter that its font does not know. Make the sign for a missing letter as narrow as the least
    room that is measured for one.
    """
    font = TTFont(path, recalcTimestamp=False)
    sign = font.getBestCmap()[0xFFFD]
    font["glyf"][sign] = hollow()
    font["hmtx"][sign] = (MISSING, 120)
    for entry in font["cmap"].tables:
        if entry.isUnicode():
            entry.cmap.update(dict.fromkeys(range(0x2066, 0x206A), entry.cmap[0x200C]))
    font.save(path)


def hollow() -> Glyph:
    """A hollow box."""
    pen = TTGlyphPen(None)
    right = MISSING - 120
    for left, low, width, high in ((120, 0, right, 1400), (240, 120, right - 120, 1280)):
        corners = [(left, low), (left, high), (width, high), (width, low)]
        corners = corners if left == 120 else corners[::-1]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def joining(shaper: Shaper, letter: str) -> str:
    """D joins on both sides, R only to the letter before it, U neither: read off the glyphs."""
    alone = shaper.glyphs(letter)
    if [glyph for glyph in shaper.glyphs(letter + ZWJ) if glyph in alone] != alone:
        return "D"
    if [glyph for glyph in shaper.glyphs(ZWJ + letter) if glyph in alone] != alone:
        return "R"
    return "U"


def forms(shaper: Shaper, letter: str) -> list[int]:
    """Widths of the isolated, final, initial and medial form."""
    texts = (letter, ZWJ + letter, letter + ZWJ, ZWJ + letter + ZWJ)
    return [shaper.advance(text) for text in texts]


def rows(shapers: list[Shaper]) -> tuple[list[str], list[str], dict[str, str]]:
    plain, joined = [], []
    kinds = {"D": "", "R": ""}
    for code in sorted(set(UNICODES)):
        letter = chr(code)
        if not shapers[0].has(letter) or code in (0x200C, 0x200D):
            continue
        kind = joining(shapers[0], letter) if 0x620 <= code < 0x700 else "U"
        if kind == "U":
            plain.append(f"{code}: ({', '.join(str(s.advance(letter)) for s in shapers)})")
            continue
        kinds[kind] += f"\\u{code:04x}"
        widths = [width for shaper in shapers for width in forms(shaper, letter)]
        joined.append(f"{code}: ({', '.join(map(str, widths))})")
    return plain, joined, kinds


def ligatures(shapers: list[Shaper]) -> list[str]:
    """Lam and alef drawn as one glyph: isolated and final width, regular then bold."""
    result = []
    for lam in LAMS:
        for alef in ALEFS:
            pair = lam + alef
            widths = [w for s in shapers for w in (s.advance(pair), s.advance(ZWJ + pair))]
            key = f"\\u{ord(lam):04x}\\u{ord(alef):04x}"
            result.append(f'"{key}": ({", ".join(map(str, widths))})')
    return result


def table(shapers: list[Shaper]) -> str:
    plain, joined, kinds = rows(shapers)
    lines = [
        '"""Advance widths of the shipped Vazirmatn subset, in font units."""',
        "",
        "# fmt: off",
        "UNITS = 2048",
        f'DUAL = "{kinds["D"][:84]}"',
    ]
    rest = kinds["D"][84:]
    while rest:
        lines.append(f'DUAL += "{rest[:84]}"')
        rest = rest[84:]
    lines += [f'RIGHT = "{kinds["R"][:84]}"', f'RIGHT += "{kinds["R"][84:]}"']
    lines += block("PLAIN: dict[int, tuple[int, int]]", "regular, bold", plain, 4)
    note = "isolated, final, initial, medial; regular, then bold"
    lines += block("JOINED: dict[int, tuple[int, ...]]", note, joined, 1)
    note = "isolated, final; regular, then bold"
    lines += block("LAM_ALEF: dict[str, tuple[int, ...]]", note, ligatures(shapers), 2)
    return "\n".join(lines) + "\n"


def block(head: str, note: str, entries: list[str], across: int) -> list[str]:
    groups = [entries[start : start + across] for start in range(0, len(entries), across)]
    return [f"# {note}", f"{head} = {{", *(f"    {', '.join(group)}," for group in groups), "}"]


def main(source: Path) -> None:
    shapers = []
    for weight in ("Regular", "Bold"):
        cut(
            source, f"Vazirmatn-{weight}.ttf", "woff2", TARGET / f"vazirmatn-{weight.lower()}.woff2"
        )
        plain = TARGET / f"vazirmatn-{weight.lower()}.ttf"
        cut(source, f"Vazirmatn-{weight}.ttf", None, plain)
        shapers.append(Shaper(plain))
        marked(plain)
    (TARGET / "widths.py").write_text(table(shapers), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
