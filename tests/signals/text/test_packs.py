import csv
from collections import Counter
from pathlib import Path

import pytest

from goodstanding.engines.matching.choose import choose
from goodstanding.errors import PackInvalid
from goodstanding.signals.message import Channel
from goodstanding.signals.text.fold import Folded, fold
from goodstanding.signals.text.lexicon import Lexicon, compile_rules
from goodstanding.signals.text.packs import load_packs
from goodstanding.signals.text.rule import Direction, Place, Rule
from goodstanding.signals.text.spaced import spaced
from goodstanding.signals.verdict import View
from signals.text.rule_tables import A_RULE, a_pack

RULES = load_packs()
LINE = 100


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compile_rules(RULES, choose())


@pytest.fixture(scope="module")
def fallback() -> Lexicon:
    return compile_rules(RULES, choose(engine="re2"))


def views(text: str) -> dict[View, Folded]:
    folded = fold(text)
    second = spaced(folded)
    return {View.FOLDED: folded} if second is None else {View.FOLDED: folded, View.SPACED: second}


def touched(lexicon: Lexicon, rule: Rule, text: str) -> bool:
    touches = lexicon.touches(views(text), Channel.SMS, direction=rule.direction, place=rule.place)
    return rule.id in {touch.rule.id for touch in touches}


def heaviest(lexicon: Lexicon, text: str) -> int:
    points: Counter[str] = Counter()
    for touch in lexicon.touches(views(text), Channel.SMS):
        points[touch.hit.clause] += touch.hit.weight
    return max(points.values(), default=0)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_hits_and_lets_pass_what_its_examples_say_on_either_engine(
    rule: Rule, lexicon: Lexicon, fallback: Lexicon
) -> None:
    for engine in (lexicon, fallback):
        assert [touched(engine, rule, text) for text in rule.examples.hit] == [True] * len(rule.examples.hit)
        assert [touched(engine, rule, text) for text in rule.examples.let_pass] == [False] * len(rule.examples.let_pass)


def test_an_example_that_one_rule_lets_pass_reaches_the_line_through_no_other(lexicon: Lexicon) -> None:
    over = [
        (rule.id, at)
        for rule in RULES
        if rule.place is Place.BODY
        for at, text in enumerate(rule.examples.let_pass)
        if heaviest(lexicon, text) >= LINE
    ]
    assert over == []


def test_words_of_hate_alone_never_reach_the_line() -> None:
    assert sum(rule.weight for rule in RULES if rule.signal == "P16.1") < LINE


def test_every_text_signal_of_the_catalogue_that_words_can_show_has_a_rule() -> None:
    wanted = (
        "P1.1 P3.8 P4.3 P7.9 P7.11 P8.1 P8.4 P8.16 P9.2 P9.8 P10.4 P11.1 P11.2 P11.3 P11.10 P11.11 "
        "P13.3 P15.3 P16.1 P16.2 P16.3 P16.4 P17.7"
    )
    assert set(wanted.split()) <= {rule.signal for rule in RULES}


def test_a_rule_s_signal_belongs_to_its_clause() -> None:
    assert [rule.id for rule in RULES if rule.signal.split(".")[0] != f"P{int(rule.clause[4:])}"] == []


def test_no_reason_quotes_a_number_or_an_address() -> None:
    assert [rule.id for rule in RULES if any(letter.isdigit() for letter in rule.why) or "@" in rule.why] == []


ANSWERS_THAT_REVOKE = (
    "stop please",
    "take me off your list",
    "dejen de molestarme",
    "do not ever contact me again",
    "who gave you my number",
)
HONEST = (
    "Your code is 123456. Never share it with anyone.",
    "Example Bank: a payment of $20.00 was made at Example Store. If this was not you, call the number on your card.",
    "Example Bank: your card was declined for suspicious activity. Was this you? Reply YES or NO.",
    "Your parcel will be delivered today between 2 and 4 pm. Track it at https://example.com/t/1",
    "We could not deliver your parcel. It waits at the post office on Main Street; please bring an ID.",
    "Reminder: appointment with Dr. Example on Monday at 9. Reply 1 to confirm or 2 to reschedule.",
    "Spring sale: 20% off all shoes at Example Shop this weekend. Reply STOP to opt out.",
    "If you are thinking of suicide, call or text 988. We listen day and night.",
    "News: thousands marched against hate crimes in Exampletown after an attack on a mosque.",
    "Example Pharmacy: your refill is ready. Reply YES to have it delivered.",
    "Example School: classes are cancelled tomorrow because of snow.",
    "Tornado warning for Example County until 6 pm. Take shelter now.",
    "Hi Sam, your rent of $900 is due on Friday. Pay at https://example.com/pay",
    "Your password was changed. If you did not do this, reset it in the app.",
    "Thanks for your order 1234. We will text you when it ships.",
    "Polls are open from 7 am to 8 pm. Find your polling place at https://example.com/vote",
    "Your Example Airlines flight to Boston is delayed and now leaves at 5:40 pm from gate B2.",
    "Your verification code is 482910. It expires in 10 minutes. If you did not ask for it, ignore this message.",
    "You earned 50 points. You have 300 points to redeem at Example Cafe. Text STOP to end.",
    "Your loan payment of $120.00 is due on March 3. Reply HELP for help.",
    "Reply 2 to end the chat with our agent.",
    "Your refill is due. Reply NO to opt out of this refill.",
    "Example Mobile: a port-out request was made for your number. If this was not you, call 611.",
    "Police are investigating a bomb threat at Example High. Students are safe.",
    "We are hiring! Part-time cashier, $15 per hour. Apply at https://example.com/jobs",
    "Your toll account balance is low. Add funds in the app.",
    "Women only gym class moved to 6 pm.",
    "All Muslims are invited to Eid prayers at 8 am.",
    "Jury duty: report on Monday at 8 am. Call the clerk with questions.",
    "Vote for your favourite teacher by text! Text 1 for Ms. Example.",
    "Buy a $50 gift card this week and get $10 free, in store only.",
    "Ihr Code lautet 123456. Geben Sie ihn niemals weiter.",
    "Su cita es el lunes a las 9. Responda SI para confirmar.",
    "รหัส OTP ของคุณคือ 123456 ห้ามบอกผู้อื่น",
    "Votre colis sera livré demain entre 10 h et 12 h.",
)


@pytest.mark.parametrize("number", range(len(HONEST)))
def test_ordinary_notices_touch_no_rule_that_counts(number: int, lexicon: Lexicon) -> None:
    assert heaviest(lexicon, HONEST[number]) == 0


@pytest.mark.parametrize("number", range(len(ANSWERS_THAT_REVOKE)))
def test_an_answer_that_revokes_consent_in_words_is_seen_and_is_no_fault_of_the_account(number: int, lexicon: Lexicon) -> None:
    touches = lexicon.touches(views(ANSWERS_THAT_REVOKE[number]), Channel.SMS, direction=Direction.INBOUND)
    assert 0 < sum(touch.hit.weight for touch in touches if touch.hit.signal == "P8.4") < LINE


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("name", "honest"),
    [("sms_spam_collection", {"ham"}), ("mishra_soni_smishing", {"ham"}), ("thai_a2p_sms", {"ok", "otp"})],
)
def test_at_most_one_honest_message_in_a_thousand_reaches_the_line(
    name: str, honest: set[str], shared: Path, lexicon: Lexicon
) -> None:
    with (shared / "data" / name / "train.csv").open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["label"] in honest]
    alarms = sum(heaviest(lexicon, text) >= LINE for text in texts)
    assert len(texts) > 800
    assert 1000 * alarms <= len(texts)


def test_a_pack_is_read_with_its_family_before_the_rule_s_name(tmp_path: Path) -> None:
    (rule,) = load_packs(a_pack(tmp_path / "packs"))
    assert (rule.id, rule.weight, rule.views) == ("made/a-rule", 40, frozenset({View.FOLDED, View.SPACED}))
    assert (rule.channels, rule.needs) == (None, None)


@pytest.mark.parametrize(
    ("was", "becomes", "key", "hint"),
    [
        ("terms =", "term =", "term", "did you mean `terms`?"),
        ('"use-11"', '"use-19"', "clause", "use-01 to use-18"),
        ('"P11.2"', '"11.2"', "signal", "P11.2"),
        ("weight = 40", "weight = 101", "weight", "from 1 to 100"),
        ("weight = 40", "weight = true", "weight", "from 1 to 100"),
        ("weight = 40", 'weight = 40\nviews = ["fold"]', "views", "did you mean `folded`?"),
        ("weight = 40", 'weight = 40\nchannels = ["smss"]', "channels", "did you mean `sms`?"),
        ("weight = 40", 'weight = 40\nneeds = "is_gated"', "needs", "did you mean `is_age_gated`?"),
        ("weight = 40", 'weight = 40\nunless = { term = ["x"] }', "unless.term", "did you mean `terms`?"),
        ("weight = 40", "weight = 40\nall_of = [{}]", "all_of[0].terms", "give it terms or patterns"),
        ('["hello", "zorbifying"]', '["hello"]', "examples.pass", "two texts at least"),
        ('"a-rule"', '"A rule"', "rule[0].id", "joined by hyphens"),
        ('terms = ["zorbify"]', "", "terms", "give it terms"),
        ('["zorbify"]', '["Zorbify"]', "terms", "folded"),
        ('["zorbify"]', '["zorbify", "zorbify"]', "terms", "take one of them out"),
    ],
)
def test_a_slip_is_refused_by_file_rule_and_key(was: str, becomes: str, key: str, hint: str, tmp_path: Path) -> None:
    assert was in A_RULE
    with pytest.raises(PackInvalid) as refused:
        load_packs(a_pack(tmp_path / "packs", A_RULE.replace(was, becomes)))
    assert (refused.value.file, refused.value.key) == ("made.toml", key)
    assert hint in refused.value.hint


SHARED = A_RULE.replace('terms = ["zorbify"]', "patterns = ['\\b{made} me\\b']").replace(
    "[[rule]]", "[words]\nmade = ['zorbif(?:y|ies)', 'blorp']\n\n[[rule]]"
)


def test_words_that_patterns_share_are_written_once(tmp_path: Path) -> None:
    (rule,) = load_packs(a_pack(tmp_path / "packs", SHARED))
    assert rule.any_of.expressions == (r"\b(?:zorbif(?:y|ies)|blorp) me\b",)


def test_shared_words_that_the_pack_does_not_have_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid, match="no shared words are called `mad`") as refused:
        load_packs(a_pack(tmp_path / "packs", SHARED.replace("{made}", "{mad}")))
    assert (refused.value.file, refused.value.key) == ("made.toml", "rule[0].patterns")


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid, match="same id"):
        load_packs(a_pack(tmp_path / "packs", A_RULE + A_RULE))


def test_a_family_is_called_as_its_file_is(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid, match="family"):
        load_packs(a_pack(tmp_path / "packs", heading='family = "other"\nabout = "x"\n'))


@pytest.mark.parametrize("content", [b"[[rule", b"\xff\xfe", b"#" * 1_000_001], ids=["not TOML", "not UTF-8", "too large"])
def test_a_file_that_is_no_pack_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.toml").write_bytes(content)
    with pytest.raises(PackInvalid) as refused:
        load_packs(tmp_path)
    assert refused.value.file == "made.toml"


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid, match="no rule"):
        load_packs(tmp_path)
