"""What a commit says about itself: who, when, and why, as bytes that anybody may have written."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

LONGEST = 64 * 1024
"""Most bytes of a message that are looked at, at its beginning and again at its end."""
SUBJECT = 1_000
"""Most characters of a subject or a name."""
TRAILERS = 1_000
"""Most trailers of one message."""

_WHO = re.compile(
    rb"(?P<name>[^<\n]*)<(?P<mail>[^>\n]*)> ?(?P<time>-?\d{1,12})? ?(?P<zone>[+-]\d{4})?"
)
_TRAILER = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*:[ \t]*(.*)")
_BY_GIT = re.compile(r"Signed-off-by: |\(cherry picked from commit ")
_CODING = re.compile(r"utf-?8|us-ascii|iso-?8859-\d\d?|latin-?1|(windows-|cp)125\d|koi8-[ru]", re.I)


@dataclass(frozen=True, slots=True)
class Trailer:
    """A line such as ``Reviewed-by: Sara`` in the last paragraph of a message."""

    key: str
    value: str
    """On one line, whatever it was folded to."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote or committed, and when."""

    name: str
    mail: str
    when: datetime
    """In the time zone that was written down."""


@dataclass(frozen=True, slots=True)
class Message:
    """The head and the text of one commit. Texts are as they were written: whoever shows them
    makes control characters visible.
    """

    parents: tuple[str, ...]
    tree: str
    author: Person
    committer: Person
    subject: str
    trailers: tuple[Trailer, ...]


def read_message(content: bytes) -> Message:
    """Reads a commit object. Nothing in it is refused: what makes no sense reads as nothing.

    Bytes that are no text become U+FFFD, as do those of an encoding that is unknown.
    """
    head, _, body = content.partition(b"\n\n")
    fields: dict[bytes, list[bytes]] = {}
    for line in head.split(b"\n"):
        # A line that begins with a space goes on with the signature before it.
        name, _, value = line.partition(b" ")
        fields.setdefault(name, []).append(value)
    coding = _coding(fields.get(b"encoding", [b""])[0])
    text = body.decode(coding, "replace").replace("\r\n", "\n")
    return Message(
        tuple(value.decode("ascii", "replace") for value in fields.get(b"parent", [])),
        fields.get(b"tree", [b""])[0].decode("ascii", "replace"),
        _person(fields.get(b"author", [b""])[0], coding),
        _person(fields.get(b"committer", [b""])[0], coding),
        _subject(text),
        _trailers(text),
    )


def _coding(name: bytes) -> str:
    # Python knows codecs that are slow or no codecs of text: only what people write with.
    said = name.decode("ascii", "replace").strip()
    return said if _CODING.fullmatch(said) else "utf-8"


def _person(line: bytes, coding: str) -> Person:
    found = _WHO.match(line)
    if found is None:
        return Person("", "", _moment(0, b""))
    name, mail = (found[part].decode(coding, "replace").strip() for part in ("name", "mail"))
    return Person(name[:SUBJECT], mail[:SUBJECT], _moment(int(found["time"] or 0), found["zone"]))


def _moment(seconds: int, zone: bytes | None) -> datetime:
    """A time as git writes it; 1970 for one that no calendar holds."""
    try:
        return datetime.fromtimestamp(seconds, _zone(zone or b"+0000"))
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC)


def _zone(text: bytes) -> timezone:
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    if minutes >= 24 * 60:
        return UTC
    return timezone(timedelta(minutes=-minutes if text.startswith(b"-") else minutes))


def _subject(text: str) -> str:
    """The first paragraph, on one line."""
    first = text.lstrip("\n").partition("\n\n")[0]
    return " ".join(first.split())[:SUBJECT]


def _trailers(text: str) -> tuple[Trailer, ...]:
    """Those of the last paragraph, if it consists of them; a quarter is enough where git itself has
    written one. A message of one paragraph has none.
    """
    _, _, rest = text.strip("\n").partition("\n\n")
    lines = rest.rpartition("\n\n")[2].split("\n")
    found: list[Trailer] = []
    others = 0
    for line in lines:
        trailer = _TRAILER.fullmatch(line)
        if trailer:
            found.append(Trailer(trailer[1], trailer[2].strip()))
        elif found and line[:1] in (" ", "\t"):
            last = found.pop()
            found.append(Trailer(last.key, f"{last.value} {line.strip()}".strip()))
        else:
            others += not _BY_GIT.match(line)
    by_git = any(_BY_GIT.match(line) for line in lines)
    if others and not (by_git and 3 * len(found) >= others):
        return ()
    return tuple(found[:TRAILERS])
