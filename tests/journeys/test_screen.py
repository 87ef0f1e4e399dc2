"""Messages go in on stdin and one answer comes out for each, through the real command line."""

import base64
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from goodstanding.faces.cli.commands import run

FROM, TO = "+12025550101", "+12025550102"
LURE = "URGENT: your account is locked. Confirm your card number and PIN at http://bank-secure.example/login now"
CODE = "Your code is 482913. Do not share it with anyone."


def line(body: str, **more: object) -> bytes:
    return json.dumps({"id": "m", "channel": "sms", "from": FROM, "to": TO, "body": body, **more}).encode() + b"\n"


@pytest.fixture
def screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # noqa: ANN201
    monkeypatch.chdir(tmp_path)

    def go(given: bytes, *arguments: str, command: str = "screen") -> tuple[int, list[Any], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        status = run([command, *arguments])
        told = capsys.readouterr()
        return status, [json.loads(one) for one in told.out.splitlines()] if command == "screen" else [told.out], told.err

    return go


def test_every_line_is_answered_in_order_and_what_is_no_message_is_said(screen: Any) -> None:
    given = (
        line(CODE, id="1")
        + b"\n"
        + b"oops\n"
        + line(LURE, id="2")
        + b'{"id": "3", "channel": "sms"}\n'
        + line(CODE, id="4").strip()
    )
    status, answers, told = screen(given)
    assert status == 0
    assert [(one["id"], one["verdict"]) for one in answers] == [
        ("1", "pass"), (None, None), ("2", "review"), ("3", None), ("4", "pass"),
    ]  # fmt: skip
    assert answers[1]["error"]["code"] == "json-unreadable"
    assert screen(b"oops")[2].startswith("1 message: ")
    assert "2 could not be read" in told


def test_a_hit_says_clause_signal_rule_place_and_why_without_the_words(screen: Any) -> None:
    _, [answer], _ = screen(line(LURE))
    assert set(answer) == {"id", "verdict", "hits", "abstained"}
    for hit in answer["hits"]:
        assert set(hit) == {"clause", "signal", "rule", "span", "view", "weight", "why"}
        start, end = hit["span"]
        assert 0 <= start <= end <= len(LURE)
        assert "bank-secure" not in hit["why"]
    assert {hit["clause"] for hit in answer["hits"]} >= {"use-10", "use-11"}


@pytest.mark.parametrize(
    ("fail_on", "body", "more", "status"),
    [("review", CODE, {}, 0), ("review", LURE, {}, 1), ("refuse", LURE, {}, 0), ("refuse", CODE, {"opted_out": True}, 1)],
)
def test_fail_on_turns_a_verdict_into_the_exit_status(
    screen: Any, fail_on: str, body: str, more: dict[str, object], status: int
) -> None:
    assert screen(line(body, **more), "--fail-on", fail_on)[0] == status


def test_only_exact_rules_refuse_and_only_with_what_they_need(screen: Any, tmp_path: Path) -> None:
    (tmp_path / "account.json").write_text(json.dumps({"id": "AC1", "numbers": ["+12025550103"]}), encoding="utf-8")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "malicious.txt").write_text("# date: 2016-02-01\nbad.example\n", encoding="utf-8")
    _, [unknown], _ = screen(line(CODE))
    assert unknown["verdict"] == "pass"
    assert {"P7.3", "P17.1"} <= set(unknown["abstained"])
    _, [foreign], _ = screen(line(CODE, account="AC1"), "--account", "account.json")
    assert foreign["verdict"] == "refuse"
    assert "P17.1" in {hit["signal"] for hit in foreign["hits"]}
    _, [listed], _ = screen(line("See http://www.bad.example/x"), "--lists", "lists")
    assert listed["verdict"] == "refuse"


def test_lines_of_a_list_that_cannot_be_read_are_told_by_number(screen: Any, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "malicious.txt").write_text("bad.example\n\x00!!\nworse.example\n", encoding="utf-8")
    _, _, told = screen(line(CODE), "--lists", "lists")
    assert "malicious: 1 line could not be read and left out: 2" in told


def test_the_edition_before_has_no_clause_on_health_information(screen: Any, tmp_path: Path) -> None:
    (tmp_path / "account.json").write_text(json.dumps({"id": "AC1", "has_agreement": False}), encoding="utf-8")
    body = "Dear patient Mary Example, your HIV test result is positive. MRN 00482913, SSN 536-22-8145."
    _, [now], _ = screen(line(body), "--account", "account.json")
    _, [before], _ = screen(line(body), "--account", "account.json", "--edition", "before-2016-02-01")
    assert "use-12" in {hit["clause"] for hit in now["hits"]}
    assert "use-12" not in {hit["clause"] for hit in before["hits"]}


@pytest.mark.parametrize(
    "body",
    [
        "a" * 1_000_000,
        "a" + "\u0301" * 10_000,
        "\ud83d" * 1000,
        ". " * 200_000,
        "http://" * 50_000,
        "0" * 1_000_000,
        "\u0430" * 500_000,
    ],
    ids=["one letter", "combining marks", "half surrogates", "dots", "schemes", "digits", "another alphabet"],
)
def test_a_text_made_to_be_slow_is_answered_in_bounded_time(screen: Any, body: str) -> None:
    screen(line(CODE))
    began = time.perf_counter()
    _, [answer], _ = screen(line(body))
    assert answer["verdict"] in {"pass", "review"}
    assert time.perf_counter() - began < 20


def test_bytes_that_are_no_text_lose_nothing(screen: Any) -> None:
    _, answers, _ = screen(b'{"id": "1", "body": "caf\xe9"}\n\xff\xfe\x00\n' + line(CODE, id="2"))
    assert [one["id"] for one in answers] == ["1", None, "2"]


def test_a_program_in_an_attachment_is_for_review(screen: Any) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("invoice.pdf.exe", b"MZ" + bytes(200))
    content = base64.b64encode(packed.getvalue()).decode()
    attached = [{"name": "photo.jpg", "content_type": "image/jpeg", "content": content}]
    _, [answer], _ = screen(line("your photo", channel="mms", attachments=attached))
    assert answer["verdict"] == "review"
    assert "use-06" in {hit["clause"] for hit in answer["hits"]}


def test_wrong_usage_is_one_line_that_says_what_to_do(screen: Any, tmp_path: Path) -> None:
    (tmp_path / "account.json").write_text('{"id": "AC1", "brand": ["x"]}', encoding="utf-8")
    status, _, told = screen(line(CODE), "--account", "account.json")
    assert (status, told.count("\n")) == (2, 1)
    assert "brands" in told
    assert screen(line(CODE), "--fail-on", "pass")[0] == 2
    assert screen(line(CODE), "--edition", "2010-01-01x")[0] == 2
    assert screen(b"oops\n")[0] == 2


def test_the_explanation_marks_the_words_and_adds_the_points_up(screen: Any) -> None:
    status, [shown], _ = screen(b"", LURE, command="explain-text")
    assert status == 0
    assert "[1]" in shown
    assert "of 100 points: for review" in shown
    assert "Verdict: review" in shown


def test_no_word_of_a_message_reaches_stderr(tmp_path: Path) -> None:
    given = line(LURE) + b'{"id": "x", "channel": "pigeon", "body": "verysecretword"}\n' + b'"verysecretword\n'
    environment = {**os.environ, "GOODSTANDING_CACHE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "goodstanding", "screen"], input=given, capture_output=True, check=True, env=environment
    )
    assert b"verysecretword" not in done.stderr + done.stdout
    assert len(done.stdout.splitlines()) == 3


def test_a_line_is_answered_before_the_next_one_is_waited_for(tmp_path: Path) -> None:
    environment = {**os.environ, "GOODSTANDING_CACHE": str(tmp_path)}
    command = [sys.executable, "-m", "goodstanding", "screen"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line(CODE, id="first"))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "first"
        process.stdin.close()


def test_where_content_may_not_be_kept_a_hit_carries_a_keyed_hash_of_its_words(
    screen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOODSTANDING_CONTENT_KEY", "00" * 16)
    (tmp_path / "account.json").write_text(json.dumps({"id": "AC1", "has_agreement": True}), encoding="utf-8")
    _, [first, second], _ = screen(line(LURE, account="AC1") * 2, "--account", "account.json")
    assert first["hits"]
    assert all(len(hit["digest"]) in {0, 64} for hit in first["hits"])
    assert first["hits"] == second["hits"]
    _, [other], _ = screen(line(LURE, account="AC2"), "--account", "account.json")
    assert not any("digest" in hit for hit in other["hits"])


@pytest.mark.parametrize("count", ["0", "-4"])
def test_fewer_than_one_made_up_message_is_wrong_usage(screen: Any, tmp_path: Path, count: str) -> None:
    assert screen(b"", "made", "--texts", count, command="simulate")[0] == 2
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("name", "value"), [("CONTENT_KEY", "zz5e"), ("CONTENT_KEY", "5e5e"), ("NOW_MS", "zz5e"), ("SMTP_PORT", "zz5e")]
)
def test_a_setting_that_cannot_be_read_is_wrong_usage_and_is_not_repeated(
    screen: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"GOODSTANDING_{name}", value)
    status, answers, told = screen(line(CODE))
    assert (status, answers) == (2, [])
    assert name in told
    assert value not in told
    assert told.count("\n") == 1
