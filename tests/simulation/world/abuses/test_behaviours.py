from collections import Counter
from itertools import pairwise
from random import Random

from goodstanding.periods import DAY_MS, moment_of, zone_named
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.abuses.whose import whose
from goodstanding.simulation.world.making import zone_of
from goodstanding.simulation.world.model import Strength, World, WorldCall, WorldMessage

SINCE_MS = 1_454_284_800_000  # 2016-02-01
MINUTE_MS, HOUR_MS = 60_000, 3_600_000
WANTED = """P2.1 P2.2 P2.4 P2.7 P3.3 P3.4 P3.6 P3.7 P4.1 P5.1 P5.2 P5.3 P5.4 P5.5 P5.7 P7.3 P7.4 P7.5 P7.6 P7.7 P7.12 P7.13 P8.1 P8.2
    P8.3 P8.5 P8.6 P8.7 P8.8 P8.9 P8.11 P8.12 P8.13 P8.15 P9.1 P9.3 P9.4 P9.5 P9.6 P9.7 P10.1 P10.2 P10.3 P10.5 P10.6 P11.4 P11.5
    P11.6 P11.7 P11.8 P11.12 P13.1 P17.1 P17.2 P17.3 P17.4 P17.5 P17.6 P18.1 P18.3 P18.4"""


def lived(shape: str, strength: Strength, seed: int = 1) -> World:
    world = World(SINCE_MS, SINCE_MS + 10 * DAY_MS)
    next(one for one in ABUSES if one.shape == shape).live(world, Random(seed), "AC1", strength)
    return world


def bad_calls(shape: str, strength: Strength, seed: int = 1) -> list[WorldCall]:
    return sorted((one for one in lived(shape, strength, seed).calls if one.abuse), key=lambda call: call.started_ms)


def bad_texts(shape: str, strength: Strength, seed: int = 1) -> list[WorldMessage]:
    return sorted((one for one in lived(shape, strength, seed).messages if one.abuse), key=lambda message: message.at_ms)


def reached(shape: str, strength: Strength) -> list[tuple[int, int]]:
    world = lived(shape, strength)
    texts = [(one.recipient, one.at_ms) for one in world.messages if one.abuse]
    return [*texts, *((one.callee, one.started_ms) for one in world.calls if one.abuse)]


def test_there_is_an_abuse_for_every_signal_that_shows_in_behaviour() -> None:
    assert {one.signal for one in ABUSES} == set(WANTED.split())


def test_a_flood_goes_to_one_number_and_a_careful_one_stays_near_twenty_a_minute() -> None:
    for strength, least, most in ((Strength.BLATANT, 50, 250), (Strength.MODERATE, 15, 65), (Strength.CAREFUL, 10, 26)):
        calls = bad_calls("call-flood", strength)
        assert len({one.callee for one in calls}) == 1
        assert least <= max(Counter(one.started_ms // MINUTE_MS for one in calls).values()) <= most


def test_a_careful_message_bomb_stays_near_ten_in_ten_minutes() -> None:
    texts = bad_texts("message-bomb", Strength.CAREFUL)
    assert len({one.recipient for one in texts}) == 1
    assert max(Counter(one.at_ms // (10 * MINUTE_MS) for one in texts).values()) <= 10


def test_two_machines_write_by_turns() -> None:
    texts = bad_texts("auto-responder-loop", Strength.MODERATE)
    assert all(one.direction != other.direction for one, other in pairwise(texts))


def test_one_ring_calls_end_as_they_ring_and_some_call_back() -> None:
    calls = bad_calls("one-ring", Strength.BLATANT)
    out = [one for one in calls if one.direction == "outbound"]
    assert sum(one.outcome == "canceled" for one in out) > 0.9 * len(out)
    called = {one.callee for one in out}
    back = [one for one in calls if one.direction == "inbound"]
    assert back
    assert all(one.caller in called and one.callee in {call.caller for call in out} for one in back)


def test_blocks_are_called_from_one_end_to_the_other() -> None:
    callees = [one.callee for one in bad_calls("block-dialling", Strength.BLATANT, seed=3)]
    assert sum(later - former == 1 for former, later in pairwise(callees)) > 0.9 * len(callees)


def test_pumped_codes_go_to_adjacent_numbers_abroad() -> None:
    for strength, share in ((Strength.BLATANT, 0.4), (Strength.CAREFUL, 0.15)):
        recipients = sorted({one.recipient for one in bad_texts("codes-pumped", strength)})
        assert all(str(one)[0] != "1" for one in recipients)
        assert sum(later - former <= 3 for former, later in pairwise(recipients)) > share * len(recipients)


def test_toll_free_lines_are_pumped_when_nobody_is_in_the_office() -> None:
    world = lived("toll-free-pumping", Strength.MODERATE)
    tolls = {one.number for one in world.holdings if one.kind == "toll-free"}
    assert {one.callee for one in world.calls if one.abuse} <= tolls


def test_whoever_is_written_to_after_stop_did_say_so() -> None:
    world = lived("after-stop", Strength.MODERATE)
    stopped = {(one.sender, one.recipient): one.at_ms for one in world.messages if one.direction == "inbound" and not one.abuse}
    sent = [one for one in world.messages if one.abuse]
    assert sent
    assert all(stopped[one.recipient, one.sender] < one.at_ms for one in sent)


def test_offers_at_night_arrive_outside_the_hours_where_the_recipient_is() -> None:
    for strength in Strength:
        assert reached("offers-at-night", strength)
        for recipient, at_ms in reached("offers-at-night", strength):
            assert not 8 <= moment_of(at_ms).astimezone(zone_named(zone_of(recipient))).hour < 21


def test_strangers_have_no_consent_on_file_and_others_do() -> None:
    world = lived("offers-to-strangers", Strength.MODERATE)
    agreed = {one.recipient for one in world.consents}
    assert not agreed & {one.recipient for one in world.messages if one.abuse}
    assert {one.recipient for one in world.messages if not one.abuse} <= agreed


def test_others_resources_are_asked_for_with_a_credential_of_ones_own() -> None:
    world = lived("others-resources", Strength.CAREFUL)
    accounts, asked = {one.account for one in world.accounts}, [one for one in world.requests if one.abuse]
    assert {one.credential for one in asked} <= accounts
    assert len({one.account for one in asked} - accounts) > 10
    assert {whose(one, accounts) for one in asked} <= accounts


def test_a_stolen_credential_is_first_seen_abroad_before_it_spends() -> None:
    world = lived("stolen-credential", Strength.MODERATE)
    seen = min(one.at_ms for one in world.requests if one.abuse)
    assert all(one.country != "US" for one in world.requests if one.abuse)
    assert all(one.country == "US" for one in world.requests if not one.abuse)
    spent = [one.started_ms for one in world.calls if one.abuse] + [one.at_ms for one in world.messages if one.abuse]
    assert seen < min(spent) < seen + DAY_MS


def test_numbers_thrown_away_were_held_for_days_and_filtered() -> None:
    world = lived("numbers-thrown-away", Strength.BLATANT)
    gone = {one.number for one in world.holdings if one.released_ms and one.released_ms - one.acquired_ms < 7 * DAY_MS}
    sent = [one for one in world.messages if one.abuse]
    assert {one.sender for one in sent} <= gone
    assert sum(one.error == 30007 for one in sent) > 0.2 * len(sent)


def test_neighbours_show_a_number_of_the_callees_own_exchange() -> None:
    calls = bad_calls("neighbours", Strength.CAREFUL)
    assert all(one.caller // 10_000 == one.callee // 10_000 for one in calls)
    assert len({one.caller for one in calls}) > 90


def test_numbers_of_others_are_held_by_none_of_the_accounts() -> None:
    world = lived("numbers-of-others", Strength.MODERATE)
    held = {one.number for one in world.holdings}
    assert not held & {one.caller for one in world.calls if one.abuse}
    assert {one.caller for one in world.calls if not one.abuse and one.direction == "outbound"} <= held


def test_signalling_is_of_calls_that_are_there() -> None:
    for shape in ("vouched-for-by-nobody", "abandoned-calls"):
        world = lived(shape, Strength.MODERATE)
        calls = set(world.calls)
        assert all(one.call in calls for one in world.signalling)
        assert any(one.call.abuse for one in world.signalling)


def test_probes_reach_the_same_few_people_before_each_burst() -> None:
    texts = bad_texts("probes-before-bursts", Strength.BLATANT)
    times = Counter(one.recipient for one in texts)
    assert len(times) <= 8
    assert min(times.values()) >= 8
