"""Are listed hosts, programs and public shorteners seen, and links of the account's own left alone?"""

from dataclasses import replace

import pytest

from goodstanding.signals.text.facts import Facts
from signals.text.context.making import LISTS, a_link, a_text, an_account, judged


def test_a_link_to_a_listed_host_is_exact_and_names_the_day_of_the_list() -> None:
    found = judged(a_text(), facts=Facts(links=(a_link("bad.example"),)))
    (hit,) = (hit for hit in found.hits if hit.signal == "P6.1")
    assert (hit.weight, hit.is_exact, hit.span, hit.clause) == (100, True, (10, 30), "use-06")
    assert "2016-03-01" in hit.why


def test_a_host_below_a_listed_domain_is_listed() -> None:
    link = replace(a_link("bad.example"), host="www.bad.example")
    assert judged(a_text(), facts=Facts(links=(link,))).points("P6.1") == 100


def test_a_host_that_only_contains_a_listed_name_is_not() -> None:
    assert judged(a_text(), facts=Facts(links=(a_link("notbad.example"), a_link("bad.example.test")))).points("P6.1") == 0


def test_without_a_list_of_malicious_hosts_the_rule_abstains_where_there_is_a_link() -> None:
    unlisted = replace(LISTS, malicious=None)
    assert "P6.1" in judged(a_text(), facts=Facts(links=(a_link(),)), lists=unlisted).abstained
    assert "P6.1" not in judged(a_text(), lists=unlisted).abstained


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("/app.apk", 80), ("/app.APK?v=2", 80), ("/a/b.exe#top", 80), ("/invoice.pdf.exe", 100), ("/photo.jpg.scr?x", 100),
        ("/", 0), ("", 0), ("/invoice.pdf", 0), ("/apk", 0), ("/a.apk/about", 0), ("/company.community", 0), ("/x?file=a.apk", 80),
    ],
)  # fmt: skip
def test_a_link_that_ends_as_a_program_does_is_seen(path: str, points: int) -> None:
    assert judged(a_text(), facts=Facts(links=(a_link(path=path),))).points("P6.2") == points


def test_a_program_on_the_accounts_own_domain_weighs_less() -> None:
    own = Facts(links=(a_link("acmebank.example", "/app.apk"),))
    assert judged(a_text(), an_account(), own).points("P6.2") == 50


def test_a_public_shortener_is_seen_and_a_short_domain_of_the_account_is_its_own() -> None:
    facts = Facts(links=(a_link("sho.rt.example"),))
    assert judged(a_text(), facts=facts).points("P7.10") == 50
    assert judged(a_text(), facts=Facts(links=facts.links * 3)).points("P7.10") == 70
    assert judged(a_text(), an_account(domains=("sho.rt.example",)), facts).points("P7.10") == 0
    assert judged(a_text(), facts=Facts(links=(a_link(),))).points("P7.10") == 0
    assert "P7.10" in judged(a_text(), facts=facts, lists=replace(LISTS, shorteners=None)).abstained
