"""Changes as a comment of a pull request, rendered by GitHub's own parser."""

import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.diff.allowed import Allowed
from jmap.loading import Loaded
from jmap.model.text import quote_line
from jmap.reports.changes.json import changes_json
from jmap.reports.changes.markdown import LIMIT, markdown
from jmap.reports.changes.markdown import comment as page
from jmap.reports.changes.reading import read
from jmap.reports.changes.telling import told as told_of
from tests.tools.changes import compared, loaded
from tests.unit.markdown.github import parsed, shown, stretches

MAP = """
team care "Customer care"
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call %s {
      owner care
      current %s
      desired 4h
      feel %s
    }
  }
}
"""
HOSTILE = (
    "@org/team", "#1", "GH-12", "https://evil.example", "www.evil.example", "x@evil.example",
    "</details>", "<img src=x onerror=alert(1)>", "a | b | c", "```", "~~~", "&#64;here",
    "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "**Approved**", "\\", "`",
    "1. one", "- [ ] done", ":tada:", "$x$", "0123456789abcdef", "\u202eevil", "سلام @org",
)  # fmt: skip


def refund(title: str = "Calls", current: str = "26h", feel: str = "-1") -> Loaded:
    return loaded(MAP % (quote_line(title), current, feel))


def comment(before: Loaded, after: Loaded, name: str = "") -> str:
    return markdown([compared(before, after, name)])


def test_what_gets_worse_comes_first() -> None:
    told = comment(refund(), refund(current="30h", feel="-2"))

    assert told.startswith("### What this changes for customers\n\n**")
    assert "| Getting a refund: mood | \u2066▃\u2069 | \u2066▁\u2069 |" in told
    assert re.search(r"\n\*\*Worse\*\*\n\n- \*\*Calls\*\*: .* · owner: Customer care\n", told)
    assert "| Calls<br>refund.ask.call | current 26h | current 30h | worse: " in told
    assert " · gap-widened |" in told


def test_no_change_is_said() -> None:
    assert comment(refund(), refund()) == (
        "### What this changes for customers\n\n**No changes.**\n"
    )


def expect_nothing_but_text(told: str) -> None:
    page = parsed(told)

    for tag in ("a", "img", "code", "script", "input", "del"):
        assert not list(page.iter(tag))
    assert len(list(page.iter("details"))) == 1
    for row in page.iter("tr"):
        assert len(row) in (3, 4)
    assert not any(re.search(r"[@#]\w|GH-\d", part) for part in stretches(page))
    assert len(told.encode()) <= LIMIT


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    expect_nothing_but_text(comment(refund(), refund(text, "30h"), name="shop"))


EVERYWHERE = """
team care %(text)s
team desk "Service desk"
persona dana %(text)s { prefers phone }
persona tom "Tom"
metric csat %(text)s { kind csat }
channel phone %(text)s { kind phone; responds 90%% within %(within)s; hours %(text)s; owner care }
channel chat "Chat" { kind chat }
journey refund %(text)s {
  for dana
  for tom
  question when %(text)s
  owner %(owner)s
  stage ask %(text)s {
    exit %(text)s
    touchpoint call on %(channel)s %(text)s {
      moment-of-truth
      feel %(feel)s %(text)s as dana
      feel 0 as tom
      answers when
      owner %(owner)s backup %(text)s
      current %(current)s
      measure csat { current %(csat)s }
      pain %(text)s { severity %(severity)s }
      opportunity %(text)s { due 2027-01-01; status %(status)s }
      risk %(text)s { likelihood %(severity)s }
    }
  }
}
"""


def everywhere(text: str, side: dict[str, str]) -> Loaded:
    try:
        return loaded(EVERYWHERE % {**side, "text": quote_line(text)})
    except AssertionError:
        pytest.skip("the language refuses it")


BEFORE = {
    "within": "3m", "owner": "care", "channel": "phone", "feel": "+1", "current": "26h",
    "csat": "80%", "severity": "low", "status": "planned",
}  # fmt: skip
AFTER = {
    "within": "9m", "owner": "desk", "channel": "chat", "feel": "-1", "current": "30h",
    "csat": "70%", "severity": "high", "status": "dropped",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text: str, language: str) -> None:
    """In titles, moods, owners, personas, metrics, promises: told in either language."""
    part = compared(everywhere(text, BEFORE), everywhere(text, AFTER), text)
    changes = [
        replace(one, allowed=Allowed(text, text))
        if one.weight.effect == "worse" and at % 2
        else one
        for at, one in enumerate(part.changes)
    ]
    part = replace(part, changes=tuple(changes), notes=(text,))
    told = told_of([part]).model_copy(update={"language": language})

    expect_nothing_but_text(page(told))


@pytest.mark.parametrize("language", ["en", "fa", "zz-ZZ", "FA", "he"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_document_of_hostile_texts_stays_text(text: str, language: str) -> None:
    """What is read back may hold anything in any field."""
    whole = json.loads(changes_json([compared(refund(), refund(current="30h", feel="-2"))]))
    filled = _filled(whole, text)
    told = read(json.dumps({**filled, "language": language}).encode())

    expect_nothing_but_text(page(told))


KEPT = {"language", "version", "fingerprint", "kind", "effect", "statement", "field", "name"}


def _filled(document: Any, text: str) -> Any:
    """The same document with one text in place of every other."""
    if isinstance(document, str):
        return text
    if isinstance(document, list):
        return [_filled(one, text) for one in document] or [text]
    if not isinstance(document, dict):
        return document
    made = {
        key: one if key in KEPT else _filled(one, text)
        for key, one in document.items()
        if not (isinstance(one, list) and key in ("moods", "changes", "standings") and not one)
    }
    if "fingerprint" in made:
        made["allowed"] = {"reason": text, "by": text}
    if "moods" in made:
        made["moods"] = document["moods"]
    return made


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_leaves_the_table_whole(text: str) -> None:
    try:
        after = refund(text, "30h")
    except AssertionError:
        # What the language refuses is no title.
        return
    shown_page = parsed(comment(refund(), after))

    assert not list(shown_page.iter("a"))
    assert {len(row) for row in shown_page.iter("tr")} == {3, 4} or {
        len(row) for row in shown_page.iter("tr")
    } == {4}


def test_a_long_comment_is_cut_and_says_so() -> None:
    many = "\n".join(f'  stage s{at} "Stage {at}" {{ do "{"x" * 200}" }}' for at in range(400))
    after = loaded("journey refund {\n" + many + "\n}\n")
    before = loaded("journey refund\n")
    told = comment(before, after)

    assert len(told.encode()) <= LIMIT
    left = int(re.findall(r"\*(\d+) more changes are left out here", told)[0])
    assert told.count("<br>refund.s") + left == 400
    assert "Stage 0" in shown(parsed(told))


def _journey(number: int, touchpoints: int, current: str) -> str:
    lines = "\n".join(f"touchpoint t{at} {{ {_line(at, current)} }}" for at in range(touchpoints))
    return f'journey j{number} "Journey {number}" {{ stage s {{ {lines} }} }}'


def _line(at: int, current: str) -> str:
    if at % 3 == 2:
        return f'do "Waits, and then waits for more than {current}"'
    hours = {"a": (9, 9), "b": (5, 14)}[current][at % 3]
    return f"current {hours}h; desired 1h"


def test_the_cut_is_fair_to_journeys_and_effects() -> None:
    """3,000 changes in journeys of unequal size: none and no effect is left out whole."""
    before, after = (
        loaded(
            "\n".join([_journey(0, 2400, side), *(_journey(at, 60, side) for at in range(1, 11))])
        )
        for side in ("a", "b")
    )
    told = comment(before, after)
    rows = re.findall(
        r"^\| (j\d+)\.s\.t\d+ [^|]*\| .*\| (worse|better|) ?.*\|$", told, re.MULTILINE
    )
    counts = Counter(journey for journey, _ in rows)

    assert len(told.encode()) <= LIMIT
    assert len(told.encode()) > LIMIT * 0.9, "what fits is shown"
    assert set(counts) == {f"j{at}" for at in range(11)}
    assert max(counts.values()) <= 2 * min(counts.values())
    for journey in counts:
        effects = Counter(effect for other, effect in rows if other == journey)
        assert set(effects) == {"worse", "better", ""}
        assert max(effects.values()) <= 3 * min(effects.values())
    left = int(re.findall(r"\*(\d+) more changes are left out here", told)[0])
    assert len(rows) + left == 3000


def test_a_small_journey_is_shown_whole_beside_a_large_one() -> None:
    before, after = (
        loaded("\n".join([_journey(0, 2000, side), _journey(1, 6, side)])) for side in ("a", "b")
    )
    told = comment(before, after)

    assert told.count("\n| j1.s.t") == 6


def test_the_heaviest_sentence_comes_first() -> None:
    before = refund_of("feel +1", "current 20h; desired 4h")
    after = refund_of("feel 0", "current 60h; desired 4h")
    told = comment(before, after)

    assert told.index("**Truth**: customers leave") < told.index("**Plain**: customers wait")


def refund_of(truth: str, plain: str) -> Loaded:
    return loaded(
        f'journey j {{ stage s {{ touchpoint a "Plain" {{ {plain} }}\n'
        f'touchpoint b "Truth" {{ moment-of-truth; {truth} }} }} }}'
    )


def test_ten_that_lost_the_same_owner_are_one_sentence() -> None:
    places = "\n".join(f'touchpoint t{at} "Place {at}" {{ %s }}' for at in range(10))
    whole = f'team care "Customer care"\njourney j {{ stage s {{ {places} }} }}'
    before, after = loaded(whole % (("owner care",) * 10)), loaded(whole % (("",) * 10))
    told = comment(before, after)

    assert told.count('it was "Customer care"') == 1 + 10, "one sentence, and ten rows"
    assert "**Place 4**, and 5 more: nobody answers for them any more" in told


def test_what_is_allowed_comes_after_the_rest_with_its_reason() -> None:
    part = compared(refund(), refund(current="30h", feel="-2"))
    first, *others = part.changes
    part = replace(part, changes=(replace(first, allowed=Allowed("Easter", "Dana")), *others))
    told = markdown([part])

    assert "2 changes: 2 worse (1 of them allowed) for customers." in told
    assert told.index("**Worse**") < told.index("**Worse, and allowed**")
    assert re.search(r"^- \*\*Calls\*\*: .* · allowed: Easter \(Dana\)$", told, re.MULTILINE)
    assert re.search(r"^\| .*refund.* · allowed: Easter \(Dana\) \|$", told, re.MULTILINE)


def test_a_persian_comment_is_read_from_the_right() -> None:
    persian = 'journey ask "پرسیدن" { stage s { touchpoint t "تماس" { feel %s; current %s } } }'
    told = comment(loaded(persian % ("-1", "26h")), loaded(persian % ("-2", "30h")))

    assert told.startswith('<div dir="rtl">\n\n### این تغییر با مشتری چه می‌کند؟\n')
    assert told.endswith("</details>\n\n</div>\n")
    assert "\u2067▃\u2069 | \u2067▁\u2069" in told
    assert "worse" not in told.replace("experience-worsened", "")


def test_the_first_journey_that_changed_gives_the_language() -> None:
    maps = (
        'journey a "Asking" { stage s { touchpoint t "Calls" { current %s } } }\n'
        'journey b "پرسیدن" { stage s { touchpoint u "تماس" { current %s } } }'
    )
    persian = comment(loaded(maps % ("1h", "26h")), loaded(maps % ("1h", "30h")))
    both = comment(loaded(maps % ("1h", "26h")), loaded(maps % ("2h", "30h")))

    assert "زمان انتظار مشتری از ۲۶ ساعت به ۳۰ ساعت می‌رسد" in persian
    assert "customers wait 2 h instead of 1 h" in both
    assert "customers wait 30 h instead of 26 h" in both
    assert "\u2068تماس\u2069" in both


def test_many_standings_are_cut_and_counted() -> None:
    maps = "\n".join(
        f'journey j{at} "Journey {at}" {{ stage s {{ touchpoint t{at} {{ feel %s }} }} }}'
        for at in range(40)
    )
    told = comment(loaded(maps % (("+1",) * 40)), loaded(maps % (("-1",) * 40)))

    assert told.count(": mood | ") == 24
    assert "\n| … and 16 more | | |\n" in told


def test_long_rows_of_moods_are_cut() -> None:
    places = "\n".join(f"touchpoint t{at} {{ feel %s }}" for at in range(100))
    maps = f"journey j {{ stage s {{ {places} }} }}"
    told = comment(loaded(maps % (("+1",) * 100)), loaded(maps % (("-1",) * 100)))

    assert f"\u2066{'▆' * 60}…\u2069 | \u2066{'▃' * 60}…\u2069" in told


def test_a_part_without_a_title_is_called_by_its_id() -> None:
    maps = (
        'journey j "Asking" {{ stage s "Ask" {{ touchpoint t "Calls" {{ {current} }} }}\n'
        "{path} }}\nchannel phone {{ {promise} }}"
    )
    before = maps.format(current="feel -1", path="path p negative { step t }", promise="")
    after = maps.format(current="feel -2", path="", promise="responds within 3m")
    told = comment(loaded(before), loaded(after.replace(' "Calls"', "")))

    assert "- **p**: without it nothing says what happens to customers" in told
    assert "- **t**: customers leave" in told
    assert "- **phone**: it promises an answer within 3 min" in told
