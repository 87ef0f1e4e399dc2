import json
import re
from itertools import pairwise
from random import Random

import pytest

from goodstanding.errors import WrongUsage
from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import MOST_WORDINGS, honest
from goodstanding.simulation.texts.templates import by_language
from goodstanding.simulation.texts.text import Label, Text
from goodstanding.simulation.texts.writing import SECOND_MS, messages_and_truth

MANY = 3_000
HOST = re.compile(r"(?:https?://|@|\bwww\.)([^\s/?]+)|(?<![\w.@/-])((?:[a-z0-9-]+\.)+[a-z]{2,})/")
RESERVED = re.compile(r"(?:[a-z0-9-]+\.)+(?:example|test)[.,:;)]*|192\.0\.2\.\d+[.,:;)]*")
A_NUMBER = re.compile(r"(?<![\d#*])(?:\+?1[ -]?)?\(?[2-9]\d\d\)?[ -]?(\d{3})[ -](\d{4})\b|\+1(?:\d{3})(\d{3})(\d{4})")


@pytest.fixture(scope="module")
def good() -> list[Text]:
    return list(honest(Random(3), MANY, accounts=MANY // 5))


@pytest.fixture(scope="module")
def bad() -> list[Text]:
    return list(evil_twins(Random(3), MANY))


def test_the_same_seed_makes_the_same_texts(good: list[Text], bad: list[Text]) -> None:
    assert list(honest(Random(3), MANY, accounts=MANY // 5)) == good
    assert list(evil_twins(Random(3), MANY)) == bad
    assert list(honest(Random(4), MANY)) != good


def test_there_are_as_many_texts_as_asked_for() -> None:
    assert [len(list(make(Random(1), count))) for make in (honest, evil_twins) for count in (0, 1, 7)] == [0, 1, 7] * 2


def test_honest_texts_are_honest_and_twins_are_not(good: list[Text], bad: list[Text]) -> None:
    assert all(text.is_honest and text.label is Label.HONEST and text.twin == "" for text in good)
    assert not any(text.is_honest for text in bad)
    assert {text.twin for text in bad} <= set(by_language("honest")["en"])


def test_every_kind_and_language_comes_up(good: list[Text], bad: list[Text]) -> None:
    assert {text.kind for text in good} == set(by_language("honest")["en"])
    assert {text.kind for text in bad} == set(by_language("twins")["en"])
    assert {text.language for text in good} == {text.language for text in bad} == set(by_language("honest"))


def test_about_half_is_english(bad: list[Text]) -> None:
    assert 45 * MANY <= 100 * sum(text.language == "en" for text in bad) <= 60 * MANY


def test_only_languages_asked_for_are_made() -> None:
    assert {text.language for text in honest(Random(1), 200, languages=("de", "th"))} == {"de", "th"}


@pytest.mark.parametrize("asked", [("tlh",), ()])
def test_a_language_there_is_none_of_is_refused_by_name(asked: tuple[str, ...]) -> None:
    with pytest.raises(WrongUsage, match="choose among de, en, es"):
        list(evil_twins(Random(1), 1, languages=asked))


def test_an_account_keeps_its_brand_its_language_and_its_few_wordings(good: list[Text]) -> None:
    for account in {text.account for text in good if "-person-" not in text.account}:
        own = [text for text in good if text.account == account]
        assert len({(text.issuer, text.language) for text in own}) == 1
        assert len({text.template for text in own}) <= MOST_WORDINGS


def test_as_many_accounts_share_the_texts_as_asked_for() -> None:
    assert len({text.account for text in honest(Random(1), 600, accounts=3)}) == 3


def test_every_link_leads_to_a_host_that_cannot_exist(good: list[Text], bad: list[Text]) -> None:
    hosts = [one or other for text in [*good, *bad] for one, other in HOST.findall(text.text)]
    assert len(hosts) > MANY // 3
    assert [host for host in hosts if not RESERVED.fullmatch(host)] == []


def test_every_phone_number_is_from_the_range_set_aside_for_fiction(good: list[Text], bad: list[Text]) -> None:
    found = [[part for part in parts if part] for text in [*good, *bad] for parts in A_NUMBER.findall(text.text)]
    assert len(found) > MANY // 10
    assert [number for number in found if number[0] != "555" or not number[1].startswith("01")] == []


def test_texts_are_written_for_screening_with_the_truth_beside_them(bad: list[Text]) -> None:
    lines = [(json.loads(one), json.loads(other)) for one, other in messages_and_truth(bad[:50], Random(1), since_ms=1_000)]
    for (message, truth), text in zip(lines, bad, strict=False):
        assert message["id"] == truth["id"]
        assert message["id"].startswith("made-up-")
        assert message["body"] == text.text
        assert "label" not in message
        assert truth["label"] == text.label
        assert re.fullmatch(r"\+1\d{3}55501\d\d", message["sender"])
        assert re.fullmatch(r"\+1\d{3}55501\d\d", message["recipient"])
    assert {second["received_ms"] - first["received_ms"] for (first, _), (second, _) in pairwise(lines)} == {SECOND_MS}
    assert len({message["sender"] for message, _ in lines}) <= len({text.account for text in bad[:50]})
