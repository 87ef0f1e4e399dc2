from goodstanding.engines.matching.choose import choose
from goodstanding.signals.message import Channel
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.lexicon import Touch, compile_rules
from goodstanding.signals.text.rule import Direction, Needs, Place, Rule, Words
from goodstanding.signals.verdict import View
from signals.text.rule_tables import a_rule


def touches(text: str, *rules: Rule, view: View = View.FOLDED, channel: Channel = Channel.SMS) -> tuple[Touch, ...]:
    return compile_rules(rules, choose(engine="re2")).touches({view: Folded(text)}, channel)


def test_a_hit_tells_clause_place_weight_and_reason() -> None:
    (touch,) = touches("please zorbify it", a_rule())
    hit = touch.hit
    assert (hit.clause, hit.signal, hit.rule, hit.span, hit.weight) == ("use-11", "P11.2", "made/rule", (7, 14), 40)
    assert (hit.view, hit.why, hit.is_exact) == (View.FOLDED, "says a made-up word", False)


def test_every_group_must_match() -> None:
    rule = a_rule(any_of=Words(), all_of=(Words(("one",)), Words(expressions=(r"\btwo+\b",))))
    assert touches("one", rule) == ()
    assert [touch.hit.span for touch in touches("twoo, one", rule)] == [(6, 9)]


def test_terms_and_groups_are_asked_for_together() -> None:
    rule = a_rule(all_of=(Words(("now",)),))
    assert touches("zorbify", rule) == touches("now", rule) == ()
    assert len(touches("zorbify now", rule)) == 1


def test_a_cancelling_word_takes_back_its_own_rule_alone() -> None:
    kind = a_rule("made/kind", unless=Words(("never",)))
    stern = a_rule("made/stern")
    assert [touch.rule.id for touch in touches("never zorbify", kind, stern)] == ["made/stern"]


def test_views_and_channels_narrow_a_rule() -> None:
    rule = a_rule(views=frozenset({View.FOLDED}), channels=frozenset({Channel.VOICE}))
    assert touches("zorbify", rule) == touches("zorbify", rule, view=View.SPACED, channel=Channel.VOICE) == ()
    assert len(touches("zorbify", rule, channel=Channel.VOICE)) == 1


def test_the_words_of_those_who_answer_are_judged_by_other_rules() -> None:
    lexicon = compile_rules([a_rule(direction=Direction.INBOUND)], choose(engine="re2"))
    assert lexicon.touches({View.FOLDED: Folded("zorbify")}, Channel.SMS) == ()
    assert len(lexicon.touches({View.FOLDED: Folded("zorbify")}, Channel.SMS, direction=Direction.INBOUND)) == 1


def test_a_sender_s_name_is_judged_by_its_own_rules() -> None:
    lexicon = compile_rules([a_rule(place=Place.SENDER)], choose(engine="re2"))
    assert lexicon.touches({View.FOLDED: Folded("zorbify")}, Channel.SMS) == ()
    assert len(lexicon.touches({View.FOLDED: Folded("zorbify")}, Channel.SMS, place=Place.SENDER)) == 1


def test_a_rule_that_two_views_show_counts_once_and_points_into_the_raw_text() -> None:
    lexicon = compile_rules([a_rule()], choose(engine="re2"))
    spaced = Folded("zorbify", (*tuple(range(0, 14, 2)), 13))
    (touch,) = lexicon.touches({View.FOLDED: Folded("z o r b i f y"), View.SPACED: spaced}, Channel.SMS)
    assert (touch.hit.view, touch.hit.span) == (View.SPACED, (0, 13))
    assert len(lexicon.touches({View.FOLDED: Folded("zorbify"), View.SPACED: spaced}, Channel.SMS)) == 1


def test_what_a_rule_needs_to_know_of_the_account_is_told() -> None:
    (touch,) = touches("zorbify", a_rule(needs=Needs.IS_AGE_GATED))
    assert touch.rule.needs == "is_age_gated"


def test_no_rules_touch_nothing() -> None:
    assert touches("zorbify") == ()
