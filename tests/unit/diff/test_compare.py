"""What is a change, and what is none."""

import pytest

from jmap.diff import Change, apply, compare
from jmap.loading import load_text
from jmap.model.workspace import Workspace
from tests.tools.edits import canonical

MAP = """
team billing "Billing"
team care "Customer care"
channel phone "Phone" {
  kind phone
  responds 80% within 20s
}
journey refund "Getting a refund" {
  tag money
  tag returns
  stage ask "Ask" {
    owner care backup billing
    skip chat-channel "Nobody is there at night"
    touchpoint call on phone "Calls the service line" {
      action "Name the day"
      action "Call back"
      feel -1 "worried"
      feel +1 "relieved"
      current 26h
      desired 4h
      pain lost "Nobody can see the parcel" { severity high }
      pain "The line drops"
    }
    touchpoint write on "Email" "Writes"
  }
  stage wait "Wait"
  stage paid "Get the money"
  path happy { step call; step write; step call "again" }
}
channel chat-channel "Chat"
"""


def workspace(text: str) -> Workspace:
    loaded = load_text(text)
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    return loaded.workspace


def line(change: Change) -> str:
    where = ".".join(step.key for step in change.address)
    told = " ".join(part for part in (change.kind, where, change.field) if part)
    return told + (" (guess)" if change.guess else "")


def told(*replacements: tuple[str, str]) -> list[str]:
    """The changes that some replacements in the map come to; that they lead there is proved."""
    text = MAP
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    before, after = workspace(MAP), workspace(text)
    changes = compare(before, after)
    assert canonical(apply(changes, before)) == canonical(after)
    return [line(change) for change in changes]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tag money\n  tag returns", "tag returns\n  tag money"),
        ("team billing", "# a comment\n\n   team billing"),
        ("stage wait", "مرحله wait"),
        ("current 26h", "اکنون ۲۶ ساعت"),
        ('pain lost "Nobody', 'pain lost   "Nobody'),
        ('team billing "Billing"\nteam care', 'team care "Customer care"\nteam billing "Billing"#'),
    ],
    ids=["order of a set", "comment", "keyword", "digits", "blanks", "order of declarations"],
)
def test_what_is_no_change(old: str, new: str) -> None:
    if new.endswith("#"):
        text = MAP.replace('team billing "Billing"\nteam care "Customer care"', new[:-1])
    else:
        text = MAP.replace(old, new)
    assert text != MAP
    assert compare(workspace(MAP), workspace(text)) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("current 26h", "current 20h", ["changed refund.ask.call current"]),
        ("      current 26h\n", "", ["changed refund.ask.call current"]),
        ("owner care backup billing", "owner care", ["changed refund.ask owner"]),
        ("within 20s", "within 60s", ["changed phone responds"]),
        ('"Calls the service line"', '"Rings"', ["changed refund.ask.call title"]),
        ("call on phone", 'call on "Phone"', ["changed refund.ask.call channel"]),
        ("tag money", "tag cash", ["removed refund tags", "added refund tags"]),
        (
            'action "Call back"',
            'action "Call back at once"',
            ["changed refund.ask.call action (guess)"],
        ),
        ("severity high", "severity low", ["changed refund.ask.call.lost severity"]),
        ('pain "The line drops"\n', "", ['removed refund.ask.call."The line drops"']),
        (
            'pain "The line drops"',
            'pain "The line drops often"',
            [
                'renamed refund.ask.call."The line drops often" (guess)',
                'changed refund.ask.call."The line drops often" text',
            ],
        ),
        ('  stage wait "Wait"\n', "", ["removed refund.wait"]),
        ('stage wait "Wait"', 'stage hope was wait "Wait"', ["renamed refund.hope"]),
        ('stage wait "Wait"', 'stage hope "Wait"', ["renamed refund.hope (guess)"]),
        ('stage wait "Wait"', 'stage wait "Wait"\n  stage ring "Ring"', ["added refund.ring"]),
        (
            '  stage wait "Wait"\n  stage paid "Get the money"',
            '  stage paid "Get the money"\n  stage wait "Wait"',
            ["moved refund.paid"],
        ),
        (
            'feel -1 "worried"\n      feel +1 "relieved"',
            'feel +1 "relieved"\n      feel -1 "worried"',
            ["moved refund.ask.call feel"],
        ),
        ("at night", "at all", ["changed refund.ask skips"]),
        ("step call; step write", "step write; step call", ["moved refund.happy steps"]),
        ('step call "again"', 'step call "once more"', ["changed refund.happy steps"]),
    ],
)
def test_what_is_a_change(old: str, new: str, expected: list[str]) -> None:
    assert told((old, new)) == expected


def test_a_renamed_part_keeps_its_inner_changes() -> None:
    found = told(('stage ask "Ask"', 'stage beg was ask "Ask"'), ("current 26h", "current 30h"))

    assert found == ["renamed refund.beg", "changed refund.beg.call current"]


def test_a_part_that_went_and_one_that_came_are_not_one() -> None:
    found = told(('stage wait "Wait"', 'stage survey "Tell us what you think of it"'))

    assert found == ["removed refund.wait", "added refund.survey"]
