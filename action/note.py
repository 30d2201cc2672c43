"""The comment of a pull request: what jmap wrote, and in which run."""

import os
import re
from dataclasses import dataclass
from hashlib import sha256

from action import log
from action.place import asked
from action.state import State

COMMENT = "comment.md"
"""The file in which one step hands the comment to the next."""
_REASON = 4_000
"""Most characters of why a comparison failed."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said around a comment, in one of the languages that jmap writes comments in."""

    stopped: str
    run: str
    source: str
    failed: str
    unknown: str
    rtl: bool = False
    """Whether it is read from right to left."""


_WORDS = {
    "en": _Words(
        "This change does not pass",
        "the run",
        "jmap, as the run of this branch tells",
        "The maps could not be compared",
        "**What this changes for customers is not known.** This is not the same as no changes.",
    ),
    "fa": _Words(
        "این تغییر پذیرفته نمی‌شود",
        "اجرا",
        "jmap، به گفتهٔ اجرای همین شاخه",
        "نقشه‌ها مقایسه نشدند",
        "**معلوم نیست این تغییر با مشتری چه می‌کند.** «مقایسه نشد» با «چیزی تغییر نکرد» یکی نیست.",
        rtl=True,
    ),
}
_TICKS = re.compile("`+")
_KEY = re.compile(r"[a-z0-9-]{1,40}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9./:_-]+")


def marker(key: str) -> str:
    """What a comment of ours starts with, and nobody sees."""
    return f"<!-- jmap: what changes for customers{_named(key)} -->"


def _named(key: str) -> str:
    if not key:
        return ""
    # Anything else, such as a path, might end the comment of HTML that it stands in.
    told = key if _KEY.fullmatch(key) else sha256(key.encode()).hexdigest()[:12]
    return f" ({told})"


def told_note(known: State, written: str) -> str:
    """Whether the change is stopped, what it does, and what was compared."""
    words = _words(known.language)
    wanted = asked("fail-on").replace("`", "")
    why = f": `fail-on: {log.plain(wanted)}`" if wanted else ""
    verdict = _directed(words, f"**{words.stopped}**{why}") if known.gate else ""
    return _joined(verdict, written, _foot(known))


def received_note(written: str, language: str, commit: str, run: str, *, passed: bool) -> str:
    """What the run of a fork tells of its change, and that it is that run which tells it."""
    words = _words(language)
    verdict = "" if passed else _directed(words, f"**{words.stopped}**")
    return _joined(verdict, written, _received(words, commit, run))


def lost_note(language: str, commit: str, run: str) -> str:
    """That the run of a fork told nothing that can be shown."""
    words = _words(language)
    return _joined(_directed(words, _failed(words)), _received(words, commit, run))


def failed_note(known: State) -> str:
    """That nothing was compared, and why. Nobody must take this for “no changes”."""
    words = _words(known.language)
    return _joined(_directed(words, _failed(words)), fenced(known.failure), _foot(known))


def nothing_note(known: State) -> str:
    """That there is nothing to compare, which is no fault."""
    return _joined(f"### Maps\n\n{known.nothing}", _foot(known))


def _words(language: str) -> _Words:
    return _WORDS.get(language.partition("-")[0], _WORDS["en"])


def _failed(words: _Words) -> str:
    return f"### {words.failed}\n\n{words.unknown}"


def _directed(words: _Words, text: str) -> str:
    """A text in the direction that its language is read in."""
    return f'<div dir="rtl">\n\n{text}\n\n</div>' if words.rtl else text


def _joined(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


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


def _received(words: _Words, commit: str, run: str) -> str:
    return _small(words, f"{words.source}: `{commit[:12]}`", run)


def _foot(known: State) -> str:
    words, last = _words(known.language), (known.pushed or known.head)[:12]
    sides = f"{known.base[:12]} → {last}" if known.base else last
    return _small(words, f"jmap: `{sides}`", os.environ.get("GITHUB_RUN_ID", ""))


def _small(words: _Words, text: str, run: str) -> str:
    """A text below all else, with the address of a run."""
    address = run_address(run)
    link = f" · [{words.run}]({address})" if address else ""
    return _directed(words, f"<sub>{text}{link}</sub>")
