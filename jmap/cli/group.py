"""The command group: finds commands by name without importing the others, and turns every ending
into an exit status.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from jmap import __version__

COMMANDS = {
    "check": "Check journey files: what is wrong, what the map lacks, and what to type instead.",
    "rules": "List the rules that look at maps.",
    "explain": "Say what a rule finds, or what a change does, and why that matters.",
    "diff": "Say what changed between two states, and what that does to customers.",
    "history": "Say what became of the gaps, commit by commit.",
    "blame": "Say which commit set each fact of a part, and what it replaced.",
    "git": "Let git show and merge journey files by what they say.",
    "git-diff-driver": "Show what changed in a journey file: git calls it.",
    "git-merge-driver": "Merge two journey files by what they say: git calls it.",
    "fmt": "Lay journey files out, keeping what they say and every comment.",
    "gaps": "List the gaps between what customers get and want, the largest first.",
    "new": "Start a journey file from a template.",
    "render": "Draw maps: html, svg, png, pdf, md, dot, json, jmap.",
    "build": "Make a site of all journeys: pages that open from disk.",
    "serve": "Show maps in the browser while they are written.",
    "i18n": "Take the texts of maps out for translation.",
    "schema": "Print the JSON Schema of the resolved model.",
    "completion": "Print the completion script for a shell.",
}

FINE, FINDINGS, FAILED = 0, 1, 2
"""Exit statuses: all well; something was found; it could not be done."""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"jmap.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with a guess at what an unknown command should have been."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from jmap.resolve.suggest import nearest

            meant = nearest(args[0], {name: name for name in COMMANDS})
            if meant:
                raise click.UsageError(f"{error.message} Did you mean '{meant}'?", ctx) from None
            raise


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "JMAP"},
    epilog="Exit status: 0 all well, 1 something was found, 2 it could not be done.",
)
@click.version_option(__version__, message="jmap %(version)s")
def group() -> None:
    """Customer journey maps as source code."""


def run(arguments: list[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    try:
        os.getcwd()
        result = group.main(args=arguments, standalone_mode=False, prog_name=_name())
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return 130
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        where = f" ({error.filename})" if error.filename else ""
        click.echo(f"jmap: could not go on: {reason}{where}", err=True)
        return FAILED
    except Exception as fault:
        if os.environ.get("JMAP_DEBUG"):
            raise
        click.echo(f"jmap: this is a fault of jmap: {type(fault).__name__}: {fault}", err=True)
        click.echo("please report it with the file; JMAP_DEBUG=1 shows where it happened", err=True)
        return FAILED
    return result if isinstance(result, int) else FINE


def _name() -> str:
    name = Path(sys.argv[0]).name.removesuffix(".exe")
    return name if name in ("jmap", "journeymap") else "jmap"
