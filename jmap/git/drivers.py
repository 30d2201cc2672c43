"""The settings by which git shows and merges journey files with jmap, in the configuration of a
repository or a person.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.git.failure import GitFailed, shown
from jmap.git.running import ask

LINE = "*.jmap diff=jmap merge=jmap"
"""What stands in ``.gitattributes``."""
_PATTERN, *_WANTED = LINE.split()
_SECTIONS = ("diff.jmap", "merge.jmap")
_ANY = "journey.jmap"
"""A journey file, whether there is one of that name or not."""
_NOT_THERE = 1
"""The exit status of git for a setting that is not there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the settings are kept: ``--local`` for a repository, ``--global`` for a person."""

    folder: Path
    scope: str

    def value(self, name: str) -> str | None:
        """A setting; none where it is not set."""
        answer = ask(self.folder, "config", self.scope, "--get", name)
        if answer.status == _NOT_THERE:
            return None
        if answer.status:
            raise GitFailed(answer.complaint.strip() or f"git could not read {name}")
        return answer.output.decode("utf-8", "replace").removesuffix("\n")

    def missing(self, wanted: Mapping[str, str]) -> list[str]:
        """The settings that are not as wanted."""
        return [name for name, value in wanted.items() if self.value(name) != value]

    def write(self, wanted: Mapping[str, str]) -> None:
        """Sets them, whatever stood there."""
        for name, value in wanted.items():
            answer = ask(self.folder, "config", self.scope, "--replace-all", name, value)
            if answer.status:
                raise GitFailed(answer.complaint.strip() or f"git could not write {name}")

    def remove(self) -> bool:
        """Takes them away; whether there were any."""
        found = False
        for section in _SECTIONS:
            answer = ask(self.folder, "config", self.scope, "--remove-section", section)
            found |= answer.status == 0
            if answer.status and "no such section" not in answer.complaint.lower():
                raise GitFailed(answer.complaint.strip() or f"git could not remove {section}")
        return found

    def attributes(self, root: Path) -> Path:
        """The file of attributes that belongs to them."""
        if self.scope == "--local":
            return root / ".gitattributes"
        named = self.value("core.attributesFile")
        if named:
            return Path(named).expanduser()
        home = os.environ.get("XDG_CONFIG_HOME")
        return (Path(home) if home else Path.home() / ".config") / "git" / "attributes"


def settings(command: str, keywords: Sequence[str]) -> dict[str, str]:
    """The settings, for a command line that runs jmap and the keywords that head a hunk."""
    words = "|".join(dict.fromkeys(re.sub(r"[^\w\u200c-]", "", word) for word in keywords))
    return {
        "diff.jmap.command": f"{command} git-diff-driver --",
        "diff.jmap.xfuncname": rf"^[ \t]*(({words})[ \t].*[^ \t{{])[ \t]*\{{?[ \t]*$",
        "merge.jmap.name": "journey maps, by what they say",
        "merge.jmap.driver": _merge_driver(command.replace("%", "%%")),
    }


def _merge_driver(command: str) -> str:
    """The line that merges, for a shell. To git a program that is gone looks like a conflict in
    which ours alone is there, without any marks: whoever then adds the file loses theirs.
    """
    lines = "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B"
    gone = "echo 'jmap does not run (jmap git install mends that), merged line by line:' %P >&2"
    return (
        f"if {command} --version >/dev/null 2>&1; "
        f"then {command} git-merge-driver -- %O %A %B %L %P %S %X %Y; "
        f"else {gone}; {lines}; fi"
    )


def with_line(text: str) -> str:
    """Attributes in which journey files have the drivers; other lines stay as they are."""
    lines = _lines(text)
    for line in lines:
        pattern, *attributes = line.split() or [""]
        if pattern == _PATTERN and set(_WANTED) <= set(attributes):
            return text
    end = "\r\n" if "\r\n" in text else "\n"
    start = text if not text or text.endswith("\n") else text + end
    return start + LINE + end


def without_line(text: str) -> str:
    """Attributes in which journey files have no driver of jmap."""
    kept: list[str] = []
    for line in _lines(text):
        pattern, *attributes = line.split() or [""]
        if pattern != _PATTERN or not set(_WANTED) & set(attributes):
            kept.append(line)
            continue
        rest = [one for one in attributes if one not in _WANTED]
        end = line[len(line.rstrip("\r\n")) :]
        if rest:
            kept.append(" ".join([pattern, *rest]) + end)
    return "".join(kept)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def overruled(root: Path) -> list[str]:
    """What other lines of attributes say of journey files in place of ours: `merge: union`."""
    answer = ask(root, "check-attr", "-z", "diff", "merge", "--", _ANY)
    said = answer.output.decode("utf-8", "replace").split("\0")
    names, values = said[1::3], said[2::3]
    return [
        f"{name}: {value}" for name, value in zip(names, values, strict=False) if value != "jmap"
    ]


def root_of_repository(folder: Path) -> Path:
    """The folder of files of the repository around a folder. Raises ``GitFailed``."""
    answer = ask(folder, "rev-parse", "--show-toplevel")
    if answer.status:
        raise GitFailed(
            f"{shown(os.fspath(folder))} is in no git repository with a folder of files",
            "run this inside of one, or for all your repositories: jmap git install --global",
        )
    return Path(os.fsdecode(answer.output.removesuffix(b"\n")))
