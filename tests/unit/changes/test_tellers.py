"""Changes that the sentence of another tells, and what a comment says of new things."""

from jmap.reports.changes.json import changes_json
from jmap.reports.changes.markdown import comment
from jmap.reports.changes.reading import read
from jmap.reports.changes.telling import told
from tests.tools.changes import compared

MAP = """
team care "Customer care"
team web "Web team"
channel phone "Phone" {{ kind phone }}
journey refund "Getting a refund" {{
  owner care backup web
  stage ask "Ask" {{
    touchpoint call on phone "Calling us" {{ {call} }}
    touchpoint mail on phone "Writing to us" {{ {mail} }}
  }}
  {more}
}}
"""
LATE = 'pain late "Too late" { severity high }'
FAST = 'opportunity fast "Answer at once" { eases late; status doing }'


def page(before: dict[str, str], after: dict[str, str]) -> str:
    empty = {"call": "", "mail": "", "more": ""}
    sides = [MAP.format(**{**empty, **side}) for side in (before, after)]
    document = told([compared(*sides)])
    assert document == read(changes_json([compared(*sides)]).encode())
    return comment(document).split("<details>")[0]


def test_an_idea_that_is_done_is_told_by_the_pain_that_it_ended() -> None:
    done = FAST.replace("doing", "done")
    ended = page({"call": f"{LATE}; {FAST}"}, {"call": done.replace("eases late; ", "")})

    assert '"Answer at once" is done' in ended
    assert "customers have it now" not in ended
    assert "2 better" in ended, "both are counted"

    kept = page({"call": f"{LATE}; {FAST}"}, {"call": f"{LATE}; {done}"})
    assert "**Answer at once** (Calling us): customers have it now: done" in kept


def test_another_idea_that_is_done_is_told_beside() -> None:
    other = 'opportunity other "A new form" {{ status {} }}'
    said = page(
        {"call": f"{LATE}; {FAST}; {other.format('doing')}"},
        {
            "call": f"{FAST.replace('eases late; status doing', 'status done')}; "
            f"{other.format('done')}"
        },
    )

    assert "**A new form** (Calling us): customers have it now: done" in said
    assert "**Answer at once** (Calling us)" not in said


def test_a_moment_of_truth_that_moves_is_told_once() -> None:
    said = page({"call": "moment-of-truth"}, {"mail": "moment-of-truth"})

    assert 'it is no moment of truth any more; "Writing to us" is one now' in said
    assert "it is a moment of truth now" not in said
    assert "it is a moment of truth now" in page({}, {"mail": "moment-of-truth"})


def test_of_new_things_it_is_told_who_answers_and_that_nobody_stands_in() -> None:
    new = 'stage end "The end" {{ {} }}'
    cases = {
        "owner web": 'after "Ask" · owner: Web team · nobody stands in',
        "owner web backup care": 'after "Ask" · owner: Web team\n',
        "": 'after "Ask" · owner: Customer care\n',
    }
    for lines, expected in cases.items():
        assert expected in page({}, {"more": new.format(lines)}), lines


def test_where_nobody_ever_stands_in_that_is_no_news() -> None:
    empty = MAP.replace(" backup web", "")
    sides = [empty.format(call="", mail="", more=more) for more in ("", 'stage end "The end"')]

    assert "nobody stands in" not in comment(told([compared(*sides)]))
