"""``jmap new`` and the maps it starts from: whoever checks one finds nothing, on any day."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jmap.cli.group import run
from jmap.cli.new import TEMPLATES
from jmap.config import Choice
from jmap.format import format_source
from jmap.loading import load_text
from jmap.model.workspace import Workspace
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, GOVERNMENT
from jmap.source import SourceFile

FOLDER = Path(__file__).parents[3] / "jmap/cli/templates"
LANGUAGES = ("en", "fa")
DAYS = (date(2026, 11, 22), date(2031, 1, 1))
PROFILES = [
    *((name, DEFAULT) for name in TEMPLATES),
    ("contact-centre", CONTACT_CENTRE),
    ("service-blueprint", CONTACT_CENTRE),
    ("service-blueprint", GOVERNMENT),
]


def template(name: str, language: str) -> str:
    return (FOLDER / f"{name}.{language}.jmap").read_text(encoding="utf-8")


def workspace(name: str, language: str) -> Workspace:
    loaded = load_text(template(name, language))
    assert loaded.ok, [item.message for item in loaded.diagnostics]
    return loaded.workspace


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "profile"), PROFILES)
def test_nothing_is_found_in_a_template(name: str, profile: str, language: str, day: date) -> None:
    loaded = load_text(template(name, language))
    found = examine(loaded, Plan(catalogue(), asked=Choice(profile=profile)), day)

    # The smallest map shows that a channel need not be declared; the language takes note of it.
    noted = ["undeclared-name"] if name == "minimal" else []
    assert [item.name for item in found] == noted, [item.message for item in found]


def test_the_rules_do_look_at_templates() -> None:
    """What keeps the promise of the phone is not that nobody looks."""
    text = template("contact-centre", "en").replace(
        "responds 95% within 24h", "responds within 16h"
    )
    found = examine(load_text(text), Plan(catalogue()), DAYS[0])

    assert [item.name for item in found] == ["broken-promise"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_laid_out(name: str, language: str) -> None:
    formatted = format_source(SourceFile("new.jmap", template(name, language)))

    assert formatted.ok
    assert not formatted.changed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_work_to_do(name: str, language: str) -> None:
    """A map on which customers have what they want teaches nothing."""
    (journey,) = workspace(name, language).journeys
    touchpoints = list(journey.touchpoints)

    assert sum(one.current != one.desired for one in touchpoints) >= 2
    assert sum(bool(one.pains and one.opportunities) for one in touchpoints) >= 2
    assert {path.negative for path in journey.paths} == {True, False}


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_languages_tell_the_same(name: str) -> None:
    english, persian = (template(name, language) for language in LANGUAGES)
    assert comments(english) == comments(persian)

    one, other = (workspace(name, language).model_dump(mode="json") for language in LANGUAGES)
    assert list(differences(one, other)) == [(".journeys.0.language", "en", "fa")]


def comments(text: str) -> list[bool]:
    """Line by line, whether it is a comment."""
    return [line.lstrip().startswith("#") for line in text.split("\n")]


def differences(one: Any, other: Any, at: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where two models differ in more than the words of authors."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differences(one[key], other[key], f"{at}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(pair[0], pair[1], f"{at}.{index}")
    elif one != other and not (isinstance(one, str) and isinstance(other, str) and is_said(other)):
        yield at, one, other


def is_said(text: str) -> bool:
    """Whether these are an author's words or ids, which the Persian templates write in Persian."""
    return not text.isascii()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_new_and_then_check(
    name: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["new", "first", "--template", name, "--language", language]) == 0
    assert "jmap render first.jmap -o first.html" in capsys.readouterr().err
    assert (tmp_path / "first.jmap").read_text(encoding="utf-8") == template(name, language)

    assert run(["check", "first.jmap", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {item["severity"] for item in told["diagnostics"]} <= {"info"}


def test_new_writes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["new", "-"]) == 0
    assert capfdbinary.readouterr().out == template("minimal", "en").encode()


def test_new_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.jmap").write_text("mine", encoding="utf-8")

    assert run(["new", "mine"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert Path("mine.jmap").read_text(encoding="utf-8") == "mine"
