"""Where does the command line begin? Help is answered here, without loading anything that counts."""

import sys

HELP = __file__.removesuffix("main.py") + "help.txt"


def main() -> None:
    """Run one command and end with its exit status."""
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        with open(HELP, encoding="utf-8") as text:  # noqa: PTH123 - pathlib would double the time this takes
            sys.stdout.write(text.read())
        return
    from goodstanding.faces.cli.commands import run  # noqa: PLC0415 - help must not wait for it

    sys.exit(run(arguments))
