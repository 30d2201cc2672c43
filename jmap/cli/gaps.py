"""``jmap gaps``: what customers miss, the largest first."""

from collections.abc import Callable

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.memory import recall
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import colours, paths_argument, require_paths, terminal_width

_FILTERS = ("journey", "stage", "channel", "owner", "kind", "persona")


def _filters(function: Callable[..., int]) -> Callable[..., int]:
    for name in reversed(_FILTERS):
        about = f"Only gaps of this {name}, by id or title; may be given several times."
        option = click.option(f"--{name}", f"{name}s", multiple=True, metavar="NAME", help=about)
        function = option(function)
    return function


@click.command("gaps", short_help="List the gaps, the largest first.")
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "csv", "json"]),
    default="text",
    help="How to print the list.",
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N largest.")
@_filters
def command(paths: tuple[str, ...], form: str, top: int | None, **names: tuple[str, ...]) -> int:
    """List the gaps of journey files and directories, the largest weighted gap first; `-` is
    standard input.

    Gaps are computed from `current`, `desired`, `intended` and `importance`; what cannot be known
    comes last.
    """
    require_paths(paths)
    width = terminal_width()
    options = {"form": form, "top": top, "names": names, "width": width, "colour": colours()}

    def compute() -> Outcome:
        from jmap.cli.inputs import errors_text, files_read, load_inputs
        from jmap.cli.listing import Listing, listed, require_names

        loaded = tuple(load_inputs(paths))
        sound = [one for one in loaded if one.ok]
        try:
            require_names(sound, names)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        text = listed(sound, Listing(form, top, width, names)).encode("utf-8", "replace")
        status = FINE if len(sound) == len(loaded) else FAILED
        return Outcome(status, text, errors_text(loaded), read=files_read(loaded))

    return recall("gaps", options, paths, compute).deliver()
