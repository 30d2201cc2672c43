"""``jmap serve``: maps in the browser, drawn again on every save."""

import gc
import signal
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from jmap.cli.day import day
from jmap.cli.group import FAILED, FINE
from jmap.cli.terminal import STDIN, note, require_paths, say, style

if TYPE_CHECKING:
    from types import FrameType

    from jmap.preview.outcome import Outcome


@click.command("serve", short_help="Show maps in the browser, live.")
@click.argument("paths", nargs=-1, type=str, metavar="[PATH]…")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="The port to listen on, 0 for any; 4400 or the next free one otherwise.",
)
@click.option("--open", "browse", is_flag=True, help="Open the browser, too.")
def command(paths: tuple[str, ...], port: int | None, browse: bool) -> int:
    """Show the journeys of files and directories in the browser, and again on every save.

    Without a path, those of the working directory. The address that is printed works on this
    machine only. What is wrong, and what the rules find, stands above the map; while a file has
    errors, it is the map as it last was. Ctrl-C ends it.
    """
    paths = paths or (".",)
    if STDIN in paths:
        raise click.UsageError("standard input cannot be watched; name files or folders")
    require_paths(paths)
    if not _installed():
        note('jmap: serve needs: pip install "jmap[serve]"')
        return FAILED
    return _serve(paths, port, browse=browse)


def _installed() -> bool:
    return all(find_spec(name) for name in ("starlette", "uvicorn", "watchfiles"))


def _serve(paths: tuple[str, ...], port: int | None, *, browse: bool) -> int:
    from jmap.preview.server import Preview, free_socket

    try:
        listening = free_socket(port)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        note(f"jmap: port {port or 'any'} cannot be used: {reason}; --port names another")
        return FAILED

    def started(address: str) -> None:
        say(f"{address}\n")
        note("Ctrl-C ends it.")
        if browse:
            click.launch(address)

    # Short commands leave garbage to the end of the process; this one lasts for hours.
    gc.enable()
    signal.signal(signal.SIGTERM, _end)
    with listening:
        Preview(paths, started, _report, day(None)).run(listening)
    return FINE


def _report(outcome: "Outcome") -> None:
    from jmap.reports.text import summary

    files = {file.real for part in outcome.parts for file in part.read}
    note(summary(outcome.diagnostics, len(files), style(sys.stderr)).rstrip("\n"))
    if outcome.fault:
        note(f"jmap: this is a fault of jmap: {outcome.fault}")


def _end(number: int, frame: "FrameType | None") -> None:
    raise SystemExit(FINE)
