"""Changes as a terminal shows them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.diff.allowed import Allowed
from jmap.model.text import quote_line
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.text import text
from jmap.reports.style import Style
from tests.tools.changes import compared

MAP = """
journey refund "Getting a refund" {{
  stage ask "Ask" {{
    touchpoint {id} {title} {{
      current {current}
      desired 4h
    }}
  }}
}}
"""


def pair(title: str = "Calls", name: str = "call") -> Compared:
    before = MAP.format(id="call", title=quote_line("Calls"), current="26h")
    return compared(before, MAP.format(id=name, title=quote_line(title), current="30h"))


def told(part: Compared) -> str:
    return text([part], Style())


def test_a_part_its_lines_and_what_they_do() -> None:
    assert told(pair()) == (
        "touchpoint refund.ask.call  Calls\n"
        "  - current 26h\n"
        "  + current 30h\n"
        "    worse[gap-widened] customers wait 30 h instead of 26 h, where 4 h is wanted\n"
        "\n"
        "1 change: 1 worse for customers\n"
    )


def test_what_is_allowed_says_why_and_by_whom() -> None:
    part = pair()
    allowed = Allowed("Easter\x1b[31m", "Dana")
    part = replace(part, changes=tuple(replace(one, allowed=allowed) for one in part.changes))

    assert "    allowed: Easter\\x1b[31m (Dana)\n" in told(part)


def test_another_id_is_told_with_the_one_before() -> None:
    said = told(pair(name="phone was call"))

    assert "touchpoint refund.ask.phone  Calls\n  renamed: it was call\n" in said


def test_a_long_part_is_cut_and_counted() -> None:
    lines = "\n".join(f'do "{at}"' for at in range(40))
    said = told(compared("journey j", f"journey j {{ stage s {{ {lines} }} }}"))

    assert "    … and 30 lines more\n" in said


def test_nothing_is_no_changes() -> None:
    assert told(compared("journey j", "journey j")) == "no changes\n"


@pytest.mark.parametrize("title", ["\x1b[31mred", "\u202eevil", "##[add-mask]x", "a\u2066b"])
def test_no_text_steers_the_terminal(title: str) -> None:
    said = told(pair(title))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert "##[" not in said


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_stays_on_its_line(title: str) -> None:
    try:
        part = pair(title)
    except AssertionError:
        # What the language refuses is no title.
        return
    said = told(part)

    assert said.count("\n") == told(pair("Other")).count("\n") - 2 * (title == "Calls")
    assert said.encode()


def test_what_only_looks_better_is_noted() -> None:
    before = MAP.format(id="call", title='"Calls"', current="26h")
    said = told(compared(before, before.replace("desired 4h", "desired 24h")))

    assert re.search(r"\n    note\[wish-lowered\] .*24 h", said)
    assert said.endswith("1 change, none of which weighs for customers\n")


def test_a_part_in_another_stage_says_where_it_was() -> None:
    before = MAP.format(id="call", title='"Calls"', current="26h").rstrip()[:-1]
    inner = before[before.index("    touchpoint") : before.rindex("  }")]
    after = before.replace(inner, "")
    stage = '  stage wait "Wait" {{\n{}  }}\n}}\n'
    said = told(compared(before + stage.format(""), after + stage.format(inner)))

    assert said.startswith("touchpoint refund.wait.call  Calls\n  moved: it was refund.ask.call\n")
