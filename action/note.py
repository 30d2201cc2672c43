"""The comment of a pull request: what jmap wrote, and in which run."""

import os
import re

from action import log
from action.place import asked
from action.state import State

COMMENT = "comment.md"
"""The file in which one step hands the comment to the next."""
_REASON = 4_000
"""Most characters of why a comparison failed."""
_WORDS = {
    "en": ("This change does not pass", "the run", "jmap, as the run of this branch tells"),
    "fa": ("این تغییر پذیرفته نمی‌شود", "اجرا", "jmap، به گفتهٔ اجرای همین شاخه"),
}
"""What is said around a comment, in the languages that jmap writes comments in."""
_TICKS = re.compile("`+")
_KEY = re.compile(r"[a-z0-9-]{1,40}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9./:_-]+")


def marker(key: str) -> str:
    """What a comment of ours starts with, and nobody sees."""
    return f"<!-- jmap: what changes for customers{_named(key)} -->"


def _named(key: str) -> str:
    # Anything else might end the comment of HTML that it stands in.
    return f" ({key})" if _KEY.fullmatch(key) else ""


def told_note(known: State, written: str) -> str:
    """Whether the change is stopped, what it does, and what was compared."""
    wanted = asked("fail-on").replace("`", "")
    why = f": `fail-on: {log.plain(wanted)}`" if wanted else ""
    verdict = f"**{_words(known.language)[0]}**{why}\n\n" if known.gate else ""
    return f"{verdict}{written.strip()}\n\n{_foot(known)}\n"


def received_note(written: str, language: str, commit: str, run: str, *, passed: bool) -> str:
    """What the run of a fork tells of its change, and that it is that run which tells it."""
    stopped, name, source = _words(language)
    verdict = "" if passed else f"**{stopped}**\n\n"
    address = run_address(run)
    link = f" · [{name}]({address})" if address else ""
    return f"{verdict}{written.strip()}\n\n<sub>{source}: `{commit[:12]}`{link}</sub>\n"


def _words(language: str) -> tuple[str, str, str]:
    return _WORDS.get(language.partition("-")[0], _WORDS["en"])


def failed_note(known: State) -> str:
    """That nothing was compared, and why. Nobody must take this for “no changes”."""
    return (
        "### The maps could not be compared\n\n"
        "**What this changes for customers is not known.** This is not the same as no changes.\n\n"
        f"{fenced(known.failure)}\n\n{_foot(known)}\n"
    )


def fenced(text: str) -> str:
    """Somebody else's text as a block of code, with a fence that nothing in it can close."""
    shown = "\n".join(log.plain(line) for line in log.lines(text.strip()[:_REASON]))
    longest = max(map(len, _TICKS.findall(shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{shown}\n{fence}"


def run_address(number: str) -> str:
    """Where the run of a number is shown; nothing where the environment does not say."""
    server = os.environ.get("GITHUB_SERVER_URL", "")
    address = f"{server}/{os.environ.get('GITHUB_REPOSITORY', '')}/actions/runs/{number}"
    return address if number.isascii() and number.isdigit() and _ADDRESS.fullmatch(address) else ""


def _foot(known: State) -> str:
    sides = f"{known.base[:12]} → {known.head[:12]}" if known.base else known.head[:12]
    address = run_address(os.environ.get("GITHUB_RUN_ID", ""))
    run = f" · [{_words(known.language)[1]}]({address})" if address else ""
    return f"<sub>jmap: `{sides}`{run}</sub>"
