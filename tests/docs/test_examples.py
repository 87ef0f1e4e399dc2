"""Every example of the README and of docs/ runs, and prints what it is said to print."""

import re
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from docs.console import Shell
from docs.samples import write_samples
from project.files import ROOT, named

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
A_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
NOW_MS = "1457136000000"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_example_of_the_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_samples(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOODSTANDING_NOW_MS", NOW_MS)
    monkeypatch.setenv("COLUMNS", "100")
    shell = Shell(tmp_path)

    def in_the_shell(example: Example) -> None:
        shell.run_block(str(example.parsed))

    parsers = [PythonCodeBlockParser(), CodeBlockParser("console", in_the_shell), CodeBlockParser("bash", in_the_shell)]
    for example in Sybil(parsers=parsers).parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_of_the_page_leads_somewhere(page: Path) -> None:
    links = [link for link in A_LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_an_example_that_fails_is_noticed(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    with pytest.raises(AssertionError, match="ended with 2"):
        shell.run_block("$ goodstanding standing\n")
    with pytest.raises(AssertionError, match="does not print"):
        shell.run_block("$ goodstanding policy list\nno such line\n")
    shell.run_block("$ goodstanding standing\n...\n$ echo $?\n2\n")
