"""Is enumeration told from an employer's own block and from a shuffled list?"""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.signals.traffic.fraud.sequential import sequential
from signals.traffic.calling import MORNING, TALK, UNANSWERED, dial
from signals.traffic.field import SECOND, Field, keeps_its_word, seen

FIRST = 12125550000


@settings(max_examples=4)
@given(numbers=st.sampled_from([219, 220]), step=st.sampled_from([1, 10]))
def test_it_is_seen_exactly_when_the_runs_hold_as_many_numbers(numbers: int, step: int) -> None:
    made = Field()
    dial(made, [FIRST + place * step for place in range(numbers) if place * step < 1000], **TALK)
    dial(
        made, [FIRST + 5000 + place for place in range(numbers - min(numbers, -(-1000 // step)))], at_ms=MORNING + 3600_000, **TALK
    )
    found = keeps_its_word(made, "sequential-dialling")
    within = min(numbers, -(-1000 // step))
    in_runs = within + (numbers - within if numbers - within >= 20 else 0)
    assert [one.row.strength for one in found] == ([in_runs] if in_runs >= 220 else [])


def test_it_is_known_at_the_number_that_crosses_the_line_and_names_the_block() -> None:
    made = Field()
    dial(made, range(FIRST, FIRST + 300), **TALK)
    (found,) = keeps_its_word(made, "sequential-dialling")
    assert (found.subject, found.row.until_ms, found.row.records) == ("12125550***", MORNING + 219 * SECOND + 1, 300)


def test_an_employers_block_called_through_twice_is_not_seen() -> None:
    made = Field()
    for turn in range(2):
        dial(made, range(FIRST, FIRST + 200), at_ms=MORNING + turn * 3_600_000, **TALK)
    assert seen(made, "sequential-dialling") == []


def test_fewer_numbers_are_enough_where_nothing_comes_of_them() -> None:
    made = Field()
    dial(made, range(FIRST, FIRST + 160), **UNANSWERED)
    assert len(keeps_its_word(made, "sequential-dialling")) == 1


def test_the_same_numbers_in_any_order_are_a_list() -> None:
    made, shuffled = Field(), list(range(FIRST, FIRST + 400))
    Random(5).shuffle(shuffled)
    dial(made, shuffled, **TALK)
    assert seen(made, "sequential-dialling") == []


def shuffled(made: Field, numbers: int, **said: object) -> None:
    order = list(range(FIRST, FIRST + numbers))
    Random(5).shuffle(order)
    dial(made, order, **said)


@settings(max_examples=3)
@given(numbers=st.sampled_from([219, 220, 239]))
def test_a_shuffled_block_is_seen_exactly_when_so_many_of_its_numbers_were_called(numbers: int) -> None:
    made = Field()
    shuffled(made, numbers, **UNANSWERED)
    found = keeps_its_word(made, "block-dialling", dense=15)
    assert [(one.row.strength, one.row.records, one.subject) for one in found] == (
        [(numbers, numbers, "12125550***")] if numbers >= 220 else []
    )


def test_a_block_that_talks_is_a_list_however_dense() -> None:
    made = Field()
    shuffled(made, 400, **TALK)
    assert seen(made, "block-dialling") == []


def test_an_employers_block_that_nobody_answers_is_no_enumeration() -> None:
    made = Field()
    dial(made, range(FIRST + 50, FIRST + 250), **UNANSWERED)
    dial(made, range(FIRST + 50, FIRST + 250), at_ms=MORNING + 3_600_000, **UNANSWERED)
    assert seen(made, "block-dialling") == []


def test_numbers_all_over_a_small_exchange_are_no_block() -> None:
    made = Field()
    dial(made, range(FIRST, FIRST + 3000, 3), **UNANSWERED)
    assert seen(made, "block-dialling") == []


def test_a_dense_block_amid_more_calls_to_busy_exchanges_is_a_part_of_a_list() -> None:
    made = Field()
    shuffled(made, 300, **UNANSWERED)
    dial(made, range(FIRST + 5_000, FIRST + 5_000 + 900, 4), at_ms=MORNING - 3_600_000, **UNANSWERED)
    assert seen(made, "block-dialling") == []


def test_enumeration_split_over_sub_accounts_is_the_masters() -> None:
    made = Field()
    for place in range(300):
        made.add("calls", account=2 + place % 2, callee=FIRST + place, started_ms=MORNING + place * SECOND)
    (found,) = keeps_its_word(made, "sequential-dialling")
    assert (found.account, found.master) == ("AC1", "AC1")


def test_messages_to_consecutive_numbers_are_seen_too() -> None:
    made = Field()
    for place in range(250):
        made.add("messages", recipient=FIRST + place, at_ms=MORNING + place * SECOND)
    (found,) = keeps_its_word(made, "sequential-texting")
    assert (found.row.strength, found.row.records) == (250, 250)


@given(st.lists(st.integers(0, 999), max_size=60), st.integers(15, 25), st.integers(1, 5))
def test_every_number_of_a_run_has_a_neighbour_in_time(numbers: list[int], run_length: int, step: int) -> None:
    rows = [(1, 0, 12125550000, place, 12125550000 + number, 1, 0) for place, number in enumerate(numbers)]
    given_ = {"run_length": run_length, "step": step, "numbers": 1, "idle_numbers": 1}
    found = list(sequential(rows, given_))
    longest = length = 0
    before: int | None = None
    for number in (one for place, one in enumerate(numbers) if place == 0 or one != numbers[place - 1]):
        length = length + 1 if before is not None and abs(number - before) <= step else 1
        longest, before = max(longest, length), number
    assert bool(found) == (longest >= run_length)
