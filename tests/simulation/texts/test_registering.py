from collections import Counter
from random import Random

import pytest

from goodstanding.simulation.texts.honest import honest
from goodstanding.simulation.texts.registering import register


@pytest.mark.parametrize("samples", [0, 1, 5])
def test_the_first_texts_of_an_account_are_its_samples_and_the_others_are_left(samples: int) -> None:
    texts = list(honest(Random(1), 300, accounts=20))
    profiles, rest = register(texts, samples=samples)
    assert Counter(text.account for text in texts) == Counter(text.account for text in rest) + Counter(
        {account: len(profile.samples) for account, profile in profiles.items()}
    )
    for account, profile in profiles.items():
        own = [text.text for text in texts if text.account == account]
        assert list(profile.samples) == own[:samples]
        assert [text.text for text in rest if text.account == account] == own[samples:]


def test_an_account_owns_its_brand_and_the_domains_its_links_lead_to() -> None:
    texts = list(honest(Random(2), 400, languages=("en",)))
    profiles, _ = register(texts)
    linked = [text for text in texts if "https://" in text.text]
    assert len(linked) > 10
    for text in linked:
        host = text.text.partition("https://")[2].split()[0].partition("/")[0].rstrip(".,:;)")
        assert any(host.endswith(domain) for domain in profiles[text.account].domains or ())
    assert all(text.issuer in (profiles[text.account].brands or ()) for text in texts)
