"""What lets a change pass: comments in maps and words in commits, and what lets nothing pass."""

import datetime
from collections.abc import Sequence

import pytest

from jmap.diff.allowed import Allowed
from jmap.rules.passes import Passed, Word, complaints_of, passed
from tests.tools.changes import compared, loaded

TODAY = datetime.date(2026, 11, 22)
WHY = "-- The line moves"
OWNER = "# jmap: allow owner-lost -- She retires"


def map_of(
    call: str, before_call: str = "", before_stage: str = "", before_journey: str = ""
) -> str:
    return f"""
team care "Customer care"
team lead "Team lead"
{before_journey}
journey refund "Getting a refund" {{
  {before_stage}
  stage ask "Ask" {{
    {before_call}
    touchpoint call "Calls the line" {{
      {call}
    }}
    touchpoint mail "Writes" {{
      current 26h
      desired 4h
    }}
  }}
}}
"""


def call(hours: int, comment: str = "", behind: str = "") -> str:
    return f"owner lead\n{comment}\ncurrent {hours}h {behind}\ndesired 4h\n"


def judged(before: str, after: str, words: Sequence[Word] = ()) -> Passed:
    both = compared(loaded(before, "a.jmap"), loaded(after, "a.jmap"))
    return passed(both.changes, both.old, both.new, words, TODAY)


def allowed(before: str, after: str, *words: Word) -> list[str]:
    """Of each change that weighs: its name, and who lets it pass and why."""
    found = judged(before, after, words)
    return [f"{one.weight.name} {said(one.allowed)}" for one in found.changes if one.weight.name]


def said(one: Allowed | None) -> str:
    return "no" if one is None else f"{one.by or 'map'}: {one.reason}"


OLD = map_of(call(26))
PASSES = ["gap-widened map: The line moves"]
STANDS = ["gap-widened no"]
ALLOW = f"# jmap: allow gap-widened {WHY}"


@pytest.mark.parametrize(
    "after",
    [
        map_of(call(30, ALLOW)),
        map_of(call(30, behind=ALLOW)),
        map_of(call(30), before_call=ALLOW),
        map_of(call(30), before_stage=ALLOW),
        map_of(call(30), before_journey=ALLOW),
        map_of(call(30, ALLOW.replace("--", "—"))),
        map_of(call(30, "# jmap: بپذیر gap-widened -- The line moves")),
        map_of(call(30, f"{ALLOW} until 2026-11-22")),
        map_of(call(30, "# jmap: بپذیر gap-widened -- The line moves تا ۲۰۲۷-۰۳-۰۱")),
    ],
)
def test_a_comment_at_the_part_or_around_it(after: str) -> None:
    assert allowed(OLD, after) == PASSES
    assert judged(OLD, after).complaints == ()


@pytest.mark.parametrize(
    "after",
    [
        map_of(call(30)),
        # At another part, of another name, without a reason, until a day that has passed.
        map_of(call(30)).replace("touchpoint mail", f"{ALLOW}\ntouchpoint mail"),
        map_of(call(30).replace("desired", f"{ALLOW}\ndesired")),
        map_of(call(30, ALLOW.replace("widened", "opened"))),
        map_of(call(30, "# jmap: allow gap-widened")),
        map_of(call(30, f"{ALLOW} until 2026-11-21")),
        map_of(call(30, f"{ALLOW} until 2026-13-21")),
        map_of(call(30, f"# allow gap-widened {WHY}")),
        map_of(call(30, f"# jmap: allow gap-widened owner-lost {WHY}")),
    ],
)
def test_a_comment_elsewhere_lets_nothing_pass(after: str) -> None:
    assert allowed(OLD, after) == STANDS


def test_what_is_gone_is_allowed_where_it_was() -> None:
    gone = map_of("current 26h\ndesired 4h")
    there = map_of("owner lead\ncurrent 26h\ndesired 4h")

    assert allowed(there, gone) == ["owner-lost no"]
    for after in (
        gone.replace("current", f"{OWNER}\ncurrent", 1),
        gone.replace("desired 4h", f"desired 4h\n{OWNER}", 1),
        gone.replace("touchpoint call", f"{OWNER}\ntouchpoint call"),
    ):
        assert allowed(there, after) == ["owner-lost map: She retires"], after
    mail = gone.replace('"Writes" {', f'"Writes" {{\n{OWNER}')
    assert allowed(there, mail) == ["owner-lost no"]


def test_a_part_that_is_gone_is_allowed_in_what_held_it() -> None:
    there = map_of('pain fees "Late fees"')
    comment = "# jmap: allow pain-dropped -- Nobody has it any more"

    assert allowed(there, map_of("")) == ["pain-dropped no"]
    for after in (map_of(comment), map_of("", comment), map_of("", before_stage=comment)):
        assert allowed(there, after) == ["pain-dropped map: Nobody has it any more"]


def test_a_part_that_is_new() -> None:
    comment = "# jmap: allow pain-told -- Heard in May"

    assert allowed(map_of(""), map_of(f'{comment}\npain fees "Late fees"')) == [
        "pain-told map: Heard in May"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (map_of(call(26, ALLOW)), map_of(call(30, ALLOW))),
        (map_of(call(26), ALLOW), map_of(call(30), ALLOW)),
        # To move the comment is not to say it again.
        (map_of(call(26), before_stage=ALLOW), map_of(call(30), before_stage=ALLOW)),
    ],
)
def test_what_was_allowed_once_lets_no_second_change_pass(before: str, after: str) -> None:
    assert allowed(before, after) == STANDS
    (complaint,) = judged(before, after).complaints
    assert complaint.startswith("a.jmap:")
    assert "was there before, for a change that is made" in complaint
    # Another reason is for another change, and a day says how long.
    assert allowed(before, after.replace("moves", "moves again")) == [f"{PASSES[0]} again"]
    old, new = (text.replace("moves", "moves until 2027-03-01") for text in (before, after))
    assert allowed(old, new) == PASSES


def test_one_that_no_change_uses_is_fine() -> None:
    assert judged(OLD, map_of(call(26, ALLOW))) == Passed(())


@pytest.mark.parametrize(
    ("comment", "complaint"),
    [
        ("# jmap: allow gap-widened", "of gap-widened does not say why: write -- and the reason"),
        (f"{ALLOW} until 2026-01-01", "of gap-widened held until 2026-01-01"),
        (ALLOW.replace("widened", "widned"), "names `gap-widned`, and there is no such change: "
         "did you mean gap-widened?"),
        # What is for a check is not for this.
        (f"# jmap: allow owner-without-backup {WHY}", ""),
    ],
)  # fmt: skip
def test_a_comment_that_lets_nothing_pass_is_said(comment: str, complaint: str) -> None:
    found = judged(OLD, map_of(call(30, comment))).complaints

    assert len(found) == bool(complaint)
    assert all(one.startswith(f"a.jmap:11:1: the allowance {complaint}") for one in found), found


def word(said: str) -> Word:
    return Word(said, "Sara", "1a2b3c4d5")


@pytest.mark.parametrize(
    "text",
    [
        f"gap-widened refund.ask.call {WHY}",
        f"gap-widened refund.ask {WHY}",
        f"gap-widened refund {WHY}",
        f"gap-widened refund.ask.call {WHY} until 2026-11-22",
        "  gap-widened \t refund.ask.call —  The   line moves",
    ],
)  # fmt: skip
def test_a_commit_lets_a_change_pass(text: str) -> None:
    assert allowed(OLD, map_of(call(30)), word(text)) == ["gap-widened Sara: The line moves"]


def test_a_commit_writes_ids_as_a_keyboard_does() -> None:
    old, new = (OLD.replace("call", "تماس‌ی"), map_of(call(30)).replace("call", "تماس‌ی"))

    assert allowed(old, new, word(f"gap-widened refund.ask.تماس‌ي {WHY}")) == [
        "gap-widened Sara: The line moves"
    ]


def test_a_commit_names_a_change_by_its_fingerprint() -> None:
    (one,) = judged(OLD, map_of(call(30))).changes
    by_print = word(f"{one.fingerprint} {WHY}")

    assert allowed(OLD, map_of(call(30)), by_print) == ["gap-widened Sara: The line moves"]
    assert list(complaints_of([by_print], TODAY)) == []
    # Another change is another one.
    assert allowed(OLD, map_of(call(31)), word(f"{one.fingerprint} {WHY}")) == STANDS


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "Jmap-Allow names no change"),
        (WHY, "Jmap-Allow names no change"),
        ("gap-widened refund.ask.call", "Jmap-Allow does not say why: write -- and the reason"),
        ("gap-widened refund.ask.call --", "Jmap-Allow does not say why: write -- and the reason"),
        (f"gap-widened {WHY}", "Jmap-Allow does not say where: Jmap-Allow: gap-widened JOURNEY"),
        (f"gap-widned refund {WHY}", "Jmap-Allow names `gap-widned`, and there is no such change: "
         "did you mean gap-widened?"),
        ("123456789abc", "Jmap-Allow does not say why"),
        (f"123456789abc refund {WHY}", "Jmap-Allow says more than a fingerprint before its reason"),
        (f"123456789abc {WHY}", "Jmap-Allow: `123456789abc` meets no change"),
        (f"gap-widened refund.as {WHY}", "Jmap-Allow: `gap-widened refund.as` meets no change"),
        (f"owner-lost refund {WHY}", "Jmap-Allow: `owner-lost refund` meets no change"),
        (f"gap-widened refund {WHY} until 2026-11-21", "Jmap-Allow: gap-widened held until 2026-1"),
        (f"gap-widened refund {WHY} until 2026-13-21", "Jmap-Allow has no day that can be read"),
        ("x" * 100_000, "Jmap-Allow names `xxx"),
    ],
)  # fmt: skip
def test_words_that_let_nothing_pass_are_said(text: str, complaint: str) -> None:
    one = word(text)
    assert allowed(OLD, map_of(call(30)), one) == STANDS
    (said,) = complaints_of([one], TODAY)

    assert said.startswith(f"1a2b3c4d5: {complaint}")
    assert len(said) < 1_000


def test_a_long_reason_is_cut() -> None:
    (one,) = judged(
        OLD, map_of(call(30)), [word(f"gap-widened refund -- {'long ' * 9_000}")]
    ).changes

    assert one.allowed is not None
    assert len(one.allowed.reason) == 500


def test_a_thousand_allowances_and_changes_are_met_in_no_time() -> None:
    def pains(severity: str, comment: str) -> str:
        return map_of("\n".join(
            f'{comment}\npain p{number} "Pain {number}" {{ severity {severity} }}'
            for number in range(1_000)
        ))  # fmt: skip

    before, after = pains("low", ""), pains("high", f"# jmap: allow pain-grew {WHY}")
    words = [word(f"pain-grew refund.ask.call.p{number} {WHY}") for number in range(100)]

    assert allowed(before, after, *words) == ["pain-grew map: The line moves"] * 1_000
