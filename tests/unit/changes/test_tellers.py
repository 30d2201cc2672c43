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


def test_an_idea_that_is_planned_is_told_once_with_its_day_and_its_owner() -> None:
    idea = 'opportunity fast "Answer at once"'
    said = page({"call": idea}, {"call": f"{idea} {{ owner web; due 2027-01-31; status planned }}"})

    assert said.count("**Answer at once**") == 1
    assert "it is planned for 2027-01-31 and was an idea · owner: Web team" in said
    assert "before:" not in said, "who has the touchpoint did not have the idea"
    assert "3 better" in said, "all are counted"

    owned = page({"call": idea}, {"call": f"{idea} {{ owner web }}"})
    assert '"Web team" answers for it now' in owned


def test_a_promise_that_is_not_kept_from_the_first_day_is_told_once() -> None:
    sms = '\nchannel sms "Messages" { kind sms; responds 90% within 5m }'
    old = MAP.format(call="", mail="", more="")
    for current, times in (("12m", 0), ("4m", 1)):
        write = f"touchpoint write on sms {{ current {current} }}\n    touchpoint mail"
        said = comment(told([compared(old, old.replace("touchpoint mail", write) + sms)]))
        above = said.split("<details>")[0]
        assert above.count("**Messages**") == times, current
        assert above.count("90% answered within 5 min") == 1


def test_a_target_that_an_aim_takes_over_is_told_once() -> None:
    late = '\nmetric late "Late orders" {{{{ kind rate; better lower; target {} }}}}'
    line = "measure late {{ current 15%; intended {} }}"
    old, same, other = (
        (MAP + late.format(target)).format(call=line.format(aim), mail="", more="")
        for target, aim in (("8%", "8%"), ("12%", "12%"), ("20%", "12%"))
    )
    once, twice = (
        comment(told([compared(old, new)])).split("<details>")[0] for new in (same, other)
    )

    assert "we set out to give 12% instead of 8%" in once
    assert "the target of the metric went with it" in once
    assert "content with less" not in once
    assert "content with less" in twice
    assert "nobody owns it" not in twice, "a metric has no owner"


def test_figures_that_moved_by_chance_are_told_with_what_they_were() -> None:
    more = "measure a {{ current {} }}; measure b {{ current {} }}; measure c {{ current {} }}"
    metrics = "".join(
        f'\nmetric {name} "M{name}" {{{{ kind rate; better higher }}}}' for name in "abc"
    )
    sides = [
        (MAP + metrics).format(call=more.format(*figures), mail="", more="")
        for figures in (("47/60", "30/60", "12/60"), ("46/60", "31/60", "11/60"))
    ]
    said = comment(told([compared(*sides)]))

    assert "**Ma** (76.7% (46/60) instead of 78.3% (47/60)): none of them moved" in said
    assert "**Mc** (18.3% (11/60) instead of 20.0% (12/60)), **Mb** (51.7%" in said
    assert "further than chance may" in said
