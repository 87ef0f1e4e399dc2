# ruff: noqa: RUF001 - letters that look alike are what is tested
import csv
from pathlib import Path
from random import Random

import pytest

from goodstanding.signals.text.disguise import disguises
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.spaced import spaced
from goodstanding.signals.verdict import Hit, View
from goodstanding.simulation.texts.attacks import ATTACKS

LINE = 100


def hits(raw: str) -> tuple[Hit, ...]:
    folded = fold(raw)
    return disguises(raw, folded, spaced(folded))


def points(raw: str) -> int:
    return sum(hit.weight for hit in hits(raw))


@pytest.mark.parametrize(
    ("raw", "rule", "word"),
    [
        ("Ρаурal: verify your ассоunt", "look-alike-letters", "Ρаурal"),
        ("your parcel: bit\u200b.ly/x", "unseen-characters", "bit\u200b.ly/x"),
        ("please p\u200bay now", "unseen-characters", "p\u200bay"),
        ("get fr𝐞e m𝐨ney", "styled-letters", "fr𝐞e"),
        ("ｆｒｅｅ ｍｏｎｅｙ", "styled-letters", "ｆｒｅｅ"),
        ("get f.r.e.e m.o.n.e.y", "letters-apart", "f.r.e.e"),
        ("cheap v1agra, p@ypal and ca$h", "signs-for-letters", "v1agra"),
    ],
)
def test_a_clear_disguise_reaches_the_line(raw: str, rule: str, word: str) -> None:
    (hit,) = hits(raw)
    assert (hit.clause, hit.signal, hit.rule) == ("use-03", "P3.2", f"evasion/{rule}")
    assert hit.weight >= LINE
    assert raw[slice(*hit.span)] == word
    assert hit.view is (View.SPACED if rule in {"letters-apart", "signs-for-letters"} else View.FOLDED)


@pytest.mark.parametrize(
    "raw",
    [
        "meet Вера at five",
        "all of the many other words of this message are plain, and only this оne of them is not, as anybody can see here",
        "f\u00adr\u00ade\u00ade",
        "𝐅𝐑𝐄𝐄 entry",
        "f̶r̶e̶e̶",
        "G o o d n i g h t",
        "w-i-n big",
        "cheap v1agra",
        "buy now xkqzvbt",
    ],
)
def test_a_slight_one_is_shown_with_fewer_points(raw: str) -> None:
    assert 0 < points(raw) < LINE


@pytest.mark.parametrize(
    "raw",
    [
        "Your Example code is 123456. Do not share it. Valid for 10 minutes.",
        "Su código de acceso es 4821. El niño llegó mañana a las 5.",
        "Ihr Päckchen kommt heute, größere Straße 12. Grüße aus Köln!",
        "รหัส OTP ของคุณคือ 123456 ทำรายการภายใน 5 นาที",
        "Ваш код 123456. Никому его не сообщайте. Example Bank, SMSка придёт.",
        "認証コードは123456です。ＱＲコード、OK！",
        "See u l8r m8, gr8 2 c u 2nite b4 9, u 4 me? some1 4got",
        "❤️ 👨\u200d👩\u200d👧 ☺️ thanks",
        "Ref LJ0N, code 1A1MIU, booking D1D74AA. <#> 4821 is your code H9CMNjtZ1r6",
        "<#> Code 482100 FA9qCX9Vgpx",
        "ok goodnight xxxxxxxx",
        "the U.S.A. at 5 p.m.",
    ],
)
def test_ordinary_writing_shows_nothing(raw: str) -> None:
    assert hits(raw) == ()


def test_capitals_with_signs_are_read_where_the_whole_text_shouts() -> None:
    assert points("FREE V1AGRA AND P0RN FOR Y0UR CREDIT CARD") >= LINE


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_an_attacked_text_reaches_the_line(name: str) -> None:
    raw = "Please confirm the password of your account today or it will be closed by the security department"
    assert points(raw) == 0
    assert points(ATTACKS[name](raw, Random(7), 0.5)) >= LINE


@pytest.mark.parametrize("part", ["аb ", "p\u200by ", "𝐅𝐑 ", "v1agra ", "f.r.e.e ", "xkqzvbt ", "аb"])
def test_a_long_disguised_text_takes_bounded_time(part: str) -> None:
    assert 1 <= len(hits(part * 10_000)) <= 2


def test_no_reason_quotes_the_message() -> None:
    found = [hit.why for raw in ("p\u200bay Ρаурal", "cheap v1agra f.r.e.e", "buy xkqzvbt", "𝐅𝐑𝐄𝐄") for hit in hits(raw)]
    assert len(set(found)) == 6
    assert all(why.isascii() and "viagra" not in why for why in found)


@pytest.mark.needs_shared
@pytest.mark.parametrize(("folder", "honest"), [("sms_spam_collection", {"ham"}), ("thai_a2p_sms", {"ok", "otp"})])
def test_honest_traffic_stays_under_the_line(shared: Path, folder: str, honest: set[str]) -> None:
    with (shared / "data" / folder / "train.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["label"] in honest]
    assert len(texts) > 500
    alarms = sum(points(text) >= LINE for text in texts)
    assert alarms * 1000 <= len(texts)
