"""Where things are kept between runs, and what tells one jmap from another.

``JMAP_CACHE=off`` turns keeping off, ``JMAP_CACHE=FOLDER`` moves it.
"""

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder for what is kept between runs; none where nothing may be kept."""
    setting = os.environ.get("JMAP_CACHE", "")
    if setting == "off":
        return None
    if setting:
        return Path(setting)
    home = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    return home / "jmap" if home.is_absolute() else None


def fingerprint() -> list[int]:
    """What changes with the files of the package.

    Between two releases the version says nothing; when the files were written does.
    """
    package = Path(__file__).parent
    stamps = [
        entry.stat().st_mtime_ns
        for folder in (package, package.parent / "grammar")
        for path, _, _ in os.walk(folder)
        for entry in os.scandir(path)
        if entry.is_file() and not entry.name.endswith(".pyc")
    ]
    return [len(stamps), max(stamps), sum(stamps)]
