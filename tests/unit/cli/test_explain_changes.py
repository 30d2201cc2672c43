"""``jmap explain`` of what changes do: a page, the list, data, and guesses."""

import json

import pytest

from jmap.cli.group import run
from jmap.diff.weights import WEIGHTS
from tests.unit.cli.test_commands import FAILED, FINE


def explained(capfdbinary: pytest.CaptureFixture[bytes], *names: str) -> tuple[int, str, str]:
    status = run(["explain", *names])
    told = capfdbinary.readouterr()
    return status, told.out.decode(), told.err.decode()


def test_the_page_of_a_name(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = explained(capfdbinary, "gap-widened")

    assert (status, err) == (FINE, "")
    assert out.startswith("# gap-widened\n\nWhat customers get is further from what they want than")
    assert "\n  - current 26h\n  + current 30h\n    worse[gap-widened] customers wait 30 h" in out
    assert '[diff.weights]\ngap-widened = "neutral"' in out
    assert "\nJmap-Allow: gap-widened JOURNEY.STAGE.TOUCHPOINT -- why\n" in out


def test_rules_and_changes_together(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, _ = explained(capfdbinary, "owner-without-backup", "owner-lost")

    assert status == FINE
    assert "# owner-without-backup\n" in out
    assert "# owner-lost\n" in out
    assert explained(capfdbinary, "owner-without-backup", "owner-lost", "-f", "json")[0] == FAILED


def test_all_of_them(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out, _ = explained(capfdbinary, "changes")
    status, data, _ = explained(capfdbinary, "changes", "-f", "json")

    assert f"The {len(WEIGHTS)} names that `jmap diff` gives to changes." in out
    assert status == FINE
    entries = json.loads(data)["changes"]
    assert [one["name"] for one in entries] == list(WEIGHTS)
    assert entries[0] == {
        "name": "gap-opened",
        "effects": ["worse"],
        "about": "Customers got what they want, and do not any more",
        "example": entries[0]["example"],
    }
    assert "[gap-opened]" in entries[0]["example"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gap-widned", "there is no rule or change 'gap-widned': did you mean 'gap-widened'?"),
        ("owner-without-backups", "did you mean 'owner-without-backup'?"),
        ("zzz", "`jmap rules` lists all rules, `jmap explain changes` all changes"),
    ],
)
def test_unknown_names(capfdbinary: pytest.CaptureFixture[bytes], name: str, why: str) -> None:
    status, out, err = explained(capfdbinary, name)

    assert (status, out) == (FAILED, "")
    assert why in err
