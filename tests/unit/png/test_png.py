"""Images: their size, their limits, what they say of letters that no font at hand can draw."""

import io
import sys
import warnings

import pytest
from PIL import Image

from jmap import limits
from jmap.loading import Loaded
from jmap.paint.coverage import drawable
from jmap.renderers import renderer
from jmap.views.undrawable import DrawingWarning, NotInstalled, TooLarge
from tests.unit.pictures.maps import journey, sized

SMALL = 'stage s "S" { touchpoint t "T" { current 2; desired 5 } }'


def image(loaded: Loaded, **options: object) -> bytes:
    return renderer("png", **options).render(loaded.workspace, loaded.journeys)


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_an_image_has_as_many_pixels_as_its_scale_says() -> None:
    single = pixels(image(journey(SMALL), scale=1.0))
    double = pixels(image(journey(SMALL)))
    assert abs(double.width - 2 * single.width) <= 2
    assert abs(double.height - 2 * single.height) <= 2


def test_the_same_map_is_the_same_image() -> None:
    assert image(sized(2, 2, "fa")) == image(sized(2, 2, "fa"))


@pytest.mark.parametrize("theme", ["dark", "print", "clear"])
def test_a_theme_colours_the_ground(theme: str) -> None:
    from jmap.paint.theme import THEMES

    corner = pixels(image(journey(SMALL), theme=theme)).convert("RGB").getpixel((1, 1))
    assert isinstance(corner, tuple)
    assert "#" + "".join(f"{part:02x}" for part in corner) == THEMES[theme].canvas


def test_text_is_drawn() -> None:
    empty = image(journey(SMALL.replace('"T"', '"."')), scale=1.0)
    assert len(image(journey(SMALL.replace('"T"', '"شکاف زیاد است"')), scale=1.0)) > len(empty)


def test_letters_without_a_shape_are_said() -> None:
    with pytest.warns(DrawingWarning, match="no shape in the font"):
        image(journey(SMALL.replace('"T"', '"a 客 👩🏽‍💻"')))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        image(journey(SMALL.replace('"T"', '"صفحهٔ تماس، می‌روم, ŝé"')))


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("abc", "abc", 0),
        ("a客b", "a\ufffdb", 1),
        ("👩🏽‍💻 x", "\ufffd x", 1),
        ("سورۀ", "سوره\u0654", 0),
        ("e\u0301", "é", 0),
        ("\u2068می\u200cروم\u2069", "\u2068می\u200cروم\u2069", 0),
    ],
)
def test_a_missing_letter_is_one_sign(text: str, shown: str, missing: int) -> None:
    found = drawable(text)
    assert (found.text, found.missing) == (shown, missing)


def test_an_image_beyond_the_limit_says_which_scale_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIXELS", 100_000)
    with pytest.raises(TooLarge) as stopped:
        image(journey(SMALL))
    scale = float(stopped.value.hint.rpartition(" ")[2])
    picture = pixels(image(journey(SMALL), scale=scale))
    assert picture.width * picture.height <= 100_000


def test_without_the_extra_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(NotInstalled, match=r'png output needs: pip install "jmap\[png\]"'):
        image(journey(SMALL))
