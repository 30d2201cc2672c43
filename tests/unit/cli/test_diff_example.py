"""The example of a gate in the docs is so."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.unit.cli.test_commands import FINDINGS, FINE, Ended
from tests.unit.cli.test_diff_gate import commit, diff, git

__all__ = ["diff"]
PAGE = Path(__file__).resolve().parents[3] / "docs/comparing.md"


def test_the_gate_at_work(diff: Callable[..., Ended]) -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## A gate at work")[2]
    blocks = re.findall(r"```\w+\n(.*?)```", text.partition("\n## ")[0], re.DOTALL)
    source, gate, altered, message, told = blocks
    commit("Gate", a=source, config=gate)
    git("checkout", "-b", "branch")
    commit("Longer", a=source.replace("26h", "30h"), config="")
    refused = diff("main...branch")
    commit(message)

    assert (refused.status, refused.err) == (FINDINGS, altered)
    assert diff("main...branch") == Ended(FINE, told, altered)
