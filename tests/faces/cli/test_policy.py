"""Does the policy read well at the command line, and as one JSON document?"""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from goodstanding.errors import EditionUnknown, WrongUsage
from goodstanding.faces.cli.policy import app
from goodstanding.policy.load import load_editions

SHORT_CALLS = """\
req-2  Short outbound calls
  Of the outbound calls that were answered in a month, at most one in ten may be
  shorter than twelve seconds.

  stands for            Twilio AUP of 2016-02-01, minimum usage 2
  limit                 at most 1 in 10; exactly that complies
  measure               short-outbound
  reading               answered-calls
  short_below_ms        12,000
  small sample          under 20: flagged, no automatic notice
  examples              10 of 100 complies
                        11 of 100 violated
                        0 of 100 complies
                        1 of 9 violated
  time to cure          30 days after notice
  a person decides      Whether brief calls are what the service is for, as with
                        spoken passcodes, alarms and appointment reminders;
                        whether an outage or call screening by the recipient cut
                        them off; what a small sample is worth.
  authority             Carrier contracts: surcharges on short calls
                        Twilio Voice Services Policy: low average call duration
                        [verify]
                        [verify]: check the text before a notice quotes it
  edition               2016-02-01, in force from 2016-02-01, no end set
"""


def printed(*words: str) -> str:
    result = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}).invoke(app, words)
    assert result.exception is None
    assert result.stderr == ""
    return result.stdout


def test_everything_about_a_requirement_is_shown() -> None:
    assert printed("show", "req-2") == SHORT_CALLS


def test_a_use_shows_how_many_review_it_and_that_no_cure_is_promised() -> None:
    words = printed("show", "use-14")
    assert "  reviewers             2\n" in words
    assert "  time to cure          none is promised\n" in words
    assert "P14.5" in words


def test_a_use_shows_which_of_its_signals_something_looks_for() -> None:
    words = printed("show", "use-05")
    assert "  seen in traffic       P5.1 call-flood" in words
    assert "  seen in texts" in printed("show", "use-11")


def test_the_newest_edition_is_shown_whole_and_grouped() -> None:
    words = printed("show")
    edition = load_editions().newest
    headings = [f"{clause.id}  {clause.title}" for clause in edition.clauses]
    assert [line for line in words.splitlines() if line in headings] == headings
    uses, requirements = words.index("Prohibited uses"), words.index("Minimum-usage requirements")
    assert uses < words.index("use-18") < requirements < words.index("req-1")


def test_an_older_day_shows_the_edition_of_that_day_without_requirements() -> None:
    words = printed("show", "--edition", "2016-01-31")
    assert words.startswith("before-2016-02-01  ")
    assert "use-04" not in words
    assert "Minimum-usage requirements" not in words


def test_a_clause_is_shown_as_one_json_document() -> None:
    document = json.loads(printed("show", "req-4", "--json"))
    assert document["edition"] == "2016-02-01"
    assert document["clause"]["measure"] == {
        "id": "incomplete-tollfree",
        "reading": "all-attempts",
        "fewest": 20,
    }
    assert document["clause"]["limit"] == {"part": 1, "whole": 10}


def test_an_edition_is_shown_as_one_json_document() -> None:
    document = json.loads(printed("show", "--edition", "before-2016-02-01", "--json"))
    assert document["edition"]["since"] is None
    assert document["edition"]["until"] == "2016-02-01"
    assert len(document["clauses"]) == 15


def test_the_editions_are_listed_oldest_first() -> None:
    document = json.loads(printed("list", "--json"))
    assert [(edition["id"], edition["uses"], edition["requirements"]) for edition in document["editions"]] == [
        ("before-2016-02-01", 15, 0),
        ("2016-02-01", 18, 4),
    ]
    words = printed("list")
    assert words.index("15 prohibited uses") < words.index("18 prohibited uses")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["show", "use-19"], WrongUsage),
        (["show", "use-04", "--edition", "2016-01-31"], WrongUsage),
        (["show", "--edition", "tomorrow"], EditionUnknown),
    ],
)
def test_what_is_not_there_is_refused_by_name(words: list[str], error: type[Exception]) -> None:
    result = CliRunner().invoke(app, words)
    assert isinstance(result.exception, error)
    assert result.stdout == ""


def test_importing_the_commands_leaves_the_drawing_library_alone() -> None:
    code = (
        "import sys, typer\n"
        "before = set(sys.modules)\n"
        "import goodstanding.faces.cli.policy\n"
        "print(sorted(name for name in set(sys.modules) - before if name.startswith('rich')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
