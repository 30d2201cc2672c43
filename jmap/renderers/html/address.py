"""Which addresses of a map may become links: checked again here, whatever let them in before."""

import re

_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]")
_SCHEME = re.compile(r"[^/?#]*:")
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)


def link_target(address: str) -> str | None:
    """The address to link to, or none where it can only be shown.

    Linked are http, https and mailto addresses, and paths relative to the page. A path from the
    root would leave the page's own folder for somebody else's.
    """
    target = address.strip(" ").replace(" ", "%20")
    if not target or _HIDDEN.search(target) or target.startswith("/"):
        return None
    if _SCHEME.match(target) and not _SAFE.match(target):
        return None
    return target
