"""The facts of a part with the commits that set them, for programs: one JSON document whose fields
are only ever added to.
"""

from typing import Any

from jmap.blame.address import dotted
from jmap.blame.blame import Blame, Blamed
from jmap.git.commits import Commit
from jmap.reports.document import document

VERSION = 1


def blame_json(blame: Blame) -> str:
    """``{"version": 1, "facts": […], "commits": […], …}``: facts as the source would have them,
    commits the newest first.
    """
    return document(
        {
            "version": VERSION,
            "address": blame.found.dotted,
            "statement": blame.found.part.keyword,
            "title": getattr(blame.found.part, "title", None) or "",
            "language": blame.language,
            "facts": [_fact(one) for one in blame.facts],
            "commits": [_commit(one) for one in blame.commits],
            "passed_over": [one.id for one in blame.passed_over],
        }
    )


def _fact(one: Blamed) -> dict[str, Any]:
    commit = one.setting.commit
    return {
        "address": dotted(one.fact.address),
        "field": one.fact.field,
        "lines": list(one.fact.lines),
        "depth": one.fact.depth,
        "commit": commit.id if commit else None,
        "replaced": list(one.setting.replaced),
        "inherited_from": one.base,
    }


def _commit(one: Commit) -> dict[str, Any]:
    return {
        "id": one.id,
        "author": one.author,
        "mail": one.mail,
        "authored": one.authored.isoformat(),
        "committed": one.committed.isoformat(),
        "subject": one.subject,
        "cut": one.cut,
    }
