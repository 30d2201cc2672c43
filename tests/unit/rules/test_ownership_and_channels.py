"""The rules about owners, channels and promises, at their edges."""

from datetime import date

import pytest

from jmap.config import Choice
from jmap.loading import load_text
from jmap.model.workspace import Workspace
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.knowledge.parts import mentionable, parts
from jmap.rules.plan import Plan
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, STRICT
from jmap.views.sentences import listed

TODAY = date(2026, 11, 22)


def told(name: str, text: str, profile: str = DEFAULT, **settings: object) -> list[tuple[int, str]]:
    """The line and the message of each finding of one rule, in order."""
    loaded = load_text(text.lstrip("\n"))
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    asked = Choice(profile=profile, select=(name,), rules={name: settings})
    found = examine(loaded, Plan(catalogue(), asked=asked), TODAY)
    assert {item.name for item in found} <= {name, "undeclared-name"}
    return [(item.position.line, item.message) for item in found if item.name == name]


def journey(*stages: str, state: str = "current", before: str = "", after: str = "") -> str:
    """A journey over stages, with declarations before it and paths behind them."""
    inside = "\n".join(stages)
    return f'{before}\njourney trip "A trip" {{\nstate {state}\n{inside}\n{after}\n}}\n'


# Owners


OWNED_AND_NOT = """
journey refund "Refund" {
  stage ask "Ask" {
    %s
    touchpoint call on "Phone" { %s }
    touchpoint form on "Website" { %s }
  }
}
"""
MANY = """
channel phone "Phone" { kind phone }
channel road "On the road" { kind other }
journey refund "Refund" {
  stage ask "Ask" {
    %s
    touchpoint call on "Phone" { %s }
    touchpoint desk on "Shop" { %s }
    touchpoint letter on "Post" { %s }
    touchpoint form %s
  }
}
"""


def many(line: str, form: str = "", stage: str = "", times: int = 3) -> str:
    """A journey with a line in so many of three touchpoints, and a fourth one, `form`."""
    return MANY % (stage, *(line if at < times else "" for at in range(3)), form)


@pytest.mark.parametrize(
    ("form", "is_told"),
    [
        ('on "Website" { action "Confirm" }', True),
        ('on "Website" { current 61% }', True),
        ('on "Website" { measure "Done" { current 61% } }', True),
        ("on phone", True),
        # Customers are by themselves.
        ('on "Website"', False),
        ("on road", False),
        ('on road { backstage "Crew" "Logs the street" }', False),
        ('{ do "Looks down the road" }', False),
        ('on "Website" { action "Confirm"\nstatus retired }', False),
        ('on "Website" { action "Confirm"\nstatus gap }', False),
        ('on "Website" { action "Confirm"\nowner "Web" }', False),
    ],
)
def test_touchpoints_need_an_owner(form: str, *, is_told: bool) -> None:
    found = told("touchpoint-without-owner", many('owner "Care"', form))

    assert found == ([(9, "nobody answers for the touchpoint `form`")] if is_told else [])


@pytest.mark.parametrize(
    ("stage", "times", "profile", "expected"),
    [
        ("", 2, DEFAULT, []),
        ("", 0, DEFAULT, []),
        ('owner "Care"', 3, DEFAULT, []),
        ('owner "Care"', 3, STRICT, ["form"]),
        ("", 3, STRICT, ["form"]),
        ("", 1, STRICT, ["desk", "letter", "form"]),
    ],
    ids=["few", "not begun", "by its stage", "its own", "alone", "all"],
)
def test_what_is_asked_of_owners(stage: str, times: int, profile: str, expected: list[str]) -> None:
    form = 'on "Website" { action "Confirm" }' if profile == DEFAULT else 'on "Website"'
    found = told("touchpoint-without-owner", many('owner "Care"', form, stage, times), profile)

    assert [message.split("`")[1] for _, message in found] == expected


def test_what_a_stage_answers_for_does_not_count() -> None:
    """Neither for those that have an owner nor against them."""
    stage = 'stage wait "Wait" {\nowner "Desk"\ntouchpoint t on phone\ntouchpoint u on phone\n}'
    text = many('owner "Care"', "on phone").rstrip("}\n") + f"\n}}\n{stage}\n}}"

    assert [message for _, message in told("touchpoint-without-owner", text)] == [
        "nobody answers for the touchpoint `form`"
    ]


def test_a_stage_without_an_owner_is_told_once() -> None:
    owned = "\n".join(f'stage s{at} {{\nowner "Desk"\n}}' for at in range(3))
    text = many('owner "Care"', "on phone").rstrip("}\n") + f"\n}}\n{owned}\n}}"

    assert told("touchpoint-without-owner", text) == []
    assert len(told("touchpoint-without-owner", text, STRICT)) == 1
    assert [message for _, message in told("stage-without-owner", text)] == [
        "nobody answers for the stage `ask`"
    ]


def test_what_a_base_was_told_is_not_told_again_of_its_variant() -> None:
    text = many('owner "Care"', "on phone")
    text += 'journey later "Later" {\n  extends refund\n  stage ask { touchpoint form "New" }\n}\n'

    assert told("touchpoint-without-owner", text) == [
        (9, "nobody answers for the touchpoint `form`")
    ]


@pytest.mark.parametrize(
    ("owned", "count", "expected"),
    [(3, 5, ["s3", "s4"]), (3, 4, ["s3"]), (3, 6, []), (2, 3, []), (4, 7, []), (0, 4, [])],
)
def test_stages_need_an_owner_where_three_in_five_have_one(
    owned: int, count: int, expected: list[str]
) -> None:
    stages = [f"stage s{at} {{ {'owner desk' if at < owned else ''} }}" for at in range(count)]
    text = journey(*stages, before='team desk "Desk"')

    found = told("stage-without-owner", text)
    assert [message.split("`")[1] for _, message in found] == expected
    assert len(told("stage-without-owner", text, STRICT)) == count - owned
    assert len(told("stage-without-owner", text, share=0.0)) == (count - owned if owned > 2 else 0)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("touchpoint-without-action", 'action "Answers"'),
        ("touchpoint-without-effect", 'effect + "Calm"'),
        ("touchpoint-without-backstage", 'backstage "Records"'),
        ("touchpoint-without-backstage", 'support "Records"'),
    ],
)
def test_facts_are_expected_once_they_are_begun(name: str, line: str) -> None:
    assert [at for at, _ in told(name, many(line), STRICT)] == [9]
    assert [at for at, _ in told(name, many(line))] == [9]
    assert [at for at, _ in told(name, many(line, times=2), STRICT)] == [8, 9]
    assert told(name, many(line, times=2)) == []
    assert told(name, OWNED_AND_NOT % ("", line, "")) == []
    assert told(name, many(line, "{ status retired }"), STRICT) == []


@pytest.mark.parametrize(
    ("form", "is_told"),
    [
        ('{ action "Confirm" }', True),
        ('{ backstage "Records" "Open a case" }', True),
        ('{ owner "Web" }', True),
        ("{ current 61% }", True),
        ('{ measure "Done" { current 61% } }', True),
        # There is no channel to name.
        ('{ do "Tries it on at home" }', False),
        ("", False),
        ('{ action "Confirm"\nstatus retired }', False),
        ('on "Website" { action "Confirm" }', False),
    ],
)
def test_a_touchpoint_says_where_it_happens(form: str, *, is_told: bool) -> None:
    text = many("", form).replace("touchpoint form", "touchpoint فرم")

    found = told("touchpoint-without-channel", text)
    assert found == ([(9, "nothing says on which channel `فرم` happens")] if is_told else [])


def test_few_channels_begin_nothing() -> None:
    text = many("", '{ action "Confirm" }')

    assert told("touchpoint-without-channel", text.replace('on "Phone"', "")) == []
    assert len(told("touchpoint-without-channel", text.replace('on "Phone"', ""), STRICT)) == 2
    assert len(told("touchpoint-without-channel", many(""), STRICT)) == 1


PARTNER = """
team پاسخ‌یار "Answering firm" {{ kind partner {accountable} }}
team چاپخانه "Printers" {{ kind partner accountable "The city" }}
team مدیر "Contract manager" {{ kind person }}
channel chat "Chat" {{ kind chat {channel} }}
journey quote "A quote" {{
  stage ask "Ask" {{ touchpoint talk on chat {{ {owner} }} }}
}}
"""


@pytest.mark.parametrize(
    ("accountable", "owner", "channel", "expected"),
    [
        ("", "owner پاسخ‌یار", "", "owns the touchpoint `talk`, and nobody inside answers for it"),
        ("accountable مدیر", "owner پاسخ‌یار", "", None),
        ('accountable "Sara"', "owner پاسخ‌یار", "", None),
        (
            "accountable چاپخانه",
            "owner پاسخ‌یار",
            "",
            "owns the touchpoint `talk`, and only the partner `چاپخانه` answers for it",
        ),
        ("", "", "owner پاسخ‌یار", "owns the channel `chat`, and nobody inside answers for it"),
        ("", "owner مدیر backup پاسخ‌یار", "", None),
        ("", "owner پاسخ‌یار status retired", "", None),
        (
            "",
            'opportunity "Answer at night" { owner پاسخ‌یار }',
            "",
            "owns an opportunity, and nobody inside answers for it",
        ),
    ],
    ids=[
        "nobody", "somebody", "a name", "a partner", "a channel", "stands in", "retired", "an idea",
    ],
)  # fmt: skip
def test_somebody_inside_answers_for_a_partner(
    accountable: str, owner: str, channel: str, expected: str | None
) -> None:
    text = PARTNER.format(
        accountable=f"\n{accountable}\n" if accountable else "",
        owner="\n" + owner.replace(" status", "\nstatus") + "\n" if owner else "",
        channel=f"\n{channel}\n" if channel else "",
    ).replace("kind partner accountable", "kind partner\naccountable")

    found = [message for _, message in told("partner-without-accountable", text, "government")]

    assert found == ([f"the partner `پاسخ‌یار` {expected}"] if expected else [])

    # Where nothing at all is said of it, `kind partner` may be no more than a note.
    sure = expected if accountable else None
    found = [message for _, message in told("partner-without-accountable", text)]
    assert found == ([f"the partner `پاسخ‌یار` {sure}"] if sure else [])


COURIERS = """
team a "A" {{ kind partner }}
team b "B" {{
  kind partner
  accountable "The city"
}}
journey one "One" {{
  stage s {{ touchpoint t {{ owner a }} }}
  {one}
}}
journey other "Other" {{
  stage s {{ touchpoint t {{ owner "Somebody" }} }}
  {other}
}}
"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", []),
        ("owner b", "", [1]),
        ('stage u { pain "Late" { owner b } }', "", [1]),
        # What is said in another map, perhaps of another house, asks nothing of this one.
        ("", "owner b", []),
        ('owner "B"', "", []),
    ],
)
def test_a_partner_is_asked_as_another_one_in_the_journey_was(
    one: str, other: str, expected: list[int]
) -> None:
    text = COURIERS.format(one=one, other=other)

    assert [line for line, _ in told("partner-without-accountable", text)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("owner desk backup desk", "`desk` is to stand in for itself"),
        # Half-spaces and Arabic letters make no difference to a reader.
        ("owner میز‌کمک backup ميزكمک", "`میز‌کمک` is to stand in for itself"),
        ('owner "Desk" backup "Desk"', "`Desk` is to stand in for itself"),
        ('owner desk backup "desk"', None),
        ("owner desk backup میز‌کمک", None),
        ("owner desk", None),
    ],
)
def test_nobody_stands_in_for_themselves(line: str, expected: str | None) -> None:
    teams = 'team desk "Desk"\nteam میز‌کمک "Help desk"'
    found = told("own-backup", journey(f'stage ask "Ask" {{\n{line}\n}}', before=teams))

    assert found == ([(6, expected)] if expected else [])


# Promises


PROMISE = """
channel chat "Chat" {
  kind chat
  responds 90%% within 3m
}
metric in-time "In time" {
  kind rate
  window 3m
}
metric handling "Handling" { kind duration }
journey quote "A quote" {
  state %s
  stage ask "Ask" {
    touchpoint talk on %s {
      %s
    }
  }
}
"""


@pytest.mark.parametrize(
    ("state", "channel", "lines", "expected"),
    [
        ("current", "chat", "current 7m\ndesired 3m", "`talk` takes 7 min to answer"),
        ("current", "chat", "intended 180s\ncurrent 1h", "`talk` takes 1 h to answer"),
        ("current", "chat", "measure in-time { current 61% }", "`talk` answers 61% in time"),
        (
            "current",
            "chat",
            "measure in-time { current 412/640 }",
            "`talk` answers 64.4% (412/640) in time",
        ),
        ("current", "chat", "current 3m\ndesired 3m", None),
        ("current", "chat", "measure in-time { current 90% }", None),
        # A day until the technician comes is not a day until somebody answers.
        ("current", "chat", "current 2d\ndesired 1d", None),
        ("current", "chat", "measure handling { current 7m }", None),
        ("current", '"Chat"', "current 7m\ndesired 3m", None),
        ("current", "chat", "current 7m\ndesired 3m\nstatus retired", None),
        ("current", "chat", "current 7m\ndesired 3m\nstatus planned", None),
        ("future", "chat", "current 7m\ndesired 3m", None),
    ],
)
def test_promises_are_held_against_what_customers_get(
    state: str, channel: str, lines: str, expected: str | None
) -> None:
    text = PROMISE % (state, channel, lines)
    found = [message for _, message in told("broken-promise", text)]

    assert found == ([f"{expected}; `chat` promises 90% within 3 min"] if expected else [])


def test_a_promise_without_a_share_is_one_to_everybody() -> None:
    text = PROMISE.replace("90%% ", "") % ("current", "chat", "current 7m\ndesired 3m")

    assert told("broken-promise", text) == [
        (14, "`talk` takes 7 min to answer; `chat` promises an answer within 3 min")
    ]


CHANNELS = """
channel phone "Phone" {{
  kind phone
  {phone}
}}
channel email "Email" {{
  kind email
}}
channel chat "Chat" {{
  kind chat
  {chat}
}}
channel sms "Text message" {{
  kind sms
}}
channel post "Post" {{
  kind letter
}}
journey quote "A quote" {{
  stage ask "Ask" {{
    {touchpoints}
  }}
}}
"""
ALL_USED = "\n".join(f"touchpoint by-{one} on {one}" for one in ("phone", "email", "sms", "post"))
WITH_CHAT = ALL_USED + "\ntouchpoint by-chat on chat"
RESPONDS = "responds 80% within 20s"


@pytest.mark.parametrize(
    ("phone", "touchpoints", "profile", "expected"),
    [
        (RESPONDS, WITH_CHAT, DEFAULT, ["email"]),
        # One promise begins nothing; neither does one that serves nobody here.
        (RESPONDS, ALL_USED, DEFAULT, []),
        (RESPONDS, ALL_USED + "\ntouchpoint a on chat {\nstatus retired\n}", DEFAULT, []),
        (RESPONDS, ALL_USED, CONTACT_CENTRE, ["email"]),
        ("", WITH_CHAT, DEFAULT, []),
        ("", ALL_USED, CONTACT_CENTRE, ["phone", "email"]),
        (RESPONDS, "touchpoint call on phone", STRICT, []),
        (RESPONDS, "touchpoint mail on email {\nstatus retired\n}", STRICT, []),
        (RESPONDS, 'touchpoint mail on "email"', STRICT, []),
    ],
)
def test_where_customers_wait_there_is_a_promise(
    phone: str, touchpoints: str, profile: str, expected: list[str]
) -> None:
    text = CHANNELS.format(phone=phone, chat=RESPONDS, touchpoints=touchpoints)
    found = [message for _, message in told("channel-without-promise", text, profile)]

    assert found == [
        f"customers on `{one}` cannot know when they will be answered" for one in expected
    ]


def test_promises_of_another_journey_ask_nothing_of_this_one() -> None:
    """A hospital is not judged by what a telephone company of the same folder promises."""
    text = CHANNELS.format(phone=RESPONDS, chat=RESPONDS, touchpoints="touchpoint a on phone")
    text += "journey chats { stage ask { touchpoint c on chat\ntouchpoint p on phone } }\n"
    hospital = (
        'channel ward "Ward" { kind phone }\njourney visit { stage go { touchpoint w on ward } }'
    )

    assert told("channel-without-promise", text + hospital) == []
    assert [message for _, message in told("channel-without-promise", text + hospital, STRICT)] == [
        "customers on `ward` cannot know when they will be answered"
    ]


def test_a_house_may_say_on_which_channels_customers_wait() -> None:
    text = CHANNELS.format(phone=RESPONDS, chat="", touchpoints=ALL_USED)
    found = told("channel-without-promise", text, STRICT, kinds=["sms", "letter"])

    assert [message.split("`")[1] for _, message in found] == ["sms", "post"]


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("channel-without-plan", 'plan "One call"', ["email", "sms", "post"]),
        ("channel-without-plan", 'guideline "Listen"', ["email", "sms", "post"]),
        ("channel-without-hours", 'hours "Always"', []),
        ("channel-without-hours", "", ["phone"]),
        ("channel-without-owner", 'owner "Desk"', ["email", "sms", "post"]),
    ],
)
def test_channels_in_use_say_how_when_and_who(name: str, line: str, expected: list[str]) -> None:
    used = told(name, CHANNELS.format(phone=line, chat="", touchpoints=ALL_USED), STRICT)
    unused = told(
        name, CHANNELS.format(phone=line, chat="", touchpoints='touchpoint x on "Fax"'), STRICT
    )

    assert [message.split("`")[1] for _, message in used] == expected
    assert unused == []


# Stages and channels


@pytest.mark.parametrize(
    ("skip", "touchpoint", "state", "expected"),
    [
        (
            "chat",
            "on chat",
            "current",
            "`ask` leaves out `chat`, and `talk` serves customers on it",
        ),
        (
            '"گفت‌وگو"',
            'on "گفتوگو"',
            "current",
            "`ask` leaves out `گفت‌وگو`, and `talk` serves customers on it",
        ),
        ("chat", 'on "chat"', "current", None),
        ("chat", "", "current", None),
        ("chat", "on chat {\nstatus retired\n}", "current", None),
        ("chat", "on chat {\nstatus gap\n}", "current", None),
        ("chat", "on chat {\nstatus planned\n}", "current", None),
        (
            "chat",
            "on chat {\nstatus planned\n}",
            "future",
            "`ask` leaves out `chat`, and `talk` serves customers on it",
        ),
    ],
)
def test_a_channel_is_not_left_out_where_it_serves(
    skip: str, touchpoint: str, state: str, expected: str | None
) -> None:
    stage = f'stage ask "Ask" {{\nskip phone "R"\nskip {skip} "R"\ntouchpoint talk {touchpoint}\n}}'
    declared = 'channel chat "Chat"\nchannel phone "Phone"'

    found = told("skipped-and-served", journey(stage, state=state, before=declared))

    assert found == ([(7, expected)] if expected else [])


def test_a_variant_may_contradict_its_base() -> None:
    text = """
journey now "Now" {
  stage ask "Ask" { skip "Chat" "Too few people" }
}
journey then "Then" {
  extends now
  state future
  stage ask { touchpoint talk on "Chat" "Talks" }
}
"""
    assert told("skipped-and-served", text) == [
        (7, "`ask` leaves out `Chat`, and `talk` serves customers on it")
    ]


CELLS = """
channel phone "Phone" { kind phone }
channel website "Website" { kind web }
channel fax "Fax" { kind letter }
channel chat "Chat" { kind chat }
channel post "Post" { kind letter }
channel centre "Examination centre"
journey now "Now" {
  stage ask "Ask" {
    touchpoint call on phone
    touchpoint form on website
    touchpoint old on fax { status retired }
    touchpoint friend on "A friend"
  }
  stage wait "Wait"
  stage paid "Paid" {
    %s
    touchpoint account on website
  }
}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", [(15, "`paid` says nothing of `phone`")]),
        ('skip phone "Nobody is called"', []),
        ('skip "Phone" "Nobody is called"', []),
        ("touchpoint ring on phone", []),
        ('touchpoint ring on "Phone"', []),
        # A planned touchpoint tells of the cell, and opens no row of its own.
        ("touchpoint ring on phone { status planned }", []),
        (
            "touchpoint ring on chat { status planned }",
            [(15, "`paid` says nothing of `phone`")],
        ),
    ],
)
def test_an_empty_cell_has_a_reason(line: str, expected: list[tuple[int, str]]) -> None:
    assert told("unexplained-empty-cell", CELLS % line, STRICT) == expected


def test_an_examination_centre_is_a_step_and_no_row_to_fill() -> None:
    line = 'skip phone "Nobody is called"\n touchpoint exam on centre'
    said = "`ask` says nothing of `centre`"

    assert told("unexplained-empty-cell", CELLS % line, STRICT) == [(8, said)]
    assert told("unexplained-empty-cell", CELLS % line, "government") == []
    assert told("unexplained-empty-cell", CELLS % "", "government") != []


def test_of_many_empty_cells_a_few_are_named() -> None:
    channels = "\n".join(f'channel c{at} "C{at}" {{ kind web }}' for at in range(8))
    served = "\n".join(f"touchpoint t{at} on c{at}" for at in range(8))
    text = f'{channels}\njourney j "J" {{\nstage s {{\n{served}\n}}\nstage u {{ touchpoint v }}\n}}'

    assert [message for _, message in told("unexplained-empty-cell", text, STRICT)] == [
        "`u` says nothing of `c0`, `c1`, `c2`, `c3` and 4 more"
    ]


def test_a_variant_answers_for_the_cells_that_it_changes() -> None:
    text = (
        CELLS % 'skip fax "No paper"'
        + """
journey then "Then" {
  extends now
  stage ask { touchpoint bot on chat }
  stage paid {
    skip post "No paper"
    touchpoint scan on fax
  }
}
journey later "Later" {
  extends then
  stage thanks "Thanks" { touchpoint card on post }
}
"""
    )
    assert told("unexplained-empty-cell", text, STRICT) == [
        (15, "`paid` says nothing of `phone`"),
        (24, "`paid` says nothing of `chat`"),
        # A new stage answers for all channels; one that is taken over as it is, for none.
        (31, "`thanks` says nothing of `phone`, `website`, `chat` and `fax`"),
    ]


@pytest.mark.parametrize(
    ("names", "more", "expected"),
    [
        ([], 0, ""),
        (["`a`"], 0, "`a`"),
        (["`a`", "`b`"], 0, "`a` and `b`"),
        (["`a`", "`b`", "`c`"], 0, "`a`, `b` and `c`"),
        (["`a`"], 2, "`a` and 2 more"),
        (["`a`", "`b`"], 3, "`a`, `b` and 3 more"),
    ],
)
def test_few_names_are_listed(names: list[str], more: int, expected: str) -> None:
    assert listed(iter(names), more=more) == expected
    assert listed(names, "or", more) == expected.replace(" and ", " or ")


KINDS = """
channel post "Post" { kind letter }
channel website "Website" { kind web }
channel stand "Stand" { kind self-service }
channel other "Other" { kind other }
channel phone "Phone" { kind phone }
"""


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("touchpoint a on post {\neffort 3\neffort 5\n}", 5),
        ("effort 4\ntouchpoint a on post", 4),
        ("touchpoint a on post {\neffort 3\n}", None),
        ("touchpoint a on post {\neffort 5\n}\ntouchpoint b on website", None),
        ("touchpoint a on stand {\neffort 5\n}", None),
        ('touchpoint a on post {\neffort 5\n}\nskip website "Not yet"', None),
        ("touchpoint a on post {\neffort 5\n}\ntouchpoint b on website {\nstatus planned\n}", None),
        # Nobody knows whether these serve customers who would do it by themselves.
        ('touchpoint a on "Web" {\neffort 5\n}', None),
        ("touchpoint a on other {\neffort 5\n}", None),
        ("effort 5", None),
        ("touchpoint a on post {\neffort 5\nstatus retired\n}", None),
    ],
)
def test_hard_work_may_be_done_by_oneself(stage: str, expected: int | None) -> None:
    text = journey(f'stage prove "Prove" {{\n{stage}\n}}', before=KINDS)
    found = [message for _, message in told("effort-without-self-service", text, STRICT)]

    assert found == (
        [
            f"`prove` costs customers an effort of {expected} of 5, and no channel there lets them "
            "do it by themselves"
        ]
        if expected
        else []
    )


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("touchpoint a on website", "by `website`"),
        ("touchpoint a on website\ntouchpoint b on mail", "by `website` and `mail`"),
        ("touchpoint a on website\ntouchpoint b on phone", None),
        ("touchpoint a on website\ntouchpoint b on post", None),
        ("touchpoint a on website\ntouchpoint b on post {\nstatus planned\n}", "by `website`"),
        ('touchpoint a on website\nskip phone "Closed"', None),
        ('touchpoint a on website\nskip mail "Closed"', "by `website`"),
        ('touchpoint a on website\nskip "Desk" "Closed"', None),
        ('touchpoint a on "Website"', None),
        ("touchpoint a on website\ntouchpoint b on other", None),
        ("touchpoint a on other {\nmode digital\n}", "by `other`"),
        ("touchpoint a on website {\nmode physical\n}", None),
        ("touchpoint a", None),
        ("", None),
        # A mail that informs is nothing to get through.
        ("touchpoint a on website {\nkind event\n}", None),
        ("touchpoint a on website\ntouchpoint b on mail {\nkind event\n}", "by `website`"),
    ],
)
def test_a_public_service_has_another_way(stage: str, expected: str | None) -> None:
    declared = KINDS + 'channel mail "Mail" { kind email }'
    text = journey(f'stage apply "Apply" {{\n{stage}\n}}', before=declared)
    found = [message for _, message in told("digital-only-stage", text, "government")]

    assert found == ([f"`apply` can only be passed online, {expected}"] if expected else [])


WAYS = """
channel app "App" {{ kind app }}
channel counter "Counter" {{ kind meeting }}
channel website "Website" {{ kind web }}
journey enrol "Enrolling" {{
  stage start "Start" {{ touchpoint download on app }}
  stage prove "Prove" {{
    touchpoint scan on app
    touchpoint desk on counter
    touchpoint upload on website
  }}
  stage active "Activate" {{ touchpoint code on app }}
  path {path}
}}
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("online {{ step download; step scan; step code }}", ["start", "active"]),
        # Round the first stage by the counter; nobody gets round the last one.
        ("face {{ step desk; step code }}", ["active"]),
        ("face {{ step desk }}", ["active"]),
        ("both {{ step download; step desk; step code }}", ["start", "active"]),
        # Another screen is no way round.
        ("web {{ step upload; step code }}", ["start", "active"]),
        ("lost negative {{ step desk; step code }}", ["start", "active"]),
        ("none {{ }}", ["start", "active"]),
    ],
)
def test_a_path_may_lead_round_a_stage(path: str, expected: list[str]) -> None:
    text = WAYS.format(path=path.replace("{{", "{").replace("}}", "}"))
    found = [message for _, message in told("digital-only-stage", text, "government")]

    assert found == [f"`{stage}` can only be passed online, by `app`" for stage in expected]


# Staff


@pytest.mark.parametrize(
    ("channel", "lines", "guideline", "is_told"),
    [
        ("phone", "", "", True),
        ("phone", 'resource "History"', "", False),
        ("phone", 'guideline "Listen"', "", False),
        ("phone", "", 'guideline "Listen"', False),
        ("phone", "status planned", "", False),
        ("phone", "kind interaction", "", True),
        ("meeting", "kind friction", "", False),
        ("phone", "kind event", "", False),
        ("web", "", "", False),
        ("letter", "", "", False),
    ],
)
def test_staff_have_something_to_work_with(
    channel: str, lines: str, guideline: str, *, is_told: bool
) -> None:
    declared = f'channel line "Line" {{\nkind {channel}\n{guideline}\n}}'
    stage = f'stage ask "Ask" {{\ntouchpoint call on line {{\n{lines}\n}}\n}}'

    found = told("touchpoint-without-resources", journey(stage, before=declared), CONTACT_CENTRE)

    message = "`call` is on a channel with staff, and nothing says what they work with"
    assert [said for _, said in found] == ([message] if is_told else [])


@pytest.mark.parametrize(
    ("lines", "stage", "is_told"),
    [
        ("moment-of-truth", "", True),
        ("moment-of-truth\nowner plain", "owner able", True),
        ("", "", False),
        ('moment-of-truth\nskill "Patience"', "", False),
        ("moment-of-truth\nowner able", "", False),
        ("moment-of-truth", "owner able", False),
        ('moment-of-truth\nbackstage able "Look it up"', "", False),
        ("moment-of-truth\nstatus retired", "", False),
    ],
)
def test_moments_of_truth_ask_for_skills(lines: str, stage: str, *, is_told: bool) -> None:
    declared = 'channel line "Line" { kind phone }\nteam plain "Plain"\n'
    declared += 'team able "Able" { skill "Owns the problem" }'
    said = f'stage ask "Ask" {{\n{stage}\ntouchpoint call on line {{\n{lines}\n}}\n}}'

    found = told("moment-of-truth-without-skills", journey(said, before=declared), STRICT)

    assert bool(found) == is_told


# Moments of truth


PEOPLE = 'persona mina "Mina"\npersona akbar "Akbar"'
HURTS = 'pain "Nobody comes" { severity high }'


def moods(first: str, second: str, state: str = "current", after: str = "") -> str:
    """A journey for two, with a moment of truth and another touchpoint."""
    return journey(
        "for mina\nfor akbar",
        f'stage a "A" {{\ntouchpoint truth {{\nmoment-of-truth\n{first}\n{HURTS}\n}}\n}}',
        f'stage b "B" {{\ntouchpoint other {{\n{second}\n}}\n}}',
        state=state,
        before=PEOPLE,
        after=after,
    )


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("feel -1", "feel +1", -1),
        # All hurts alike.
        ("feel -1", "feel -1", None),
        ("feel -1", "feel -2", None),
        ("feel 0", "feel +1", None),
        ("feel -2\nfeel +1", "feel -1", None),
        ("feel +1\nfeel -2", "feel -1", -2),
        # What a touchpoint leaves is the worst of what it leaves its personas with.
        ("feel -2 as mina\nfeel +1 as akbar\nfeel 0 as mina", "feel -1", None),
        ("feel +1 as mina\nfeel -1 as akbar", "feel 0", -1),
        # A feeling of everybody's is for each persona, until one has another.
        ("feel -1\nfeel +2 as mina", "feel 0", -1),
        ("feel -1\nfeel +2 as mina\nfeel +1 as akbar", "feel -1", None),
        ("feel -2 as mina\nfeel +1", "feel -1", None),
        # One mood alone is the lowest of nothing.
        ("feel -1", "", None),
        ("", "feel -1", None),
        ("feel -1\nstatus retired", "feel +1", None),
        ("feel -1\nstatus planned", "feel +1", None),
        ("feel -1", "feel -2\nstatus retired", None),
    ],
)
def test_a_weak_moment_of_truth_is_the_low_of_the_journey(
    first: str, second: str, level: int | None
) -> None:
    found = [message for _, message in told("weak-moment-of-truth", moods(first, second))]

    assert found == (
        [f"the moment of truth `truth` leaves customers at {level}, the lowest mood of the journey"]
        if level
        else []
    )


def test_it_points_at_the_feeling_that_stays() -> None:
    text = moods("feel +1 as mina\nfeel -2 as akbar\nfeel 0 as mina", "feel -1")

    ((line, _),) = told("weak-moment-of-truth", text)
    assert text.lstrip("\n").splitlines()[line - 1] == "feel -2 as akbar"


def test_where_things_go_wrong_another_measure_holds() -> None:
    third = 'stage c "C" {\ntouchpoint fine {\nfeel +1\n}\n}\n'
    wrong = "path wrong negative {\nstep other\n}"
    text = moods("feel -1", "feel -2", after=third + wrong)
    both = moods("feel -1", "feel -2", after=third + wrong + "\npath well {\nstep other\n}")
    itself = moods("feel -2", "feel -1", after=third + wrong.replace("other", "truth"))

    assert [message for _, message in told("weak-moment-of-truth", text)] == [
        "the moment of truth `truth` leaves customers at -1, the lowest mood outside the negative "
        "paths"
    ]
    assert told("weak-moment-of-truth", both) == []
    assert [message for _, message in told("weak-moment-of-truth", itself)] == [
        "the moment of truth `truth` leaves customers at -2, the lowest mood of the journey"
    ]


def places(*levels: int) -> str:
    """Stages with a touchpoint each, `p0` and so on, that leave such moods."""
    return "\n".join(
        f"stage s{at} {{\ntouchpoint p{at} {{\nfeel {level}\n}}\n}}"
        for at, level in enumerate(levels)
    )


@pytest.mark.parametrize(
    ("levels", "as_low"),
    [
        ((-2, 0, 0), "as low as `p0`: "),
        ((-2, -2, 0, 0, 0), "as low as `p0` and `p1`: "),
        ((-2, -2, -2, -2, 0, 0, 0, 0, 0), "as low as `p0`, `p1` and 2 more: "),
        ((-1, 0), ""),
        ((-2, -2, 0), None),
    ],
)
def test_others_that_are_as_low_are_named(levels: tuple[int, ...], as_low: str | None) -> None:
    text = moods("feel -2", "", after=places(*levels))
    found = [message for _, message in told("weak-moment-of-truth", text)]

    said = f"the moment of truth `truth` leaves customers at -2, {as_low}the lowest mood of the"
    assert found == ([f"{said} journey"] if as_low is not None else [])


@pytest.mark.parametrize(
    ("hurts", "is_told"),
    [
        (HURTS, True),
        ("trust -1", True),
        ("current 2\ndesired 4", True),
        ('measure "Wait" {\ncurrent 4m\ndesired 2m\n}', True),
        ("", False),
        ('pain "Small labels"', False),
        ("trust +1", False),
        ("current 4\ndesired 4", False),
        ("current 4m", False),
    ],
)
def test_a_mild_mood_does_not_tell_on_its_own(hurts: str, *, is_told: bool) -> None:
    mild = moods("feel -1", "feel +1").replace(HURTS, hurts)

    assert bool(told("weak-moment-of-truth", mild)) == is_told
    assert told("weak-moment-of-truth", mild.replace("feel -1", "feel -2")) != []


def test_nobody_lives_through_the_future_today() -> None:
    assert told("weak-moment-of-truth", moods("feel -1", "feel +1", state="future")) == []


# Alternatives


ALTERNATIVES = """
channel counter "Counter"
channel park "Car park"
channel site "Website"
journey rent "Rent" {
  stage pick-up "Pick up" {
    touchpoint desk on %s {
      current 30%%
      desired 100%%
    }
    touchpoint car on park {
      current 90%%
      desired 100%%
    }
    touchpoint key on site {
      current 80%%
      desired 100%%
    }
  }
  %s
}
"""
STEPS = "step desk\nstep car"


def paths(*ways: str) -> str:
    """Paths over some touchpoints each."""
    return "\n".join(f"path w{at} {{\n{way}\n}}" for at, way in enumerate(ways))


@pytest.mark.parametrize(
    ("channel", "ways", "expected"),
    [
        # Without paths, what is written is one step after another.
        ("counter", "", None),
        ("counter", paths("step desk", "step car"), "…`park` 90%"),
        ("counter", paths(STEPS, "step car"), "…`park` 90%"),
        # Whoever comes by the one comes by the other.
        ("counter", paths(STEPS), "…`site` 80%"),
        ("counter", paths(f"{STEPS}\nstep key"), None),
        ("counter", paths(f"{STEPS}\nstep key", STEPS), "…`site` 80%"),
        ("counter", paths(f"{STEPS}\nstep key").replace(" {", " negative {", 1), None),
        # Names in quotes may be anything.
        ('"Counter"', "", None),
    ],
    ids=[
        "no paths", "two ways", "one way without it", "two steps", "three steps",
        "a step that some leave out", "things go wrong", "in quotes",
    ],
)  # fmt: skip
def test_alternatives_are_compared(channel: str, ways: str, expected: str | None) -> None:
    found = [message for _, message in told("unequal-channels", ALTERNATIVES % (channel, ways))]

    start = "`counter` fulfils 30% of what customers want in `pick-up`, "
    assert found == ([expected.replace("…", start)] if expected else [])


def test_the_figures_that_tell_are_pointed_at() -> None:
    ways = paths("step desk", "step car")
    loaded = load_text((ALTERNATIVES % ("counter", ways)).lstrip("\n"))
    asked = Choice(select=("unequal-channels",))

    (one,) = examine(loaded, Plan(catalogue(), asked=asked), TODAY)

    assert one.address == "rent.pick-up"
    assert one.help.startswith(
        "bring `counter` up; where the two are no alternatives, let it stand"
    )
    assert [(label.span.start, label.message) for label in one.labels] == [
        (one.source.text.index("current 30%"), "30%, where customers want 100%"),
        (one.source.text.index("current 90%"), "90%, where customers want 100%"),
    ]


# Declarations


def test_everything_that_can_be_used_is_looked_for() -> None:
    assert mentionable() >= {
        "persona", "channel", "team", "system", "process", "product", "metric", "lane", "source",
    }  # fmt: skip


DECLARED = """
persona mina "Mina"
channel chat "Chat"
team desk "Desk"
system crm "Records"
process check "Check"
product fridge "Fridge"
metric csat "Satisfaction" { from survey }
source survey "Survey"
lane law "Law"
scorecard card "Card" { metric csat }
"""
USES = {
    "mina": 'stage a "A" {\nfeel 0 as mina\n}',
    "chat": 'stage a "A" {\nskip chat "Too slow"\n}',
    "desk": 'stage a "A" {\nowner "Else" backup desk\n}',
    "crm": 'stage a "A" {\ntouchpoint t {\nsupport crm\n}\n}',
    "check": 'stage a "A" {\ntouchpoint t {\nbackstage check\n}\n}',
    "fridge": "product fridge",
    "law": 'stage a "A" {\nnote law "Consent"\n}',
}


@pytest.mark.parametrize("name", USES)
def test_what_something_refers_to_is_used(name: str) -> None:
    found = told("unused-declaration", journey(USES[name], before=DECLARED), STRICT)

    assert {message.split("`")[1] for _, message in found} == USES.keys() - {name}


def test_a_library_on_its_own_is_left_in_peace() -> None:
    assert told("unused-declaration", DECLARED, STRICT) == []


def test_unused_declarations_are_named_by_what_they_are() -> None:
    text = 'تیم شب "شیفت شب"\nسفر س "س"\n'

    assert told("unused-declaration", text, STRICT) == [(1, "nothing uses the team `شب`")]


def test_parts_are_met_once_and_in_order() -> None:
    loaded = load_text(CELLS % "")
    met = list(parts(loaded.workspace))

    assert isinstance(met[0], Workspace)
    assert len({id(part) for part in met}) == len(met)
    named = [part.id for part in met if getattr(part, "keyword", "") in ("stage", "touchpoint")]
    assert named == ["ask", "call", "form", "old", "friend", "wait", "paid", "account"]
