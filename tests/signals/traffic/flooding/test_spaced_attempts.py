"""Are attempts given up at once, a few seconds apart and for a long time, told from somebody who tries again?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import CANCELLED, MORNING, UNANSWERED, dial
from signals.traffic.field import MINUTE, SECOND, Field, keeps_its_word, seen

VICTIM = 12125550142


@settings(max_examples=6)
@given(attempts=st.sampled_from([44, 45, 46, 47]), gap_s=st.sampled_from([59, 60, 61]))
def test_a_chain_is_seen_when_it_has_lasted_and_no_gap_is_too_long(attempts: int, gap_s: int) -> None:
    made = Field()
    dial(made, [VICTIM] * attempts, every_ms=gap_s * SECOND, **CANCELLED)
    found = keeps_its_word(made, "spaced-attempts", gap_s=60)
    lasting = next(place for place in range(100) if place * gap_s >= 2700) + 1
    needed = max(45, lasting)
    assert [one.row.strength for one in found] == ([attempts] if attempts >= needed and gap_s <= 60 else [])
    assert [one.row.until_ms for one in found] == [MORNING + (needed - 1) * gap_s * SECOND + 1 for _ in found]


def test_a_fax_that_tries_a_busy_line_again_is_no_attack() -> None:
    made = Field()
    dial(made, [VICTIM] * 60, every_ms=MINUTE, outcome=3, talk_ms=0)
    assert seen(made, "spaced-attempts") == []


def test_calls_that_rang_as_long_as_calls_do_are_no_attack() -> None:
    made = Field()
    dial(made, [VICTIM] * 60, every_ms=50 * SECOND, **UNANSWERED, ring_ms=25_000)
    assert seen(made, "spaced-attempts") == []


def test_known_short_rings_count_as_given_up() -> None:
    made = Field()
    dial(made, [VICTIM] * 70, every_ms=45 * SECOND, **UNANSWERED, ring_ms=1_500)
    assert len(keeps_its_word(made, "spaced-attempts")) == 1
