from collections import Counter
from random import Random

from goodstanding.signals.text.heads.rows import Label
from goodstanding.simulation.texts.labelled import OF_EACH_WORDING, honest_accounts, labelled


def test_no_wording_is_given_more_than_a_few_times() -> None:
    rows = list(labelled(Random(1)))
    assert max(Counter(row.group for row in rows).values()) == OF_EACH_WORDING
    assert {row.label for row in rows} == {Label.HONEST, Label.SPAM, Label.SCAM}


def test_accounts_send_honest_texts_only() -> None:
    accounts = honest_accounts(Random(1), 4, 20)
    assert len(accounts) == 4
    assert {row.label for rows in accounts.values() for row in rows} == {Label.HONEST}
