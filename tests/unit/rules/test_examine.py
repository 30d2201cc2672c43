"""Running rules: whose findings are told, where they stand, and what happens when a rule fails."""

import datetime
import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from jmap.config import Choice, Settings
from jmap.diagnostics import Edit, Fix, Severity
from jmap.loading import Loaded, load_text
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.team import Team
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.finding import Also, Finding
from jmap.rules.plan import Plan
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.rules.script import Script
from jmap.source import Span
from tests.unit.rules.conftest import SEEN, SeenStage, made_up, said, said_of

Folder = Callable[..., Loaded]
TWO = "journey j {\n  stage s {\n    touchpoint a\n    touchpoint b\n  }\n}\n"


def crashing(how: Callable[[], Any]) -> type[Rule[Touchpoint]]:
    class CrashingRule(Rule[Touchpoint]):
        profiles = (DEFAULT,)

        def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
            found: Iterable[Finding] = how()
            return found

    return CrashingRule


def _raising(fault: BaseException) -> Callable[[], Any]:
    def raising() -> Any:
        raise fault

    return raising


def _late() -> Iterable[Finding]:
    yield Finding("so far so good")
    raise KeyError("lost")


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError


def _deep() -> Any:
    return _deep()


@pytest.mark.parametrize(
    ("how", "said_so"),
    [
        (_raising(ValueError("bad luck")), "ValueError: bad luck"),
        (_raising(RecursionError("deep")), "RecursionError: deep"),
        (_raising(Mute()), "Mute: it does not say why"),
        (_deep, "RecursionError: "),
        (_late, "KeyError: 'lost'"),
        (lambda: None, "TypeError: "),
        (lambda: 3, "TypeError: "),
        (lambda: ["no finding"], "TypeError: 'no finding' is no Finding"),
        (lambda: [None], "TypeError: None is no Finding"),
        (lambda: [Finding("x", item=3, field="owner")], ""),
        (lambda: [Finding("x", fix=Fix("y", (Edit(Span(5, 9**9), ""),)))], "ValueError: it points"),
        (lambda: [Finding("x", fix=Fix("y", (Edit(Span(-5, 1), ""),)))], "ValueError: it points"),
        (lambda: [Finding("x", fix=Fix("y", (Edit(Span(5, 1), ""),)))], "ValueError: it points"),
    ],
    ids=[
        "raises", "too deep", "mute", "deeper", "late", "none", "a number", "a text", "nothing",
        "about nothing", "past the end", "before the start", "backwards",
    ],
)  # fmt: skip
def test_a_rule_that_fails_stops_no_other(how: Callable[[], Any], said_so: str) -> None:
    known = made_up(SeenStage, crashing(how))
    found = said(load_text(TWO), known)
    crashes = [item for item in found if item.name == "rule-crashed"]

    assert [item.name for item in found if item.name == "seen-stage"] == ["seen-stage"]
    assert len(crashes) == (1 if said_so else 0)
    for item in crashes:
        assert item.message.startswith(f"the rule crashing-rule stopped here: {said_so}")
        assert 'ignore = ["crashing-rule"]' in item.help
        assert (item.severity, item.position.line) == (Severity.ERROR, 3)
        assert item.address == "j.s.a"
    if not said_so:
        assert [item.name for item in found].count("crashing-rule") == 1


def test_a_crash_cannot_be_allowed() -> None:
    known = made_up(crashing(_raising(ValueError())))
    text = "# jmap: allow rule-crashed -- x\n# jmap: allow crashing-rule -- x\n" + TWO

    assert said_of(text, known) == ["5 rule-crashed"]


def test_a_rule_that_is_left_out_cannot_crash() -> None:
    known = made_up(crashing(_raising(ValueError())))

    assert said_of(TWO, known, ignore=("crashing-rule",)) == []


def test_a_workspace_with_errors_is_not_examined() -> None:
    loaded = load_text(TWO + "team { }\nblorp\n")

    assert not loaded.ok
    assert examine(loaded, Plan(SEEN), datetime.date(2026, 1, 1)) == loaded.diagnostics


def test_errors_silence_their_own_file_and_those_that_import_it(folder: Folder) -> None:
    loaded = folder(
        {
            "broken.jmap": TWO.replace("journey j", "journey a") + "blorp\n",
            "importing.jmap": 'import "broken.jmap"\n' + TWO.replace("journey j", "journey b"),
            "sound.jmap": "# jmap: allow empty-path -- x\n" + TWO,
        }
    )
    found = examine(loaded, Plan(SEEN), datetime.date(2026, 1, 1))

    assert {(item.path, item.name) for item in found} == {
        ("broken.jmap", "unknown-word"),
        ("sound.jmap", "seen-stage"),
    }


def test_findings_in_files_that_were_asked_for(folder: Folder) -> None:
    files = {
        "a.jmap": 'import "b.jmap"\n' + TWO,
        "b.jmap": "journey k {\n  stage only\n}\n",
    }

    assert [item.path for item in said(folder(files, "a.jmap"))] == ["a.jmap"]
    assert [item.path for item in said(folder(files, "b.jmap"))] == ["b.jmap"]
    assert [item.path for item in said(folder(files))] == ["a.jmap", "b.jmap"]


def test_variants_repeat_nothing_of_their_base() -> None:
    text = (
        "journey a {\n  stage s {\n    touchpoint x\n  }\n  stage t\n}\n"
        "journey b {\n  extends a\n  stage t {\n    touchpoint y\n  }\n}\n"
        "journey c {\n  extends b\n  stage u\n}\n"
    )

    assert said_of(text, select=("all",)) == [
        "2 seen-stage", "3 seen-touchpoint", "5 seen-stage", "10 seen-touchpoint", "15 seen-stage",
    ]  # fmt: skip


def test_a_base_may_stand_behind_its_variants() -> None:
    text = "journey b {\n  extends a\n}\njourney a {\n  stage s\n}\n"

    assert said_of(text) == ["5 seen-stage"]


def test_journeys_that_extend_something_else_are_told_apart() -> None:
    """Two variants of one base may have the same to be said of them."""
    text = (
        "journey a\n"
        "journey b {\n  extends a\n  stage s\n}\n"
        "journey c {\n  extends a\n  stage s\n}\n"
    )

    assert said_of(text) == ["4 seen-stage", "8 seen-stage"]


class WorkspaceSeen(Rule[Workspace]):
    profiles = (DEFAULT,)

    def check(self, item: Workspace, scene: Scene) -> Iterable[Finding]:
        yield Finding("seen", "look away")
        assert scene.address == ""


class TeamSeen(Rule[Team]):
    profiles = (DEFAULT,)

    def check(self, item: Team, scene: Scene) -> Iterable[Finding]:
        yield Finding("seen", "look away", field="kind")


class ScriptSeen(Rule[Script]):
    profiles = (DEFAULT,)
    severity = Severity.ERROR

    def check(self, item: Script, scene: Scene) -> Iterable[Finding]:
        at = item.source.text.find("touchpoint b")
        if at >= 0:
            yield Finding("seen", "look away", span=Span(at, at + 3))


class JourneySeen(Rule[Journey | Stage]):
    profiles = (DEFAULT,)

    def check(self, item: Journey | Stage, scene: Scene) -> Iterable[Finding]:
        if isinstance(item, Journey):
            also = (Also(item.stages[0], "and here"), Also(3, "and nowhere"))
            first = item.stages[0].touchpoints[0]
            yield Finding("seen", "look away", item=first, also=also, severity=Severity.INFO)


def test_where_findings_stand() -> None:
    text = TWO + "team t {\n  kind person\n}\n"
    known = made_up(WorkspaceSeen, TeamSeen, ScriptSeen, JourneySeen)
    found = said(load_text(text), known)

    assert [(item.name, *item.position, item.address, item.severity.value) for item in found] == [
        ("workspace-seen", 1, 1, "", "warning"),
        ("journey-seen", 3, 5, "j.s.a", "info"),
        ("script-seen", 4, 5, "", "error"),
        ("team-seen", 8, 3, "team.t", "warning"),
    ]
    (label,) = found[1].labels
    assert (label.message, label.source.position(label.span.start).line) == ("and here", 2)


@pytest.mark.parametrize(
    ("severity", "expected"), [("error", "error"), ("warning", "info"), ("info", "info")]
)
def test_a_severity_that_was_set_counts_for_all_findings(severity: str, expected: str) -> None:
    """The usual one that is set again leaves a rule its own say."""
    settings = Settings(Choice(severity={"journey-seen": severity}))
    (found,) = said(load_text(TWO), made_up(JourneySeen), settings=settings)

    assert found.severity.value == expected


def test_a_model_without_source(folder: Folder) -> None:
    """Findings about a model that was read from JSON stand at its beginning."""
    import json

    from jmap.cli.inputs import load_inputs

    loaded = folder({"a.jmap": TWO})
    from pathlib import Path

    from jmap.renderers.json import Json

    Path("model.json").write_bytes(Json().render(loaded.workspace, loaded.workspace.journeys))
    assert json.loads(Path("model.json").read_text())
    (model,) = load_inputs(("model.json",))
    found = said(model, select=("all",))

    assert [(item.name, item.path, *item.position, item.address) for item in found] == [
        ("seen-stage", "model.json", 1, 1, "j.s"),
        ("seen-touchpoint", "model.json", 1, 1, "j.s.a"),
        ("seen-touchpoint", "model.json", 1, 1, "j.s.b"),
    ]


def test_a_model_that_was_never_a_file() -> None:
    loaded = Loaded(load_text(TWO).workspace)

    assert examine(loaded, Plan(SEEN), datetime.date(2026, 1, 1)) == ()


def test_the_order_of_files_changes_nothing(folder: Folder) -> None:
    """All rules of this package, over the examples of all of them, whatever comes first."""
    files = {}
    for number, rule in enumerate(catalogue().rules.values()):
        loaded = load_text(rule.bad)
        ids = [journey.id for journey in loaded.workspace.journeys]
        text = rule.bad
        for name in ids:
            text = text.replace(f"journey {name}", f"journey {name}-{number}")
            text = text.replace(f"extends {name}", f"extends {name}-{number}")
        if load_text(text).ok:
            files[f"f{number}/a.jmap"] = text
            files[f"f{number}/jmap.toml"] = ""
    folder(files)
    names = [name for name in files if name.endswith("a.jmap")]
    plan = Plan(catalogue(), asked=Choice(select=("all",)))

    def told(order: list[str]) -> dict[str, list[str]]:
        from jmap.loading import load

        found: dict[str, list[str]] = {}
        for name in order:
            loaded = load(name)
            for item in examine(loaded, plan, datetime.date(2026, 11, 22)):
                found.setdefault(item.path, []).append(f"{item.position} {item.name}")
        return found

    shuffled = random.Random(7).sample(names, len(names))
    first, second = told(names), told(shuffled)
    assert len(first) > 50
    assert first == second


def test_the_order_of_files_in_one_workspace(folder: Folder) -> None:
    from pathlib import Path

    from jmap.loading import load

    root = Path(__file__).parents[3] / "examples" / "fridge-repair"
    names = [str(path) for path in sorted(root.glob("*.jmap"))]
    plan = Plan(catalogue(), asked=Choice(select=("all",)))
    today = datetime.date(2026, 11, 22)
    told = {
        tuple(item.sort_key() for item in examine(load(*order), plan, today))
        for order in (names, names[::-1], names[2:] + names[:2])
    }

    assert len(told) == 1


def test_each_rule_is_asked_once_about_each_part() -> None:
    """Counted: what a rule is asked grows as the map does, not faster."""

    def asked(size: int) -> int:
        count = 0

        class Counting(Rule[Touchpoint]):
            profiles = (DEFAULT,)

            def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
                nonlocal count
                count += 1
                return ()

        points = "".join(f"    touchpoint t{at}\n" for at in range(size))
        text = f"journey j {{\n  stage s {{\n{points}  }}\n}}\njourney k {{ extends j }}\n"
        said(load_text(text), made_up(Counting))
        return count

    assert [asked(size) for size in (10, 20, 40)] == [10, 20, 40]
