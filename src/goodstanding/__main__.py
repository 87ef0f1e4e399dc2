"""Run the command line as `python -m goodstanding`."""

from goodstanding.faces.cli.main import main

main()
