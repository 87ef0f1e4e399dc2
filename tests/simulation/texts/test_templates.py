import re
from collections import Counter
from random import Random

import pytest

from goodstanding.simulation.texts.making import Making
from goodstanding.simulation.texts.templates import Template, by_language, templates, words
from goodstanding.simulation.texts.text import Label

GIVEN = dict.fromkeys(("brand", "site", "link", "phone", "bad", "badhost"), "Velra")
BOTH = [*templates("honest"), *templates("twins")]


def test_every_wording_can_be_filled_and_nothing_of_the_template_is_left() -> None:
    left = [one.id for one in BOTH for seed in range(3) if re.search(r"[{}]|\[[^\]]*\|", filled(one, seed))]
    assert left == []


def filled(one: Template, seed: int) -> str:
    return Making(Random(seed), one.language, GIVEN).fill(one.wording)


def test_a_slot_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="shoe_size"):
        Making(Random(1), "en", {}).fill("{shoe_size}")


def test_a_slot_that_comes_twice_says_the_same_thing_twice_and_its_second_another() -> None:
    first, again, second = Making(Random(1), "en", {}).fill("{order}|{order}|{order2}").split("|")
    assert first == again != second


@pytest.mark.parametrize(("collection", "fewest"), [("honest", 12), ("twins", 10)])
def test_english_has_many_wordings_of_every_kind(collection: str, fewest: int) -> None:
    assert {kind: len(many) for kind, many in by_language(collection)["en"].items() if len(many) < fewest} == {}


def test_no_wording_comes_twice() -> None:
    assert [wording for wording, times in Counter(one.wording for one in BOTH).items() if times > 1] == []


def test_every_language_has_honest_texts_and_twins() -> None:
    assert set(by_language("honest")) == set(by_language("twins")) <= set(words("words"))
    assert len(by_language("honest")) >= 16


def test_every_honest_kind_has_a_sector_that_sends_it_and_no_sector_sends_what_is_not_there() -> None:
    sent = {kind for one in words("sectors").values() for kind in one["kinds"]}
    assert sent == set(by_language("honest")["en"]) == {one.kind for one in templates("honest")}


def test_a_wording_of_a_few_sectors_is_of_a_kind_that_they_send() -> None:
    sectors = words("sectors")
    said = [(one, sector) for one in BOTH for sector in one.sectors]
    assert len(said) > 50
    assert [(one.id, sector) for one, sector in said if one.kind not in sectors.get(sector, {"kinds": ()})["kinds"]] == []


def test_every_kind_of_twin_says_what_it_is_and_what_it_passes_itself_off_as() -> None:
    kinds = words("twin_kinds")
    assert {one.kind for one in templates("twins")} == set(kinds)
    for about in kinds.values():
        assert about["twin"] in by_language("honest")["en"]
        assert Label(about["label"]) is not Label.HONEST
        assert set(about["sectors"]) <= set(words("sectors"))


def test_no_wording_holds_a_number_or_a_host_of_its_own() -> None:
    long_number = re.compile(r"\d(?:[ ()-]*\d){6,}")
    host = re.compile(r"[a-z0-9]\.(?:com|net|org|info|io|top|xyz|de|fr|es|it|in|ru|cn|ly|me|co)\b")
    assert [one.id for one in BOTH if long_number.search(one.wording) or host.search(one.wording)] == []
