"""The program git and the surroundings it is run in: nothing that a repository says is run.

A repository may come from anybody, and its configuration names programs: for watching files, for
fetching, for showing differences. jmap asks only for what reads objects, and shuts the doors that
even those commands have.
"""

import os
import shutil
from pathlib import Path

from jmap.git.failure import GitFailed

_KEPT = (
    # The user's and the machine's configuration: git takes `safe.directory` from nowhere else, so
    # without them a container could not say whom it trusts. Both belong to whoever runs jmap.
    "HOME",
    "XDG_CONFIG_HOME",
    # How far up a repository is looked for, and who ran sudo: then his repositories are root's too.
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "SUDO_UID",
    # Without these no program starts on Windows, and git does not find its home.
    "SYSTEMROOT",
    "USERPROFILE",
    "HOMEDRIVE",
    "HOMEPATH",
    "PROGRAMDATA",
)
_KEPT_START = "GIT_CONFIG_"
"""How else those configurations are named, and in containers often given: as variables."""
_SET = {
    "LC_ALL": "C",  # its complaints are read, and must be in one language
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    # An object that is not there is never fetched. Older gits do not know the first; the
    # second lets no transport start, and unlike `protocol.allow` no configuration overrules it.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
_SETTINGS = (
    "protocol.allow=never",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.bigFileThreshold=8m",  # what is larger is passed on piece by piece, or not at all
    "core.warnAmbiguousRefs=true",
)


def environment() -> dict[str, str]:
    """The environment of git: made from scratch, with what it needs to find its own settings.

    `GIT_DIR` and its kin stay behind: which repository is read follows from the path alone.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(_KEPT_START)
    }
    return {**kept, "PATH": _search_path(), **_SET}


def command(folder: str | os.PathLike[str], *arguments: str) -> list[str]:
    """The command line that runs git in a folder. Raises ``GitFailed`` where there is no git."""
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return [_program(), "-C", os.fspath(folder), "--no-pager", *settings, *arguments]


def _program() -> str:
    found = shutil.which("git", path=_search_path())
    if found is None or not Path(found).is_absolute():
        raise GitFailed(
            "a revision can only be read with git, and git is not installed here",
            "install it from https://git-scm.com, or name a file or folder in its place",
        )
    return found


def _search_path() -> str:
    # A relative entry, or an empty one, would run a `git` that lies in the repository itself.
    entries = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(entry for entry in entries if Path(entry).is_absolute())
