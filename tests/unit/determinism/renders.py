"""Makes every output of the product once: `python renders.py FOLDER BROKEN PATH…`.

The documents go below FOLDER; what the commands print goes to files beside them. BROKEN is a file
with mistakes, which is only checked. `JMAP_SHUFFLE`
says to hand out the entries of folders in another order than the file system does.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FORMS = ("html", "svg", "png", "pdf", "md", "dot", "json", "jmap")
VIEWED = ("fridge-repair", "parking-permit")
"""The examples that are drawn in every view: one from right to left, one beside what it extends."""
PRINTING = (
    ("check-text", "check"),
    ("check-json", "check", "--format", "json"),
    *((f"gaps-{form}", "gaps", "--format", form) for form in ("text", "md", "csv", "json")),
)


def shuffle_folders(seed: str) -> None:
    """Lets `os.scandir`, `os.listdir` and `os.walk` find entries in an order made up by a seed."""
    chance = random.Random(seed)
    scandir, listdir = os.scandir, os.listdir

    class Shuffled:
        def __init__(self, *arguments: Any) -> None:
            with scandir(*arguments) as entries:
                found = list(entries)
            chance.shuffle(found)
            self._entries = iter(found)

        def __enter__(self) -> "Shuffled":
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def __iter__(self) -> Iterator[Any]:
            return self._entries

        def __next__(self) -> Any:
            return next(self._entries)

        def close(self) -> None:
            pass

    def shuffled(*arguments: Any) -> list[Any]:
        found = listdir(*arguments)
        chance.shuffle(found)
        return found

    os.scandir, os.listdir = Shuffled, shuffled  # type: ignore[assignment]


@contextmanager
def printing_to(path: Path) -> Iterator[None]:
    """Sends file descriptor 1 to a file for a while."""
    sys.stdout.flush()
    kept = os.dup(1)
    with path.open("wb") as stream:
        os.dup2(stream.fileno(), 1)
        try:
            yield
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)


def main(folder: Path, broken: str, paths: list[str]) -> None:
    """Every output for some paths, below a folder."""
    if "JMAP_SHUFFLE" in os.environ:
        shuffle_folders(os.environ["JMAP_SHUFFLE"])
    from jmap.cli.group import run
    from jmap.pictures import VIEWS

    forms = [word for form in FORMS for word in ("-f", form)]
    if run(["render", *forms, "-o", f"{folder}/", *paths]) != 0:
        sys.exit("render failed")
    viewed = [path for path in paths if Path(path).name in VIEWED]
    for view in VIEWS:
        if (
            run(["render", "-f", "svg", "--view", view, "-o", f"{folder}/view-{view}/", *viewed])
            != 0
        ):
            sys.exit(f"the view {view} failed")
    for name, *command in PRINTING:
        with printing_to(folder / f"{name}.printed"):
            status = run([*command, *paths, *([broken] if "check" in command else [])])
        if status != ("check" in command):
            sys.exit(f"{name} ended with {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
