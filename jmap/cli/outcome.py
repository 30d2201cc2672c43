"""What a command came to, before anything is printed or written."""

from dataclasses import dataclass, field
from pathlib import Path

import click

from jmap.cli.terminal import note, write_stdout
from jmap.files import FileRead, Unwritable, write_file


@dataclass(frozen=True, slots=True)
class Outcome:
    """The exit status of a command, what it prints, and the files it makes."""

    status: int
    out: bytes = b""
    notes: str = ""
    """What goes to standard error."""
    documents: dict[str, bytes] = field(default_factory=dict)
    """What to write, by path."""
    read: tuple[FileRead, ...] | None = None
    """Every file this depends on; none where it depends on more than files."""

    def deliver(self) -> int:
        """Prints, writes, and returns the exit status. Nothing else in a command does."""
        if self.notes:
            note(self.notes.rstrip("\n"))
        if self.out:
            write_stdout(self.out)
        for path, content in self.documents.items():
            try:
                write_file(Path(path), content)
            except Unwritable as error:
                raise click.ClickException(str(error)) from None
            note(path)
        return self.status
