"""What can be added without being listed: modules of a folder, and offers of other packages."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from jmap.registry import classes, modules, offered, plugged
from jmap.rules import catalogue as catalogues
from jmap.rules.catalogue import PACK, catalogue
from jmap.rules.rule import Rule
from tests.tools.plug_in import RULE, write_plug_in

OWN = frozenset(catalogue().rules)
"""Read before any test plugs something in."""


@pytest.fixture
def plug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    for name in [name for name in sys.modules if name.endswith("_rules")]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path


def read(plug: Path) -> tuple[list[str], tuple[str, ...]]:
    """The rules of the house, and what is wrong with offers."""
    known = catalogues.catalogue.__wrapped__()
    return [name for name in known.rules if name not in OWN], known.faults


def test_the_pack_is_found_whole() -> None:
    files = {path.stem for path in Path(catalogues.__file__).parent.glob("pack/*.py")}

    assert {module.__name__.rpartition(".")[2] for module in modules(PACK)} == files - {"__init__"}
    assert set(catalogue().rules) == {name.replace("_", "-") for name in files - {"__init__"}}
    assert list(catalogue().rules) == sorted(catalogue().rules)


def test_nothing_is_plugged_in_here() -> None:
    assert not offered("jmap.no-such-group")
    assert list(plugged("jmap.no-such-group")) == []


def test_classes_are_those_of_the_module() -> None:
    module = ModuleType("house.rules")
    own = type("Own", (Rule,), {"__module__": "house.rules"})
    below = type("Below", (Rule,), {"__module__": "house.rules.deep"})
    other = type("Other", (Rule,), {"__module__": "house.rules2"})
    module.__dict__.update(a=own, b=below, c=other, d=3, e=Rule, f=int)

    assert list(classes(module, Rule)) == [own, below]


def test_a_module_of_rules(plug: Path) -> None:
    write_plug_in(plug)

    assert read(plug) == (["former-name", "touchpoint-in-capitals"], ())
    assert offered("jmap.rules")
    assert not offered("jmap.other")


def test_one_rule(plug: Path) -> None:
    write_plug_in(plug, offer="one = house_rules:FormerName")

    assert read(plug) == (["former-name"], ())


def test_a_package_of_modules(plug: Path) -> None:
    write_plug_in(plug, offer="all = house")
    (plug / "house").mkdir()
    (plug / "house" / "__init__.py").write_text("from house.names import FormerName\n")
    (plug / "house" / "names.py").write_text(RULE)

    assert read(plug) == (["former-name"], ())


@pytest.mark.parametrize(
    ("module", "offer", "fault"),
    [
        ("1/0", None, "the rules of house: house cannot be loaded: ZeroDivisionError: "),
        ("raise SystemExit(3)", None, "the rules of house: house cannot be loaded: SystemExit: 3"),
        ("def", None, "the rules of house: house cannot be loaded: SyntaxError: "),
        (RULE, "x = no_such_module", "the rules of house: x cannot be loaded: ModuleNotFound"),
        (RULE, "x = house_rules:Missing", "the rules of house: x cannot be loaded: Attribute"),
        (RULE, "x = house_rules:Fix", "house: x leads to no rule: "),
        ("", None, "house: house leads to no rule: "),
        (
            RULE.replace("FormerName", "SteepDrop"),
            None,
            "house: house has a rule steep-drop, which there is already",
        ),
        (
            RULE.replace("Rule[Script]", "Rule"),
            None,
            "the rule former-name of house: house does not say what it looks at: ",
        ),
        (
            RULE.replace('("text", "house")', '"text"'),
            "x = house_rules:FormerName",
            "the rule former-name of house: x has tags or profiles that are no tuples of texts",
        ),
        (
            RULE.replace('tags = ("text", "house")', 'tags = (); severity = "error"'),
            "x = house_rules:FormerName",
            "the rule former-name of house: x has a severity that is none",
        ),
    ],
    ids=range(11),
)
def test_an_offer_that_leads_nowhere(
    plug: Path, module: str, offer: str | None, fault: str
) -> None:
    write_plug_in(plug, module, offer=offer)
    rules, faults = read(plug)

    assert [one[: len(fault)] for one in faults] == [fault]
    assert set(rules) <= {"touchpoint-in-capitals"}


def test_one_that_fails_leaves_the_others(plug: Path) -> None:
    write_plug_in(plug / "a", "1/0", name="broken")
    write_plug_in(plug / "b")
    sys.path += [str(plug / "a"), str(plug / "b")]
    rules, faults = read(plug)

    assert rules == ["former-name", "touchpoint-in-capitals"]
    assert len(faults) == 1


def test_odd_folders_on_the_way_do_no_harm(plug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plug / "file").touch()
    (plug / "x.dist-info").touch()
    (plug / "y.dist-info").mkdir()
    (plug / "z.egg-info").mkdir()
    (plug / "z.egg-info/entry_points.txt").mkdir()
    monkeypatch.setattr(sys, "path", [str(plug / "file"), str(plug / "no"), "", str(plug)])

    assert not offered("jmap.rules")
