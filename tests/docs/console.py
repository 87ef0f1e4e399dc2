"""How is a console block of the documentation run? Line by line, through the real command line, in a folder of its own.

A line that begins with `$ ` is a command; lines under it are part of what it prints, in order (`...` stands for anything).
A command ends with status 0 unless the next one is `$ echo $?`, which says how it ends.
"""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from goodstanding.faces.cli.commands import run
from project.files import ROOT

ANYTHING = {"...", "…"}


@dataclass
class Command:
    """One command of a block, and the lines that stand under it."""

    words: str
    shown: list[str] = field(default_factory=list)


@dataclass
class Shell:
    """The few commands a reader needs beside ours, in a folder that begins with some files."""

    folder: Path
    status: int = 0
    given: bytes = b""

    def run_block(self, text: str) -> None:
        commands = list(commands_of(text))
        for place, command in enumerate(commands):
            is_asked = place + 1 < len(commands) and commands[place + 1].words == "echo $?"
            said = self.run_command(command.words)
            assert is_asked or self.status == 0, f"`{command.words}` ended with {self.status}:\n{said}"
            hold_against(command, said)

    def run_command(self, words: str) -> str:
        if words == "echo $?":
            ended, self.status = self.status, 0
            return str(ended)
        name, *arguments = shlex.split(words, comments=True)
        if arguments[-2:-1] == ["<"]:
            self.given = (self.folder / arguments[-1]).read_bytes()
            arguments = arguments[:-2]
        said = COMMANDS[name](self, arguments)
        return said if isinstance(said, str) else ""


def commands_of(text: str) -> Iterator[Command]:
    command: Command | None = None
    for line in text.replace("\\\n", " ").splitlines():
        if line.startswith("$ "):
            if command:
                yield command
            command = Command(line[2:].strip())
        elif command and line.strip():
            command.shown.append(folded(line))
    if command:
        yield command


def folded(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip()


def hold_against(command: Command, said: str) -> None:
    lines = iter([folded(line) for line in said.splitlines()])
    for shown in command.shown:
        if shown in ANYTHING:
            continue
        assert any(shown == line for line in lines), f"`{command.words}` does not print `{shown}`:\n{said}"


def goodstanding(shell: Shell, arguments: list[str]) -> str:
    out = io.StringIO()
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(shell.given), encoding="utf-8")
    try:
        with chdir(shell.folder), redirect_stdout(out), redirect_stderr(out):
            shell.status = run(arguments)
    finally:
        sys.stdin, shell.given = stdin, b""
    return out.getvalue()


def make(shell: Shell, arguments: list[str]) -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [one for one in arguments if "=" not in one]
    shell.status = int(not all(re.search(rf"^{one}:", rules, flags=re.MULTILINE) for one in targets))


def change_folder(shell: Shell, arguments: list[str]) -> None:
    shell.folder = shell.folder / arguments[0]
    shell.status = int(not shell.folder.is_dir())


def copy(shell: Shell, arguments: list[str]) -> None:
    shutil.copy(shell.folder / arguments[0], shell.folder / arguments[1])
    shell.status = 0


def show(shell: Shell, arguments: list[str]) -> str:
    shell.status = 0
    return (shell.folder / arguments[0]).read_text(encoding="utf-8")


def replace(shell: Shell, arguments: list[str]) -> None:
    """Stand in for `sed -i s/OLD/NEW/ FILE`."""
    _, rule, name = arguments
    _, old, new, how = rule.split(rule[1])
    path = shell.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"nothing in {name} is {old}"
    path.write_text(text.replace(old, new, -1 if how == "g" else 1), encoding="utf-8")
    shell.status = 0


def python(shell: Shell, arguments: list[str]) -> None:
    shell.status = 0
    assert arguments == ["--version"], "run Python in a python block"
    assert sys.version_info >= (3, 11)


COMMANDS: dict[str, Callable[[Shell, list[str]], str | None]] = {
    "goodstanding": goodstanding,
    "make": make,
    "cd": change_folder,
    "cp": copy,
    "cat": show,
    "sed": replace,
    "python3": python,
}
