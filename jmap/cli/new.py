"""``jmap new``: a first file to change."""

from pathlib import Path

import click

from jmap.cli.group import FINE
from jmap.cli.terminal import STDIN, note, write_stdout
from jmap.files import Unwritable, write_file

_FOLDER = Path(__file__).resolve().parent / "templates"
TEMPLATES = ("minimal", "lifecycle", "contact-centre", "service-blueprint")


@click.command("new", short_help="Start a journey file from a template.")
@click.argument("path", type=click.Path(path_type=str), metavar="PATH")
@click.option(
    "-t", "--template", type=click.Choice(TEMPLATES), default=TEMPLATES[0], show_default=True,
    help="What to start from.",
)  # fmt: skip
@click.option(
    "-l", "--language", type=click.Choice(["en", "fa"]), default="en", show_default=True,
    help="The language of keywords and texts.",
)  # fmt: skip
def command(path: str, template: str, language: str) -> int:
    """Write a small journey to PATH, to be changed into your own; `-` writes to standard output.

    A file that is there already is never overwritten.
    """
    content = (_FOLDER / f"{template}.{language}.jmap").read_bytes()
    if path == STDIN:
        write_stdout(content)
        return FINE
    target = Path(path) if Path(path).suffix else Path(path + ".jmap")
    if target.exists() or target.is_symlink():
        raise click.ClickException(f"{target} is there already: choose another name")
    try:
        write_file(target, content)
    except Unwritable as error:
        raise click.ClickException(str(error)) from None
    note(
        f"{target} is written; draw it with: jmap render {target} -o {target.with_suffix('.html')}"
    )
    return FINE
