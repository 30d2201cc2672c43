"""Changes for programs: what is written can be read back, and nothing else can."""

import json
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from jmap.cli.schema import command
from jmap.diff.allowed import Allowed
from jmap.reports.changes import told as bounds
from jmap.reports.changes.json import changes_json, changes_schema
from jmap.reports.changes.reading import NotTold, read
from jmap.reports.changes.size import size_of
from jmap.reports.changes.telling import told
from tests.tools.changes import compared
from tests.unit.changes.maps import refund, with_allowance

OLD_FIELDS = (
    *("fingerprint", "kind", "workspace", "address", "statement", "title", "field", "was"),
    *("before", "after", "place", "guess", "effect", "reason", "name"),
)
"""What programs found in a change from the first day."""

STANDING = [{"journey": "x", "before": {}, "after": {}}]


def content() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(changes_json([refund(prefix="HEAD:/")]))
    return made


def change(name: str) -> dict[str, Any]:
    made: dict[str, Any]
    (made,) = [one for one in content()["changes"] if one["name"] == name]
    return made


def test_a_change_says_all_that_it_said_before() -> None:
    found = change("gap-widened")

    assert set(OLD_FIELDS) <= set(found)
    assert found["before"] == ["current 26h"]
    assert found["after"] == ["current 30h"]
    assert found["place"] is None


def test_a_change_says_who_and_where() -> None:
    found = change("gap-widened")

    assert found["owner"] == "Customer care"
    assert found["journey"] == "How to get a refund"
    assert (found["stage"], found["touchpoint"]) == ("Ask", "Calling us")
    assert found["moment"]
    assert found["allowed"] is None
    assert found["source"] == {
        "path": "maps/refund.jmap",
        "line": 12,
        "column": 7,
        "end_line": 12,
        "end_column": 18,
        "old": False,
    }
    assert change("mood-fell")["personas"] == ["Dana Okafor"]


def test_the_owner_before_is_said_where_it_was_another() -> None:
    maps = 'team a "A"\nteam b "B"\njourney j {\n stage s {\n touchpoint t {\n %s\n }\n }\n}\n'
    changed = told([compared(maps % "owner a", maps % "owner b")]).changes[0]
    lost = told([compared(maps % "owner a", maps % "")]).changes[0]
    renamed = told(
        [
            compared(
                maps % "owner a",
                (maps % 'owner c\n do "x"').replace('team a "A"', 'team c was a "C"'),
            )
        ]
    ).changes

    assert (changed.owner, changed.owner_before) == ("B", "A")
    assert (lost.owner, lost.owner_before) == ("", "A")
    assert all(one.owner_before == "" for one in renamed)


def test_what_is_gone_has_the_owner_that_it_had() -> None:
    maps = 'team a "A"\njourney j {\n stage s {\n%s touchpoint u\n }\n}\n'
    (gone,) = told([compared(maps % " touchpoint t {\n owner a\n }\n", maps % "")]).changes

    assert (gone.kind, gone.owner, gone.touchpoint) == ("removed", "A", "t")


def test_what_went_together_is_called_as_it_was() -> None:
    before = 'team care "Customer care"\npersona sam "Sam Reyes"\njourney j {\n stage s {\n'
    before += " touchpoint t {\n owner care\n feel -1 as sam\n }\n touchpoint u\n }\n}\n"
    after = "journey j {\n stage s {\n%s touchpoint u\n }\n}\n"
    gone = told([compared(before, after % "")]).changes
    lost = told([compared(before, after % " touchpoint t\n")]).changes

    assert next(one.owner for one in gone if one.touchpoint == "t") == "Customer care"
    assert next(one.personas for one in lost if one.field == "feel") == ("Sam Reyes",)


def test_what_may_pass_is_said_and_counted() -> None:
    part = with_allowance(refund(), "gap-widened", Allowed("until May", "Sam Reyes"))
    found = json.loads(changes_json([part]))

    assert [one["allowed"] for one in found["changes"] if one["allowed"]] == [
        {"reason": "until May", "by": "Sam Reyes"}
    ]
    assert found["counts"] == {"worse": 3, "better": 1, "neutral": 2, "allowed": 1}


def test_it_says_how_customers_stand() -> None:
    (standing,) = content()["standings"]

    assert standing["journey"] == "How to get a refund"
    assert standing["before"]["moods"] == [-1, None]
    assert standing["after"]["moods"] == [-2, None]
    assert standing["after"]["large"] == 2


def test_what_is_written_is_what_is_read() -> None:
    part = replace(refund(), notes=("the gate was changed",))

    assert read(changes_json([part]).encode()) == told([part])
    assert read(changes_json([]).encode()) == told([])


def test_the_schema_fits() -> None:
    validator = Draft202012Validator(changes_schema())
    validator.check_schema(changes_schema())
    found = content()
    validator.validate(found)

    assert not validator.is_valid({**found, "more": 1})
    assert changes_schema()["$defs"]["ToldChange"]["properties"]["was"]["description"]
    assert not validator.is_valid({**found, "changes": [{"kind": "added"}]})


def test_the_schema_is_printed() -> None:
    ended = CliRunner().invoke(command, ["--of", "changes"])

    assert json.loads(ended.output) == changes_schema()


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"more": 1}, "more: Extra inputs are not permitted"),
        ({"version": 2}, "version: Input should be 1"),
        ({"version": "1"}, "version: "),
        ({"language": "<b>"}, "language: String should match pattern"),
        ({"before": 1}, "before: Input should be a valid string"),
        ({"left_out": -1}, "left_out: "),
        ({"left_out": 10**400}, ""),
        ({"left_out": 3}, "Value error, the counts are not those of the changes"),
        ({"counts": {"worse": 3, "better": 1, "neutral": 2}}, "counts.allowed: Field required"),
        (
            {"counts": {"worse": 0, "better": 4, "neutral": 2, "allowed": 0}},
            "more changes than are counted",
        ),
        ({"counts": {"worse": 3, "better": 1, "neutral": 2, "allowed": 4}}, "more is allowed"),
        ({"changes": {}}, "changes: "),
        ({"changes": [[]]}, "changes.0: "),
        ({"standings": STANDING * (bounds.STANDINGS + 1)}, "standings: Tuple should have at most"),
        ({"notes": ["x" * (bounds.LONG + 1)]}, "notes.0: String should have at most"),
        ({"standings": [{}]}, "standings.0."),
    ],
)
def test_anything_else_is_refused_with_a_reason(edit: dict[str, Any], said: str) -> None:
    document = json.dumps({**content(), **edit}).encode()

    with pytest.raises(NotTold) as refused:
        read(document)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "edit",
    [
        {"effect": "fine"},
        {"kind": "approved"},
        {"fingerprint": "0123456789AB"},
        {"fingerprint": "0123456789ab\n"},
        {"name": "gap widened"},
        {"name": "gap-widened\n"},
        {"statement": "](http://x)"},
        {"size": 1.5},
        {"guess": "true"},
        {"before": ["x"] * (bounds.LINES + 1)},
        {"source": {"path": "a", "line": 0, "column": 1, "end_line": 1, "end_column": 1}},
        {"allowed": {"reason": "x", "by": "y", "approved": True}},
    ],
)
def test_no_field_of_a_change_takes_what_it_should_not(edit: dict[str, Any]) -> None:
    found = content()
    found["changes"][0] |= edit

    with pytest.raises(NotTold):
        read(json.dumps(found).encode())


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"null",
        b"{}",
        b'{"version": 1}',
        b'{"version": 1, "counts": {}}',
        b"[]",
        b"no",
        b"\xff\xfe",
        b'{"version": NaN}',
        b'{"before": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b" " * (bounds.BYTES + 1),
        b"9" * 1_000_000,
        b'{"changes":[' + b"{}," * 2_000_000 + b"{}]}",
        b'{"changes":[{"before":[' + b"1," * 2_000_000 + b"1]}]}",
        b'{"standings":[{"before":{"moods":[' + b"9," * 2_000_000 + b"9]}}]}",
    ],
    ids=lambda document: repr(document[:30]),
)
def test_hostile_documents_are_refused(document: bytes) -> None:
    with pytest.raises(NotTold):
        read(document)


def test_more_changes_than_fit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.reports.changes.telling.CHANGES", 2)
    found = told([refund()])

    assert [one.effect for one in found.changes] == ["worse", "worse"]
    assert (found.counts.all, found.left_out) == (6, 4)
    assert read(changes_json([refund()]).encode()) == found


def test_what_does_not_fit_leaves_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.reports.changes.telling._ROOM", 6_000)
    many = "\n".join(f'do "{at}"' for at in range(900))
    dropped = f" stage t {{\n touchpoint v {{\n{many}\n }}\n }}\n"
    maps = "journey j {\n stage s {\n touchpoint u {\n current %s\n desired 5\n }\n }\n%s}\n"
    part = compared(maps % (4, dropped), maps % (3, ""))
    weights = {one.weight.name: size_of(one, part.before, part.after) for one in part.changes}
    found = told([part])

    assert weights["stage-dropped"] > weights["gap-widened"]
    assert [one.name for one in found.changes] == ["gap-widened"]
    assert found.left_out == 1


def test_the_heaviest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.reports.changes.telling.CHANGES", 1)
    points = "".join(f" touchpoint {name} {{\n current %s\n desired 5\n }}\n" for name in "tuv")
    maps = f"journey j {{\n stage s {{\n{points} }}\n}}\n"
    (kept,) = told([compared(maps % (5, 5, 5), maps % (4, 1, 3))]).changes

    assert kept.address == "j.s.u"


def test_long_texts_are_cut_and_lines_counted() -> None:
    many = "\n".join(f'do "{at}"' for at in range(bounds.LINES + 500))
    after = f'journey j "{"x" * 20_000}" {{\n stage s {{\n touchpoint t {{\n{many}\n}}\n}}\n}}\n'
    part = compared("journey j\n", after)
    found = told([part])
    cut = next(one for one in found.changes if one.lines_left_out)

    assert len(cut.after) == bounds.LINES
    assert len(cut.after) + cut.lines_left_out == bounds.LINES + 500 + 4
    assert max(len(one.title) for one in found.changes) == bounds.LONG
    assert read(changes_json([part]).encode()) == found


def test_a_document_is_never_larger_than_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.reports.changes.telling._ROOM", 60_000)
    stages = "\n".join(f'stage s{at} "{"x" * 90}" {{\n do "{"س" * 90}"\n}}' for at in range(300))
    part = compared("journey j\n", f"journey j {{\n{stages}\n}}\n")
    document = changes_json([part])

    assert len(document.encode()) < 62_000
    assert read(document.encode()).left_out > 100


def test_standings_that_do_not_fit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.reports.changes.telling._STANDINGS_ROOM", 6_000)
    points = "\n".join(f"touchpoint t{at} {{ feel %s \n}}" for at in range(50))
    maps = "\n".join(f"journey j{at} {{\n stage s {{\n{points}\n}}\n}}" for at in range(20))
    part = compared(maps.replace("%s", "1"), maps.replace("%s", "2"))
    found = told([part])

    assert 0 < len(found.standings) < 20
    assert len(found.standings) + found.standings_left_out == 20
    assert len(changes_json([part]).split('"standings": ')[1]) < 6_000
