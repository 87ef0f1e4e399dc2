"""Do accounts belong together by two independent kinds of key or one strong one, and never by what everybody shares?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.flows.find_links import LEAST, Linked, find_links, links_to_json
from goodstanding.signals.traffic.links import TELLING, Tie, links_of, rings_of
from signals.traffic.field import HOUR, SINCE_MS, UNTIL_MS, Field


def ties(*shared: tuple[str, tuple[int, ...]]) -> list[Tie]:
    return [Tie(master, kind, f"key{place}") for place, (kind, masters) in enumerate(shared) for master in masters]


@pytest.mark.parametrize(
    ("kinds", "strength"),
    [
        (("payment",), 2), (("device",), 2), (("template",), 1), (("template", "brand"), 1), (("template", "domain"), 2),
        (("caller",), 1), (("caller", "domain", "brand"), 3), (("template", "template"), 1),
    ],
)  # fmt: skip
def test_a_link_weighs_what_its_independent_kinds_weigh(kinds: tuple[str, ...], strength: int) -> None:
    (found,) = links_of(ties(*((kind, (1, 2)) for kind in kinds)))
    assert (found.strength, found.is_strong) == (strength, strength >= 2)


@pytest.mark.parametrize("kind", TELLING)
def test_a_key_that_many_share_ties_nobody(kind: str) -> None:
    limit = TELLING[kind].shared_by
    assert links_of(ties((kind, tuple(range(limit)))))
    assert links_of(ties((kind, tuple(range(limit + 1))))) == []


def test_weak_links_make_no_ring_and_strong_ones_join() -> None:
    found = links_of(ties(("payment", (1, 2)), ("device", (2, 3)), ("template", (3, 4))))
    assert [ring.members for ring in rings_of(found)] == [(1, 2, 3)]


def test_who_is_linked_straight_to_a_closed_account_came_back() -> None:
    (ring,) = rings_of(links_of(ties(("payment", (1, 2)), ("device", (2, 3)))), closed=[1, 9])
    assert (ring.closed, ring.returned) == ((1,), (2,))


@given(st.permutations([Tie(master, "payment", key) for key, pair in (("a", (1, 2)), ("b", (3, 4))) for master in pair]))
def test_the_order_of_ties_changes_nothing(given_ties: list[Tie]) -> None:
    assert [ring.members for ring in rings_of(links_of(given_ties))] == [(1, 2), (3, 4)]


class Standing:
    """Traffic that is there already."""

    def __init__(self, made: Field) -> None:
        self.made = made

    def span_ms(self) -> tuple[int, int]:
        return SINCE_MS, UNTIL_MS - 1

    def ground(self, *bounds_ms: int, days_before: int) -> tuple[DuckdbGround, dict[str, int]]:
        assert (bounds_ms, days_before) == ((SINCE_MS, UNTIL_MS), 0)
        return self.made.ground(), {}


def linked(made: Field) -> Linked:
    return find_links(Standing(made), (SINCE_MS, UNTIL_MS))


def writing(times: int, **said: int) -> Field:
    made = Field()
    for account in (2, 4):
        for place in range(times):
            made.add("messages", account=account, at_ms=SINCE_MS + HOUR + place, **said)
    return made


def test_words_and_a_host_together_tie_masters_once_they_are_used_enough() -> None:
    assert linked(writing(LEAST - 1, template=7, host=8)).rings == ()
    assert links_to_json(linked(writing(LEAST, template=7, host=8)))["rings"] == [
        {
            "accounts": ["AC1", "AC4"],
            "closed": [],
            "returned": [],
            "links": [{"accounts": ["AC1", "AC4"], "shared": ["domain", "template"], "strength": 2}],
        }
    ]


def test_a_caller_that_both_use_counts_only_where_neither_holds_it() -> None:
    made = writing(LEAST, template=7)
    for account in (1, 4):
        for place in range(LEAST):
            made.add("calls", account=account, started_ms=SINCE_MS + place)
    assert [one.links[0].kinds for one in linked(made).rings] == [("caller", "template")]
    made.add("held", account=4, number=14_155_550_100)
    assert linked(made).rings == ()


def test_a_profile_says_what_is_paid_with_and_which_account_is_closed() -> None:
    made = Field()
    made.add("profiles", account=1, payment="card-1", status="closed")
    made.add("profiles", account=4, payment="card-1", status="active")
    (ring,) = links_to_json(linked(made))["rings"]
    assert (ring["closed"], ring["returned"]) == (["AC1"], ["AC4"])
    made.add("profiles", account=1, payment="card-1", status="active", at_ms=SINCE_MS)
    (ring,) = links_to_json(linked(made))["rings"]
    assert (ring["closed"], ring["returned"]) == ([], [])
