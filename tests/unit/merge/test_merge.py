"""Merges of small files: who wrote what, and what becomes of it."""

import pytest

from jmap.format import format_source
from jmap.merge import Labels, Merged, merged
from jmap.merge.merged import Unmergeable
from jmap.source import SourceFile

MAP = """# Refunds, as they are.

# Who is who.
team care "Customer care"

journey refund "Getting a refund" {
  stage ask "Ask" {
    # From the log.
    touchpoint call on "Phone" "Calls the line" {  # often
      current 3
      desired 4  # a survey
      do "Waits"
      do "Speaks"
    }
    measure "Calls" { current 12 }

    touchpoint letter "Gets a letter" {
      think "At last"
    }
  }
  stage wait "Wait" {
    touchpoint money "Sees the money" {
      feel +1
    }
  }
}
"""


def changed(*replaced: tuple[str, str], text: str = MAP) -> str:
    for old, new in replaced:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def merge(ours: str, theirs: str, base: str = MAP) -> Merged:
    return merged(base, ours, theirs)


CLEAN = [
    pytest.param([("current 3", "current 2")], [("desired 4", "desired 5")], id="two facts"),
    pytest.param([("current 3", "current 2")], [("current 3", "current 2")], id="the same fact"),
    pytest.param([('"Calls the line"', '"Calls"')], [('on "Phone"', 'on "Chat"')], id="one line"),
    pytest.param([("# often", "# daily")], [('"Calls the line"', '"Calls"')], id="a comment"),
    pytest.param([("# a survey", "# the survey")], [("desired 4", "desired 5")], id="behind it"),
    pytest.param([("# From the log.", "# From it.")], [("current 3", "current 2")], id="above it"),
    pytest.param([("# Refunds, as they are.", "# Refunds.")], [("# Who is", "# Who")], id="both"),
    pytest.param([("      feel +1\n", "")], [('think "At last"', 'think "So late"')], id="less"),
    pytest.param([("stage wait", "stage hope was wait")], [("feel +1", "feel +2")], id="renamed"),
    pytest.param([("{ current 12 }", "{\n      current 12\n    }")], [("current 3", "current 2")],
                 id="only layout"),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "others"), CLEAN)
def test_both_are_there(mine: list[tuple[str, str]], others: list[tuple[str, str]]) -> None:
    result = merge(changed(*mine), changed(*others))

    assert result.conflicts == ()
    again = merge(changed(*others), changed(*mine))
    assert again == result
    for old, new in (*mine, *others):
        assert all(word in result.text for word in new.split())
        assert old not in result.text or old in new


def test_two_sides_of_one_line() -> None:
    mine, theirs = changed(('"Calls the line"', '"Calls"')), changed(('on "Phone"', 'on "Chat"'))

    assert 'touchpoint call on "Chat" "Calls" {  # often\n' in merge(mine, theirs).text


def test_a_block_on_one_line() -> None:
    mine = changed(("{ current 12 }", "{ current 13 }"))
    theirs = changed(("{ current 12 }", '{ current 12; period "May" } # counted'))
    short = '    measure "Calls" { current 13; period "May" } # counted\n'
    assert short in merge(mine, theirs).text
    noted = changed(("{ current 12 }", "{ current 12 # once\n    }"))
    assert '    measure "Calls" {\n      current 13 # once\n    }\n' in merge(mine, noted).text
    assert merge(MAP, theirs).text == theirs


def test_what_both_add_at_one_place_is_there_ours_first() -> None:
    mine = changed(('do "Waits"\n', 'do "Waits"\n      do "Sings"\n'))
    theirs = changed(('do "Waits"\n', 'do "Waits"\n      do "Hums"\n      do "Naps"\n'))
    lines = merge(mine, theirs).text.split("\n")

    at = lines.index('      do "Waits"')
    said = [line.strip() for line in lines[at : at + 5]]
    assert said == ['do "Waits"', 'do "Sings"', 'do "Hums"', 'do "Naps"', 'do "Speaks"']


def test_a_comment_that_both_have_changed_is_kept_twice() -> None:
    mine = changed(("# From the log.", "# From our log."))
    theirs = changed(("# From the log.", "# From the log of May."))

    assert "    # From our log.\n    # From the log of May.\n    touchpoint call" in (
        merge(mine, theirs).text
    )


def test_two_comments_behind_one_statement() -> None:
    mine = changed(("# a survey", "# of May"))
    theirs = changed(("# a survey", "# of June"))

    assert "      # of May\n      desired 4  # of June\n" in merge(mine, theirs).text


def test_a_fact_that_both_have_changed() -> None:
    result = merge(changed(("current 3", "current 2")), changed(("current 3", "current 4")))

    assert [(one.where, one.what) for one in result.conflicts] == [
        ("refund.ask.call", "`current` was changed by both sides")
    ]
    marked = """      # <<<<<<< ours
      current 2
      # ||||||| base
      # current 3
      # =======
      # current 4
      # >>>>>>> theirs
"""
    assert result.text == changed(("      current 3\n", marked))


def test_a_fact_that_both_have_added() -> None:
    mine, theirs = (
        changed(("      desired 4", f"      intended {n}\n      desired 4")) for n in (4, 5)
    )
    result = merge(mine, theirs)

    assert "# <<<<<<< ours\n      intended 4\n      # =======\n      # intended 5\n" in result.text
    assert result.conflicts[0].what == "`intended` was added by both sides, differently"


def test_a_line_of_a_block_that_both_have_changed() -> None:
    result = merge(
        changed(('"Wait"', '"Waits"')),
        changed(('"Wait"', '"Waiting"')),
        MAP.replace('do "Waits"', 'do "W"'),
    )

    assert '  # <<<<<<< ours\n  stage wait "Waits" {\n' in result.text
    assert '  # =======\n  # stage wait "Waiting" {\n' not in result.text
    assert (
        '  # =======\n  # stage wait "Waiting"\n  # >>>>>>> theirs\n    touchpoint' in result.text
    )


def test_what_one_has_removed_and_the_other_changed() -> None:
    gone = '\n    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'
    less, more = changed((gone, "")), changed(('"At last"', '"So late"'))
    here, there = merge(less, more), merge(more, less)

    assert here.conflicts[0].what == "ours removed it, theirs changed it"
    assert (
        '    # =======\n    touchpoint letter "Gets a letter" {\n      think "So late"\n    }\n'
        in (here.text)
    )
    assert there.conflicts[0].what == "theirs removed it, ours changed it"
    assert (
        '    # <<<<<<< ours\n    touchpoint letter "Gets a letter" {\n      think "So late"\n'
        in (there.text)
    )


def test_a_comment_in_what_the_other_has_removed_is_not_lost() -> None:
    gone = '\n    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'
    noted = changed(('      think "At last"', '      # Legal wants it.\n      think "At last"'))

    assert "# Legal wants it." in merge(changed((gone, "")), noted).text


def test_orders_that_contradict_each_other() -> None:
    steps = ['      do "Calls"\n', '      do "Waits"\n', '      do "Speaks"\n', '      do "Asks"\n']

    def in_order(*at: int) -> str:
        return changed(('      do "Waits"\n      do "Speaks"\n', "".join(steps[n] for n in at)))

    result = merge(in_order(1, 0, 2, 3), in_order(0, 2, 1, 3), in_order(0, 1, 2, 3))

    assert result.conflicts[0].what.startswith("both sides moved ")
    assert "".join(steps[n] for n in (1, 0, 2, 3)) in result.text
    assert merge(in_order(1, 0, 2, 3), in_order(0, 1, 3, 2), in_order(0, 1, 2, 3)).conflicts == ()


def test_a_touchpoint_that_went_into_a_new_stage() -> None:
    letter = '    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'
    mine = changed(
        ("\n" + letter, ""),
        ('  stage wait "', f'  stage post "Post" {{\n{letter}  }}\n  stage wait "'),
    )

    result = merge(mine, changed(('"At last"', '"So late"')))

    assert result == Merged(mine.replace('"At last"', '"So late"'))


def test_a_stage_that_was_dissolved() -> None:
    money = '    touchpoint money "Sees the money" {\n      feel +1\n    }\n'
    mine = changed(
        (f'  stage wait "Wait" {{\n{money}  }}\n', ""),
        ('think "At last"\n    }\n', f'think "At last"\n    }}\n{money}'),
    )

    result = merge(mine, changed(("feel +1", "feel +2")))

    assert result == Merged(mine.replace("feel +1", "feel +2"))


def test_a_touchpoint_that_both_have_moved() -> None:
    base = changed(('  stage wait "', '  stage one "One"\n  stage two "Two"\n  stage wait "'))
    letter = '    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'

    def moved_to(stage: str) -> str:
        text = base.replace("\n" + letter, "")
        return text.replace(f'"{stage}"\n', f'"{stage}" {{\n{letter}  }}\n')

    result = merge(moved_to("One"), moved_to("Two"), base)

    assert result.text.count("touchpoint letter") == 1 + 1  # once as the mark names it
    assert "to different places: ours is here" in result.text
    assert merge(moved_to("One"), moved_to("One"), base) == Merged(moved_to("One"))


def test_keywords_in_another_language_and_an_edit() -> None:
    persian = format_source(SourceFile("", MAP), "fa").text
    result = merge(persian, changed(("current 3", "current 2")))

    assert result.conflicts == ()
    assert "      current 2\n      مطلوب ۴ # a survey\n" in result.text
    assert merge(persian, MAP).text == persian


def test_another_indent_and_an_edit() -> None:
    wide = MAP.replace("  ", "    ")
    result = merge(wide, changed(("current 3", "current 2")))

    assert result == Merged(wide.replace("current 3", "current 2"))


def test_words_that_the_language_does_not_know() -> None:
    base = changed(("      current 3\n", '      mood "high"\n      current 3\n'))
    mine, theirs = base.replace('"high"', '"low"'), base.replace("current 3", "current 2")

    assert merge(mine, theirs, base) == Merged(mine.replace("current 3", "current 2"))
    assert merge(mine, base.replace('"high"', '"higher"'), base).conflicts


def test_an_id_that_one_takes_away_and_the_other_uses() -> None:
    mine = changed(('team care "Customer care"\n', 'team people was care "Customer care"\n'))
    result = merge(mine, changed(("      feel +1\n", "      feel +1\n      owner care\n")))

    assert "no team is called `care`" in result.conflicts[0].what
    assert "      # >>>>>>> merged\n      owner care\n" in result.text


def test_a_metric_with_another_id_and_a_figure_of_it() -> None:
    base = changed(
        ("team care", 'metric csat "Satisfaction"\nteam care'), ('measure "Calls"', "measure csat")
    )
    mine = base.replace("metric csat", "metric sat was csat").replace("measure csat", "measure sat")

    result = merge(mine, base.replace("current 12", "current 13"), base)

    assert result == Merged(mine.replace("current 12", "current 13"))


def test_ids_of_other_files_are_not_missed() -> None:
    mine = changed(("      feel +1\n", "      feel +1\n      owner elsewhere\n"))

    assert merge(mine, changed(("current 3", "current 2"))).conflicts == ()


def test_names_and_length_of_marks() -> None:
    labels = Labels("HEAD", "parent", "topic", 9)
    result = merged(MAP, changed(("feel +1", "feel +2")), changed(("feel +1", "feel -1")), labels)

    marks = "# ||||||||| parent;# feel +1;# =========;# feel -1;# >>>>>>>>> topic"
    assert marks in result.text.replace("\n      ", ";")


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(Unmergeable, match=r"their side cannot be read: line 10: \( is no value"):
        merge(MAP, changed(("current 3", "current (")))


def test_no_line_end_at_the_end() -> None:
    bare = MAP.removesuffix("\n")

    assert merge(bare, changed(("feel +1", "feel +2"))).text == changed(("feel +1", "feel +2"))[:-1]
    assert merge("", MAP, "").text == MAP


def test_an_ancestor_that_was_in_conflict_itself() -> None:
    mine, theirs = changed(("feel +1", "feel +2")), changed(("feel +1", "feel -1"))
    ancestor = merge(mine, theirs).text

    assert merge(mine, theirs, ancestor).conflicts
    assert merge(mine, mine, ancestor).conflicts == ()
