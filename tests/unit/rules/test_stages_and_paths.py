"""The rules about stages, paths, what customers live through and what contradicts itself, at their
edges.
"""

from datetime import date
from typing import Any

import pytest

from jmap.config import Choice
from jmap.loading import load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, GOVERNMENT, STRICT

TODAY = date(2026, 11, 22)


def told(name: str, text: str, profile: str = DEFAULT, **settings: Any) -> list[tuple[int, str]]:
    """The line and the message of each finding of one rule, in order."""
    loaded = load_text(text)
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    asked = Choice(profile=profile, select=(name,), rules={name: settings})
    found = examine(loaded, Plan(catalogue(), asked=asked), TODAY)
    assert {item.name for item in found} <= {name, "undeclared-name"}
    return [(item.position.line, item.message) for item in found if item.name == name]


def lines(name: str, text: str, profile: str = DEFAULT, **settings: Any) -> list[int]:
    """The lines of the findings of one rule, in order."""
    return [line for line, _ in told(name, text, profile, **settings)]


def trip(*inside: str, after: str = "") -> str:
    """A journey; what stands inside begins on line 2."""
    return "\n".join(['journey trip "A trip" {', *inside, "}", after])


def later(*inside: str, state: str = "future") -> str:
    """A variant of that journey."""
    return "\n".join(
        ['journey later "Next year" {', "extends trip", f"state {state}", *inside, "}"]
    )


def call(*inside: str, state: str = "", after: str = "") -> str:
    """A journey with one stage and one touchpoint, whose lines begin on line 5."""
    return trip(
        state, "stage ask {", 'touchpoint call on "Phone" {', *inside, "}", "}", after=after
    )


# What is empty


def test_a_variant_has_the_stages_of_its_base() -> None:
    assert told("empty-journey", trip('stage go "Go"', after=later())) == []


GO, STAY, TOLD = 'stage go "Go"', 'stage stay "Stay"', 'stage end "End" { do "Pays" }'
MORE = 'stage look "Look" { do "Looks" }', 'stage ask "Ask" { do "Asks" }'


@pytest.mark.parametrize(
    ("inside", "profile", "expected"),
    [
        ((GO, TOLD, *MORE), DEFAULT, [2]),
        ((GO, TOLD, MORE[0]), DEFAULT, []),
        ((GO, STAY, TOLD, *MORE), DEFAULT, []),
        ((GO, STAY, TOLD), STRICT, [2, 3]),
        (('stage go { x-room "4" }', TOLD), DEFAULT, []),
        (("stage go { opens other }", TOLD), DEFAULT, []),
    ],
    ids=["one", "few", "not begun", "strict", "a fact of the house", "it opens a journey"],
)
def test_empty_stages(inside: tuple[str, ...], profile: str, expected: list[int]) -> None:
    text = trip(*inside, after="journey other { stage only }")

    assert [line for line in lines("empty-stage", text, profile) if line <= len(inside) + 1] == (
        expected
    )


# Paths


def ways(train: str = "", *inside: str, after: str = "") -> str:
    """A path over two touchpoints; what else stands inside begins on line 10."""
    return trip(
        "stage go {",
        'touchpoint bus on "Bus"',
        f'touchpoint train on "Train" {{ {train} }}',
        "}",
        'path usual "By train" {',
        "step bus",
        "step train",
        "}",
        *inside,
        after=after,
    )


RETIRING = "stage go { touchpoint train { status retired } }"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ways("status live"), []),
        (ways("status planned"), []),
        (ways("status retired"), [8]),
        (ways(after=later(RETIRING)), [14]),
        (ways(after=later(RETIRING, "path usual {", "step bus", "}")), []),
        (ways(after=later(RETIRING, "path usual {", "step bus", "step train", "}")), [17]),
        (ways("status retired", after=later('vision "Fewer cars"')), [8]),
    ],
    ids=[
        "live",
        "planned",
        "retired",
        "retired by a variant",
        "and its path restated",
        "and restated in vain",
        "told of the base once",
    ],
)
def test_steps_over_what_is_retired(text: str, expected: list[int]) -> None:
    assert lines("retired-step", text) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('touchpoint taxi on "Taxi"', [4]),
        ('touchpoint taxi on "Taxi" { status retired }', []),
        ('touchpoint taxi on "Taxi" { status gap }', []),
    ],
)
def test_touchpoints_off_every_path(more: str, expected: list[int]) -> None:
    text = trip("stage go {", "touchpoint bus", more, "}", "path usual {", "step bus", "}")

    assert lines("touchpoint-off-every-path", text, STRICT) == expected


def test_without_paths_none_is_missed() -> None:
    assert told("touchpoint-off-every-path", call(), STRICT) == []


@pytest.mark.parametrize("profile", [CONTACT_CENTRE, GOVERNMENT, STRICT])
def test_a_negative_path_is_asked_for(profile: str) -> None:
    name = "journey-without-negative-path"
    negative = ("path lost negative {", "step bus", "}")

    assert lines(name, ways(), profile) == [1]
    assert lines(name, ways("", *negative), profile) == []
    assert lines(name, trip("stage go"), profile) == []
    assert lines(name, ways(after=later()), profile) == [1], "a variant is not told the same"


def lost(*feelings: str, whose: str = "", inside: tuple[str, ...] = ()) -> str:
    """A negative path that ends at a desk."""
    head = f"path lost negative {whose} {{"
    return trip(
        "for tom",
        "stage go {",
        "touchpoint gate",
        "touchpoint train { feel -2 }",
        "touchpoint desk {",
        *feelings,
        "}",
        "}",
        head,
        "step gate",
        "step train",
        "step desk",
        "}",
        *inside,
        after="persona tom\npersona ida",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lost("feel -1"), ["the path `lost` ends at `desk` in a bad mood, -1"]),
        (lost('feel +1 "glad"', 'feel -2 "cross"'), ['…, -2 "cross"']),
        (lost("feel -2", "feel +1"), []),
        (lost("feel -2", "feel 0"), []),
        (lost(), []),
        (lost("feel -2 as ida", "feel +1 as tom", whose="for tom"), []),
        (lost("feel +1 as ida", "feel -1 as tom", whose="for tom"), ["…, -1"]),
        (lost("feel -1", "feel +1 as ida", whose="for tom"), ["…, -1"]),
        (lost("feel -1", "feel +1 as ida"), []),
        (lost("feel -1 as tom", "feel -2 as ida"), ["…, -1"]),
        (lost("feel -1", inside=("path usual {", "step desk", "step train", "}")), []),
        (lost("feel -1", inside=("path usual {", "step train", "step desk", "}")), ["…, -1"]),
        (lost("feel -1", 'opportunity "Ring back"'), []),
        (lost("feel -1", 'opportunity "Ring back" { status done }'), []),
        (lost("feel -1", 'opportunity "Ring back" { status dropped }'), ["…, -1"]),
        (lost("feel -1", 'risk "Nobody there" { remedy "A bell" }'), []),
        (lost("feel -1", 'risk "Nobody there"'), ["…, -1"]),
        (lost("feel -1").replace("gate\n", 'gate { opportunity "A clock" }\n', 1), []),
        (lost("feel -1").replace("go {", 'go { opportunity "A clock"', 1), []),
        (lost("feel -1").replace("step gate\n", "", 1), []),
    ],
    ids=[
        "bad",
        "the last line counts",
        "recovered",
        "neutral",
        "unknown",
        "somebody else's",
        "his own",
        "everybody's is his",
        "one ends well",
        "nobody does",
        "back on the way",
        "both ways end there",
        "an idea at the end",
        "an idea that was carried out",
        "an idea that was dropped",
        "a risk with a remedy",
        "a risk without one",
        "an idea on the way",
        "an idea for the stage",
        "a stub of two steps",
    ],
)
def test_bad_ends(text: str, expected: list[str]) -> None:
    found = [message for _, message in told("path-without-recovery", text)]

    whole = "the path `lost` ends at `desk` in a bad mood"
    assert found == [one.replace("…", whole) for one in expected]


@pytest.mark.parametrize(
    ("levels", "settings", "expected"),
    [
        (["commitment 1", "commitment 4"], {}, ["commitment rises from 1 at `a` to 4 at `b`"]),
        (["commitment 1", "commitment 3"], {}, []),
        (["commitment 1", "commitment 3"], {"leap": 2}, ["…1 at `a` to 3 at `b`"]),
        (["commitment 1", "", "commitment 5"], {}, []),
        (["commitment 5", "commitment 1"], {}, []),
        (["commitment 5", "commitment 1", "commitment 5"], {}, []),
        (["commitment 1\ncommitment 3", "commitment 5"], {}, []),
        (["commitment 1 as ida", "commitment 5 as tom"], {}, []),
        (
            ["commitment 1", "commitment 2 as ida\ncommitment 5 as tom"],
            {},
            ["…1 at `a` to 5 at `b`"],
        ),
        (["commitment 1", "commitment 2 as ida\ncommitment 5"], {}, ["…1 at `a` to 5 at `b`"]),
        (["commitment 1", "status retired\ncommitment 5"], {}, []),
    ],
    ids=[
        "a leap",
        "a step",
        "a lower bar",
        "unknown in between",
        "down",
        "down and up again",
        "it moves at one place",
        "two people",
        "one of two people",
        "everybody else",
        "retired",
    ],
)
def test_leaps_on_a_path(levels: list[str], settings: dict[str, Any], expected: list[str]) -> None:
    places = [
        f"touchpoint {name} {{\n{said}\n}}" for name, said in zip("abc", levels, strict=False)
    ]
    steps = [f"step {name}" for name, _ in zip("abc", levels, strict=False)]
    text = trip("stage go {", *places, "}", "path usual {", *steps, "}")
    text += "persona tom\npersona ida"

    found = [message for _, message in told("big-leap", text, **settings)]

    assert found == [one.replace("…", "commitment rises from ") for one in expected]


def test_a_leap_that_two_paths_share_is_told_once() -> None:
    places = "touchpoint a { commitment 1 }", "touchpoint b { commitment 5 }"
    steps = "step a", "step b", "}"
    text = trip("stage go {", *places, "}", "path one {", *steps, "path two {", *steps)

    assert lines("big-leap", text) == [4]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("commitment 1", "commitment 4", [3]),
        ("touchpoint a { commitment 1 }", "touchpoint b { commitment 5 }", [3]),
        ("touchpoint a { commitment 1 }\ntouchpoint b { commitment 5 }", "", []),
        (
            "touchpoint a { commitment 1 }",
            "touchpoint b { commitment 5 }\ntouchpoint c { commitment 2 }",
            [],
        ),
    ],
    ids=["stages", "touchpoints", "side by side", "an easier way in"],
)
def test_leaps_without_paths(first: str, second: str, expected: list[int]) -> None:
    text = trip(f"stage go {{ {first} }}", f"stage stay {{ {second} }}")

    assert lines("big-leap", text) == expected


def test_nothing_binds_where_things_go_wrong() -> None:
    places = "touchpoint a { commitment 1 }", "touchpoint b { commitment 5 }"
    text = trip("stage go {", *places, "}", "path lost negative {", "step a", "step b", "}")

    assert told("big-leap", text) == []


# Stages


@pytest.mark.parametrize(
    ("level", "stages", "expected"),
    [
        ("macro", ('"Compare"', '"Checkout"'), ["the journey ends with the purchase, `s1`"]),
        ("macro", ('"Compare"', '"Decide and order online"'), ["…`s1`"]),
        ("macro", ('"مقایسه"', '"خرید"'), ["…`s1`"]),
        ("macro", ('"مقایسه"', '"ثبت سفارش و پرداخت"'), ["…`s1`"]),
        ("macro", ('"مقایسه"', '"تصمیم به خريد"'), ["…`s1`"]),
        ("macro", ('"Compare"', '"Sign" { goal buy "A line" }'), ["…`s1`"]),
        ("macro", ('"Order"', '"Pay"'), ["…`s1`"]),
        ("macro", ('"Order"', '"Use it"'), []),
        ("macro", ('"Order"', '"Use it"', '"Order again"'), []),
        ("macro", ('"Order"', '"Use it"', '"Buy" { goal buy "More" }'), []),
        ("macro", ('"استفاده"', '"خرید مجدد"'), []),
        ("macro", ('"استفاده"', '"تمدید" { goal buy "یک سال دیگر" }'), []),
        ("macro", ('"Compare"', '"Track the order"'), []),
        ("mid", ('"Compare"', '"Checkout"'), []),
        ("macro", (), []),
    ],
)
def test_ends_at_purchase(level: str, stages: tuple[str, ...], expected: list[str]) -> None:
    inside = (f"stage s{at} {said}" for at, said in enumerate(stages))

    found = [text for _, text in told("ends-at-purchase", trip(f"level {level}", *inside), STRICT)]

    assert found == [one.replace("…", "the journey ends with the purchase, ") for one in expected]


def test_words_of_the_house_make_a_purchase() -> None:
    text = trip("level macro", 'stage sign "Signature"')

    assert told("ends-at-purchase", text, STRICT) == []
    assert lines("ends-at-purchase", text, STRICT, words=["signature"]) == [3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (trip("level macro", "stage use"), [1]),
        (trip("stage use"), []),
        (trip("level macro", "stage use", after=later(state="current")), [1]),
        (trip("level macro", "stage use", after=later("mode peak")), []),
        (trip("level macro", "mode crisis", "stage use"), []),
    ],
)
def test_hard_times(text: str, expected: list[int]) -> None:
    assert lines("journey-without-crisis-mode", text, STRICT) == expected


@pytest.mark.parametrize(
    ("stage", "profile", "expected"),
    [
        ("touchpoint b", DEFAULT, [3]),
        ('touchpoint b { action "Answer" }', DEFAULT, [3]),
        ("touchpoint b { feel -1 }", DEFAULT, []),
        ('touchpoint b\nsay "Hello?"', DEFAULT, []),
        ('touchpoint b { pain "Nobody answers" }', DEFAULT, []),
        ("touchpoint b { status retired }", DEFAULT, []),
        ("", STRICT, []),
    ],
    ids=[
        "nothing",
        "what we do",
        "a feeling",
        "at the stage",
        "a pain",
        "retired",
        "no touchpoint",
    ],
)
def test_stages_without_customers(stage: str, profile: str, expected: list[int]) -> None:
    told_of = (f'stage s{at} {{ touchpoint t{at} {{ do "Waits" }} }}' for at in range(3))
    text = trip('stage go { touchpoint a { do "Waits" } }', f"stage stay {{ {stage} }}", *told_of)

    assert lines("stage-without-customer", text, profile) == expected


def test_a_map_that_has_not_begun_to_tell_of_customers_is_another_kind_of_map() -> None:
    stages = [f"stage s{at} {{ touchpoint t{at} }}" for at in range(3)]
    text = trip('stage go { touchpoint a { do "Waits" } }', *stages)

    assert told("stage-without-customer", text) == []
    assert lines("stage-without-customer", text, STRICT) == [3, 4, 5]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ('do "Waits"', "thinks or feels"),
        ('do "Waits"\nthink "When?"', "feels"),
        ('think "When?"\ntouchpoint a { feel -1 }', "does"),
        ('do "Waits"\nthink "When?"\nfeel 0', None),
        ('do "Waits"\nsay "When will it come?"\nfeel 0', None),
        ('touchpoint a { say "When will it come?" }', "does or feels"),
        ('do "Waits"\nthink "When?"\ntouchpoint a { status retired\nfeel -1 }', "feels"),
        ("touchpoint a", None),
        ("", None),
    ],
)
def test_half_told_stages(stage: str, expected: str | None) -> None:
    found = told("half-told-stage", trip(f"stage go {{ {stage} }}"), STRICT)

    told_of = [(2, f"`go` does not tell what the customer {expected}")]
    assert found == (told_of if expected else [])


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (("stage go", "stage stay"), [2, 3]),
        (('ends "Home"', "stage go", "stage stay"), [3]),
        (('ends "Home"', 'stage go { exit "On the train" }', "stage stay"), []),
    ],
)
def test_stages_without_an_exit(inside: tuple[str, ...], expected: list[int]) -> None:
    assert lines("stage-without-exit", trip(*inside), STRICT) == expected


@pytest.mark.parametrize(
    ("stages", "settings", "expected"), [(7, {}, []), (8, {}, [1]), (4, {"stages": 3}, [1])]
)
def test_too_many_stages(stages: int, settings: dict[str, Any], expected: list[int]) -> None:
    text = trip(*(f"stage s{at}" for at in range(stages)), after=later())

    assert lines("too-many-stages", text, STRICT, **settings) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (("level macro", "stage go"), [3]),
        (("level macro", "stage go { opens other }"), []),
        (("level macro", "stage go { touchpoint a { opens other } }"), []),
        (("level mid", "stage go"), []),
        (("stage go",), []),
    ],
)
def test_stages_that_open_nothing(inside: tuple[str, ...], expected: list[int]) -> None:
    text = trip(*inside, after="journey other { stage only }")

    assert lines("macro-without-detail", text, STRICT) == expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("", [7]),
        ('feedback direct "A question"', []),
        ('touchpoint a { feedback "A question" }', []),
        ('touchpoint a { status retired\nfeedback "A question" }', [7]),
        ("measure happy { current 80% }", []),
        ("measure wait { current 3m }", [7]),
        ('measure "Smiles" { current 80% }', [7]),
    ],
)
def test_stages_without_feedback(stage: str, expected: list[int]) -> None:
    metrics = "metric happy { kind csat }\nmetric wait { kind duration }\n\n\n\n"

    assert lines("stage-without-feedback", metrics + trip(f"stage go {{ {stage} }}"), STRICT) == (
        expected
    )


def opening(**stages: str) -> str:
    """Journeys of one line each, with what stands in their only stage."""
    return "\n".join(
        f"journey {name} {{ stage {name}-1 {{ {said} }} }}" for name, said in stages.items()
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (opening(a="opens b", b="opens c", c=""), []),
        (opening(a="opens a"), [(1, "`a-1` opens the journey in which it stands")]),
        (opening(a="opens b", b="opens a"), [(2, "`b-1` opens `a`, which leads back here")]),
        (opening(a="opens b", b="opens c", c="opens b"),
         [(3, "`c-1` opens `b`, which leads back here")]),
        (opening(a="opens c", b="opens c", c=""), []),
        (opening(a="touchpoint x { opens b }", b="touchpoint y { opens a }"),
         [(2, "`y` opens `a`, which leads back here")]),
        ("journey near { level micro\nstage n { opens far } }\n"
         "journey far { level macro\nstage f { opens near } }",
         [(2, "`n` opens `far`, which leads back here")]),
    ],
    ids=["down", "itself", "two", "a tail", "two into one", "touchpoints", "from close to large"],
)  # fmt: skip
def test_openings_in_a_circle(text: str, expected: list[tuple[int, str]]) -> None:
    assert told("opens-itself", text) == expected


def test_long_chains_of_openings_are_followed() -> None:
    chain = {f"j{at}": f"opens j{at + 1}" for at in range(3000)}
    text = opening(**chain, j3000="opens j0")

    assert lines("opens-itself", text) == [3001]


SAME = 3, "`stay` has the title of the stage `go`"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (('stage go "Wait"', 'stage stay "wait "'), [SAME]),
        (('stage go "می‌رود"', 'stage stay "ميرود"'), [SAME]),
        (('stage go "Wait"', 'stage stay "Wait here"'), []),
        (("stage go", "stage stay"), []),
        (
            ("stage go {", 'touchpoint a on "Phone" "Call"', 'touchpoint b on "Phone" "Call"', "}"),
            [(4, "`b` has the title of the touchpoint `a` on the same channel")],
        ),
        (
            ("stage go {", 'touchpoint a on "Phone" "Call"', 'touchpoint b on "Chat" "Call"', "}"),
            [],
        ),
        (
            ("stage go {", 'touchpoint a "Call" { status retired }', 'touchpoint b "Call"', "}"),
            [],
        ),
        (('stage go { touchpoint a "Call" }', 'stage stay { touchpoint b "Call" }'), []),
    ],
    ids=[
        "stages",
        "letters that look alike",
        "different",
        "no titles",
        "touchpoints",
        "two channels",
        "one is retired",
        "two stages",
    ],
)  # fmt: skip
def test_equal_titles(inside: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert told("equal-titles", trip(*inside)) == expected


# What contradicts itself


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call("status planned", "intended 3m", "desired 2m"), []),
        (call("status live", "current 3m", state="state future"), []),
        (
            call("status planned", "current 3m"),
            [(6, "`call` is planned, and yet says what customers get now: 3 min")],
        ),
        (
            call("current 3m", state="state future"),
            [(5, "`call` is in a map of the future, and yet says what customers get now: 3 min")],
        ),
        (call("status planned", 'measure "Wait" {', "current 3m", "}"), [(7, "…get now: 3 min")]),
        (
            call("status planned", "confidence measured"),
            [(6, "`call` is planned, and yet all of it is said to be measured")],
        ),
        (
            call("status planned", 'think "Why?"', 'think observed "How?"'),
            [(7, "`call` is planned, and yet what customers think there is said to be observed")],
        ),
        (call("status planned", "feel +1 assumed"), []),
        (call("status retired", "current 3m", state="state future"), []),
    ],
    ids=[
        "intended",
        "live in the future",
        "planned",
        "in a map of the future",
        "a measure",
        "confidence",
        "one line",
        "assumed",
        "retired",
    ],
)
def test_measured_plans(text: str, expected: list[tuple[int, str]]) -> None:
    start = "`call` is planned, and yet says what customers "

    assert told("measured-plan", text) == [
        (line, message.replace("…", start)) for line, message in expected
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (("intended 2m",), []),
        (("status planned", "intended 2m"), []),
        (("status planned", "current 2m"), [16]),
        (("current 2m",), [15]),
        (("status live", "current 2m"), []),
        (("status planned", "current 3m", "intended 2m"), []),
        (("current 3m", 'think observed "How?"', "confidence observed"), []),
        (("confidence measured", 'think observed "Now?"'), [15, 16]),
    ],
    ids=[
        "taken over",
        "planned",
        "planned and measured",
        "measured",
        "measured and live",
        "the same again",
        "all the same again",
        "surer than before",
    ],
)
def test_what_a_variant_takes_over_is_no_plan(inside: tuple[str, ...], expected: list[int]) -> None:
    base = ("current 3m", 'think observed "How?"', "confidence observed")
    text = call(*base, after=later("stage ask { touchpoint call {", *inside, "} }"))

    assert lines("measured-plan", text) == expected


def test_a_table_of_two_columns_says_the_measures_of_today_again() -> None:
    base = call('measure "Wait" { current 9m }', 'measure "Rate" { current 3% }')
    again = later(
        "stage ask { touchpoint call {",
        'measure "Wait" { current 9m }',
        'measure "Rate" { current 9% }',
        "} }",
    )

    assert lines("measured-plan", base + again) == [base.count("\n") + 6]


def test_parts_that_only_follow_a_rename_are_taken_over() -> None:
    base = trip(
        'question old "How much?"',
        "stage ask {",
        "touchpoint call {",
        "current 3m",
        "answers old",
        "}",
        "}",
    )
    text = base + later('question new was old "How much is it?"')

    assert told("measured-plan", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call('fine "All well"', 'pain "Slow" { severity high }'),
         [(5, "`call` is said to be fine, and has a severe pain")]),
        (call('fine "All well"', 'pain "Slow" { severity medium }'), []),
        (call('fine "All well"', 'pain "Slow"'), []),
        (call('fine "All well"', "current 9m", "desired 3m"),
         [(5, "`call` is said to be fine, and customers get 9 min where they want 3 min")]),
        (call('fine "All well"', "current 4m", "desired 3m"), []),
        (call('fine "All well"', 'measure "Wait" { current 9m\ndesired 3m }'),
         [(5, "`call` is said to be fine, and customers get 9 min where they want 3 min")]),
        (call('fine "All well"', "status retired", 'pain "Slow" { severity high }'), []),
        (call('fine "So be it"', 'pain "Slow" { severity high }', state="state future"), []),
    ],
)  # fmt: skip
def test_fine_and_painful(text: str, expected: list[tuple[int, str]]) -> None:
    assert told("fine-and-painful", text) == expected


# Gaps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call("desired 2m", "intended 3m"),
         [(6, "`call` aims at 3 min; customers want 2 min")]),
        (call("desired 90%", "intended 1774/4126"),
         [(6, "`call` aims at 43.0% (1774/4126); customers want 90%")]),
        (call("desired 1 کلیک", "intended 3 کلیک", "better lower"),
         [(6, "`call` aims at 3 کلیک; customers want 1 کلیک")]),
        (call("desired 1 click", "intended 3 clicks"), []),
        (call("desired 90m", "intended 1.5h"), []),
        (call("desired 3m", "intended 2m"), []),
        (call("desired 2m", "intended 3m", "status retired"), []),
        (call('measure "Wait" {', "desired 2m", "intended 3m", "}"),
         [(7, "`Wait` at `call` aims at 3 min; customers want 2 min")]),
        (call("measure wait {", "intended 3m", "}",
              after="metric wait { kind duration\ntarget 2m }"),
         [(6, "`wait` at `call` aims at 3 min; its target is 2 min")]),
        (call("measure wait {", "desired 3m", "intended 3m", "}",
              after="metric wait { kind duration\ntarget 2m }"), []),
        (trip('measure "Rate" {', "desired 9%", "intended 3%", "}", "stage ask"),
         [(4, "`Rate` at `trip` aims at 3%; customers want 9%")]),
        (call("desired 2m", after=later("stage ask { touchpoint call {", "intended 3m", "} }")),
         [(13, "`call` aims at 3 min; customers want 2 min")]),
        (call("desired 2m", "intended 3m", after=later('stage ask { touchpoint call { do "x" } }')),
         [(6, "`call` aims at 3 min; customers want 2 min")]),
    ],
    ids=[
        "less",
        "a ratio",
        "a count",
        "a count of which nobody says what is better",
        "equal in another unit",
        "more",
        "retired",
        "a measure",
        "a target",
        "its own wish before the target",
        "of the journey",
        "stated by the variant",
        "told of the base once",
    ],
)  # fmt: skip
def test_aims_below_wishes(text: str, expected: list[tuple[int, str]]) -> None:
    assert told("intended-below-desired", text) == expected


WISHES = (
    *("}", "touchpoint chat {", "current 3m", "desired 2m"),
    *("}", "touchpoint form {", "current 61%", "desired 90%"),
    *("}", "touchpoint desk {", "current 4", "desired 5"),
)


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        (call("current 2m"), DEFAULT, []),
        (call("current 2m"), STRICT, [5]),
        (call("current 2m", *WISHES), DEFAULT, [5]),
        (call("current 2m", *WISHES[:-4]), DEFAULT, []),
        (call("current 2m", "}", "touchpoint late {", "current 9m", *WISHES), DEFAULT, []),
        (call("current 2m", "status planned"), STRICT, []),
        (call('measure "Wait" { current 2m }'), STRICT, []),
        (call("current 2m", state="state future"), STRICT, []),
    ],
    ids=["not begun", "strict", "begun", "few", "two of five", "planned", "a measure", "future"],
)
def test_figures_without_a_wish(text: str, profile: str, expected: list[int]) -> None:
    assert lines("current-without-desired", text, profile) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call("current 3 clicks", "desired 1 click"),
         [(5, "the gap at `call` cannot be computed: nothing says whether 3 clicks is better or "
              "worse than 1 click")]),
        (call("current 3 clicks", "desired 1 click", "better lower"), []),
        (call("current 3 clicks"), []),
        (call("current 3 clicks", "desired 1 click", "status retired"), []),
        (call("measure wait {", "current 80%", "}", after="metric wait { kind rate\ntarget 2m }"),
         [(6, "the gap at `wait` at `call` cannot be computed: 80% does not compare with 2 min")]),
    ],
    ids=["no side is better", "one is", "one figure", "retired", "two units"],
)  # fmt: skip
def test_gaps_that_cannot_be_computed(text: str, expected: list[tuple[int, str]]) -> None:
    assert told("uncomputable-gap", text) == expected


LARGE = "current 9m", "desired 3m"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call(*LARGE), [5]),
        (call("current 4m", "desired 3m"), []),
        (call(*LARGE, 'pain "Slow"'), []),
        (call(*LARGE, 'opportunity "Call back"'), []),
        (call(*LARGE, 'fine "Nobody minds"'), []),
        (call(*LARGE, "}", 'pain "Slow"', "touchpoint chat {"), []),
        (call(*LARGE, "status planned"), []),
        (call(*LARGE, state="state future"), []),
        (call('measure "Wait" {', *LARGE, "}"), [6]),
        (trip("stage ask {", 'measure "Wait" {', *LARGE, "}", "}"), [4]),
        (
            trip("stage ask {", 'measure "W" {', *LARGE, "}", 'touchpoint a { pain "Slow" }', "}"),
            [],
        ),
    ],
    ids=[
        "alone",
        "small",
        "a pain",
        "an opportunity",
        "fine",
        "a pain of the stage",
        "planned",
        "future",
        "a measure",
        "a stage",
        "a pain within the stage",
    ],
)  # fmt: skip
def test_large_gaps_of_which_nothing_follows(text: str, expected: list[int]) -> None:
    assert lines("gap-without-opportunity", text, STRICT) == expected


# What customers live through


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call('feel -2 "cross"'), [(5, "nothing says why customers feel -2 at `call`")]),
        (call("feel -1", "feel +2"), [(6, "nothing says why customers feel +2 at `call`")]),
        (call('feel -2 because "it took hours"'), []),
        (call("feel -2", 'pain "Slow"'), []),
        (call("feel +2", 'pain "Slow"'), [(5, "nothing says why customers feel +2 at `call`")]),
        (call("feel +2", 'say "He listened"'), []),
        (call("feel -2", 'effect - "Feels lied to"'), []),
        (call("feel +2", 'fine "Always on time"'), []),
        (call("feel -2", 'do "Waits"'), [(5, "nothing says why customers feel -2 at `call`")]),
        (trip("stage ask {", "feel -2", 'say "Never again"', "}"), []),
        (call("feel +1"), []),
        (call("feel +2 assumed", "status planned"), []),
        (call("feel +2 assumed", state="state future"), []),
        (trip("stage ask {", "feel -2", "}"), [(3, "nothing says why customers feel -2 at `ask`")]),
    ],
)
def test_strong_feelings(text: str, expected: list[tuple[int, str]]) -> None:
    assert told("feeling-without-reason", text, STRICT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (call(), [4]),
        (call('pain "Slow"'), []),
        (call('opportunity "Call back"'), []),
        (call('fine "Works"'), []),
        (call('risk "Rain"'), []),
        (call("current 2m", "desired 3m"), []),
        (call("current 4m", "desired 3m"), [4]),
        (call("current 4m"), [4]),
        (call('measure "Wait" { current 2m\ndesired 3m }'), []),
        (call("current 2m", "desired 3m", 'measure "Wait" { current 9m\ndesired 3m }'), [4]),
        (call("status gap"), []),
        (call(state="state future"), []),
    ],
)
def test_touchpoints_that_nobody_examined(text: str, expected: list[int]) -> None:
    assert lines("unexamined-touchpoint", text, STRICT) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (("kind interaction",), [4]),
        (("kind interaction", 'resolution "Knows the day"'), []),
        (("kind event",), []),
        ((), []),
        (("kind interaction", "status retired"), []),
    ],
)
def test_interactions(inside: tuple[str, ...], expected: list[int]) -> None:
    name = "interaction-without-resolution"

    assert lines(name, call(*inside), CONTACT_CENTRE) == expected


REMEDIES = (
    *('risk "Snow" { remedy "Salt" }', 'risk "Wind" { remedy "A rope" }'),
    *('risk "Fog" { remedy "A lamp" }',),
)


@pytest.mark.parametrize(
    ("risks", "profile", "expected"),
    [
        (('risk "Rain"', *REMEDIES), DEFAULT,
         [(5, 'nothing is said of what to do about the risk "Rain"')]),
        (('risk rain "Rain" { likelihood high }', *REMEDIES), DEFAULT,
         [(5, "nothing is said of what to do about the risk `rain`")]),
        (('risk "Rain"', *REMEDIES[:2]), DEFAULT, []),
        (('risk "Rain"', 'risk "Hail"', *REMEDIES), DEFAULT, []),
        (('risk "Rain" { likelihood low }', 'risk "Snow" { remedy "Salt" }'), STRICT, []),
    ],
    ids=["one", "by its id", "few", "not begun", "one that may be accepted"],
)  # fmt: skip
def test_risks(risks: tuple[str, ...], profile: str, expected: list[tuple[int, str]]) -> None:
    assert told("risk-without-remedy", call(*risks), profile) == expected


def test_moments_of_truth() -> None:
    name = "journey-without-moment-of-truth"

    assert lines(name, call(), STRICT) == [1]
    assert lines(name, call("moment-of-truth"), STRICT) == []
    assert lines(name, trip("stage ask"), STRICT) == []


def test_triggers() -> None:
    name = "negative-path-without-trigger"

    assert lines(name, ways("", "path lost negative { step bus }"), STRICT) == [10]
    assert lines(name, ways("", 'path lost negative {\ntrigger "Fog"\nstep bus\n}'), STRICT) == []
    assert lines(name, ways(), STRICT) == []


def test_persian_reads_like_english() -> None:
    text = """سفر یخچال "یخچالم" {
  مرحله تماس "تماس" {
    نقطه‌تماس صف در "تلفن" "صف" {
      اکنون ۹۶ ثانیه
      مطلوب ۲۰ ثانیه
      هدف‌ما ۳۰ ثانیه
      همین‌خوب‌است "عادت کرده‌اند"
      حس -۱ "کلافه"
    }
  }
  مسیر بد منفی "قطع می‌شود" { گام صف; گام صف; گام صف }
}
"""

    assert told("intended-below-desired", text) == [(6, "`صف` aims at 30 s; customers want 20 s")]
    assert told("fine-and-painful", text) == [
        (7, "`صف` is said to be fine, and customers get 96 s where they want 20 s")
    ]
    assert told("path-without-recovery", text) == [
        (11, 'the path `بد` ends at `صف` in a bad mood, -1 "کلافه"')
    ]
