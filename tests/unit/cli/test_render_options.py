"""The options of ``jmap render``: which format takes which, and what is said where none does."""

import io
import os
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from jmap.cli.group import run
from jmap.paint.theme import THEMES
from jmap.pictures import VIEWS

JOURNEY = """journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls" { feel -1 "worn out"; current 2; desired 5 }
  }
}
"""
GERMAN = """msgid ""
msgstr "Language: de\\n"

msgctxt "journey.refund:title"
msgid "Getting a refund"
msgstr "Geld zurück"
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A working directory with a journey in it, and what a command says there."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def render(self, *arguments: str) -> str:
        """A render that must go well: what it says."""
        assert run(["render", *arguments]) == 0
        return self.capture.readouterr().err

    def refused(self, *arguments: str) -> str:
        """One that must not."""
        assert run(["render", *arguments]) == 2
        return self.capture.readouterr().err


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.setenv("JMAP_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jmap.toml").touch()
    (tmp_path / "a.jmap").write_text(JOURNEY)
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in ("comparison", "matrix")])
def test_every_view_is_drawn(desk: Desk, view: str) -> None:
    if view == "personas":
        (desk.folder / "a.jmap").write_text(f"persona p\n{JOURNEY.replace('{', '{ for p;', 1)}")
    desk.render("--view", view, "-o", "a.svg", "a.jmap")
    assert ET.parse(desk.folder / "a.svg").getroot().tag.endswith("svg")


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_is_drawn(desk: Desk, theme: str) -> None:
    desk.render("--theme", theme, "-o", "a.svg", "a.jmap")
    assert THEMES[theme].canvas in (desk.folder / "a.svg").read_text()


def test_images_are_as_large_as_asked_for(desk: Desk) -> None:
    for scale in ("1", "3"):
        desk.render("--scale", scale, "-o", f"{scale}.png", "a.jmap")
    small, large = (
        Image.open(io.BytesIO((desk.folder / f"{scale}.png").read_bytes())) for scale in "13"
    )
    assert large.width == pytest.approx(3 * small.width, abs=3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--scale", "2", "-o", "a.svg"), "--scale is for png"),
        (("--view", "map", "-o", "a.md"), "--view is for svg, png and pdf"),
        (("--view", "nope", "-o", "a.svg"), "'nope' is not one of 'map', "),
        (("--theme", "nope", "-o", "a.svg"), "'nope' is not one of 'light', "),
        (("--scale", "0", "-o", "a.png"), "a scale is 0.1 to 10, not 0.0"),
        (("--view", "comparison", "-o", "a.svg"), "nothing to show in the view 'comparison'"),
    ],
)
def test_what_cannot_be_done_is_said(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    assert said in desk.refused(*arguments, "a.jmap")
    assert not list(desk.folder.glob("a.[!j]*"))


def test_an_option_is_for_the_formats_that_take_it(desk: Desk) -> None:
    desk.render("--theme", "dark", "-f", "svg", "-f", "md", "-o", "out/", "a.jmap")
    assert sorted(path.name for path in (desk.folder / "out").iterdir()) == ["a.md", "a.svg"]


def test_a_file_without_the_view_is_passed_over(desk: Desk) -> None:
    (desk.folder / "b.jmap").write_text('import "a.jmap"\njourney b { extends refund }\n')
    told = desk.render("--view", "comparison", "-f", "svg", "-o", "out/", ".")
    assert "a: there is nothing to show in the view 'comparison'" in told
    assert [path.name for path in (desk.folder / "out").iterdir()] == ["b.svg"]


@pytest.mark.parametrize(("form", "package"), [("png", "resvg_py"), ("pdf", "typst")])
def test_a_missing_extra_is_one_line(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    told = desk.refused("-f", form, "-o", f"a.{form}", "a.jmap")
    assert told == f'Error: {form} output needs: pip install "jmap[{form}]"\n'


def test_a_translation_is_drawn(desk: Desk) -> None:
    (desk.folder / "de.po").write_text(GERMAN)
    desk.render("--translation", "de.po", "-o", "a.md", "a.jmap")
    assert "Geld zurück" in (desk.folder / "a.md").read_text()


def test_a_broken_translation_says_where(desk: Desk) -> None:
    (desk.folder / "de.po").write_text(GERMAN.replace('msgid "Getting', "msgid Getting"))
    assert "de.po:5" in desk.refused("--translation", "de.po", "-o", "a.md", "a.jmap")


def test_a_slip_between_format_and_name_is_refused(desk: Desk) -> None:
    told = desk.refused("-f", "png", "-o", "a.svg", "a.jmap")
    assert "a.svg names the format svg, but -f asks for png" in told


@pytest.mark.parametrize("arguments", [("-f", "jmap", "-o", "a.jmap"), ("-f", "jmap", "-o", ".")])
def test_a_source_is_never_written_over(desk: Desk, arguments: tuple[str, ...]) -> None:
    (desk.folder / "link.jmap").symlink_to("a.jmap")
    for source in ("a.jmap", "link.jmap"):
        told = desk.refused(*arguments, source)
        assert "is a source of this map" in told or "symbolic link" in told
    assert (desk.folder / "a.jmap").read_text() == JOURNEY


def test_a_pipe_is_written_to_and_stays_a_pipe(desk: Desk) -> None:
    pipe = desk.folder / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        desk.render("-f", "md", "-o", "pipe", "a.jmap")
        assert b"Getting a refund" in read.result(timeout=20)
    assert pipe.is_fifo()


def test_errors_are_told_although_the_output_is_there(desk: Desk) -> None:
    desk.render("-o", "a.svg", "a.jmap")
    before = (desk.folder / "a.svg").read_bytes()
    (desk.folder / "a.jmap").write_text(JOURNEY.replace("desired", "desirde"))
    assert "did you mean `desired`" in desk.refused("-o", "a.svg", "a.jmap")
    assert (desk.folder / "a.svg").read_bytes() == before


def test_the_index_is_of_all_journeys_together(desk: Desk) -> None:
    (desk.folder / "b.jmap").write_text('journey b "Another"')
    desk.render("--view", "index", "-o", "index.svg", ".")
    text = (desk.folder / "index.svg").read_text()
    assert "Getting a refund" in text
    assert "Another" in text
