"""Two texts compared, for tests of what is said about changes."""

from jmap.diff.judged import judged
from jmap.loading import Loaded, load_text
from jmap.reports.changes.compared import Compared


def loaded(text: str, path: str = "map.jmap") -> Loaded:
    """A text without errors, read."""
    found = load_text(text, path)
    assert found.ok, [item.message for item in found.diagnostics]
    return found


def compared(before: Loaded | str, after: Loaded | str, name: str = "") -> Compared:
    """What changed between two texts."""
    old = loaded(before) if isinstance(before, str) else before
    new = loaded(after) if isinstance(after, str) else after
    return Compared(name, old, new, judged(old.workspace, new.workspace))
