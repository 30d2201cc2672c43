"""``jmap render``: maps as pages, pictures, tables, graphs and data."""

import os
from pathlib import PurePosixPath
from typing import Any

import click

from jmap.cli.choices import Listed
from jmap.cli.memory import recall
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import colours, paths_argument, require_paths
from jmap.renderers import FORMATS


@click.command("render", short_help="Draw maps.")
@paths_argument
@click.option(
    "-f",
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(FORMATS),
    help="What to make; may be given several times.",
)
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output.")
@click.option(
    "--journey",
    "ids",
    multiple=True,
    metavar="ID",
    help="Only this journey; may be given several times.",
)
@click.option("--view", type=Listed("jmap.pictures", "VIEWS"), help="What a picture shows [map].")
@click.option(
    "--theme", type=Listed("jmap.paint.theme", "THEMES"), help="The colours of a picture [light]."
)
@click.option(
    "--scale",
    type=float,
    metavar="NUMBER",
    help="Pixels of an image for each unit of the picture, 0.1 to 10 [2].",
)
@click.option(
    "--engine",
    type=click.Choice(["embedded", "dot", "grid"]),
    help="What lays pictures out: the built-in engine, an installed Graphviz, or a plain grid "
    "[embedded].",
)
@click.option(
    "--translation",
    metavar="FILE",
    help="Draw the journeys in the language of a translation, as `jmap i18n` makes it.",
)
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: str | None,
    ids: tuple[str, ...],
    translation: str | None,
    **options: Any,
) -> int:
    """Draw the journeys of files and directories; `-` reads standard input.

    One file in one format goes to standard output, or to the file that -o names; without -f its
    suffix says the format. Several documents go to the folder that -o names, under the names of
    their files.
    """
    require_paths(paths)
    forms = tuple(dict.fromkeys(forms)) or _form_of(output)
    given = {name: value for name, value in options.items() if value is not None}
    asked = {"forms": forms, "output": output, "ids": ids, "options": given}

    def compute() -> Outcome:
        from jmap.cli.drawing import Request, draw

        return draw(Request(paths, forms, output, ids, given, translation))

    if translation is not None:
        # What is remembered knows of journey files alone.
        return compute().deliver()
    known = {
        **asked,
        "folder": _into_folder(output, len(forms) * len(paths)),
        "colour": colours(),
    }
    return recall("render", known, paths, compute).deliver()


def _into_folder(output: str | None, documents: int) -> bool:
    # Whether the documents go into a folder, which decides their names.
    return output is not None and (documents > 1 or output.endswith("/") or os.path.isdir(output))


def _form_of(output: str | None) -> tuple[str, ...]:
    suffix = PurePosixPath(output or "").suffix.removeprefix(".")
    if suffix in FORMATS:
        return (suffix,)
    why = f"there is no format {suffix!r}" if suffix else "no format is named"
    raise click.UsageError(f"{why}; say what to make: -f {' or -f '.join(FORMATS)}")
