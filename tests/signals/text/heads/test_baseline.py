from goodstanding.signals.profile import Opinion, Profile, Reviewed
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.baseline import Baseline, leads_elsewhere, learn, settle
from goodstanding.signals.text.heads.head import LINE
from goodstanding.signals.text.heads.model import load
from goodstanding.signals.text.heads.score import Points, Scorer
from signals.text.heads.heads_builders import a_profile, a_scorer

SCORER = a_scorer(win=60, prize=50, claim=40)
SAMPLE = "Win a prize at our fair, claim it at elnesta.example/a1. Order 10002000."


def settled(text: str, profile: Profile) -> Points:
    baseline = learn(profile)
    assert baseline is not None
    return settle(baseline, SCORER, text, fold(text).text)


def baseline_of(*samples: str, **about: object) -> Baseline:
    baseline = learn(a_profile(*samples, **about))
    assert baseline is not None
    return baseline


def test_an_account_that_has_shown_nothing_has_no_baseline() -> None:
    assert learn(a_profile()) is None


def test_an_accounts_own_wording_counts_no_longer_against_it() -> None:
    assert SCORER.points(SAMPLE, fold(SAMPLE).text)[0] >= LINE
    assert settled(SAMPLE, a_profile(SAMPLE))[0] < LINE


def test_another_account_has_no_use_of_it() -> None:
    assert settled(SAMPLE, a_profile("Your table is booked for two."))[0] >= LINE


def test_new_words_keep_their_points() -> None:
    said = "Our fair opens at ten."
    assert settled("win a prize, claim it at our fair opens at ten", a_profile(said))[0] >= LINE


def test_an_evil_twin_with_another_link_gets_nothing_off() -> None:
    twin = SAMPLE.replace("elnesta.example", "elnesta-pay.example")
    assert settled(twin, a_profile(SAMPLE)) == SCORER.points(twin, fold(twin).text)


def test_an_evil_twin_with_another_telephone_number_gets_nothing_off() -> None:
    sample = "Win a prize, claim it: call +1 303 555 0111"
    twin = "Win a prize, claim it: call +1 303 555 0199"
    assert settled(sample, a_profile(sample))[0] < LINE <= settled(twin, a_profile(sample))[0]


def test_links_below_a_registered_domain_are_the_accounts_own() -> None:
    assert not leads_elsewhere(baseline_of("hello", domains=("elnesta.example",)), "see go.elnesta.example/x")
    assert leads_elsewhere(baseline_of("hello", domains=("elnesta.example",)), "see go-elnesta.example/x")


def test_a_registered_domain_alone_takes_the_weight_off_its_own_links_and_off_no_other() -> None:
    scorer = Scorer(load())
    profile = a_profile(domains=("harbor-books.example",))
    baseline = learn(profile)
    assert baseline is not None
    own, other = "Your receipt: https://harbor-books.example/r/1", "Your receipt: https://harbor-b00ks.example/r/1"
    assert max(settle(baseline, scorer, own, fold(own).text)) < LINE <= max(scorer.points(own, fold(own).text))
    assert settle(baseline, scorer, other, fold(other).text) == scorer.points(other, fold(other).text)


def test_numbers_that_change_from_sample_to_sample_may_change_again() -> None:
    baseline = baseline_of("order 1000200030 is packed", "order 1000200044 is packed")
    assert not leads_elsewhere(baseline, "order 1000299999 is packed")


def test_a_short_number_that_never_changed_must_not_change() -> None:
    baseline = baseline_of("text fair to 50505", "text more to 50505", "text stop to 50505")
    assert leads_elsewhere(baseline, "text fair to 60606")
    assert not leads_elsewhere(baseline, "text fair to 50505")


def test_what_a_reviewer_called_honest_is_learnt_and_what_not_is_condemned() -> None:
    honest = Profile("made-up", reviewed=(Reviewed(SAMPLE, Opinion.HONEST),))
    assert settled(SAMPLE, honest)[0] < LINE
    condemned = Profile("made-up", reviewed=(Reviewed("Hello dear, are you 44?", Opinion.NOT),))
    assert settled("hello dear are you 45", condemned)[0] >= LINE
    assert settled("good day, are you 45", condemned)[0] < LINE
