"""The document: size, names, direction, embedded font, and no way out of it."""

import re
import xml.etree.ElementTree as ET

from jmap.paint.font.face import data, style
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import join
from jmap.paint.mirror import Mirror
from jmap.paint.shapes import badge, badge_width, box
from jmap.paint.svg import Svg
from jmap.paint.text import Type, block, line
from jmap.paint.theme import ROLES, Level, styled
from jmap.paint.wrap import wrap

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</style><script>alert(1)</script>"


def picture(text: str = "a") -> Svg:
    body = line(text, Point(1, 2), Type(12, ROLES.text))
    return Svg(100.004, 50, text, f"about {text}", body, prefix="p", language="fa")


def test_the_root_says_what_the_picture_is() -> None:
    root = ET.fromstring(picture().to_bytes())
    assert (root.get("width"), root.get("height")) == ("100", "50")
    assert root.get("viewBox") == "0 0 100 50"
    assert (root.get("role"), root.get("direction")) == ("img", "ltr")
    assert root.get("aria-labelledby") == "p-title p-desc"
    assert root[0].tag == f"{SVG}title"
    assert root[1].get("id") == "p-desc"


def test_the_same_picture_is_the_same_bytes() -> None:
    assert picture("سلام").to_bytes() == picture("سلام").to_bytes()


def test_text_never_gets_into_the_style() -> None:
    root = ET.fromstring(picture(HOSTILE).to_bytes())
    styles = root.findall(f"{SVG}style")
    assert [node.text for node in styles] == [style()]
    assert not root.findall(f".//{SVG}script")


def test_nothing_is_fetched() -> None:
    text = picture(HOSTILE).to_bytes().decode()
    assert re.findall(r"url\((?!data:font/woff2;base64,)", text) == []
    assert re.findall(r"https?://", text) == ["http://"]
    assert "href" not in text


def test_an_inline_picture_leaves_the_font_to_its_page() -> None:
    assert "font-face" not in picture().to_inline().source


def test_the_font_is_small_and_has_both_weights() -> None:
    assert len(data("regular")) + len(data("bold")) < 50_000
    assert style().count("@font-face") == 2


def test_every_drawn_string_is_isolated() -> None:
    lines = wrap("one two سه چهار", 30, 12)
    made = join(
        [
            block(lines, Point(0, 0), Type(12, ROLES.text)),
            badge("x", Point(0, 0), ROLES.tone(Level.GOOD), 11),
        ]
    )
    drawn = [
        node.text for node in ET.fromstring(f"<g>{styled(made.source)}</g>").iter() if node.text
    ]
    assert len(drawn) == len(lines.lines) + 1
    assert all(text[0] == "\u2068" and text[-1] == "\u2069" for text in drawn)


def test_a_mirror_turns_x_and_anchor_and_nothing_else() -> None:
    mirror = Mirror(200, rtl=True)
    kind = Type(10, ROLES.text)
    turned = line("a", Point(10, 5), kind, mirror=mirror).source
    assert 'x="190"' in turned
    assert 'text-anchor="end"' in turned
    middle = line("a", Point(1, 5), kind, anchor="middle", mirror=mirror).source
    assert 'text-anchor="middle"' in middle
    drawn = box(Rect(10, 5, 30, 7), ROLES.surface, mirror=mirror).source
    assert drawn.startswith('<rect x="160" y="5"')
    assert mirror.points([Point(10, 5)]) == (Point(190, 5),)


def test_mirroring_twice_changes_nothing() -> None:
    mirror = Mirror(200, rtl=True)
    rect = Rect(12, 3, 40, 5)
    assert mirror.rect(mirror.rect(rect)) == rect
    assert mirror.anchor(mirror.anchor("start")) == "start"


def test_a_badge_holds_its_text() -> None:
    assert badge_width("large gap", 11) > wrap("large gap", 1e6, 11, bold=True).width + 10
