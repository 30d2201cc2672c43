"""Outcomes of earlier runs: where no input has changed, a command need not read anything anew.

An outcome is kept under everything it depends on: the command and its options, the paths and what
lies there, the content of every file that was read, and jmap itself. Whatever cannot be read back
whole is computed again; where nothing can be kept, nothing is.
"""

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jmap import __version__
from jmap.cache import cache_folder, fingerprint
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN
from jmap.files import Unwritable, digest_of, write_file
from jmap.paths import config_file, grouped

_LARGEST = 16 * 1024 * 1024
_KEPT = 256


def recall(
    command: str, options: dict[str, Any], paths: tuple[str, ...], compute: Callable[[], Outcome]
) -> Outcome:
    """The outcome of a command over files: the kept one where it still holds, else a new one."""
    folder = cache_folder()
    if folder is None or STDIN in paths:
        return compute()
    listing = [
        [str(group.root), str(config_file(group.root)), [str(file) for file in group.files]]
        for group in grouped(paths)
    ]
    asked = [__version__, fingerprint(), command, options, str(Path.cwd()), paths, listing]
    kept = folder / f"{digest_of(_dumped(asked))}.json"
    outcome = _read(kept)
    if outcome is None:
        outcome = compute()
        _keep(kept, outcome)
    return outcome


def _read(kept: Path) -> Outcome | None:
    try:
        digest, _, payload = kept.read_bytes().partition(b"\n")
        if digest.decode() != digest_of(payload):
            return None
        data = json.loads(payload)
        if not all(_still(*file) for file in data["read"]):
            return None
        documents = {path: base64.b85decode(text) for path, text in data["documents"]}
        return Outcome(data["status"], data["out"].encode(), data["notes"], documents)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        # Nothing there, or not what was written there.
        return None


def _still(path: str, real: str, digest: str) -> bool:
    return os.path.realpath(path) == real and digest_of(Path(real).read_bytes()) == digest


def _keep(kept: Path, outcome: Outcome) -> None:
    size = sum(len(content) for content in outcome.documents.values()) + len(outcome.out)
    if outcome.read is None or size > _LARGEST:
        return
    documents = [
        [path, base64.b85encode(content).decode()] for path, content in outcome.documents.items()
    ]
    try:
        payload = _dumped(
            {
                "status": outcome.status,
                "out": outcome.out.decode(),
                "notes": outcome.notes,
                "documents": documents,
                "read": [[file.path, file.real, file.digest] for file in outcome.read],
            }
        )
        # Maps may hold what is nobody else's business.
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(kept, digest_of(payload).encode() + b"\n" + payload, mode=0o600)
        _forget_oldest(kept.parent)
    except (OSError, Unwritable, UnicodeDecodeError):
        return


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in entries[:-_KEPT]:
        path.unlink(missing_ok=True)


def _dumped(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
