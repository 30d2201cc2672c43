"""What weights say beside the change itself: what it reaches or breaks, where else it is told, and
whom it never concerned.
"""

import pytest

from tests.unit.diff.test_weigh import journey, stage, told, touchpoint, weights

MORE = [
    (
        journey("state current"),
        journey("state future"),
        '"Getting help" is a plan now: nothing tells any more what customers live through today',
    ),
    (
        journey("state future"),
        journey("state current"),
        '"Getting help" tells what customers live through today, and is no plan any more',
    ),
    (
        touchpoint("owner desk backup web"),
        touchpoint("owner web backup third"),
        '"Web team" answers for "Asks" instead of "Service desk"; "Third" stands in instead of '
        '"Web team"',
    ),
    (
        touchpoint(""),
        touchpoint('pain rude "Rude words" { severity high }'),
        '"Rude words" is told now as a pain of customers (high)',
    ),
    (
        touchpoint('action "Call and send a plumber"'),
        touchpoint('action "Call"'),
        'less is said of what we do for customers: "Call" instead of "Call and send a plumber"',
    ),
    (
        stage("touchpoint a on chat { current 17h; desired 5h; intended 10h }"),
        stage("touchpoint a on chat { current 9h; desired 5h; intended 10h }"),
        "customers wait 9 h instead of 17 h, where 5 h is wanted; it reaches what we set out to "
        "give (10 h)",
    ),
    (
        stage("touchpoint a on chat { current 9h; desired 5h; intended 10h }"),
        stage("touchpoint a on chat { current 17h; desired 5h; intended 10h }"),
        "customers wait 17 h instead of 9 h, where 5 h is wanted; it does not reach any more what "
        "we set out to give (10 h)",
    ),
    (
        journey('path p for dana "Chat"; path q "Post"').replace(
            "for dana; ", "for dana; for tom; "
        ),
        journey('path p for tom "Chat"; path q "Post"').replace(
            "for dana; ", "for dana; for tom; "
        ),
        'it is a path of "Tom" now, and was one of "Dana Okafor"',
    ),
]


@pytest.mark.parametrize(("before", "after", "reason"), MORE)
def test_reasons_say_more_than_the_figure(before: str, after: str, reason: str) -> None:
    assert reason in [weight.reason for weight in weights(before, after)]


def test_a_moment_of_truth_that_moves_says_where_it_is_now() -> None:
    before = stage("touchpoint a on chat { moment-of-truth }; touchpoint b on mail")
    after = stage("touchpoint a on chat; touchpoint b on mail { moment-of-truth }")

    assert [weight.reason for weight in weights(before, after)] == [
        'it is no moment of truth any more; "b" is one now',
        "it is a moment of truth now",
    ]


PROMISE = "responds 90% within 10h"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("17h", "9h", '"Live chat" keeps its promise now (10 h)'),
        ("9h", "17h", '"Live chat" does not keep its promise any more (10 h)'),
        ("17h", "12h", ""),
        ("9h", "8h", ""),
    ],
)
def test_a_figure_tells_whether_the_promise_is_kept(old: str, new: str, said: str) -> None:
    maps = [
        stage(f"touchpoint a on chat {{ current {one}; desired 5h }}").replace(
            "{ kind chat }", f"{{ kind chat; {PROMISE} }}"
        )
        for one in (old, new)
    ]
    (found,) = weights(*maps)

    assert ("promise" in found.reason) == bool(said)
    assert said in found.reason


def test_a_new_channel_and_its_touchpoint_tell_what_they_promise_and_do_not_keep() -> None:
    text = stage(
        "touchpoint a on mail; touchpoint b on sms {{ {} }}".format(
            'current 12m; pain bot "A robot asks first" { severity high }'
        )
    )
    before = stage("touchpoint a on mail")
    after = text + '\nchannel sms "Messages" { kind sms; responds 90% within 5m }'

    assert told(before, after) == ["better promise-made", "better channel-opened"]
    assert weights(before, after)[1].reason == (
        'customers can use "b" on "Messages"; customers wait 12 min, though "Messages" promises '
        '90% answered within 5 min; it hurts customers there: "A robot asks first"'
    )


def test_a_promise_says_where_it_is_not_kept_even_when_it_is_loosened() -> None:
    maps = [
        stage("touchpoint a on chat { current 35m }").replace(
            "{ kind chat }", f"{{ kind chat; responds 90% within {limit} }}"
        )
        for limit in ("15m", "30m", "40m")
    ]

    assert weights(maps[0], maps[1])[0].reason.endswith('instead of 15 min; it is not kept at "a"')
    assert weights(maps[1], maps[2])[0].reason.endswith('which alone makes "a" keep it')
    assert weights(maps[2], maps[1])[0].reason.endswith('instead of 40 min; it is not kept at "a"')


CHURN = 'churn 210/3120 "Switch in anger"'


def test_customers_who_leave_and_are_counted_elsewhere_are_not_lost_from_sight() -> None:
    before = journey(f'stage s "Ask" {{ {CHURN} }}; stage e "End"')
    after = journey(f'stage s "Ask"; stage e "End" {{ {CHURN} }}')

    assert told(before, after) == ["neutral churn-moved"]
    assert told(before, after.replace("210/3120", "211/3120")) == [
        "worse churn-untold",
        "neutral churn-told",
    ]
    both = journey(f'stage s "Ask" {{ {CHURN} }}; stage e "End" {{ {CHURN} }}')
    assert told(both, after) == ["worse churn-untold"]


def test_nothing_got_worse_for_somebody_who_was_nobodys_concern() -> None:
    before = touchpoint('feel -1 "wary"')
    after = touchpoint('feel -1 as dana "wary"; feel -2 as tom "lost"').replace(
        "for dana; ", "for dana; for tom; "
    )

    assert told(before, after) == ["neutral persona-added", "neutral mood-told"]
    for_all = told(before.replace("for dana; ", ""), after.replace("for dana; for tom; ", ""))
    assert "worse mood-fell" in for_all


def test_a_translation_says_the_same() -> None:
    english = 'action "Call back"; resolution "Solved"; evidence "12 interviews"'
    persian = 'action "زنگ می‌زنیم"; resolution "حل شد"; evidence "۱۲ مصاحبه"'
    german = 'action "Wir rufen an"; resolution "Geloest"; evidence "Zwoelf Gespraeche"'

    assert told(touchpoint(english), touchpoint(persian)) == []
    maps = [
        stage(f'touchpoint t on chat "Asks" {{\n{lines}\n}}', f"language {name};")
        for name, lines in (("en", english), ("de", german))
    ]
    assert told(*maps) == []


def test_what_maps_rest_on() -> None:
    persona = 'persona ana "Ana" {{ evidence "{}"; driver importance {} "Clear prices" }}'
    one, other = persona.format("12 interviews", 5), persona.format("Belief of the team", 4)

    assert told(one, other) == ["neutral driver-changed", "neutral evidence-changed"]
    assert told(one, one.replace("12 interviews", "13 interviews")) == ["neutral evidence-changed"]
    assert told(journey("status draft"), journey("status live")) == ["neutral journey-standing"]
    every = "reviewed 2026-10-04 every {}"
    for old, new, name in [
        ("90d", "1y", "review-rarer"),
        ("1y", "90d", "review-oftener"),
        ("90d", "90d", ""),
    ]:
        found = told(journey(every.format(old)), journey(every.format(new)))
        assert found == ([f"neutral {name}"] if name else [])
    assert told(journey(every.format("90d")), journey("reviewed 2026-10-04")) == [
        "neutral review-rarer"
    ]
    assert told(journey("reviewed 2026-10-04"), journey("")) == ["neutral review-rarer"]


def test_what_a_journey_is_for() -> None:
    three = 'objective "Three in four solved at the first call"; vision "Nobody waits"'
    other = 'objective "Fewer calls"; vision "Nobody waits"'
    cases = {
        other: ["neutral purpose-changed"],
        three.replace("solved", "answered"): [],
        'vision "Nobody waits"': ["neutral purpose-changed"],
        f'{three}; goal "An answer"': ["neutral purpose-changed"],
        three.replace("Nobody waits", "A home online on the first day"): [
            "neutral purpose-changed"
        ],
    }
    for lines, expected in cases.items():
        assert told(journey(three), journey(lines)) == expected, lines


def test_a_way_that_another_takes_may_have_been_the_last() -> None:
    whose = 'path p for {} "Chat"'
    for_both = "for dana; for tom; "
    before, after = (
        journey(whose.format(name)).replace("for dana; ", for_both) for name in ("dana", "tom")
    )

    assert told(before, after) == ["worse way-lost"]


def test_a_system_with_a_new_id_takes_nobodys_place() -> None:
    before = 'system stock "Stock"\n' + touchpoint('backstage stock "Checks the shelf"')
    after = 'system {} was stock "Stock"\n' + touchpoint('backstage {} "Looks elsewhere for it"')

    for name in ("archive", "zone"):
        assert "neutral backstage-changed" not in told(before, after.replace("{}", name)), name


def test_the_last_way_of_a_persona_with_a_new_id_is_missed() -> None:
    before = stage("touchpoint a", "path p for dana { step a }")
    after = (
        stage("touchpoint a")
        .replace("persona dana", "persona dora was dana")
        .replace("for dana", "for dora")
    )

    assert "worse way-lost" in told(before, after)


def test_a_touchpoint_that_loses_its_channel_takes_it_from_the_stage() -> None:
    before = stage("touchpoint a on chat; touchpoint b on mail")
    bare = stage("touchpoint a; touchpoint b on mail")
    served = stage("touchpoint a; touchpoint c on chat")

    assert [weight.name for weight in weights(before, bare)] == ["channel-left"]
    assert "channel-left" not in [
        weight.name
        for weight in weights(stage("touchpoint a on chat; touchpoint c on chat"), served)
    ]


@pytest.mark.parametrize(
    ("promise", "name"),
    [
        ("responds 90% within 5h", "promise-loosened"),
        ("responds 80% within 5m", "promise-loosened"),
        ("responds 95% within 5h", "channel-changed"),
        ("responds 90% within 5m", "channel-changed"),
        ('hours "24/7"', "channel-changed"),
    ],
)
def test_a_channel_in_place_of_another_that_promised_more(promise: str, name: str) -> None:
    channels = f"channel desk {{ responds 90% within 5m }}; channel counter {{ {promise} }}; "
    before = channels.replace("; ", "\n") + stage("touchpoint a on desk")
    after = channels.replace("; ", "\n") + stage("touchpoint a on counter")

    assert [weight.name for weight in weights(before, after)] == [name]
