"""The gate: what fails, what a workspace says that changes do, and what is wrong with a gate."""

from pathlib import Path

import pytest

from jmap.config import Settings, read_content
from jmap.diagnostics import Diagnostic
from jmap.diff.allowed import Allowed
from jmap.diff.altered import altered
from jmap.diff.gate import Policy, faults
from jmap.reports.changes.compared import Compared
from jmap.rules.plan import Plan
from tests.tools.changes import compared, loaded
from tests.unit.rules.conftest import SEEN

MAP = """
team care "Customer care"
journey refund "Getting a refund" {{
  stage ask "Ask" {{
    touchpoint call "Calls the line" {{ {} }}
  }}
}}
journey quote "Asking for a quote" {{
  stage ask "Ask" {{
    touchpoint mail "Writes" {{ {} }}
  }}
}}
"""
WAITS = "current 26h; desired 4h"
LONGER = "current 30h; desired 4h"
SOONER = "current 20h; desired 4h"
MISSED = 'opportunity bot "A bot" { due 2027-02-01 }'
LATER = 'opportunity bot "A bot" { due 2027-05-01 }'


def change(before: str, after: str, other: tuple[str, str] = ("", "")) -> Compared:
    return compared(MAP.format(before, other[0]), MAP.format(after, other[1]))


def settings(text: str, path: str = "jmap.toml") -> Settings:
    return read_content(path, text.encode())


def stopped(policy: Policy, what: Compared) -> list[str]:
    """The changes that fail, as name and address."""
    return [
        f"{one.weight.name} {one.where}"
        for one in policy.weighed(what.changes, what.old, what.new)
        if policy.stops(one, what.old, what.new)
    ]


WORSE = change(WAITS, LONGER)
BETTER = change(WAITS, SOONER)
WORDS = change('evidence "12 interviews"', 'evidence "13 interviews"')
GONE = change('pain fees "Late fees"', "")


@pytest.mark.parametrize(
    ("asked", "what", "fails"),
    [
        ("worse", WORSE, 1),
        ("worse", BETTER, 0),
        ("worse", WORDS, 0),
        ("any", WORSE, 1),
        ("any", BETTER, 1),
        ("any", WORDS, 1),
        ("none", WORSE, 0),
        ("removed", GONE, 1),
        ("removed", WORSE, 0),
        ("changed", WORDS, 1),
        ("added removed moved renamed", WORSE, 0),
        ("gap-widened", WORSE, 1),
        ("gap-narrowed", BETTER, 1),
        ("gap-widened owner-lost", WORSE, 1),
        ("owner-lost", WORSE, 0),
        ("better neutral", BETTER, 0),
        ("", WORSE, 0),
    ],
)
def test_what_fails(asked: str, what: Compared, fails: int) -> None:
    assert len(stopped(Policy(asked=tuple(asked.split())), what)) == fails


def test_nothing_fails_that_nobody_asked_for() -> None:
    assert stopped(Policy(), WORSE) == []


def test_settings_say_what_fails_and_the_command_line_says_it_louder() -> None:
    said = settings('[diff]\nfail-on = ["worse"]')

    assert stopped(Policy(said), WORSE) == ["gap-widened refund.ask.call"]
    assert stopped(Policy(said, ("none",)), WORSE) == []
    assert stopped(Policy(settings('[diff]\nfail-on = ["none"]'), ("worse",)), WORSE) != []


def test_a_pyproject_says_it_in_its_own_table() -> None:
    said = settings('[tool.jmap.diff]\nfail-on = ["worse"]', "pyproject.toml")

    assert stopped(Policy(said), WORSE) == ["gap-widened refund.ask.call"]


def test_an_allowed_change_fails_nothing() -> None:
    (one,) = WORSE.changes
    policy = Policy(asked=("any",))
    allowed = Allowed("The line moves", "Sara")

    assert policy.stops(one, WORSE.old, WORSE.new)
    assert not policy.stops(
        type(one)(one.change, one.weight, one.lines, allowed), WORSE.old, WORSE.new
    )


@pytest.mark.parametrize(
    ("weights", "effect", "fails"),
    [
        ('gap-widened = "neutral"', "neutral", 0),
        ('gap-widened = "better"', "better", 0),
        ('gap-widened = "worse"', "worse", 1),
        ('due-later = "neutral"', "worse", 1),
    ],
)
def test_a_team_says_itself_what_counts(weights: str, effect: str, fails: int) -> None:
    policy = Policy(settings(f"[diff.weights]\n{weights}"), ("worse",))
    (one,) = policy.weighed(WORSE.changes, WORSE.old, WORSE.new)

    assert (one.weight.effect, one.weight.name) == (effect, "gap-widened")
    assert one.weight.reason == WORSE.changes[0].weight.reason
    assert len(stopped(policy, WORSE)) == fails


def test_what_weighs_nothing_may_weigh_here() -> None:
    told = change("", "current 26h")

    assert stopped(Policy(asked=("worse",)), told) == []
    strict = Policy(settings('[diff.weights]\nfigure-told = "worse"'), ("worse",))
    assert stopped(strict, told) == ["figure-told refund.ask.call"]


OVERRIDES = """
[diff]
fail-on = ["worse"]
[[overrides]]
journeys = ["quote"]
[overrides.diff]
fail-on = ["none"]
[[overrides]]
paths = ["*.jmap"]
[overrides.diff.weights]
due-later = "neutral"
"""


def test_overrides_by_journey_and_path() -> None:
    both = change(WAITS, LONGER, (f"{WAITS}; {MISSED}", f"{LONGER}; {LATER}"))
    policy = Policy(settings(OVERRIDES))

    assert stopped(policy, both) == ["gap-widened refund.ask.call"]
    effects = {one.weight.name: one.weight.effect for one in policy.weighed(
        both.changes, both.old, both.new
    )}  # fmt: skip
    assert effects == {"gap-widened": "worse", "due-later": "neutral"}


def test_a_path_is_that_of_before(tmp_path: Path) -> None:
    policy = Policy(settings(
        '[diff]\nfail-on = ["worse"]\n[[overrides]]\npaths = ["lax/**"]\n'
        '[overrides.diff]\nfail-on = ["none"]'
    ))  # fmt: skip
    here = loaded(MAP.format(WAITS, ""), "strict/a.jmap")
    there = loaded(MAP.format(LONGER, ""), "lax/a.jmap")

    assert stopped(policy, compared(here, there)) == ["gap-widened refund.ask.call"]
    assert stopped(policy, compared(there, loaded(MAP.format("current 40h; desired 4h", "")))) == []


def test_a_journey_is_known_by_what_it_was_called() -> None:
    policy = Policy(settings(OVERRIDES.replace("quote", "open")))
    old = MAP.format(WAITS, "")
    # To call it by a name whose gate is open does not help.
    new = MAP.format(LONGER, "").replace("journey refund", "journey open was refund")

    assert stopped(policy, compared(old, new)) == ["gap-widened open.ask.call"]
    assert stopped(policy, compared(new, new.replace("30h", "40h"))) == []


def told(found: Settings) -> list[str]:
    return [line(item) for item in faults(found)]


def line(item: Diagnostic) -> str:
    at = item.position
    return f"{at.line}:{at.column} {item.message} | {item.help}"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[diff]\nfail-on = ["wors"]', "2:12 there is no change 'wors' to fail on | "
         'did you mean "worse"?'),
        ('[diff]\nfail-on = ["worse", "gap-widned"]', "2:21 there is no change 'gap-widned' to "
         'fail on | did you mean "gap-widened"?'),
        ('[diff]\nfail-on = ["worse", "none"]', "2:21 none stands alone | drop it, or drop the "
         "others"),
        ('[diff.weights]\nowner-los = "worse"', "2:1 there is no change 'owner-los' to weigh | "
         'did you mean "owner-lost"?'),
        ('[diff.weights]\nسلام = "worse"'.replace("سلام", '"سلام"'), "2:1 there is no change "
         "'سلام' to weigh | `jmap explain changes` lists all names"),
        ('[[overrides]]\npaths = ["a"]\ndiff.fail-on = ["wors"]', "3:17 there is no change "
         "'wors' to fail on | did you mean \"worse\"?"),
    ],
)  # fmt: skip
def test_names_that_there_are_not(text: str, complaint: str) -> None:
    assert told(settings(text)) == [complaint]
    # A check says the same.
    assert [line(item) for item in Plan(SEEN, settings(text)).faults()] == [complaint]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("diff = 3", "1:1 diff is a table | begin it with [diff]"),
        ('[diff]\nfail_on = ["worse"]', "2:1 there is no key 'fail_on' here | "
         'did you mean "fail-on"?'),
        ('[diff]\nfail-on = "worse"', '2:1 fail-on takes a list of texts | write fail-on = ["…"]'),
        ("[diff]\nfail-on = [3]", '2:12 3 is no text | write fail-on = ["…"]'),
        ("[diff]\nweights = 3", "2:1 weights is a table | begin it with [diff.weights]"),
        ('[diff.weights]\ngap-widened = "bad"', '2:1 there is no effect "bad" | write one of '
         '"worse", "better", "neutral"'),
        ("[diff.weights]\ngap-widened = []", "2:1 there is no effect [] | write one of "
         '"worse", "better", "neutral"'),
    ],
)  # fmt: skip
def test_values_that_mean_nothing(text: str, complaint: str) -> None:
    assert [line(item) for item in settings(text).diagnostics] == [complaint]
    assert stopped(Policy(settings(text)), WORSE) == []


def test_a_thousand_unknown_names_cost_little() -> None:
    names = ", ".join(f'"gap-widen{number}"' for number in range(5_000))

    assert len(told(settings(f"[diff]\nfail-on = [{names}]"))) == 5_000


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "", ""),
        ('[diff]\nfail-on = ["worse"]', '# why\n[diff]\nfail-on = ["worse"]', ""),
        ('profile = "strict"', 'fail-level = "info"', ""),
        ('[diff]\nfail-on = ["worse"]', "", "fail-on worse → not set"),
        ("", '[diff]\nfail-on = ["worse", "removed"]', "fail-on not set → worse, removed"),
        ("", '[diff.weights]\ngap-widened = "neutral"', "gap-widened as usual → neutral"),
        ("", '[[overrides]]\npaths = ["a"]\ndiff.fail-on = ["none"]',
         "for some paths or journeys"),
    ],
)  # fmt: skip
def test_a_gate_that_is_altered_is_said(before: str, after: str, said: str) -> None:
    found = altered(settings(before), settings(after))

    assert [one.said("en") for one in found] == ([said] if said else [])
