"""The command line. Each command is one file, imported only when it is called."""

import gc
import sys


def main() -> None:
    """Entry point of ``jmap`` and ``journeymap``."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything else is imported: editors and scripts ask this often.
        from jmap import __version__

        sys.stdout.write(f"jmap {__version__}\n")
        return
    # A command is short: what it makes is given back when it ends, and looking for garbage in
    # between would cost a third of a large run.
    gc.disable()
    from jmap.cli.group import run

    sys.exit(run())
