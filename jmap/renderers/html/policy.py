"""What a page may load and run: nothing but what is inside it, and no script but its own."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

_NONE = " 'none'"


@dataclass(frozen=True, slots=True)
class Script:
    """A script to stand in a page, and the policy of the page that allows it."""

    text: Markup
    policy: str


@cache
def page_script() -> Script:
    """The script that filters a page. Without it the page is whole, and shows everything."""
    written = (Path(__file__).parent / "script" / "map.js").read_text(encoding="utf-8")
    # Comments and indents are for those who change it.
    lines = (line.strip() for line in written.split("\n"))
    text = "\n".join(line for line in lines if line and not line.startswith("//"))
    # Our own file: nothing of a map is in it.
    return Script(Markup(text), policy(text))  # noqa: S704


def policy(*scripts: str) -> str:
    """The content security policy of a page with these scripts, each allowed by its SHA-256."""
    allowed = "".join(f" '{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src{allowed or _NONE}; style-src 'unsafe-inline'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
