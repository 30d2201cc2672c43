"""Which rules run where, how much they weigh, and with which settings."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from jmap.config import Choice, Settings
from jmap.diagnostics import Severity
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.statement import Statement
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Document
from jmap.rules.catalogue import catalogue
from jmap.rules.plan import Plan, faults_of
from jmap.rules.profile import PROFILES
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.script import Script
from tests.unit.rules.conftest import SEEN, SeenStage, SeenTouchpoint

Read = Callable[..., Settings]
STAGE, TOUCHPOINT = "seen-stage", "seen-touchpoint"


def running(settings: Settings | None = None, path: str = "a.jmap", **asked: Any) -> set[str]:
    return set(Plan(SEEN, settings or Settings(), Choice(**asked)).at(path).names)


def test_a_profile_is_where_it_starts() -> None:
    assert running() == {STAGE}
    assert running(profile="strict") == {STAGE, TOUCHPOINT}
    assert running(profile="no-such") == {STAGE}
    assert running(profile="government") == {STAGE}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"select": ()}, set()),
        ({"select": ("all",)}, {STAGE, TOUCHPOINT}),
        ({"select": ("seen",)}, {STAGE, TOUCHPOINT}),
        ({"select": ("stages",)}, {STAGE}),
        ({"select": (TOUCHPOINT,)}, {TOUCHPOINT}),
        ({"extend_select": (TOUCHPOINT,)}, {STAGE, TOUCHPOINT}),
        ({"ignore": ("all",)}, set()),
        ({"ignore": ("seen",)}, set()),
        ({"select": ("all",), "ignore": ("stages",)}, {TOUCHPOINT}),
        # A name says more than a tag, a tag more than "all".
        ({"select": (STAGE,), "ignore": ("seen",)}, {STAGE}),
        ({"select": ("seen",), "ignore": ("all",)}, {STAGE, TOUCHPOINT}),
        ({"select": ("stages",), "ignore": ("seen",)}, set()),
        # Of equals the last word counts: to ignore.
        ({"select": (STAGE,), "ignore": (STAGE,)}, set()),
        ({"extend_select": (STAGE,), "ignore": (STAGE,)}, set()),
        ({"select": ("no-such",)}, set()),
    ],
)
def test_selectors(asked: dict[str, Any], names: set[str]) -> None:
    assert running(**asked) == names


@pytest.mark.parametrize(
    ("text", "asked", "names"),
    [
        ("select = []", {}, set()),
        ("select = []", {"extend_select": (STAGE,)}, {STAGE}),
        ("select = []", {"select": ("all",)}, {STAGE, TOUCHPOINT}),
        ('ignore = ["seen-stage"]', {}, set()),
        ('ignore = ["seen-stage"]', {"select": ("seen",)}, {STAGE, TOUCHPOINT}),
        ('ignore = ["seen-stage"]', {"extend_select": ("seen",)}, {TOUCHPOINT}),
        ('ignore = ["seen-stage"]', {"extend_select": (STAGE,)}, {STAGE}),
        ('ignore = ["seen"]', {"extend_select": ("seen",)}, {STAGE, TOUCHPOINT}),
        ('profile = "strict"', {"profile": "default"}, {STAGE}),
        ('profile = "strict"', {"ignore": (TOUCHPOINT,)}, {STAGE}),
        ('[[overrides]]\npaths = ["a.jmap"]\nignore = ["all"]', {}, set()),
        ('[[overrides]]\npaths = ["b.jmap"]\nignore = ["all"]', {}, {STAGE}),
        ('[[overrides]]\npaths = ["*"]\nselect = ["seen-touchpoint"]', {}, {TOUCHPOINT}),
        ('[[overrides]]\npaths = ["*"]\nselect = []', {"select": ("all",)}, {STAGE, TOUCHPOINT}),
        ('[[overrides]]\npaths = ["*"]\nprofile = "strict"', {}, {STAGE, TOUCHPOINT}),
        ('[[overrides]]\npaths = ["*"]\nignore = ["all"]\n'
         '[[overrides]]\npaths = ["a*"]\nextend-select = ["all"]', {}, {STAGE, TOUCHPOINT}),
        ('[[overrides]]\npaths = ["x", "a.*"]\nignore = ["seen"]', {}, set()),
    ],
)  # fmt: skip
def test_layers(settings: Read, text: str, asked: dict[str, Any], names: set[str]) -> None:
    """What was asked for on the way counts for more than an override, and that for more than the
    rest of the file.
    """
    found = settings(text)

    assert list(Plan(SEEN, found).faults()) == []
    assert running(found, **asked) == names


def test_overrides_by_journey(settings: Read) -> None:
    plan = Plan(
        SEEN,
        settings(
            '[[overrides]]\njourneys = ["بازگشت-وجه"]\nignore = ["all"]\n'
            '[[overrides]]\npaths = ["old/**"]\njourneys = ["j"]\nextend-select = ["all"]'
        ),
    )

    assert plan.at("a.jmap").names == {STAGE}
    assert plan.at("a.jmap", "j").names == {STAGE}
    # Ids are read alike whichever way they are typed.
    assert plan.at("a.jmap", "بازگشت‌-وجه").names == set()
    assert plan.at("old/a.jmap", "j").names == {STAGE, TOUCHPOINT}
    assert plan.at("old/a.jmap").names == {STAGE}
    assert plan.names == {STAGE, TOUCHPOINT}


def test_severity_and_settings(settings: Read) -> None:
    text = (
        'profile = "strict"\n[severity]\nseen-stage = "error"\n'
        '[rules.seen-stage]\nshare = 2\nwords = ["سه"]\n'
        '[[overrides]]\npaths = ["b.jmap"]\n[overrides.severity]\nseen-stage = "info"\n'
        "[overrides.rules.seen-stage]\nlevel = 5\n"
    )
    plan = Plan(SEEN, settings(text))
    (first, second) = (_stage(plan, path) for path in ("a.jmap", "b.jmap"))

    assert (first.severity, second.severity) == (Severity.ERROR, Severity.INFO)
    assert [_read(one.rule, "level") for one in (first, second)] == [4, 5]
    assert [_read(one.rule, "share") for one in (first, second)] == [2.0, 2.0]
    assert [_read(one.rule, "words") for one in (first, second)] == [("سه",), ("سه",)]
    assert _read(_stage(Plan(SEEN), "a.jmap").rule, "level") == 3


def _stage(plan: Plan, path: str) -> Any:
    return next(one for one in plan.at(path).active if one.rule.name == STAGE)


def _read(rule: Any, name: str) -> object:
    return getattr(rule, name)


def test_a_wrong_setting_leaves_the_usual_one(settings: Read) -> None:
    plan = Plan(SEEN, settings("[rules.seen-stage]\nlevel = 9\nno = 1\nloud = true"))
    rule = _stage(plan, "a.jmap").rule

    assert (_read(rule, "level"), _read(rule, "loud")) == (3, True)
    assert len(list(plan.faults())) == 2


def test_what_was_asked_for_is_checked_as_well() -> None:
    def told(**asked: Any) -> list[str]:
        return [f"{fault.message}: {fault.help}" for fault in faults_of(Choice(**asked), SEEN)]

    assert told(select=("seen", "all", STAGE)) == []
    assert told(select=("seen-stag",)) == [
        "there is no rule or tag 'seen-stag': did you mean \"seen-stage\"?"
    ]
    assert told(profile="strict ") == ["there is no profile 'strict ': did you mean \"strict\"?"]
    assert len(told(ignore=("x", "y"), extend_select=("z",))) == 3


def test_one_plan_serves_files_that_say_the_same(settings: Read) -> None:
    plan = Plan(SEEN, settings('ignore = ["x"]'))
    other = plan.like(settings('ignore = ["x"]', "other.toml"))

    assert other.at("a.jmap") is plan.at("a.jmap")
    assert [item.path for item in other.faults()] != [item.path for item in plan.faults()]


def test_a_rule_is_asked_about_what_it_looks_at() -> None:
    chosen = Plan(SEEN, asked=Choice(select=("all",))).at("a.jmap")

    assert [one.rule.name for one in chosen.looking_at(Stage)] == [STAGE]
    assert [one.rule.name for one in chosen.looking_at(Touchpoint)] == [TOUCHPOINT]
    assert chosen.looking_at(Script) == ()
    assert chosen.view(Journey).several == ("stages",)
    assert chosen.view(Stage).several == ("touchpoints",)
    assert chosen.view(Touchpoint).several == chosen.view(Touchpoint).single == ()
    assert Plan(SEEN, asked=Choice(select=())).at("a.jmap").view(Document).several == ()


def test_every_class_of_the_model_can_be_walked() -> None:
    """A rule about all statements is asked wherever one can stand."""

    class SeenAll(Rule[Statement]):
        profiles = (DEFAULT,)

        def check(self, item: Statement, scene: object) -> list[Any]:
            return []

    known = dataclasses.replace(SEEN, rules={"seen-all": SeenAll})
    chosen = Plan(known).at("a.jmap")

    assert chosen.view(Document).active
    assert {"measures", "pains", "opportunities"} <= set(chosen.view(Touchpoint).several)


def test_the_profiles_of_this_package() -> None:
    known = catalogue()
    for name in PROFILES:
        names = Plan(known, asked=Choice(profile=name)).at("a.jmap").names
        assert names == {
            rule.name for rule in known.rules.values() if {DEFAULT, name} & set(rule.profiles)
        }
    assert Plan(known, asked=Choice(select=("all",))).at("x").names == known.rules.keys()
    for tag, rules in known.tags.items():
        found = Plan(known, asked=Choice(select=(tag,))).at("x").names
        assert found == {rule.name for rule in rules}


def test_settings_of_this_package_can_be_written_down(settings: Read) -> None:
    """Every setting of every rule, at its default, as a configuration would say it."""
    lines = []
    for rule in catalogue().rules.values():
        lines += [f"[rules.{rule.name}]"] if rule.settings() else []
        for key, setting in rule.settings().items():
            lines.append(f"{key} = {_toml(setting.default)}")

    assert [item.message for item in Plan(catalogue(), settings("\n".join(lines))).faults()] == []


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_made_up_rules_are_named_by_their_class() -> None:
    assert (SeenStage.name, SeenTouchpoint.name) == (STAGE, TOUCHPOINT)
    assert SeenStage.looks_at is Stage
    assert SeenStage.summary() == "A stage was seen"
