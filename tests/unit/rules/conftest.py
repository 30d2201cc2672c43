"""What the tests of rules share: rules made up for a test, and short ways to examine a text."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from jmap.config import Choice, Settings, read_file
from jmap.diagnostics import Diagnostic, Severity
from jmap.loading import Loaded, load, load_text
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.allowance import Allowance
from jmap.rules.catalogue import AnyRule, Catalogue, catalogue
from jmap.rules.examine import examine
from jmap.rules.finding import Finding
from jmap.rules.plan import Plan
from jmap.rules.rule import DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

TODAY = datetime.date(2026, 11, 22)


class SeenStage(Rule[Stage]):
    """A stage was seen."""

    tags = ("stages", "seen")
    profiles = (DEFAULT,)
    level = Setting(3, "How much.", low=1, high=5, profiles={STRICT: 4})
    share = Setting(0.5, "What part.")
    words = Setting(("one", "two"), "Which words.")
    way = Setting("here", "Where.", choices=("here", "there"))
    loud = Setting(False, "Whether to shout.")
    label = Setting("x", "What to call it.")

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        yield Finding(f"`{item.id}` was seen at {self.level}", "look away", field="owner")


class SeenTouchpoint(Rule[Touchpoint]):
    """A touchpoint was seen."""

    severity = Severity.INFO
    tags = ("seen",)
    profiles = (STRICT,)

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        yield Finding(f"`{item.id}` was seen", "look away")


def made_up(*rules: AnyRule) -> Catalogue:
    """A catalogue of these rules alone."""
    return Catalogue({rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)})


SEEN = made_up(SeenStage, SeenTouchpoint)

Names = Callable[..., list[str]]


def with_allowances(*rules: AnyRule) -> Catalogue:
    """These rules, and those about comments."""
    return made_up(*rules, *(rule for rule in catalogue().rules.values() if _about(rule)))


def _about(rule: AnyRule) -> bool:
    return rule.looks_at is Allowance


def said(loaded: Loaded, known: Catalogue = SEEN, **options: Any) -> list[Diagnostic]:
    """What is found in what was loaded, names of the language's own left out."""
    settings = options.pop("settings", Settings())
    today = options.pop("today", TODAY)
    plan = Plan(known, settings, Choice(**options))
    return [item for item in examine(loaded, plan, today) if item.name != "undeclared-name"]


def said_of(text: str, known: Catalogue = SEEN, **options: Any) -> list[str]:
    """Line and name of what is found in a text."""
    loaded = load_text(text)
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    return [f"{item.position.line} {item.name}" for item in said(loaded, known, **options)]


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Settings]:
    """Reads a configuration."""

    def read(text: str | bytes, name: str = "jmap.toml") -> Settings:
        content = text.encode() if isinstance(text, str) else text
        (tmp_path / name).write_bytes(content)
        return read_file(tmp_path / name)

    return read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Loaded]:
    """Writes files of a workspace and loads all, or those that are named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jmap.toml").touch()

    def write(files: dict[str, str], *names: str) -> Loaded:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return load(*(names or (".",)))

    return write
