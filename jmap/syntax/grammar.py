"""Where the grammar and the keyword tables lie: inside the installed package, or beside it in the
source tree.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def grammar_folder() -> Path:
    """The folder that holds ``jmap.lark`` and ``keywords/``."""
    beside = _PACKAGE.parent / "grammar"
    if (beside / "jmap.lark").is_file():
        return beside
    return _PACKAGE / "grammar"
