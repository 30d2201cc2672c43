"""Changes between two states of maps, for people and programs. Reports return text; only commands
print.
"""


def comment(content: bytes) -> str:
    """The comment of a pull request from what ``jmap diff -f json`` wrote, wherever that was.

    Raises ``jmap.reports.changes.reading.NotTold`` for anything else.
    """
    from jmap.reports.changes import markdown
    from jmap.reports.changes.reading import read

    return markdown.comment(read(content))
