"""The examples in the page on comparing are so."""

import re
import shutil
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


def test_what_is_told_first(diff: Callable[..., Ended], tmp_path: Path) -> None:
    told = re.findall(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    for side in ("one", "other"):
        shutil.copytree(PAGE.parents[1] / "examples/home-internet", tmp_path / side)
    chat, page = (tmp_path / "other" / name for name in ("organisation.jmap", "internet.jmap"))
    chat.write_text(chat.read_text("utf-8").replace("90% within 5m", "90% within 10m"), "utf-8")
    head, tail = page.read_text("utf-8").split("touchpoint compare ")
    tail = tail.replace("current 2\n", "current 3\n", 1)
    page.write_text(f"{head}touchpoint compare {tail}", "utf-8")

    assert diff(str(tmp_path / "one"), str(tmp_path / "other")) == Ended(FINE, told, "")
