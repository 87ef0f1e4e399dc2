"""Small months for the contract of whatever counts: accounts that move, calls near the line and near the month's edges."""

from hypothesis import strategies as st

from oracles.month import OracleCall, OracleMessage, OracleMonth

SINCE_MS, UNTIL_MS = 1_454_284_800_000, 1_456_790_400_000
MIDDLE_MS = 1_455_494_400_000
ALWAYS, NEVER = -(1 << 62), 1 << 62
NUMBERS = (14155550100, 14155550101, 14155550102, 18005550100, 448005550100)

times = st.one_of(
    st.sampled_from((SINCE_MS - 1, SINCE_MS, UNTIL_MS - 1, UNTIL_MS, MIDDLE_MS - 1, MIDDLE_MS)),
    st.integers(SINCE_MS - 10**6, UNTIL_MS + 10**6),
)
talks = st.one_of(
    st.sampled_from((0, 5999, 6000, 6001, 11_000, 11_001, 11_999, 12_000, 12_001, 12_999, 13_000)), st.integers(0, 40_000)
)
numbers = st.one_of(st.none(), st.sampled_from(NUMBERS))
accounts = st.integers(1, 4)


@st.composite
def calls(draw: st.DrawFn) -> tuple[OracleCall, ...]:
    made = []
    for place in range(draw(st.integers(0, 25))):
        outcome = draw(st.integers(0, 5))
        made.append(
            OracleCall(
                id=f"c{place}",
                account=draw(accounts),
                direction=draw(st.integers(0, 3)),
                outcome=outcome,
                caller=draw(numbers),
                callee=draw(numbers),
                started_ms=draw(times),
                talk_ms=draw(talks) if outcome == 1 else None,
                toll_free=draw(st.integers(0, 1)),
                is_call=draw(st.sampled_from((1, 1, 1, 0))),
                reached=draw(st.sampled_from((None, 0, 1))),
            )
        )
    return tuple(made)


@st.composite
def months(draw: st.DrawFn) -> OracleMonth:
    """Account 1 and 2 are masters, 3 is under 1, and 4 moves from 1 to 2 in mid-month."""
    texts = tuple(
        OracleMessage(f"m{place}", draw(accounts), draw(numbers), draw(numbers), draw(times), draw(st.integers(0, 1)))
        for place in range(draw(st.integers(0, 12)))
    )
    held = draw(st.lists(st.sampled_from(NUMBERS), unique=True))
    holdings = tuple((number, *draw(st.sampled_from(((1, 1), (3, 1), (2, 2), (4, 2))))) for number in held)
    return OracleMonth(
        since_ms=SINCE_MS,
        until_ms=UNTIL_MS,
        calls=draw(calls()),
        messages=texts,
        tree=(
            (1, 1, ALWAYS, NEVER),
            (2, 2, ALWAYS, NEVER),
            (3, 1, ALWAYS, NEVER),
            (4, 1, ALWAYS, MIDDLE_MS),
            (4, 2, MIDDLE_MS, NEVER),
        ),
        holdings=holdings,
        overrides=draw(st.dictionaries(st.sampled_from(NUMBERS), st.integers(0, 1), max_size=3)),
    )
