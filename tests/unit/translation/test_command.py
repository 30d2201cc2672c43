"""``jmap i18n`` as people meet it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from jmap.cli.group import COMMANDS, run
from jmap.cli.i18n import translated_inputs
from jmap.loading import load

SOURCE = 'journey a "A" {\n  for "Sam"\n  stage s "Start" {\n    story "Waits"\n  }\n}\n'


@dataclass(frozen=True, slots=True)
class Ended:
    status: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def i18n(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(COMMANDS, "i18n", "List the texts of maps for translation.")
    Path("jmap.toml").touch()
    Path("a.jmap").write_text(SOURCE, encoding="utf-8")

    def command(*arguments: str) -> Ended:
        status = run(["i18n", *arguments])
        out, err = capfd.readouterr()
        return Ended(status, out, err)

    return command


def fill(path: str, **said: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    for old, new in said.items():
        text = text.replace(f'msgid "{old}"\nmsgstr ""', f'msgid "{old}"\nmsgstr "{new}"')
    Path(path).write_text(text, encoding="utf-8")


def test_the_catalogue_goes_to_standard_output(i18n: Command) -> None:
    ended = i18n("a.jmap", "--to", "fa")

    assert ended.status == 0
    assert ended.err == "texts: 0 translated, 0 fuzzy, 4 missing\n"
    assert '"Language: fa\\n"' in ended.out
    assert '#: a.jmap:4\nmsgctxt "journey.a.s:story.1"\nmsgid "Waits"\nmsgstr ""\n' in ended.out


def test_an_existing_catalogue_keeps_its_translations(i18n: Command) -> None:
    i18n("a.jmap", "--to", "de", "-o", "de.po")
    fill("de.po", Waits="Wartet", Start="Anfang")
    changed = SOURCE.replace("Waits", "Waits long").replace("Start", "Begin")
    Path("a.jmap").write_text(changed, encoding="utf-8")

    ended = i18n("a.jmap", "--to", "de", "-o", "de.po")

    assert ended == Ended(0, "", "de.po: 0 translated, 2 fuzzy, 2 missing\n")
    assert '#| msgid "Waits"' in Path("de.po").read_text(encoding="utf-8")


def test_a_current_catalogue_is_left_alone(i18n: Command) -> None:
    i18n("a.jmap", "--to", "de", "-o", "de.po")
    before = Path("de.po").stat()

    i18n("a.jmap", "--to", "de", "-o", "de.po")

    assert Path("de.po").stat().st_ino == before.st_ino


def test_check_passes_only_what_is_complete_and_current(i18n: Command) -> None:
    check = ("a.jmap", "--to", "de", "-o", "de.po", "--check")
    assert i18n(*check).status == 1
    assert not Path("de.po").exists()

    i18n(*check[:-1])
    assert i18n(*check).status == 1
    fill("de.po", Waits="Wartet", Start="Anfang", A="A", Sam="Sam")
    assert i18n(*check) == Ended(0, "", "de.po: 4 translated, 0 fuzzy, 0 missing\n")

    # A line above moves every text; the catalogue is none the worse.
    Path("a.jmap").write_text("# new\n" + SOURCE, encoding="utf-8")
    assert i18n(*check).status == 0

    Path("a.jmap").write_text(SOURCE.replace('    story "Waits"\n', ""), encoding="utf-8")
    ended = i18n(*check)
    assert ended.status == 1
    assert "not up to date" in ended.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("a.jmap",), "--to"),
        (("a.jmap", "--to", "persian!"), "no language code"),
        (("a.jmap", "--to", "fa", "--check"), "name it with -o"),
        (("none.jmap", "--to", "fa"), "there is no file"),
        (("a.jmap", "--to", "fa", "-o", "de.po"), "a catalogue for de"),
        (("a.jmap", "--to", "de", "-o", "broken.po"), "broken.po:1: "),
        (("a.jmap", "--to", "de", "-o", "a.jmap/x.po"), "cannot be"),
        (("bad.jmap", "--to", "de"), "bad.jmap:1"),
        (("teams.jmap", "--to", "de"), "there is no journey"),
        ((".", "other", "--to", "de"), "2 workspaces"),
    ],
)
def test_what_cannot_be_done_is_said(i18n: Command, arguments: tuple[str, ...], why: str) -> None:
    if arguments[0] == "bad.jmap":
        Path("bad.jmap").write_text("journey {", encoding="utf-8")
    Path("teams.jmap").write_text('team t "T"\n', encoding="utf-8")
    Path("other").mkdir()
    Path("other/jmap.toml").touch()
    Path("other/b.jmap").write_text(SOURCE, encoding="utf-8")
    Path("broken.po").write_text("nonsense\n", encoding="utf-8")
    i18n("a.jmap", "--to", "de", "-o", "de.po")

    ended = i18n(*arguments)

    assert ended.status == 2
    assert why in ended.err
    assert "fault of jmap" not in ended.err


def test_only_the_journeys_of_the_named_files_are_listed(i18n: Command) -> None:
    Path("b.jmap").write_text('import "a.jmap"\njourney b "B" { extends a }\n', encoding="utf-8")

    assert 'msgid "B"' in i18n("b.jmap", "--to", "de").out
    assert 'msgctxt "journey.a' not in i18n("b.jmap", "--to", "de").out


def test_render_takes_a_catalogue_or_says_what_is_wrong_with_it(i18n: Command) -> None:
    i18n("a.jmap", "--to", "de", "-o", "de.po")
    fill("de.po", Start="Anfang")

    [made] = translated_inputs((load("a.jmap"),), "de.po")

    assert made.journeys[0].stages[0].title == "Anfang"
    Path("de.po").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(click.ClickException, match=r"^de\.po:1: this is no line of a \.po file$"):
        translated_inputs((load("a.jmap"),), "de.po")
