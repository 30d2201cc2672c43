"""What tells a finding from others between two runs, though lines have moved."""

import re
from collections import Counter
from collections.abc import Sequence

from jmap.diagnostics import Diagnostic
from jmap.files import digest_of

_NUMBER = re.compile(r"\d+(?:[.٫]\d+)?")


def fingerprint(item: Diagnostic) -> str:
    """64 hexadecimal digits from the name, the file and the address of what a finding is about.

    Where no address is known, the message stands in for it. Its numbers are left out: a score that
    changes is the same finding.
    """
    return _digest(item.name, item.path, item.address or _worded(item))


def unique_fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """A fingerprint for each finding, in their order, no two alike.

    The message counts in any case, and findings that still agree are numbered.
    """
    met: Counter[tuple[str, ...]] = Counter()
    found = []
    for item in diagnostics:
        said = (item.name, item.path, item.address, _worded(item))
        met[said] += 1
        found.append(_digest(*said, str(met[said])))
    return found


def _worded(item: Diagnostic) -> str:
    return _NUMBER.sub("#", item.message)


def _digest(*parts: str) -> str:
    # Each part with its length, so that no two lists of parts are the same bytes.
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return digest_of(told.encode("utf-8", "surrogatepass"))
