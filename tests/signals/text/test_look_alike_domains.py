"""Which hosts imitate a brand, and which are its own or nobody's?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.reading_lists import packaged_lists
from goodstanding.signals.text.look_alike_domains import BrandDomains
from signals.text.gathered import facts_of

LISTS = packaged_lists()
OWN = sorted({domain for domains in (LISTS.brands or {}).values() for domain in domains if "." in domain})
KNOWN = BrandDomains(LISTS.brands or {}, LISTS.everyday)


def imitated_by(url: str) -> str | None:
    (link,) = facts_of(f"see {url} now").links
    return link.looks_like


@pytest.mark.parametrize(
    ("url", "brand"),
    [
        ("https://paypa1.com/x", "paypal"),
        ("https://paypaI.com/x".replace("I", "1"), "paypal"),
        ("https://p\u0430ypal.com/x", "paypal"),
        ("https://xn--pypal-4ve.com/x", "paypal"),
        ("https://amazom.com", "amazon"),
        ("https://netfilx.com", "netflix"),
        ("https://netflix.xyz", "netflix"),
        ("https://secure-paypal.example", "paypal"),
        ("https://securepaypal.net", "paypal"),
        ("https://usps-parcel.example", "usps"),
        ("https://chase-login.example", "chase"),
        ("https://paypal.com.account.example.net", "paypal"),
        ("https://usps.com-parcel.top/x", "usps"),
        ("https://rnicrosoft.com", "microsoft"),
    ],
)
def test_an_imitation_names_the_brand(url: str, brand: str) -> None:
    assert imitated_by(url) == brand


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paypal.com/x",
        "https://tools.usps.com/go",
        "https://amazon.co.jp",
        "https://example.com/paypal",
        "https://purchase.example.com",
        "https://pineapple.example",
        "https://groups.example",
        "https://target-practice.example",
        "https://ample.com",
        "https://chasing.example",
        "https://hotel-booking-confirm.example",
        "https://smart-delivery.example",
        "https://docs.example.com",
    ],
)
def test_own_domains_and_other_words_imitate_nobody(url: str) -> None:
    assert imitated_by(url) is None


@given(domain=st.sampled_from(OWN), front=st.sampled_from(["", "www.", "secure.login.", "my-account."]))
def test_no_domain_of_a_brand_looks_like_another_brands(domain: str, front: str) -> None:
    assert KNOWN.imitated_by(front + domain, domain) is None


@given(
    brand=st.sampled_from(["paypal", "netflix", "microsoft", "facebook", "walmart", "vodafone"]),
    data=st.data(),
    letter=st.sampled_from("bcdghjkqvxz"),
)
def test_one_wrong_letter_is_always_seen(brand: str, data: st.DataObject, letter: str) -> None:
    at = data.draw(st.integers(1, len(brand) - 1))
    wrong = brand[:at] + letter + brand[at + 1 :]
    assert KNOWN.imitated_by(f"{wrong}.com", f"{wrong}.com") == (brand if wrong != brand else None)


def test_without_a_list_of_brands_nothing_is_said() -> None:
    assert BrandDomains({}, frozenset()).imitated_by("paypa1.com", "paypa1.com") is None
