"""What a page tells beside the map: what changes, what might be done, what is felt, what happens
behind it all, and which journey needs work most.
"""

import subprocess
import sys
from dataclasses import dataclass

import pytest

from jmap.model.forms import TextForm
from jmap.renderers.markdown.spark import spark
from jmap.views.curve import Curve, Mood
from tests.unit.json.workspaces import TEXTS
from tests.unit.markdown.github import parsed, shown, stretches
from tests.unit.markdown.test_escape import MENTION
from tests.unit.markdown.test_markdown import ISOLATES, TAGS, expected, written

BEFORE = """
team a "Sales"
team b "Care"
metric m "On time" { better higher }
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read: its heading cells, and its rows without isolates."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def section(markdown: str, heading: str) -> str:
    """What stands below a heading of the second depth."""
    parts = markdown.split(f"\n## {heading}\n")
    assert len(parts) == 2, heading
    return parts[1].split("\n## ")[0]


def tables(markdown: str) -> list[Table]:
    found = []
    for table in parsed(markdown).iter("table"):
        head, *rows = [
            tuple(ISOLATES.sub("", shown(cell)) for cell in row) for row in table.iter("tr")
        ]
        found.append(Table(head, tuple(rows)))
    return found


def both(before: str, after: str, head: str = "state future") -> str:
    """The page of a journey and of one that extends it."""
    return written(
        f'{BEFORE}journey j "As was" {{\n{before}\n}}\n'
        f'journey k "As wished" {{\nextends j\n{head}\n{after}\n}}\n'
    )


AS_IS = """
stage s "Asks" {
  touchpoint queue on "Phone" "Queue" {
    owner a
    feel -1 "lost"
    action "Plays music"
    current 90s; desired 20s
    pain late "Nobody answers" { severity high }
    opportunity back "Call back" { eases late; impact 4; effort 2; status idea }
    measure m { current 50%; desired 90% }
  }
  touchpoint mail on "Email" "Mail" { current 30h; desired 24h }
  touchpoint desk "Desk" { desired 3 }
}
path p "Straight on" { step queue; step desk }
"""
TO_BE = """
stage s {
  touchpoint queue "Queue that calls back" {
    status planned
    confidence assumed
    owner b
    feel +1 "calm"
    action "Plays music"
    action "Calls back"
    intended 40s
    pain late "Nobody answers" { severity low }
    opportunity back "Call back" { status doing }
    measure m { intended 95% }
  }
  touchpoint mail { status retired }
  touchpoint text on "SMS" "Text" { desired 95%; intended 95% }
}
path p "Straight on" { step text; step queue "is called"; step desk }
"""


def test_a_journey_stands_beside_the_one_it_extends() -> None:
    said = section(both(AS_IS, TO_BE), "As is beside to be")

    assert "- Compared with: **As was**\n" in said
    assert "- **1** gaps closed · **1** narrowed · **1** unknown\n" in said
    assert "- Touchpoints: 1 new, 1 changed, 1 gone, 1 unchanged\n" in said
    assert "- Mean attainment (of 2 gaps known on both sides): from **39%** to **75%**\n" in said
    assert "Levels to be are what we intend to give; nobody has measured them yet." in said


def test_each_touchpoint_tells_both_levels_its_gap_and_what_changes() -> None:
    (table,) = tables(section(both(AS_IS, TO_BE), "As is beside to be"))
    rows = {row[0].split("\n")[0]: row[1:] for row in table.rows}

    assert table.heads == ("Touchpoint", "As is", "To be", "Gap", "What changes")
    assert rows["Queue that calls back"] == (
        "90 s\n● large gap", "40 s\n◑ medium gap", "gap narrowed\ncloses 50 s, 20 s to go",
        "Title: from Queue to Queue that calls back\n"
        "Feel: from −1 lost to +1 calm\n"
        "Pain: Nobody answers (Severity: low)\n"
        "Opportunity: Call back (Status: doing)\n"
        "Owner: from Sales to Care\n"
        "Action: Calls back",
    )  # fmt: skip
    assert rows["Queue that calls back: On time"][:3] == (
        "50%\n◑ medium gap", "95%\n✓ on target", "gap closed\ncloses 40 percentage points",
    )  # fmt: skip
    assert rows["Mail"][1:3] == ("gone", "measured no longer")
    assert rows["Text"][:3] == ("not there yet", "95%\n✓ on target", "measured from now on")
    assert "Desk" not in rows


def test_what_stays_and_what_paths_change_is_told_below_the_table() -> None:
    said = section(both(AS_IS, TO_BE), "As is beside to be")

    assert "Unchanged: [**Desk**](#k.s.desk)\n" in said
    assert (
        "- Path: **Straight on** · changed\n  - As is: Queue · Desk\n"
        "  - To be: Text · Queue that calls back: is called · Desk" in said
    )


def test_a_stage_tells_what_changes_of_itself_and_nothing_makes_a_heading_of_it() -> None:
    told = both('stage s "Asks" { goal "An answer" }', 'stage s { goal "A person" }')
    still = both(
        'stage s "Asks" { measure m { current 50%; desired 90% } }',
        "stage s { measure m { intended 60% } }",
    )

    assert "- Stage: [**Asks**](#k.s)\n  - **Goal**: from An answer to A person" in told
    assert "- Stage: " not in still
    assert "\n  -\n" not in still


def test_stages_come_and_go() -> None:
    told = section(both('stage s "Old"', 'stage n "New"'), "As is beside to be")
    moved = section(both('stage s "Old"', 'stage n was s "New"'), "As is beside to be")

    assert "- Stage: [**New**](#k.n) · new" in told
    assert "- Stage: [**New**](#k.n)\n  - **Title**: from Old to New" in moved


def test_a_level_that_changes_is_told_also_where_the_gap_is_unknown() -> None:
    markdown = both("measure m { current 50% }", "measure m { intended 60% }")
    (table,) = tables(section(markdown, "As is beside to be"))

    assert table.rows == (("As wished: On time", "50%", "60%", "change unknown", "–"),)


def test_a_new_touchpoint_tells_what_we_do_and_a_line_that_is_gone_what_it_said() -> None:
    markdown = both(
        "stage s { touchpoint t { tag old; tag kept } }",
        "stage s { touchpoint t { tag kept; moment-of-truth }\n"
        'touchpoint n { action "Greets"; action "Asks" } }',
    )
    (table,) = tables(section(markdown, "As is beside to be"))
    rows = {row[0].split("\n")[0]: row[-1] for row in table.rows}

    assert rows == {"t": "Tag: old until now\nMoment of truth", "n": "Action: Greets · Asks"}


@pytest.mark.parametrize("head", ["state future", "state current"])
def test_nothing_is_compared_without_a_journey_to_extend(head: str) -> None:
    alone = written(f'journey k "K" {{\n{head}\nstage s "S" {{ touchpoint t "T" }}\n}}\n')

    assert "As is beside to be" not in alone
    assert "Opportunities" not in alone
    assert "Service blueprint" not in alone
    assert "Emotion curve" not in alone
    assert "Journeys by health" not in alone


IDEAS = """
journey j "J" {
  stage s "Asks" {
    opportunity "Whole stage" { impact 2; effort 1; owner "Care" }
    touchpoint t "Desk" {
      opportunity costly "Rebuild" { impact 5; effort 5; due 2026-12-01; status planned }
      opportunity quick "Checklist" { impact 5; effort 2; status doing }
      opportunity felt "Sign" { importance 9; satisfaction 4; status idea }
      opportunity "Someday"
    }
  }
}
"""


def test_opportunities_are_listed_by_quadrant_quick_wins_first() -> None:
    said = section(written(IDEAS), "Opportunities by impact and effort")
    (table,) = tables(said)

    assert table.heads == (
        "Quadrant", "No.", "Opportunity", "Impact", "Effort", "Impact ÷ effort", "Owner", "Due",
        "Status",
    )  # fmt: skip
    assert table.rows == (
        ("Quick wins", "1", "Checklist\nDesk · Asks", "5", "2", "2.5", "–", "–", "doing"),
        (
            "Major projects", "3", "Rebuild\nDesk · Asks", "5", "5", "1", "–", "2026-12-01",
            "planned",
        ),
        ("Fill-ins", "2", "Whole stage\nAsks", "2", "1", "2", "Care", "–", "–"),
    )  # fmt: skip
    assert said.startswith("\nNumbered by impact ÷ effort · High means")
    assert (
        "**Not yet estimated**\n\n"
        "- **Sign** · [Desk](#j.s.t) · Asks · Status: idea · **Ulwick 14**\n"
        "- **Someday** · [Desk](#j.s.t) · Asks\n" in said
    )


def test_a_large_score_is_written_out() -> None:
    idea = 'opportunity "A" { reach 30000; impact 2; confidence 80%; effort 1.5 }'
    markdown = written(f'journey j "J" {{ stage s "S" {{ {idea} }} }}\n')

    assert "| 32000 |" in section(markdown, "Opportunities by impact and effort")
    assert "RICE" in markdown
    assert "e+" not in markdown


def test_a_score_is_no_name_of_a_commit() -> None:
    idea = 'opportunity "A" { impact 333333333; effort 1 }'
    markdown = written(f'journey j "J" {{ stage s "S" {{ {idea} }} }}\n')

    assert "333333333" in shown(parsed(markdown))
    assert "333333333" not in stretches(parsed(markdown))


def test_opportunities_that_nobody_has_estimated_are_listed_alone() -> None:
    said = section(written('journey j "J" { stage s "S" { opportunity "A" } }\n'), "Opportunities")

    assert "- **A** · [S](#j.s)" in said
    assert "|" not in said


def test_each_persona_has_a_line_with_the_moments_that_stand_out() -> None:
    feelings = 'feel -2 as "Ruth" "lost"', 'feel +1 as "Ruth" "sure"', 'feel 0 as "Tom"'
    points = "\n".join(f'touchpoint t{at} "T{at}" {{ {felt} }}' for at, felt in enumerate(feelings))
    found = tables(section(written(f'journey j "J" {{ stage s "S" {{\n{points}\n}} }}\n'),
                           "Emotion curve"))  # fmt: skip

    assert found[0].heads == (
        "Personas", "Emotion curve", "Best moment", "Weakest moment", "End",
    )  # fmt: skip
    assert found[0].rows == (
        ("Ruth", "▁▆", "T1\n+1 sure", "T0\n−2 lost", "T1\n+1 sure"),
        ("Tom", "–", "–", "–", "T2\n0 neutral"),
    )


def test_bars_are_set_apart_by_stages() -> None:
    moods = tuple(
        Mood(position, level, "", "", "")
        for position, level in ((0.2, -2), (0.8, -1), (1.5, 0), (3.1, 1), (3.9, 2))
    )

    assert spark(Curve("", moods)) == "▁▂\u00a0▄\u00a0▆█"
    assert spark(Curve("", moods * 5)).count(" ") == spark(Curve("", moods)).count("\u00a0") * 5 + 4
    assert spark(Curve("", moods[:1])) == ""


BEHIND = """
system crm "CRM"
journey j "J" {
  stage s "Asks" {
    do "Calls"
    touchpoint t on "Phone" "Queue" {
      do "Waits"
      action "Greets"
      backstage crm "Finds the customer"
      current 90s; desired 20s
    }
  }
  stage e "Ends" { touchpoint u on "Email" "Mail" { do "Reads"; support "Printer" } }
}
"""


def test_a_blueprint_has_its_rows_and_a_line_above_each_that_is_there() -> None:
    (table,) = tables(section(written(BEHIND), "Service blueprint"))

    assert table.heads == ("Stages", "Asks", "Ends")
    assert table.rows == (
        ("Physical evidence", "Phone", "Email"),
        ("Customer actions", "• Calls\n• Waits", "Reads"),
        ("Line of interaction", "┄┄┄", "┄┄┄"),
        ("Frontstage", "Queue\n• Greets", "Mail"),
        ("Line of visibility", "┄┄┄", "┄┄┄"),
        ("Backstage", "CRM: Finds the customer", ""),
        ("Line of internal interaction", "┄┄┄", "┄┄┄"),
        ("Support", "", "Printer"),
        ("Time", "90 s (wanted 20 s)", ""),
    )


def test_the_map_leaves_to_the_blueprint_what_happens_behind() -> None:
    rows = [
        row[0] for table in tables(section(written(BEHIND), "Journey map")) for row in table.rows
    ]

    assert "Do" in rows
    assert not {"Backstage", "Support"} & set(rows)


def test_a_blueprint_names_touchpoints_where_a_stage_has_several_times() -> None:
    markdown = written(
        'journey j "J" { stage s "S" {\n takes 2h\n'
        'touchpoint t "T" { backstage "Print"; takes 5m; current 5m; desired 1m }\n'
        'touchpoint u "U" { takes 1m..2m as "Ruth" }\n} }\n'
    )
    rows = {row[0]: row[1] for row in tables(section(markdown, "Service blueprint"))[0].rows}

    assert rows["Time"] == "• 2 h\n• T: 5 min (wanted 1 min)\n• U: Ruth 1 min – 2 min"


def test_several_journeys_are_listed_the_worst_first() -> None:
    good = 'touchpoint t "T" { current 5; desired 5; feel +1; feel +2 }'
    bad = 'touchpoint t "Queue" { current 1; desired 5 }'
    markdown = written(
        f'journey a "Fine" {{ state future; status live; owner "Care"\n'
        f'reviewed 2026-01-31 every 1mo\nstage s "S" {{ {good} }} }}\n'
        f'journey b "Poor" {{ stage s "S" {{ {bad} }} }}\n'
        'journey c "Unknown"\n'
    )
    table = tables(markdown)[0]

    assert table.heads == (
        "Journey", "Attainment", "Gaps by level", "Emotion curve", "Largest gap", "Owner",
        "Next review",
    )  # fmt: skip
    assert table.rows == (
        (
            "Poor", "0%\nMinimum 0%", "●\u00a01", "–", "Queue\n● large gap −4", "Nobody yet",
            "No date",
        ),
        (
            "Fine\nTo be · live", "100%\nMinimum 100%", "✓\u00a01", "▆█", "No gap is known", "Care",
            "2026-02-28",
        ),
        ("Unknown", "Attainment unknown", "–", "–", "No gap is known", "Nobody yet", "No date"),
    )  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_comes_alive_in_any_section(text: str) -> None:
    said = TextForm().write(text)
    markdown = both(
        f'stage s {said} {{\ntouchpoint t on "C" {said} {{\n'
        f"feel -1 {said}\ndo {said}\nbackstage {said}\nowner a\n"
        f"opportunity {said} {{ impact 5; effort 1 }}\nopportunity {said}\n"
        "current 5m; desired 1m\n}\ntouchpoint u {desired 2}\n}\n"
        f"path p {said} {{ step t {said} }}",
        f"stage s {said} {{\ntouchpoint t {said} {{\nfeel +1 {said}\ndo \"Else\"\naction {said}\n"
        f"intended 1m\n}}\ntouchpoint n on \"C\" {said} {{ support {said} }}\n}}\n"
        f"path p {said} {{ step t }}",
    )  # fmt: skip
    tree = parsed(markdown)

    assert {element.tag for element in tree.iter()} <= TAGS
    assert [part for part in stretches(tree) if MENTION.search(part)] == []
    assert all(len({len(row) for row in (one.heads, *one.rows)}) == 1 for one in tables(markdown))
    for heading in (
        "As is beside to be", "Opportunities by impact and effort", "Emotion curve",
        "Service blueprint",
    ):  # fmt: skip
        there = [part for part in markdown.split("\n## ") if part.startswith(f"{heading}\n")]
        assert there
        assert expected(text) in ISOLATES.sub("", shown(parsed(there[-1])))


def test_persian_sections_have_their_own_words_and_digits() -> None:
    markdown = written(
        'journey یک "یکم" {\n stage الف "مرحله" {\n touchpoint ب در "تلفن" "صف" {\n'
        ' backstage "سامانه"\n current 90s\n desired 20s\n feel -1 "نگران"\n'
        ' opportunity "ایده" { impact 5; effort 2 }\n } } }\n'
        'journey دو "دوم" {\n extends یک\n state future\n stage الف { touchpoint ب {\n'
        ' intended 20s\n feel +1 "آرام"\n } } }\n'
    )

    assert markdown.startswith('<div dir="rtl">\n\n## سفرها به ترتیب سلامت\n')
    assert "- **۱** شکاف بسته‌شده\n" in markdown
    assert "**۲۲٪** به **۱۰۰٪**" in markdown
    assert "از \u2068−۱\u2069 \u2068نگران\u2069 به \u2068+۱\u2069 \u2068آرام\u2069" in markdown
    assert "| **بردهای سریع** | ۱ | **\u2068ایده\u2069**" in markdown
    assert "## بلوپرینت خدمت" in markdown


def test_a_page_needs_no_pictures() -> None:
    source = (
        "import sys; from jmap.renderers.markdown import Markdown;"
        "print(sorted(name for name in sys.modules if name.startswith('jmap.pictures') or"
        " name in ('jmap.paint.svg', 'jinja2', 'polib', 'persiantools')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
