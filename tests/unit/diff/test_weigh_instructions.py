"""What staff go by, what is done about risks, and what is only said to be better."""

import pytest

from tests.unit.diff.test_weigh import DECLARED, journey, stage, told, touchpoint, weights

CROWD = 'risk crowd "All call on Monday" {{ likelihood {} ; {} }}'
FOUR, ONE = 'remedy "Four more of us"', 'remedy "A tape that says when to call"'
PRICE = 'question price "What does it cost?"'

SAID = [
    (
        'guideline "Name the price unasked"',
        'guideline "Name the price when asked"',
        'staff are told this now: "Name the price when asked"; it was "Name the price unasked"',
    ),
    (
        'guideline "Name the price"; guideline "Say when"',
        'guideline "Say when"',
        'staff are not told this any more: "Name the price"',
    ),
    (
        'benchmark 96% "The shop next door"',
        'benchmark 85% "Another chain"',
        'it is held against "Another chain" (85%) instead of "The shop next door" (96%)',
    ),
    (
        'benchmark "The shop next door"',
        "",
        'it is held against nobody any more; it was "The shop next door"',
    ),
    (
        'resource "A cold box"',
        "",
        'staff are not said any more to work with this: "A cold box"',
    ),
    (
        'skill "Calm with children"',
        "",
        'staff are not asked any more to be able to do this: "Calm with children"',
    ),
    ('need "A quiet room"', "", 'a need is told no more: "A quiet room"'),
    (
        'backstage desk "Reads it every quarter of an hour"',
        'backstage desk "Reads it by night"',
        'behind the scenes "Service desk" does this now: "Reads it by night"; '
        'it was "Reads it every quarter of an hour"',
    ),
    (
        CROWD.format("low", f"{FOUR}; {ONE}"),
        CROWD.format("low", FOUR),
        'this is not to be done any more against "All call on Monday": '
        '"A tape that says when to call"',
    ),
    (
        CROWD.format("low", FOUR),
        CROWD.format("low", ONE),
        'this is to be done now against "All call on Monday": '
        '"A tape that says when to call"; it was "Four more of us"',
    ),
    (
        'feel -2 measured as dana "lost"',
        "feel -1 assumed as dana",
        '"Dana Okafor" is said to leave with a mood of −1 instead of −2; '
        "that is assumed, and the one before was measured",
    ),
]


@pytest.mark.parametrize(("before", "after", "reason"), SAID)
def test_it_is_worth_knowing(before: str, after: str, reason: str) -> None:
    (weight,) = weights(touchpoint(before), touchpoint(after))

    assert (weight.effect, weight.reason) == ("neutral", reason)


SAME = [
    # A slip of the pen, other words, a translation.
    ('guideline "Name teh price"', 'guideline "Name the price"'),
    ('resource "A list of prices"', 'resource "A list of all prices"'),
    ('guideline "Name the price"', 'guideline "قیمت را بگویید"'),
    ('note "Seen in May"', ""),
    ('status retired; guideline "Name the price"', "status retired"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_it_is_not(before: str, after: str) -> None:
    assert told(touchpoint(before), touchpoint(after)) == []


RISKS = [
    (CROWD.format("high", ""), CROWD.format("low", ""), ["neutral risk-played-down"]),
    (
        CROWD.format("high", FOUR),
        CROWD.format("low", f"{FOUR}; {ONE}"),
        ["better risk-shrank"],
    ),
    (
        CROWD.format("high", f"{FOUR}; {ONE}") + "; current 20h",
        CROWD.format("low", FOUR) + "; current 20h",
        ["neutral risk-played-down", "neutral remedy-changed"],
    ),
    (
        CROWD.format("high", "") + '; action "Answer"',
        CROWD.format("low", "") + '; action "Answer"; action "Call back"',
        ["better risk-shrank"],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), RISKS)
def test_a_risk_is_less_likely_where_something_shows_why(
    before: str, after: str, expected: list[str]
) -> None:
    assert sorted(told(touchpoint(before), touchpoint(after))) == sorted(expected)


MOODS = [
    ("feel -2 assumed", "feel -1 measured", ["better mood-rose"]),
    ("feel -2", "feel -1 assumed", ["better mood-rose"]),
    ("feel -1 measured", "feel -2 assumed", ["worse mood-fell"]),
    ("feel -2 observed", "feel -1 inferred", ["neutral mood-doubted"]),
    # Of what is to come nobody can be surer.
    (
        "status planned; feel -2 measured",
        "status planned; feel -1 assumed",
        ["better mood-rose"],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), MOODS)
def test_a_mood_that_somebody_is_less_sure_of(before: str, after: str, expected: list[str]) -> None:
    assert told(touchpoint(before), touchpoint(after)) == expected


def test_a_question_that_goes_with_its_answer_is_answered_no_more() -> None:
    asked = stage('touchpoint t on chat "Asks" { answers price }', PRICE)
    silent = stage('touchpoint t on chat "Asks"')

    (weight,) = weights(asked, silent)
    assert (weight.effect, weight.name) == ("worse", "answer-lost")
    assert (
        weight.reason
        == '"What does it cost?" is told no more, and "Asks" does not answer it any more'
    )


def test_a_question_that_is_asked_otherwise_is_not_lost() -> None:
    asked = stage('touchpoint t on chat "Asks" { answers price }', PRICE)
    other = stage(
        'touchpoint t on chat "Asks" { answers total }', 'question total "What is the total?"'
    )

    assert "worse answer-lost" not in told(asked, other)


def test_a_lane_says_another_thing() -> None:
    lane = f'{DECLARED}\nlane law "Privacy"'
    old = touchpoint('note law "Kept for ten days"').replace(DECLARED, lane)

    (changed,) = weights(old, old.replace("ten days", "as long as we like"))
    assert changed.reason == (
        '"Privacy" says "Kept for as long as we like" here instead of "Kept for ten days"'
    )
    (lost,) = weights(old, old.replace('note law "Kept for ten days"', ""))
    assert lost.reason == '"Privacy" does not say this here any more: "Kept for ten days"'


def test_a_firm_for_which_nobody_inside_answers() -> None:
    firm = f'{DECLARED}\nteam firm "Firm" {{ kind partner; accountable desk }}'
    before, after = (touchpoint(f"owner {who}").replace(DECLARED, firm) for who in ("desk", "firm"))
    alone = "; accountable desk"

    (named,) = weights(before, after)
    assert "nobody inside" not in named.reason
    (unnamed,) = weights(before.replace(alone, ""), after.replace(alone, ""))
    assert unnamed.reason == (
        '"Firm", an outside firm for which nobody inside answers to customers, '
        'answers for "Asks" instead of "Service desk"'
    )


def test_an_idea_is_done_and_what_it_was_to_ease_stands() -> None:
    pain = 'pain late "Too late" { severity high }'
    idea = 'opportunity bot "A bot" { eases late; status '
    before, after = (f"{pain}; {idea}{status} }}" for status in ("doing", "done"))

    (stands,) = weights(touchpoint(before), touchpoint(after))
    assert stands.reason.endswith('done; still told as it was: "Too late"')
    milder = weights(touchpoint(before), touchpoint(after.replace("high", "low")))
    assert not any("still told" in one.reason for one in milder)


COUNTED = (
    'source calls "Calls" {{ column wait "{}" }}\n'
    'metric fast "Fast" {{ from calls }}\nmetric done "Done"\n'
    'scorecard card "Service" {{ metric fast; {} }}'
)


def counted(column: str = "Seconds", metrics: str = "metric done") -> str:
    return DECLARED + COUNTED.format(column, metrics)


def test_a_column_means_another_thing() -> None:
    (weight,) = weights(counted(), counted("Seconds, blanks count as 0"))

    assert weight.name == "metric-redefined"
    assert weight.reason == (
        'column "wait" means "Seconds, blanks count as 0" instead of "Seconds"; '
        'the figures of "Fast" are read from it'
    )


def test_a_metric_leaves_a_card() -> None:
    (weight,) = weights(counted(), counted(metrics=""))

    assert (weight.name, weight.reason) == ("scorecard-cut", '"Done" is not on it any more')
    renamed = counted().replace("metric done", "metric ready was done", 1)
    assert told(counted(), renamed.replace("; metric done", "; metric ready")) == []


def test_a_metric_is_read_otherwise() -> None:
    before, after = (
        DECLARED.replace("kind csat;", f"kind csat; window {window};") for window in ("7d", "1d")
    )

    (weight,) = weights(before, after)
    assert weight.reason == (
        '"Satisfaction" has the window 1 day instead of 7 days: figures from before do not compare'
    )


WAYS = (
    'stage s "Ask" {{ touchpoint a on chat "Asks"; touchpoint b on chat "Waits"; '
    'touchpoint c on chat "Gets it" }}; path p {} "At night" {{ {} }}'
)


def ways(steps: str, negative: str = "") -> str:
    return journey(WAYS.format(negative, "; ".join(f"step {step}" for step in steps)))


def test_a_path_is_gone_in_another_order() -> None:
    (swapped,) = weights(ways("abc"), ways("acb"))
    assert swapped.reason in (
        '"Waits" comes after "Gets it" now',
        '"Gets it" comes before "Waits" now',
    )
    (later,) = weights(ways("abc"), ways("bca"))
    assert later.reason == '"Asks" comes after "Gets it" now'
    (sooner,) = weights(ways("abc"), ways("cab"))
    assert sooner.reason == '"Gets it" comes before "Asks" now'


def test_a_path_goes_wrong_no_more() -> None:
    (weight,) = weights(ways("abc", "negative"), ways("abc"))

    assert weight.reason == '"At night" is not told any more as a path on which things go wrong'


def test_a_channel_is_not_said_any_more_to_be_left_out() -> None:
    skip = 'skip phone "Too dear at night"'
    (weight,) = weights(stage(skip), stage(""))

    assert weight.reason == (
        '"Phone" is not said any more to be left out on purpose: "Too dear at night"'
    )
    assert "neutral skip-untold" not in told(stage(skip), stage('touchpoint c on phone "Calls"'))
    without = stage("").replace('channel phone "Phone" { kind phone }', "")
    without = without.replace("{ prefers phone }", "")
    assert "neutral skip-untold" not in told(stage(skip), without)


def test_what_matters_to_a_persona_is_told_no_more() -> None:
    said = DECLARED.replace("prefers chat", 'prefers chat; driver importance 5 "One price"')

    (weight,) = weights(said, DECLARED)
    assert weight.reason == 'nothing says any more that "One price" matters'
