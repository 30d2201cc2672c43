"""jmap: customer journey maps as source code.

>>> import jmap
>>> loaded = jmap.load("examples/minimal.jmap")
>>> [journey.id for journey in loaded.journeys]
['refund']
>>> page = jmap.render(loaded, "html")
"""

__version__ = "0.1.0"

# Type checkers take this for true; importing typing would cost more than the rest of the module.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from jmap.api import (
        Diagnostic,
        Gap,
        Journey,
        Judged,
        Loaded,
        Severity,
        Undrawable,
        Workspace,
        check,
        compare,
        list_gaps,
        load,
        load_each,
        load_text,
        render,
    )

__all__ = [
    "Diagnostic",
    "Gap",
    "Journey",
    "Judged",
    "Loaded",
    "Severity",
    "Undrawable",
    "Workspace",
    "check",
    "compare",
    "list_gaps",
    "load",
    "load_each",
    "load_text",
    "render",
]


def __getattr__(name: str) -> "Any":
    # The library is imported when it is first used, so that the command line starts without it.
    if name in __all__:
        from jmap import api

        return getattr(api, name)
    raise AttributeError(f"module 'jmap' has no attribute {name!r}")
