"""What an allowance is for, how it is read, and what it lets stand."""

import datetime
from collections.abc import Callable

import pytest

from jmap.config import Choice
from jmap.loading import Loaded, load_text
from jmap.rules.allowance import Allowance, allowances
from jmap.rules.catalogue import Catalogue
from jmap.rules.examine import examine
from jmap.rules.pack.undeclared_name import UndeclaredName
from jmap.rules.permits import Permits
from jmap.rules.plan import Plan
from jmap.source import SourceFile, Span
from tests.unit.rules.conftest import SEEN, TODAY, made_up, said, said_of, with_allowances

Folder = Callable[..., Loaded]
ALLOWING = with_allowances(*SEEN.rules.values())


def read(text: str) -> list[Allowance]:
    (parsed, *_) = load_text(text).parsed
    return list(allowances(parsed))


def covered(text: str) -> list[str]:
    """The first words of what each allowance is for."""
    return [
        "" if one.covers is None else " ".join(text[slice(*one.covers)].split()[:2])
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # On a line of its own: the next statement of the same block.
        ("# jmap: allow x\njourney j {\n}\n", ["journey j"]),
        ("journey j {\n  # jmap: allow x\n  stage s\n  stage t\n}\n", ["stage s"]),
        ("journey j {\n  stage s\n\n  # jmap: allow x\n\n  # more\n  stage t\n}\n", ["stage t"]),
        ("# jmap: allow x\n# jmap: allow y\n# no\n# jmap: allow z\nteam t\n", ["team t"] * 3),
        # At the end of a block, or of the file: nothing.
        ("journey j {\n  stage s\n  # jmap: allow x\n}\nteam t\n", [""]),
        ("team t\n# jmap: allow x\n", [""]),
        ("# jmap: allow x", [""]),
        ("journey j {\n  # jmap: allow x\n}\n", [""]),
        # Behind a statement: that one.
        ("team t # jmap: allow x\nteam u\n", ["team t"]),
        ("journey j {\n  stage s # jmap: allow x\n  stage t\n}\n", ["stage s"]),
        ("team t; team u # jmap: allow x\n", ["team u"]),
        ("team t; # jmap: allow x\nteam u\n", ["team t"]),
        # Behind a brace: the statement whose block that opens or closes.
        ("journey j { # jmap: allow x\n  stage s\n}\n", ["journey j"]),
        ("journey j {\n  stage s {\n  } # jmap: allow x\n}\n", ["stage s"]),
        ("journey j {\n  stage s {\n  }\n} # jmap: allow x\nteam t\n", ["journey j"]),
        ("journey j { stage s { goal \"g\" } } # jmap: allow x\n", ["journey j"]),
        ("journey j { stage s { goal \"g\" } # jmap: allow x\n}\n", ["stage s"]),
        ("journey j { stage s { goal \"g\" # jmap: allow x\n} }\n", ["goal \"g\""]),
        ("journey j { stage s { } # jmap: allow x\n}\n", ["stage s"]),
        ("journey j {\n} # jmap: allow x\n# jmap: allow y\nteam t\n", ["journey j", "team t"]),
        # Where nothing of the line is a statement: as on a line of its own.
        ("team t\n; # jmap: allow x\nteam u\n", ["team u"]),
        ('team t """\n  a\n  """ # jmap: allow x\nteam u\n', ["team t"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_it_is_for(text: str, words: list[str], end: str) -> None:
    text = text.replace("\n", end)
    assert load_text(text).ok, [item.message for item in load_text(text).diagnostics]

    assert covered(text) == words


@pytest.mark.parametrize(
    ("comment", "rule", "reason", "until"),
    [
        ("# jmap: allow a-b", "a-b", "", None),
        ("#jmap:allow a-b", "a-b", "", None),
        ("### JMAP : allow a-b", "a-b", "", None),
        ("# jmap: allow a-b -- because", "a-b", "because", None),
        ("# jmap: allow a-b — because", "a-b", "because", None),
        ("# jmap: allow a-b – because", "a-b", "because", None),
        ("# jmap: allow a-b -- a -- b — c", "a-b", "a -- b — c", None),
        ("# jmap: allow a-b -- non--stop --x", "a-b", "non--stop --x", None),
        ("# jmap: allow a-b until 2027-03-01", "a-b", "", "2027-03-01"),
        ("# jmap: allow a-b -- x until 2027-03-01", "a-b", "x", "2027-03-01"),
        ("# jmap: allow a-b -- until 2027-03-01", "a-b", "", "2027-03-01"),
        ("# jmap: allow a-b -- x until 2027/3/1", "a-b", "x", "2027-03-01"),
        ("# jmap: allow a-b -- x until they come", "a-b", "x until they come", None),
        ("# jmap: allow a-b -- until 2027-03-01 then no more", "a-b",
         "until 2027-03-01 then no more", None),
        ("# jmap: بپذیر a-b -- مدیر در سفر است تا ۲۰۲۷-۰۳-۰۱", "a-b", "مدیر در سفر است",
         "2027-03-01"),
        ("# jmap: مجاز a-b — تا ٢٠٢٧/٠٣/٠١", "a-b", "", "2027-03-01"),
        ("# jmap: allow a-b تا ۲۰۲۷-۰۳-۰۱", "a-b", "", "2027-03-01"),
    ],
)  # fmt: skip
def test_what_it_says(comment: str, rule: str, reason: str, until: str | None) -> None:
    (found,) = read(f"{comment}\nteam t\n")

    assert (found.rule, found.reason, found.problem) == (rule, reason, "")
    assert (found.until.isoformat() if found.until else None) == until
    assert found.span == Span(0, len(comment))


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("# jmap:", "says nothing that jmap knows"),
        ("# jmap: deny x", "says nothing that jmap knows"),
        ("# jmap: allow", "names no rule"),
        ("# jmap: allow -- why", "names no rule"),
        ("# jmap: allow until 2027-03-01", "names no rule"),
        ("# jmap: allow a b", "names more than one rule, or a reason without -- before it"),
        ("# jmap: allow a-b because", "names more than one rule, or a reason"),
        ("# jmap: allow a until 2027-02-30", "has no day that can be read: there is no day"),
        ("# jmap: allow a -- b until 1405-12-01", "has no day that can be read: 1405 is no year"),
    ],
)
def test_what_cannot_be_read(comment: str, problem: str) -> None:
    (found,) = read(f"{comment}\nteam t\n")

    assert found.problem.startswith(problem)


def test_other_comments_are_left_alone() -> None:
    assert read("# the jmap: allow x\n# allow x\n# jmap allow x\nteam t # jmaps: allow\n") == []


JOURNEY = """\
journey j {{
  {0}
  stage s {{ {1}
    touchpoint t {{
      action "g"
    }} {2}
  }}
}}
"""


@pytest.mark.parametrize(
    ("places", "left"),
    [
        (("", "", ""), ["3 seen-stage", "4 seen-touchpoint"]),
        (("# jmap: allow seen-stage -- x", "", ""), ["4 seen-touchpoint"]),
        (("", "# jmap: allow seen-touchpoint -- x", ""), ["3 seen-stage"]),
        (("", "", "# jmap: allow seen-touchpoint -- x"), ["3 seen-stage"]),
        (("# jmap: allow seen-touchpoint -- x", "# jmap: allow seen-stage -- x", ""), []),
    ],
)
def test_what_it_lets_stand(places: tuple[str, ...], left: list[str]) -> None:
    assert said_of(JOURNEY.format(*places), ALLOWING, select=("all",)) == left


def test_one_at_the_end_of_a_block_lets_nothing_stand() -> None:
    text = "journey j {\n  stage s\n  # jmap: allow seen-stage -- x\n}\n"

    assert said_of(text, ALLOWING) == ["2 seen-stage", "3 unused-allowance"]


@pytest.mark.parametrize("inner", ["", " until 2026-11-21"])
def test_an_expired_one_lets_nothing_stand(inner: str) -> None:
    text = f"# jmap: allow seen-stage -- x until 2026-11-21\njourney j {{\n  stage s # jmap: allow seen-stage -- y{inner}\n}}\n"  # fmt: skip  # noqa: E501
    found = said_of(text, ALLOWING)

    assert ("3 seen-stage" in found) == bool(inner)
    assert "1 expired-allowance" in found
    assert not any("unused" in line for line in found)


def test_it_holds_on_its_last_day() -> None:
    text = "# jmap: allow seen-stage -- x until 2026-11-22\njourney j {\n  stage s\n}\n"

    assert said_of(text, ALLOWING) == []
    assert said_of(text, ALLOWING, today=datetime.date(2026, 11, 23))[-1] == "3 seen-stage"


def test_the_language_own_note_can_be_allowed() -> None:
    text = (
        'journey j {\n  owner "Sales" # jmap: allow undeclared-name -- Only here\n  for "Dana"\n}\n'
    )
    known = made_up(UndeclaredName)

    def lines(known: Catalogue, *ignored: str) -> list[int]:
        found = examine(load_text(text), Plan(known, asked=Choice(ignore=ignored)), TODAY)
        return [item.position.line for item in found]

    assert lines(known) == [3]
    assert lines(known, "undeclared-name") == []
    assert lines(made_up()) == [2, 3], "where no rule takes it up, it is said as it was noted"


def test_one_that_is_of_no_use_is_told_only_where_its_rule_runs() -> None:
    text = 'journey j {\n  stage s\n  goal "g" # jmap: allow seen-touchpoint -- x\n}\n'

    assert said_of(text, ALLOWING, ignore=("seen-stage",)) == []
    assert said_of(text, ALLOWING, extend_select=("seen-touchpoint",), ignore=("seen-stage",)) == [
        "3 unused-allowance"
    ]


def test_one_in_a_journey_whose_rules_are_others(
    settings: Callable[[str], object],
) -> None:
    found = settings('[[overrides]]\njourneys = ["سفر"]\nignore = ["seen-stage"]\n')
    text = "journey سفر {\n  # jmap: allow seen-stage -- x\n  stage s\n}\n"

    assert said_of(text, ALLOWING, settings=found) == []


@pytest.mark.parametrize("name", ["no-such-rule", "unused-allowance", "unknown-word"])
def test_one_that_names_what_nobody_can_allow(name: str) -> None:
    text = f"# jmap: allow {name} -- x\nteam t\n"

    assert said_of(text, ALLOWING) == ["1 unreadable-allowance"]


def test_a_name_that_was_meant() -> None:
    text = "journey j {\n  stage s # jmap: allow seen-stag -- x\n}\n"
    found = said(load_text(text), ALLOWING)

    assert "did you mean `seen-stage`?" in found[-1].message


def test_those_of_an_imported_file(folder: Folder) -> None:
    """What the language says of an imported file its own comments allow; nothing else is told of
    them.
    """
    files = {
        "a.jmap": 'import "b.jmap"\njourney j { owner t }\n',
        "b.jmap": 'team t\nchannel c {\n  owner "X" # jmap: allow undeclared-name -- x\n}\n'
        "# jmap: allow seen-stage -- of no use\nteam u\n",
    }
    loaded = folder(files, "a.jmap")
    from jmap.rules.examine import examine
    from jmap.rules.plan import Plan

    assert [item.name for item in loaded.diagnostics] == ["undeclared-name"]
    assert examine(loaded, Plan(ALLOWING), datetime.date(2026, 11, 22)) == ()


def test_those_for_what_a_variant_takes_over() -> None:
    """What is said of a base is allowed at the base, once for all its variants."""
    base = "journey a {{\n  stage s {0}\n}}\n"
    variant = "journey b {\n  extends a\n  stage t # jmap: allow seen-stage -- x\n}\n"

    assert said_of(base.format("") + variant, ALLOWING) == ["2 seen-stage"]
    allowed = base.format("# jmap: allow seen-stage -- y") + variant
    assert said_of(allowed, ALLOWING) == []


def test_many_cost_no_more_than_their_number() -> None:
    """How often spans are looked at, counted: not each finding against each allowance."""
    source = SourceFile("a", "x" * 400_000)
    some = [
        Allowance(source, Span(0, 1), Span(at * 20, at * 20 + 15), rule="r") for at in range(10_000)
    ]
    # As many again for one and the same statement, around all of them.
    some += [Allowance(source, Span(0, 1), Span(0, 400_000), rule="r") for _ in range(10_000)]
    permits = Permits(some, datetime.date(2026, 11, 22))
    chains = [_depth(permit) for permit in permits._permits[source, "r"]]

    assert len(chains) == 10_001
    assert max(chains) == 2
    assert permits.lets("r", source, 399_000)
    assert not permits.lets("q", source, 5)
    permits.close()
    assert sum(one.used for one in some) == 10_000


def _depth(permit: object) -> int:
    depth = 0
    while permit is not None:
        depth, permit = depth + 1, permit.around  # type: ignore[attr-defined]
    return depth
