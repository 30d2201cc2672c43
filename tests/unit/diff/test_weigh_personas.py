"""Who personas are said to be, and that nobody gains by being told of otherwise."""

from tests.unit.diff.test_weigh import DECLARED, journey, stage, told, touchpoint, weights

PHONE = 'touchpoint call on phone "Calls us"'
CHAT = 'touchpoint write on chat "Writes to us"'
TOM = "for tom"
REWRITTEN = ('persona tom "Tom" { prefers phone }', 'persona tom "Tom" { prefers chat }')


def test_a_channel_is_lost_for_whoever_preferred_it_before_the_change() -> None:
    before, after = stage(PHONE, TOM), stage(CHAT, TOM).replace(*REWRITTEN)
    said = {weight.name: weight for weight in weights(before, after)}

    assert said["channel-left"].reason.endswith('and "Tom" prefers it')
    assert "Tom" not in said["channel-opened"].reason
    assert said["preference-changed"].reason == (
        'the channel of choice is said to be "Live chat" now; it was "Phone"'
    )


def test_preferences_come_and_go() -> None:
    more = DECLARED.replace("prefers phone", "prefers phone; prefers mail")

    (added,) = weights(DECLARED, more)
    assert added.reason == 'the channel of choice is said to be "Email" as well'
    (lost,) = weights(more, DECLARED)
    assert lost.reason == '"Email" is said to be no channel of choice any more'
    renamed = DECLARED.replace("prefers phone", "prefers line").replace(
        "channel phone", "channel line was phone"
    )
    assert told(DECLARED, renamed) == []


def quoted(text: str) -> str:
    return DECLARED.replace("prefers phone", f"prefers phone; {text}")


def test_what_a_persona_is_quoted_with() -> None:
    old, new = 'quote "Just tell me when."', 'quote "I wait, and nobody calls."'

    assert [one.reason for one in weights(DECLARED, quoted(old))] == [
        'a quote is new: "Just tell me when."'
    ]
    assert [one.reason for one in weights(quoted(old), DECLARED)] == [
        'a quote is told no more: "Just tell me when."'
    ]
    assert [one.reason for one in weights(quoted(old), quoted(new))] == [
        'the quote is "I wait, and nobody calls." now; it was "Just tell me when."'
    ]
    assert told(quoted(old), quoted(old.replace("when.", "when!"))) == []


def test_less_is_told_of_customers() -> None:
    smoke = 'do "Picks up a loan car that smells of smoke"'

    assert [
        one.reason for one in weights(touchpoint(smoke), touchpoint('do "Picks up a loan car"'))
    ] == [
        'less is told of customers: "Picks up a loan car" instead of "Picks up a loan car that '
        'smells of smoke"'
    ]
    assert told(touchpoint(smoke), touchpoint(smoke.replace("Picks up", "Fetches"))) == []
    said = touchpoint('say "Nobody calls."')
    assert told(said, touchpoint("")) == ["neutral words-cut"]
    assert told(touchpoint('think "Nobody calls."'), touchpoint("")) == []
    assert told(said, touchpoint("status retired")) == ["worse channel-left"]


def test_a_walk_through_a_journey_is_told_with_what_it_found() -> None:
    walked = 'tested 2026-09-17 walkthrough "The form timed out"; stage s'

    (found,) = weights(journey("stage s"), journey(walked))
    assert found.reason.endswith('as customers do on 2026-09-17 and found: "The form timed out"')
    assert told(journey("stage s"), journey("tested 2026-09-17; stage s")) == ["neutral test-told"]


def test_a_path_that_goes_another_way() -> None:
    parts = f"{PHONE}; {CHAT}; touchpoint end on mail"
    ways = [f"path p {{}} {{{{ step {one}; step end }}}}" for one in ("call", "write")]

    for whose, who in (("for dana", '"Dana Okafor" meets'), ("", "customers meet")):
        before, after = (stage(parts, way.format(whose)) for way in ways)
        (found,) = weights(before, after)
        assert (found.name, found.effect) == ("path-rerouted", "neutral")
        assert found.reason == f'{who} "Writes to us" here instead of "Calls us"'
    longer = ways[0].replace("step end", "step write; step end")
    assert told(stage(parts, ways[0].format("")), stage(parts, longer.format(""))) == []


def test_how_it_ended_well_goes_with_its_touchpoint() -> None:
    ended = PHONE + ' { resolution "Money within the hour" }'
    gone = 'how it ended well there is told no more: "Money within the hour"'

    assert weights(stage(f"{ended}; {CHAT}"), stage(CHAT))[0].reason.endswith(gone)
    taken_over = CHAT + ' { resolution "Money within the hour" }'
    assert gone not in weights(stage(f"{ended}; {CHAT}"), stage(taken_over))[0].reason


def test_an_outside_firm_that_takes_over_is_called_one() -> None:
    firm = '\nteam firm "Firm" { kind partner; accountable web }'
    outside = '"Firm", an outside firm, '
    lines = [
        ("backstage web", "backstage firm", f'behind the scenes {outside}takes the place of "Web'),
        ("", "backstage firm", f"{outside}has a part in it now"),
        ("owner web", "owner firm", f'{outside}answers for "Asks" instead of "Web team"'),
    ]
    for before, after, said in lines:
        (found,) = weights(touchpoint(before) + firm, touchpoint(after) + firm)
        assert said in found.reason
    other = '\nteam other "Other" { kind partner }'
    both = firm + other
    (found,) = weights(touchpoint("owner other") + both, touchpoint("owner firm") + both)
    assert "outside" not in found.reason


def test_a_channel_that_served_nobody_is_told_when_it_goes() -> None:
    fax = '\nchannel fax "Fax" { kind other; responds 90% within 1d }'

    assert told(DECLARED + fax, DECLARED) == ["neutral channel-dropped"]
    used = stage(f"{CHAT}; touchpoint send on fax") + fax
    assert told(used, stage(CHAT)) == ["worse channel-left"]


def test_what_shows_that_a_pain_hurts_less() -> None:
    high, low = (f'pain p "Late" {{ severity {level} }}' for level in ("high", "low"))
    eased = 'opportunity o "Faster" { eases p; status planned }'

    assert told(touchpoint(high), touchpoint(low)) == ["neutral pain-played-down"]
    shown = [
        (f"{high}; current 9h; desired 2h", f"{low}; current 4h; desired 2h"),
        (f"{high}; {eased}", f"{low}; {eased.replace('planned', 'done')}"),
        (high, low.replace("low", 'low; because "The form is gone"')),
        (f"{high}; feel -2", f"{low}; feel 0"),
    ]
    for before, after in shown:
        assert "better pain-shrank" in told(touchpoint(before), touchpoint(after))
    walked = touchpoint(low).replace("for dana;", 'for dana; tested 2026-09-17 "Fine now";')
    assert "better pain-shrank" in told(touchpoint(high), walked)
