"""Maps of how it is to be: what a new one plans, and what of one that is gone is so by now."""

import pytest

from tests.unit.diff.test_weigh import DECLARED, told, weights

TODAY = """
journey j "Getting help" {{ for dana; state current
  stage s "Ask" {{
    touchpoint call on phone "Calls us" {{ {call} }}
    touchpoint form on mail "Writes to us" {{ {form} }}
    {more}
  }}
}}
"""
PLAN = """
journey next "Getting help, next year" {{ extends j; state future
  stage s {{ {} }}
}}
"""
CALL, FORM = "current 96s; desired 20s; intended 60s", "current 62%; desired 95%; intended 70%"
CHAT = 'touchpoint write on chat "Writes in the chat" { desired 90% }'


def today(call: str = CALL, form: str = FORM, more: str = "") -> str:
    return DECLARED + TODAY.format(call=call, form=form, more=more)


def plan(lines: str) -> str:
    return PLAN.format(lines)


PLANS = [
    (
        "touchpoint form { status planned; intended 90% }",
        "neutral",
        'a new map of how it is to be; more is aimed for than today: "Writes to us"',
    ),
    (CHAT, "neutral", 'is a new map of how it is to be; new there: "Writes in the chat"'),
    ("touchpoint call { status retired }", "worse", 'to be; given up there: "Calls us"'),
    (
        "touchpoint call { intended 80s }",
        "worse",
        'to be; less is aimed for than today at "Calls us": 80 s instead of 60 s',
    ),
    ('touchpoint call { feel +1 "calm" }', "neutral", 'next year" is a new map of how it is to be'),
]


@pytest.mark.parametrize(("lines", "effect", "said"), PLANS)
def test_a_new_plan_tells_what_it_brings(lines: str, effect: str, said: str) -> None:
    (found,) = weights(today(), today() + plan(lines))

    assert (found.effect, found.name) == (effect, "plan-told")
    assert found.reason.endswith(said)


def test_a_new_map_is_told() -> None:
    assert told("", today()) == ["neutral journey-told"]
    assert told("", 'journey j { status retired; stage s "Ask" }') == []


BETTER = "touchpoint form { status planned; intended 90% }"
BOTH = f"{BETTER}; touchpoint call {{ status retired }}; {CHAT}"
DONE = "current 91%; desired 95%; intended 70%"


def gone(lines: str, after: str) -> str:
    """What is said of a plan that is gone, as the map of today is another."""
    found = weights(today() + plan(lines), after)
    (weight,) = (one for one in found if one.name.startswith("plan-"))
    return f"{weight.effect} {weight.reason}"


def test_a_plan_that_today_tells_is_not_given_up() -> None:
    so = 'neutral what the plan "Getting help, next year" was to bring is on the map of today'

    assert gone(BETTER, today(form=DONE)) == so
    assert gone(BETTER, today(form=FORM.replace("70%", "90%"))) == so
    assert gone(BOTH, today("status retired", DONE, CHAT)) == so


def test_what_today_has_not_of_a_plan_is_told() -> None:
    missing = 'worse the plan "Getting help, next year" is gone, and the map of today has not all'

    assert gone(BOTH, today("status retired", more=CHAT)) == (
        f'{missing} of it; for "Writes to us" the plan was 90%'
    )
    assert gone(BOTH, today(form=DONE)) == (
        f'{missing} of it; not so there: "Writes in the chat" and "Calls us"'
    )


def test_a_plan_of_which_nothing_is_so_is_given_up() -> None:
    given_up = 'worse the plan "Getting help, next year" is given up'

    assert gone(BOTH, today()) == given_up
    assert gone("touchpoint call { intended 80s }", today()) == given_up


def test_more_places_than_a_sentence_holds_are_named() -> None:
    parts = [f'touchpoint t{n} on mail "T{n}" {{ current 4h; intended 2h }}' for n in range(5)]
    later = "; ".join(f"touchpoint t{n} {{ intended 3h }}" for n in range(5))
    base = today(more="\n".join(parts))
    (found,) = weights(base, base + plan(later))

    assert found.reason.count("3 h instead of 2 h") == 3
    assert found.reason.endswith('; and at "T3" and "T4"')
