"""Widths against Chromium's own, measured once with the shipped font (chromium-widths.json)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jmap.paint.measure import measure, units

SAMPLES = json.loads(Path(__file__).with_name("chromium-widths.json").read_text(encoding="utf-8"))


def test_there_are_enough_samples() -> None:
    assert len(SAMPLES) >= 100


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_a_browser(*, bold: bool) -> None:
    for text, regular, heavy in SAMPLES:
        expected = heavy if bold else regular
        error = (measure(text, 16, bold=bold) - expected) / expected
        assert -0.01 < error < 0.015, (text, error)


def test_joined_letters_are_narrower_than_letters_alone() -> None:
    assert units("ببب") < 3 * units("ب")
    assert units("ددد") > 0.95 * 3 * units("د")


def test_zero_width_non_joiner_breaks_joining() -> None:
    assert units("ب\u200cب") == 2 * units("ب")
    assert units("می\u200cروم") > units("میروم")


def test_a_sign_without_width_alone_has_none() -> None:
    assert units("\u0600") == units("") == 0


def test_lam_and_alef_are_one_glyph() -> None:
    assert units("لا") < units("ل") + units("ا")
    assert units("بلا") != units("ب") + units("لا")
    assert units("سلام") != units("سل") + units("ام")


@pytest.mark.parametrize("text", ["مُهِمّ", "e\u0301", "\u2068a\u2069", "ب\u200fب"])
def test_marks_and_controls_take_no_room(text: str) -> None:
    bare = "".join(c for c in text if c not in "\u064f\u0650\u0651\u0301\u2068\u2069\u200f")
    assert units(text) == units(bare)


def test_characters_outside_the_font_have_sensible_widths() -> None:
    assert measure("語", 10) == 10
    assert measure("\U0001f600", 10) == 12.5
    assert measure("\u0398", 10) == 7.5
    assert abs(measure("\u03b8", 10) - 6.0) < 0.01
    assert abs(measure("\x07", 10) - 6.0) < 0.01


def test_width_grows_with_size() -> None:
    assert measure("abc", 20) == 2 * measure("abc", 10)
    assert measure("", 20) == 0


def test_measuring_imports_nothing_heavy() -> None:
    code = "import sys, jmap.paint.measure; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, '.'); {code}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    ).stdout.split()
    heavy = {"re", "json", "dataclasses", "pathlib", "base64", "pydantic", "lark", "wasmtime"}
    assert not heavy & set(found)
