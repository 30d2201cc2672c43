"""The rules about pains, opportunities, evidence, metrics and upkeep, at their edges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.config import Choice
from jmap.diagnostics import Diagnostic, Severity
from jmap.loading import load_text
from jmap.model.quantity import Duration
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, GOVERNMENT, STRICT
from jmap.views.term import after

TODAY = date(2026, 11, 22)


def found(
    name: str, text: str, profile: str = DEFAULT, today: date = TODAY, **settings: object
) -> list[Diagnostic]:
    """The findings of one rule, in order."""
    loaded = load_text(text.lstrip("\n"))
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    asked = Choice(profile=profile, select=(name,), rules={name: settings})
    given = examine(loaded, Plan(catalogue(), asked=asked), today)
    assert {item.name for item in given} <= {name, "undeclared-name"}
    return [item for item in given if item.name == name]


def told(name: str, text: str, profile: str = DEFAULT, **settings: object) -> list[str]:
    """The message of each finding of one rule, in order."""
    return [item.message for item in found(name, text, profile, TODAY, **settings)]


def journey(inside: str, before: str = "", head: str = "state current") -> str:
    """A journey with one stage, after some declarations."""
    return f'{before}\njourney trip "A trip" {{\n{head}\nstage ask "Ask" {{\n{inside}\n}}\n}}\n'


# Pains


EASED = 'pain a "A"\nopportunity x "X" { eases a }\n'
ANSWERED = """
pain a "A"
pain c "C"
pain d "D"
opportunity x "X" { eases a; eases c; eases d }
"""
GRAVE = "{ severity high }"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (ANSWERED + f'pain b "B" {GRAVE}', ["no opportunity eases `b`"]),
        (ANSWERED + f'pain "Lost in the post" {GRAVE}', [
            'no opportunity eases "Lost in the post"'
        ]),
        (ANSWERED + f'pain "نامه گم می‌شود" {GRAVE}', ['no opportunity eases "نامه گم می‌شود"']),
        # Not even the author says that it is grave.
        (ANSWERED + 'pain b "B"', []),
        (ANSWERED + 'pain b "B" { severity medium }', []),
        # A map that answers one or two pains, or less than half, lists them and no more.
        (EASED + f'pain b "B" {GRAVE}', []),
        (ANSWERED + "".join(f'pain "{at}" {GRAVE}\n' for at in range(4)), []),
        (ANSWERED + f'pain b "B" {GRAVE}\nopportunity y "Y" {{ eases b; status dropped }}', [
            "the only idea against `b` was dropped"
        ]),
        (ANSWERED + f'pain b "B" {GRAVE}\nopportunity "Anything"', []),
        # Ideas and pains of one stage are read together.
        (ANSWERED + f'touchpoint t {{ pain b "B" {GRAVE} }}\n'
         'touchpoint u { opportunity "Elsewhere" }', []),
        (ANSWERED + f'touchpoint t {{ pain b "B" {GRAVE} }}\n'
         'touchpoint u { opportunity "Elsewhere" { status dropped } }', [
             "no opportunity eases `b`"
         ]),
    ],
)  # fmt: skip
def test_grave_pains_need_an_answer(inside: str, expected: list[str]) -> None:
    assert told("pain-without-answer", journey(inside)) == expected


def test_an_idea_of_another_stage_is_no_answer() -> None:
    text = journey(ANSWERED + f'pain b "B" {GRAVE}').removesuffix("}\n")
    text += 'stage wait "Wait" { opportunity "Anything" }\n}\n'

    assert told("pain-without-answer", text) == ["no opportunity eases `b`"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (EASED + 'pain b "B"', ["no opportunity eases `b`"]),
        (
            EASED + 'pain b "B"\npain c "C"',
            ["no opportunity eases `b`", "no opportunity eases `c`"],
        ),
        (EASED + 'pain b "B" { severity low }', ["no opportunity eases `b`"]),
        (EASED + 'pain b "B"\nopportunity "Anything"', []),
        (EASED + 'pain "B"\ntouchpoint t { opportunity "Anything" }', []),
        (EASED + 'touchpoint t { pain "B"\nopportunity "Anything" }', []),
        (EASED + 'opportunity "Anything"\ntouchpoint t { pain "B" }', []),
        (EASED + 'touchpoint t { pain b "B"\nfine "The building stays" }', []),
        (EASED + 'touchpoint t { pain b "B"\nstatus retired }', []),
        (EASED + 'touchpoint t { pain b "B"\nstatus planned }', []),
        (
            EASED + 'pain b "B"\nopportunity y "Y" { eases b; status dropped }',
            ["the only idea against `b` was dropped"],
        ),
        (
            EASED
            + 'pain b "B"\nopportunity y "Y" { eases b; status dropped }\n'
            + 'opportunity z "Z" { eases b; status dropped }',
            ["each of the 2 ideas against `b` was dropped"],
        ),
        (EASED + 'pain b "B"\nopportunity y "Y" { eases b; status done }', []),
    ],
)
def test_strictly_all_pains_need_an_answer(inside: str, expected: list[str]) -> None:
    assert told("pain-without-answer", journey(inside), STRICT) == expected


@pytest.mark.parametrize("head", ["state future", "status retired"])
def test_pains_that_nobody_has_today_need_no_answer(head: str) -> None:
    assert told("pain-without-answer", journey(EASED + 'pain b "B"', head=head), STRICT) == []


def test_a_pain_is_answered_from_a_touchpoint_that_goes_away() -> None:
    text = journey(
        'pain a "A"\ntouchpoint old { status retired\nopportunity x "X" { eases a } }', head=""
    )

    assert told("pain-without-answer", text, STRICT) == []


def test_a_variant_that_drops_the_idea_is_told_so() -> None:
    text = journey(EASED) + (
        'journey later "Later" {\nextends trip\n'
        'stage ask { opportunity x "X" { status dropped } }\n}'
    )

    (one,) = found("pain-without-answer", text, STRICT)

    assert one.message == "the only idea against `a` was dropped"
    assert one.address.startswith("later")


def test_what_is_said_of_a_base_is_not_said_of_its_variant() -> None:
    text = journey('pain b "B"') + 'journey later "Later" {\nextends trip\nvisit first\n}'

    (one,) = found("pain-without-answer", text, STRICT)

    assert one.address.startswith("trip")


PAINS = "\n".join(f'pain {name} "Pain" {{ owner "Care" }}' for name in "acd") + '\npain b "B"'


@pytest.mark.parametrize(
    ("inside", "profile", "expected"),
    [
        (PAINS, CONTACT_CENTRE, ["nobody has taken on `b`"]),
        (PAINS + '\npain e "E"', CONTACT_CENTRE, []),
        (PAINS + '\nowner "Care"', CONTACT_CENTRE, []),
        (PAINS + '\nowner "Care"', STRICT, ["`b` has no owner of its own"]),
    ],
)
def test_pains_need_an_owner(inside: str, profile: str, expected: list[str]) -> None:
    assert told("pain-without-owner", journey(inside), profile) == expected


# Opportunities


def planned(body: str, owned: int, dated: int) -> str:
    """An opportunity `x` after three that are planned, so many of them with an owner and a day."""
    others = "".join(
        f'opportunity o{at} "Idea" {{\nstatus planned\n'
        + ('owner "Care"\n' if at < owned else "")
        + ("due 2027-01-01\n" if at < dated else "")
        + "}\n"
        for at in range(3)
    )
    return f'{others}opportunity x "X" {{\n{body}\n}}'


NOBODY, NO_DAY = "nobody who answers for it", "no day to be done by"


@pytest.mark.parametrize(
    ("body", "owned", "dated", "expected"),
    [
        ("status planned", 3, 0, f"`x` is planned, and has {NOBODY}"),
        ("status doing", 0, 3, f"`x` is under way, and has {NO_DAY}"),
        ("status doing", 3, 3, f"`x` is under way, and has {NOBODY} and {NO_DAY}"),
        ('status doing\nowner "Care"', 3, 3, f"`x` is under way, and has {NO_DAY}"),
        # A tick in a column is no plan.
        ("status planned", 2, 2, None),
        ("status planned", 0, 0, None),
        ("status idea", 3, 3, None),
        ("status done", 3, 3, None),
        ("", 3, 3, None),
        ('status doing\nowner "Care"\ndue 2027-01-01', 3, 3, None),
    ],
)
def test_plans_need_an_owner_and_a_day(
    body: str, owned: int, dated: int, expected: str | None
) -> None:
    given = told("opportunity-without-plan", journey(planned(body, owned, dated)))

    assert given == ([expected] if expected else [])


def test_whoever_owns_the_place_owns_the_plan() -> None:
    text = journey('owner "Care"\n' + planned("status doing", 0, 0))

    assert told("opportunity-without-plan", text) == []
    assert told("opportunity-without-plan", text, STRICT)[-1] == (
        f"`x` is under way, and has no owner of its own and {NO_DAY}"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", [f"`x` is open, and has {NOBODY} and {NO_DAY}"]),
        ("status idea\ndue 2027-01-01", [f"`x` is open, and has {NOBODY}"]),
        ('status planned\nowner "Care"', [f"`x` is planned, and has {NO_DAY}"]),
        ('status doing\nowner "Care"\ndue 2027-01-01', []),
        ("status done", []),
        ("status dropped", []),
    ],
)
def test_strictly_every_idea_needs_both(body: str, expected: list[str]) -> None:
    text = journey(f'opportunity x "X" {{\n{body}\n}}')

    assert told("opportunity-without-plan", text, STRICT) == expected


def test_an_idea_is_told_once_where_its_status_stands() -> None:
    (one,) = found(
        "opportunity-without-plan", journey('opportunity x "X" {\nstatus doing\n}'), STRICT
    )

    assert one.position.line == 5
    assert one.help == "say who sees to it and until when: owner …; due 2027-03-31"


def test_a_retired_touchpoint_needs_no_plans() -> None:
    text = journey('touchpoint t { status retired\nopportunity x "X" { status doing } }')

    assert told("opportunity-without-plan", text, STRICT) == []


@pytest.mark.parametrize(
    ("body", "grace", "expected"),
    [
        ("due 2026-11-21", 0, ["`x` was due on 2026-11-21, and is not done"]),
        ("due 2026-11-22", 0, []),
        ("due 2026-11-21", 1, []),
        ("due 2026-11-21\nstatus done", 0, []),
        ("due 2026-11-21\nstatus dropped", 0, []),
    ],
)
def test_plans_are_carried_out_in_time(body: str, grace: int, expected: list[str]) -> None:
    text = journey(f'opportunity x "X" {{\n{body}\n}}')

    assert told("overdue-opportunity", text, STRICT, grace=grace) == expected


RICE = "reach 100\nimpact 2\nconfidence 80%\neffort 2"
ICE = "impact 2\nconfidence 80%\neffort 2"
ULWICK = "importance 9\nsatisfaction 4"


def ideas(*bodies: str) -> str:
    """Opportunities `a`, `b` … with what stands in their blocks."""
    return journey(
        "\n".join(
            f'opportunity {chr(97 + number)} "Idea" {{\n{body}\n}}'
            for number, body in enumerate(bodies)
        )
    )


@pytest.mark.parametrize(
    ("bodies", "profile", "expected"),
    [
        (
            (RICE, "impact 3\neffort 0"),
            STRICT,
            [
                "`b` cannot be ranked beside the others: it lacks `reach`, `confidence` and "
                "`effort`"
            ],
        ),
        ((ULWICK, ""), STRICT, ["`b` cannot be ranked beside the others: it lacks `importance` "
                                 "and `satisfaction`"]),
        # Selected by hand in another profile.
        ((RICE, RICE, RICE, ""), DEFAULT, ["`d` cannot be ranked beside the others: it lacks "
                                           "`reach`, `impact`, `confidence` and `effort`"]),
        ((RICE, RICE, ""), DEFAULT, []),
        ((RICE, "status done"), DEFAULT, []),
        (("",), STRICT, []),
        (("", ULWICK, ULWICK, "status dropped"), STRICT, [
            "`a` cannot be ranked beside the others: it lacks `importance` and `satisfaction`"
        ]),
    ],
)  # fmt: skip
def test_ideas_can_be_ranked(bodies: tuple[str, ...], profile: str, expected: list[str]) -> None:
    assert told("unranked-opportunity", ideas(*bodies), profile) == expected


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ((RICE, ULWICK), ["`b` is ranked by Ulwick's score, others by RICE: there is no common "
                          "order"]),
        ((RICE, ICE), []),
        ((RICE, f"{RICE}\n{ULWICK}"), []),
        ((f"{RICE}\n{ULWICK}", ULWICK, ICE), [
            "`b` is ranked by Ulwick's score, others by ICE: there is no common order"
        ]),
        ((RICE, ULWICK, ""), []),
        ((RICE, f"{ULWICK}\nstatus dropped"), []),
        ((ULWICK,), []),
    ],
)  # fmt: skip
def test_ideas_are_ranked_by_one_method(bodies: tuple[str, ...], expected: list[str]) -> None:
    assert told("mixed-ranking", ideas(*bodies)) == expected


@pytest.mark.parametrize("body", ["kind new-value", "", "kind fix\nstatus done"])
def test_only_repairs_need_to_say_what_they_mend(body: str) -> None:
    assert told("opportunity-eases-nothing", ideas(body), STRICT) == []


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            'pain p "P"\nopportunity x "X" { eases p; status done }',
            ["`x` is done, and `p`, which it eases, still stands"],
        ),
        (
            'pain p "P"\nopportunity x "X" { eases p; status done }\n'
            'opportunity y "Y" { eases p; status dropped }',
            ["`x` is done, and `p`, which it eases, still stands"],
        ),
        (
            'pain p "P"\nopportunity x "X" { eases p; status done }\n'
            'opportunity y "Y" { eases p; status idea }',
            [],
        ),
        ('pain p "P"\nopportunity x "X" { status done }', []),
        (
            'touchpoint t { status retired\npain p "P" }\n'
            'opportunity x "X" { eases p; status done }',
            [],
        ),
    ],
)
def test_what_is_done_has_helped(inside: str, expected: list[str]) -> None:
    assert told("done-and-still-hurting", journey(inside), STRICT) == expected


# Figures


@pytest.mark.parametrize(
    ("churn", "share", "expected"),
    [
        ("2352/4126", 0.5, ["2352 of 4126 leave in `ask`: 57.0%, and at least 55.5% with 95% "
                            "confidence"]),
        ("2352/4126", 0.56, []),
        ("6/10", 0.5, []),
        ("10/10", 0.5, ["10 of 10 leave in `ask`: 100.0%, and at least 72.2% with 95% confidence"]),
        ("90%", 0.5, []),
        ('"Too dear"', 0.5, []),
    ],
)  # fmt: skip
def test_a_drop_is_judged_by_the_cautious_reading(
    churn: str, share: float, expected: list[str]
) -> None:
    assert told("steep-drop", journey(f"churn {churn}"), share=share) == expected


def test_a_drop_of_the_whole_journey_or_of_the_future() -> None:
    assert told("steep-drop", journey("", head="churn 90/100")) == [
        "90 of 100 leave on the way: 90.0%, and at least 82.6% with 95% confidence"
    ]
    assert told("steep-drop", journey("churn 90/100", head="state future")) == []


CSAT = "metric csat { kind csat; method top-2-box; scale 1..5 }"


@pytest.mark.parametrize(
    ("metric", "current", "expected"),
    [
        (CSAT, "29/29", ["29 answers are few for `m`: 100.0% (29/29) may be anything from 88% to "
                         "100%"]),
        (CSAT, "30/30", []),
        ("metric m { kind csat; tolerance 8% }", "412/640", []),
        ("metric m { kind csat; tolerance 3 }", "412/640", [
            "640 answers tell `m`, 64.4% (412/640), only to within 3.7 points; its tolerance is 3"
        ]),
        ("metric m { kind nps }", "5/3/2", [
            "10 answers are few for `m`: +30 (5/3/2) may be anything from −19 to +65"
        ]),
        ("metric m { kind nps; tolerance 10 }", "50/30/20", [
            "100 answers tell `m`, +30 (50/30/20), only to within 15.1 points; its tolerance is 10"
        ]),
        ("metric m { kind rate; tolerance 1% }", "3/10", []),
        ("metric m { kind duration }", "3/10", []),
        ("metric m { kind csat }", "64%", []),
        ("metric m { kind csat }", "4.2", []),
    ],
)  # fmt: skip
def test_surveys_need_answers(metric: str, current: str, expected: list[str]) -> None:
    metric = metric.replace("metric csat", "metric m")

    assert told("small-sample", journey(f"measure m {{ current {current} }}", metric)) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('measure "Recommend" { current 5/3/2 }', ["10 answers are few for `Recommend`: +30 "
         "(5/3/2) may be anything from −19 to +65"]),
        ('measure "Finished" { current 3/10 }', []),
        ("touchpoint t { current 5/3/2 }", ["10 answers are few for `t`: +30 (5/3/2) may be "
         "anything from −19 to +65"]),
        ("touchpoint t { current 3/10 }", []),
        ("touchpoint t { status retired\nmeasure csat { current 3/10 } }", []),
    ],
)  # fmt: skip
def test_surveys_without_a_declared_metric(inside: str, expected: list[str]) -> None:
    assert told("small-sample", journey(inside, CSAT)) == expected


def test_what_looks_like_a_rating_is_told_how_to_write_one() -> None:
    (few,) = found("small-sample", journey("measure csat { current 4/5 }", CSAT))
    (more,) = found("small-sample", journey("measure csat { current 11/20 }", CSAT))

    assert few.help.endswith("a rating is written as a plain number: current 4")
    assert "rating" not in more.help


@pytest.mark.parametrize(
    ("kind", "current", "expected"),
    [
        ("csat", "64%", ["`m` is 64%, and nothing says of how many answers"]),
        ("nps", "12", ["`m` is 12, and nothing says of how many answers"]),
        ("nps", "31/40/49", []),
        ("csat", "4.2", []),
        ("rate", "64%", []),
    ],
)
def test_scores_come_with_their_counts(kind: str, current: str, expected: list[str]) -> None:
    text = journey(f"measure m {{ current {current} }}", f"metric m {{ kind {kind} }}")

    assert told("score-without-sample", text, STRICT) == expected
    assert told("score-without-sample", text.replace("current\n", "future\n"), STRICT) == []


@pytest.mark.parametrize(
    ("metric", "measure", "expected"),
    [
        ("kind csat; scale 1..5", "current 4.2", []),
        ("kind csat; scale 1..5", "current 5.5", ["`m` cannot be 5.5: it runs from 1 to 5"]),
        ("kind csat; scale 1..5", "current 101%", ["`m` cannot be 101%: it runs from 0% to 100%"]),
        ("kind csat", "current 82", []),
        ("kind csat; method net-satisfaction", "current -12%", []),
        ("kind ces; method ces2-mean", "current 7.5", ["`m` cannot be 7.5: it runs from 1 to 7"]),
        ("kind ces; method index", "current -20%", []),
        ("kind nps; scale 0..10", "current 62", []),
        ("kind nps; scale 0..10", "current -101", ["`m` cannot be -101: it runs from -100 to 100"]),
        ("kind rate", "current 115%", []),
        ('kind rate; of "Calls"', "current 115%", ["`m` cannot be 115%: it runs from 0% to 100%"]),
        ('kind rate; of "Calls"', "desired -1%", ["`m` cannot be -1%: it runs from 0% to 100%"]),
        ("kind score; scale 0..10", "current 3; intended 11", [
            "`m` cannot be 11: it runs from 0 to 10"
        ]),
        ("kind score; scale 0..10; target 12", "", ["`m` cannot be 12: it runs from 0 to 10"]),
        ("kind duration", "current 4m", []),
    ],
)  # fmt: skip
def test_figures_lie_on_their_scale(metric: str, measure: str, expected: list[str]) -> None:
    text = journey(f"measure m {{ {measure} }}", f"metric m {{ {metric} }}")

    assert told("impossible-value", text) == expected


def test_no_more_than_all_can_leave() -> None:
    (one,) = found("impossible-value", journey("churn 120%\nchurn 20%"))

    assert one.message == "`churn` cannot be 120%: it runs from 0% to 100%"
    assert one.severity is Severity.ERROR
    assert one.position.line == 4


@pytest.mark.parametrize(
    ("kind", "current", "expected"),
    [
        ("duration", "80%", ["`m` is of the kind `duration`, and 80% is a share"]),
        ("duration", "96", ["`m` is of the kind `duration`, and 96 is a plain number"]),
        ("duration", "96s", []),
        ("rate", "4m", ["`m` is of the kind `rate`, and 4 min is a time"]),
        ("rate", "1.3", []),
        ("nps", "412/640", ["`m` is of the kind `nps`, and 64.4% (412/640) is a share"]),
        ("nps", "15%", []),
        ("csat", "5/3/2", [
            "`m` is of the kind `csat`, and +30 (5/3/2) is a net promoter score"
        ]),
        ("count", "4200 calls", []),
        ("count", "4200", []),
        ("count", "62%", ["`m` is of the kind `count`, and 62% is a share"]),
        ("ces", "3 clicks", ["`m` is of the kind `ces`, and 3 clicks is a number of things"]),
    ],
)  # fmt: skip
def test_figures_are_of_their_metric_s_kind(kind: str, current: str, expected: list[str]) -> None:
    text = journey(f"measure m {{ current {current} }}", f"metric m {{ kind {kind} }}")

    assert told("value-of-another-kind", text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("scale 1..5", "scale 1..7", 1),
        ("scale 1..5", "scale 1..5", 0),
        ("scale 1..5", "", 0),
        ("method top-2-box", "method mean", 1),
        ("method top-2-box", "method Top-2-Box", 0),
    ],
)
def test_surveys_of_a_journey_are_alike(one: str, other: str, expected: int) -> None:
    metrics = f"metric a {{ kind csat; {one} }}\nmetric b {{ kind csat; {other} }}\n"
    apart = journey("measure a\ntouchpoint t { measure b; measure b }", metrics)
    together = journey("measure a\nmeasure b", metrics)

    assert len(found("unlike-scales", apart.replace("; measure b", ""))) == expected
    assert found("unlike-scales", together) == []


@pytest.mark.parametrize(
    ("metric", "current", "profile", "expected"),
    [
        ("kind ces", "3.1", DEFAULT, ["`method`"]),
        ("kind ces; scale 1..7; better higher", "3.1", DEFAULT, []),
        ("kind ces; scale 1..5", "3.1", DEFAULT, ["`method`"]),
        ("kind csat", "64%", DEFAULT, ["`method`"]),
        ("kind csat", "4.1", DEFAULT, []),
        ("kind csat; scale 1..5", "64%", DEFAULT, []),
        ("kind csat", "64%", STRICT, ["`method` and `scale`"]),
        ("kind rate", "64%", DEFAULT, []),
        ("kind rate", "64%", STRICT, ["`of`"]),
        ("kind count", "3 calls", STRICT, ["`better`"]),
        ("kind score; scale 1..5", "3", STRICT, []),
        ("kind duration", "4m", STRICT, ["`method`"]),
        ("kind nps", "12", STRICT, []),
        ("", "12", STRICT, ["`kind`"]),
        ('kind rate; better higher; of "Calls"', "64%", STRICT, []),
        ("kind count; better lower", "3 calls", STRICT, []),
    ],
)
def test_metrics_are_defined(metric: str, current: str, profile: str, expected: list[str]) -> None:
    text = journey(f"measure m {{ current {current} }}", f"metric m {{ {metric} }}")

    expected = [f"what `m` means is open: it does not state {one}" for one in expected]
    assert told("undefined-metric", text, profile) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Service level", 0),
        ("Repeat purchases", 0),
        ("Abandoned calls", 1),
        ("Calls transferred", 1),
        ("Complaint rate", 1),
        ("Churn", 1),
        ("سطح خدمت", 0),
        ("تماس‌های رهاشده", 1),
        ("نرخ شکایت", 1),
    ],
)
def test_a_rate_of_something_bad_says_which_way_is_better(title: str, expected: int) -> None:
    metric = f'metric m "{title}" {{ kind rate; of "Calls" }}'
    text = journey("measure m { current 64% }", metric)

    assert len(found("undefined-metric", text, CONTACT_CENTRE)) == expected
    assert found("undefined-metric", text.replace("rate;", "rate; better lower;"), STRICT) == []


@pytest.mark.parametrize("title", ["FCR", "Solved at the first contact", "حل در نخستین تماس"])
def test_first_contact_resolution_needs_a_window(title: str) -> None:
    metric = f'metric m "{title}" {{ kind rate; better higher; of "Calls" }}'
    text = journey("measure m { current 64% }", metric)

    assert told("undefined-metric", text, CONTACT_CENTRE) == [
        "what `m` means is open: it does not state `method` and `window`"
    ]


@pytest.mark.parametrize(
    "name",
    ["undefined-metric", "metric-without-target", "metric-without-source", "unmeasured-measure"],
)
def test_a_metric_that_nothing_measures_is_left_alone(name: str) -> None:
    assert told(name, journey("", "metric m { kind ces }"), STRICT) == []


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("current 4m; desired 2m", 0), ("current 4m; intended 3m", 0), ("current 4m", 1)],
)
def test_a_target_may_stand_with_the_measure(measure: str, expected: int) -> None:
    text = journey(f"measure m {{ {measure} }}", "metric m { kind duration }")

    assert len(found("metric-without-target", text, STRICT)) == expected


@pytest.mark.parametrize("around", ["status planned", "status retired"])
def test_nothing_is_measured_where_nothing_is(around: str) -> None:
    text = journey(f"touchpoint t {{ {around}\nmeasure csat {{ desired 90% }} }}", CSAT)

    assert told("unmeasured-measure", text, STRICT) == []
    assert len(found("unmeasured-measure", text.replace(around, ""), STRICT)) == 1


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("", 1),
        ("touchpoint t { desired 4m }", 1),
        ("touchpoint t { current 4m }", 0),
        ('touchpoint t { measure "Wait" { current 4m } }', 0),
        ("churn 20%", 0),
        ('churn "They ring a neighbour"', 1),
        ("touchpoint t { churn 31/640 }", 0),
        ("takes 11w", 0),
        ("touchpoint t { takes 45m }", 0),
        ("touchpoint t { takes 45m; status retired }", 1),
    ],
)
def test_stages_are_measured(inside: str, expected: int) -> None:
    assert len(found("stage-without-metric", journey(inside), STRICT)) == expected


SERVICE = {
    "transfers": ('"Calls transferred"', '"Transfer rate"', '"انتقال به واحد دیگر"'),
    "waiting": ('"Average speed of answer"', '"Service level"', '"تماس‌های رهاشده"', '"انتظار"'),
    "resolution at the first contact": ('"FCR"', '"First-call resolution"', '"حل در بار نخست"'),
    "mood": ('"Customer mood"', '"رضایت پس از تماس"', '"CSAT satisfaction"'),
}  # fmt: skip


@pytest.mark.parametrize(("what", "name"), [
    (what, name) for what, names in SERVICE.items() for name in names
])  # fmt: skip
def test_service_metrics_are_known_by_their_names(what: str, name: str) -> None:
    text = journey(f'measure {name}\ntouchpoint t on "Phone"')

    (message,) = told("missing-service-metric", text, CONTACT_CENTRE)

    assert what not in message
    assert all(other in message for other in SERVICE if other != what)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ('on "Phone"', 1),
        ('on "تلفن"', 1),
        ('on "گفت‌وگوی برخط"', 1),
        ('on "Website"', 0),
        ("on desk", 0),
        ("on line", 1),
        ("", 0),
        ('on "Phone" { status retired }', 0),
    ],
)
def test_service_metrics_are_for_phone_and_chat(channel: str, expected: int) -> None:
    channels = 'channel desk "Phone shop" { kind meeting }\nchannel line "Line" { kind phone }'

    text = journey(f"touchpoint t {channel}", channels)
    assert len(found("missing-service-metric", text, CONTACT_CENTRE)) == expected


def test_lines_of_touchpoints_tell_of_waiting_and_mood() -> None:
    channel = "channel line { kind phone; responds 80% within 20s }"
    text = journey("touchpoint t on line { current 96s; feel -2 }", channel)

    assert told("missing-service-metric", text, CONTACT_CENTRE) == [
        "nothing here measures transfers or resolution at the first contact"
    ]


# Upkeep


@pytest.mark.parametrize(
    ("reviewed", "today", "expected"),
    [
        ("2026-10-19 every 6mo", date(2027, 4, 19), []),
        ("2026-10-19 every 6mo", date(2027, 4, 20), [
            (Severity.WARNING, "the review of the map was due on 2027-04-19")
        ]),
        ("2026-10-19 every 6mo", date(2027, 10, 19), [
            (Severity.WARNING, "the review of the map was due on 2027-04-19")
        ]),
        ("2026-10-19 every 6mo", date(2027, 10, 20), [
            (Severity.WARNING, "the review of the map was due on 2027-04-19, and again on "
             "2027-10-19")
        ]),
        ("2026-10-04 every 90d", date(2027, 1, 2), []),
        ("2026-10-04 every 90d", date(2027, 1, 3), [
            (Severity.WARNING, "the review of the map was due on 2027-01-02")
        ]),
        ("2026-10-04", date(2199, 1, 1), []),
        ("2026-10-04 every 999999999999999y", date(2199, 1, 1), []),
        ("2026-10-04 every 0d", date(2199, 1, 1), []),
    ],
)  # fmt: skip
def test_reviews_fall_due(reviewed: str, today: date, expected: list[tuple[Severity, str]]) -> None:
    text = journey("", head=f"reviewed {reviewed}")

    given = found("review-overdue", text, today=today)
    assert [(item.severity, item.message) for item in given] == expected


@pytest.mark.parametrize(
    ("profile", "severity"),
    [
        (DEFAULT, Severity.WARNING),
        (GOVERNMENT, Severity.WARNING),
        (STRICT, Severity.ERROR),
        (CONTACT_CENTRE, Severity.ERROR),
    ],
)
def test_a_second_miss_stops_a_build_where_that_was_asked_for(
    profile: str, severity: Severity
) -> None:
    text = journey("", head="reviewed 2026-10-19 every 6mo")

    (late,) = found("review-overdue", text, profile, date(2027, 10, 19))
    (twice,) = found("review-overdue", text, profile, date(2027, 10, 20))
    assert (late.severity, twice.severity) == (Severity.WARNING, severity)


def test_how_much_a_second_miss_weighs_can_be_set() -> None:
    text = journey("", head="reviewed 2020-01-01 every 6mo")

    (one,) = found("review-overdue", text, **{"missed-twice": "error"})  # type: ignore[arg-type]
    assert one.severity is Severity.ERROR


def test_what_is_retired_needs_no_review() -> None:
    text = journey("", head="reviewed 2020-01-01 every 1mo\nstatus retired")

    assert told("review-overdue", text) == []
    assert told("never-reviewed", text, STRICT) == []


def test_the_message_of_a_review_does_not_change_from_day_to_day() -> None:
    text = journey("", head="reviewed 2026-01-01 every 9mo")

    assert found("review-overdue", text, today=date(2026, 11, 1))[0].message == (
        found("review-overdue", text, today=date(2026, 12, 1))[0].message
    )


def test_a_variant_takes_over_the_review_and_is_not_told_again() -> None:
    text = journey("", head="reviewed 2026-01-01 every 90d") + (
        'journey later "Later" {\nextends trip\nstate future\n}'
    )

    assert [item.address for item in found("review-overdue", text)] == ["trip"]


@pytest.mark.parametrize(
    ("day", "term", "times", "expected"),
    [
        (date(2026, 1, 31), Duration(1, "mo"), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), Duration(2, "mo"), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), Duration(1, "y"), 1, date(2025, 2, 28)),
        (date(2026, 1, 1), Duration(1.5, "mo"), 1, date(2026, 2, 16)),
        (date(2026, 1, 31), Duration(1, "mo"), 2, date(2026, 3, 31)),
        (date(2026, 1, 1), Duration(12, "h"), 1, date(2026, 1, 2)),
        (date(2026, 1, 1), Duration(12, "h"), 2, date(2026, 1, 2)),
        (date(2026, 1, 5), Duration(20, "wd"), 1, date(2026, 2, 2)),
        (date(2026, 1, 5), Duration(40, "wh"), 1, date(2026, 1, 12)),
        (date(2026, 1, 1), Duration(2, "w"), 1, date(2026, 1, 15)),
    ],
)
def test_terms_end_by_the_calendar(day: date, term: Duration, times: int, expected: date) -> None:
    assert after(day, term, times) == expected


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 10**15) | st.floats(0, 1e15),
    st.sampled_from(["s", "m", "h", "d", "w", "mo", "y", "wh", "wd"]),
)
def test_a_term_never_ends_before_it_begins(day: date, value: float, unit: str) -> None:
    term = Duration(value, unit)  # type: ignore[arg-type]
    due, again = after(day, term), after(day, term, 2)

    assert due is None or due >= day
    assert due is None or again is None or again >= due


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("reviewed 2026-11-23", []),
        ("reviewed 2026-11-24", ["the map was reviewed on 2026-11-24, which is still to come"]),
        ("tested 2026-01-01\ntested 2027-01-01", [
            "the journey was tested on 2027-01-01, which is still to come"
        ]),
    ],
)  # fmt: skip
def test_nothing_was_done_tomorrow(head: str, expected: list[str]) -> None:
    assert told("date-in-the-future", journey("", head=head)) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", 1),
        ("state future", 0),
        ("level macro", 0),
        ("tested 2026-01-01", 1),
        ("tested 2026-01-01 usability-test", 1),
        ("tested 2026-01-01 walkthrough", 0),
    ],
)
def test_journeys_are_walked(head: str, expected: int) -> None:
    assert len(found("never-walked", journey("", head=head), STRICT)) == expected


# Evidence


CLAIMS = [
    ("14% of callers hang up", "14%"),
    ("About 60 percent of our loyal customers come back", "60 percent"),
    ("60–70% of all users give up", "70%"),
    ("۶۰ درصد مشتریان می‌روند", "۶۰ درصد"),
    ("۶۰٪ از کاربران پیدا نمی‌کنند", "۶۰٪"),
    ("٪۶۰ تماس‌ها بی‌پاسخ است", "٪۶۰"),
    ("Trust barrier — ~40% drop-off", "40%"),
    ("Lands in spam (~12% of sign-ups)", "12%"),
    ("35% of those eligible never claim", "35%"),
    ("68% just abandon the basket", "68%"),
    ("Every month 4% of our members leave", "4%"),
    ("Abandonment rate: 68%", "68%"),
    ("Churn is at 4.5% a month", "4.5%"),
    ("Conversion from 3% is all we get", "3%"),
    ("Drop-off (about 40 per cent)", "40 per cent"),
    ("Visitors leave (40%)", "40%"),
    ("ریزش ۴۰ درصدی در صفحهٔ پرداخت", "۴۰ درصد"),
    ("نرخ ریزش: ۴۰٪", "۴۰٪"),
    ("رهاسازی سبد خرید حدود ۷۰٪ است", "۷۰٪"),
    ("۷۰٪ رهاسازی در فرم", "۷۰٪"),
    ("۱۲ درصد انصراف می‌دهند", "۱۲ درصد"),
    ("۱۸٪ منصرف می‌شوند", "۱۸٪"),
    ("۳۰ درصد از کاربران رها می‌کنند", "۳۰ درصد"),
    ("۱۲٪ ثبت‌نام‌ها به هرزنامه می‌رود", "۱۲٪"),
    ("۱۲٫۵ درصد از همهٔ مشتری‌ها", "۱۲٫۵ درصد"),
]
NO_CLAIMS = [
    "A 20% discount for members",
    "Leaves a 10% tip for the courier",
    "Pays a 50% cancellation fee",
    "Currency conversion 3% on top",
    "Conversion 3% fee",
    "80% of annual leave is gone",
    "The battery is at 10% when they leave",
    "Drop-off: 5% off with the card",
    "ریزش مو ۲۰٪ بیشتر شد",
    "هزینهٔ انصراف ۱۰٪ است",
    "انصراف ۱۰٪ جریمه دارد",
    "The form is 80% done and then it is gone",
    "Costs 10% more than quoted",
    "Half of the customers leave",
    "100% sure it is lost",
    "۲۰ درصد تخفیف",
    "باتری ۱۰٪ شارژ دارد",
    "۵۰ درصد هزینه را پیش می‌گیرند",
]


@pytest.mark.parametrize(("text", "said"), CLAIMS)
@pytest.mark.parametrize(
    "line",
    ['pain p "%s"', 'pain p "Waits" { because "%s" }', 'story "%s"', 'feel -1 because "%s"'],
)
def test_claims_about_customers_need_evidence(line: str, text: str, said: str) -> None:
    given = told("unsourced-percentage", journey(line % text))

    assert given == [f"nothing says where `{said}` comes from"]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_other_percentages_are_left_alone(text: str) -> None:
    assert told("unsourced-percentage", journey(f'pain p "{text}"')) == []


@pytest.mark.parametrize("text", [text for text in NO_CLAIMS if not text.startswith("Half")])
def test_a_strict_look_asks_about_any_percentage(text: str) -> None:
    assert len(found("unsourced-percentage", journey(f'pain p "{text}"'), STRICT)) == 1


@pytest.mark.parametrize(
    "text",
    [
        journey('pain p "14% of callers hang up" { evidence "Call log" }'),
        journey('evidence "Call log"\npain p "14% of callers hang up"'),
        journey('touchpoint t { evidence "Call log"\npain p "14% of callers hang up" }'),
        journey('pain p "14% of callers hang up"', head='evidence "Call log"'),
        journey('churn 588/4200\npain p "14% of callers hang up"'),
        journey('measure "Lost" { current 14.2% }\npain p "14% of callers hang up"'),
        journey('touchpoint t { current 14%\npain p "14% of callers hang up" }'),
        journey('pain p "14% of callers hang up"', head="churn 588/4200"),
        journey('pain p "14% of callers hang up"', head="state future"),
        journey('touchpoint t { status retired\npain p "14% of callers hang up" }'),
        journey('think "14% of callers hang up, and I am next"'),
        journey('say "14% of callers hang up, says your own advert"'),
        journey('touchpoint t { action "Answer 80% of calls within 20 seconds" }'),
        journey('opportunity "Would keep 14% of callers"'),
    ],
)
def test_claims_with_something_behind_them(text: str) -> None:
    assert told("unsourced-percentage", text) == []


@pytest.mark.parametrize(
    ("inside", "head", "said"),
    [
        ('churn 35% "35% never come back"', "", "35%"),
        ('churn "A third, 33%, cannot pay by card"', "", "33%"),
        ('touchpoint t { churn 18٪ "۱۸٪ منصرف می‌شوند" }', "", "۱۸٪"),
        ("", 'churn 5% "5% on the way"', "5%"),
        # Who counted is told, or the figure stands elsewhere.
        ('churn 588/4200 "14% hang up"', "", None),
        ('churn 14% "14% hang up"\nmeasure "Lost" { current 14.2% }', "", None),
        ('churn 14% "14% hang up"\nevidence "Call log"', "", None),
        ('churn 14% "Hang up"', "", None),
        ('touchpoint t { churn 14% "14% hang up"\nstatus retired }', "", None),
        ('churn 14% "14% hang up"', "state future", None),
    ],
)
def test_reasons_for_leaving_say_the_same_twice(inside: str, head: str, said: str | None) -> None:
    given = told("unsourced-percentage", journey(inside, head=head))

    assert given == ([f"nothing says where `{said}` comes from"] if said else [])


def test_a_claim_is_found_where_it_stands() -> None:
    (one,) = found(
        "unsourced-percentage", journey('story "She calls"\nstory "70% of callers do not"')
    )

    assert one.position.line == 5


def test_personas_make_claims_too() -> None:
    about = 'persona dana "Dana" {\nabout "Like 70% of customers she calls"\n'

    assert len(found("unsourced-percentage", about + "}")) == 1
    assert found("unsourced-percentage", about + 'evidence "12 interviews"\n}') == []


def test_a_name_alone_is_a_benchmark_without_a_figure() -> None:
    text = journey('touchpoint t { benchmark "The bakery next door" }')

    assert told("benchmark-without-source", text, STRICT) == []
