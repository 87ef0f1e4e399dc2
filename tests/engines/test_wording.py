"""What five whole numbers say of a message's text, without keeping it."""

import hashlib
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from goodstanding.engines.duckdb.connect import connect_for_judging


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect_for_judging() as made:
        yield made


def of(connection: duckdb.DuckDBPyConnection, expression: str, text: str) -> Any:
    return connection.execute(f"SELECT {expression} FROM (SELECT lower($1) AS l)", [text]).fetchall()[0][0]


def template(connection: duckdb.DuckDBPyConnection, text: str) -> Any:
    return of(connection, "numbered(without_name(one_blank(without_figures(without_links(l)))))", text)


def test_a_hash_is_the_same_on_every_machine(connection: duckdb.DuckDBPyConnection) -> None:
    digest = hashlib.md5(b"abc", usedforsecurity=False).digest()
    assert of(connection, "numbered(l)", "ABC") == int.from_bytes(digest[:8], "little") & ((1 << 63) - 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Acme: Hi Anna, order A12-9 is here: https://acme.example/t/1",
            "Acme: Hi Bob Lee, order B77-1 is here:  https://acme.example/t/22",
        ),
        ("123456 is your code", "8 4 4 is your code".replace(" ", "", 2)),
        ("See b.example/x1 now", "see c.example/zz  NOW"),
    ],
)
def test_texts_that_differ_in_figures_links_and_names_follow_one_template(
    connection: duckdb.DuckDBPyConnection, one: str, other: str
) -> None:
    assert template(connection, one) == template(connection, other)


def test_another_wording_is_another_template(connection: duckdb.DuckDBPyConnection) -> None:
    assert template(connection, "Your parcel is here") != template(connection, "Your parcel is late")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("G-123456 is your verification code", 1),
        ("Your Acme code is 4821. Never share it.", 1),
        ("Use 482 913 as your one-time passcode", 1),
        ("Use code SAVE20 for 20% off", 2),
        ("Big summer sale, shop now", 2),
        ("Claim 50% off: your coupon code is 1234", 2),
        ("Your appointment is on Tuesday at 10:30", 0),
        ("Order 123456 has been shipped", 0),
        ("Use 482913 to confirm your Acme account.", 1),
        ("Promo: join our club for free gifts", 2),
    ],
)
def test_what_goes_out_is_a_code_an_offer_or_something_else(connection: duckdb.DuckDBPyConnection, text: str, says: int) -> None:
    assert of(connection, "said_in(l, FALSE)", text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Stop", 3),
        (" STOPALL. ", 3),
        ("arret", 3),
        ("opt-out", 3),
        ("Unstop", 4),
        ("yes", 4),
        ("INFO", 5),
        ("please stop it", 0),
        ("Stop, please", 0),
        ("stop please!", 3),
        ("(Stop)", 3),
        ("STOP;", 3),
        ("please stop texting me", 3),
        ("Remove me.", 3),
        ("end of the road", 0),
    ],
)
def test_what_comes_in_is_a_keyword_only_when_it_stands_alone(connection: duckdb.DuckDBPyConnection, text: str, says: int) -> None:
    assert of(connection, "said_in(l, TRUE)", text) == says


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme: your order", "acme"),
        ("[Acme Bank] hello", "acme bank"),
        ("【某某】hello", "某某"),
        ("Reminder: see you at 10:30", None),
        ("see you at 10:30", None),
        ("Promo: join us", None),
        ("Your Acme code is 4821", "acme"),
        ("482913 is your Acme Bank login code", "acme bank"),
        ("Use 482913 to confirm your Acme account", "acme"),
        ("Your verification code is 4821", None),
        ("Your new code is 4821", None),
        ("Your Acme code is ready", None),
    ],
)
def test_a_brand_is_the_name_that_a_text_begins_with_or_whose_code_it_is(
    connection: duckdb.DuckDBPyConnection, text: str, name: str | None
) -> None:
    assert of(connection, "brand_named(sender_named(l))", text) == name


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("go to HTTPS://www.Acme.example/x?y", "acme.example"),
        ("see b.example/1, or c.example/2", "b.example"),
        ("write to a@b.example today", None),
        ("http://user@10.0.0.1:8080/x", "10.0.0.1"),
        ("Done. See you.", None),
    ],
)
def test_a_host_is_that_of_the_first_link(connection: duckdb.DuckDBPyConnection, text: str, host: str | None) -> None:
    assert of(connection, "host_named(l)", text) == host
