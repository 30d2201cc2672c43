"""``jmap completion``: completion of commands and options in a shell."""

import click
from click.shell_completion import get_completion_class

from jmap.cli.group import FINE, group
from jmap.cli.terminal import say


@click.command("completion", short_help="Print the completion script for a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.option(
    "--name",
    type=click.Choice(["jmap", "journeymap"]),
    default="jmap",
    help="The command to complete.",
)
def command(shell: str, name: str) -> int:
    """Print a script that teaches SHELL to complete jmap's commands and options.

    For bash: put  eval "$(jmap completion bash)"  into ~/.bashrc.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    say(kind(group, {}, name, f"_{name.upper()}_COMPLETE").source() + "\n")
    return FINE
