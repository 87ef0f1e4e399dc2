"""Which web addresses are found, how are they read, and what is left alone?"""

from dataclasses import replace

import pytest

from goodstanding.signals.lists import Lists
from goodstanding.signals.reading_lists import packaged_lists
from goodstanding.signals.text.facts import Link
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.gathering import gather
from goodstanding.signals.text.links import ending_of
from signals.text.gathered import facts_of, plain


def link_in(text: str, lists: Lists | None = None) -> Link:
    (link,) = facts_of(text, lists=lists).links
    return link


@pytest.mark.parametrize(
    ("text", "host", "domain", "path"),
    [
        ("See https://www.Example.com/A?b=c.", "www.example.com", "example.com", "/A?b=c"),
        ("(https://en.example.org/wiki/A_(b))", "en.example.org", "example.org", "/wiki/A_(b)"),
        ("Pay at http://shop.example.co.uk:8080/x!", "shop.example.co.uk", "example.co.uk", ":8080/x"[5:]),
        ("www.example.net, today", "www.example.net", "example.net", ""),
        ("track it: parcel-status.top", "parcel-status.top", "parcel-status.top", ""),
        ("ที่นี่https://example.com/ก", "example.com", "example.com", "/ก"),
        ("http://paypal.com@login.example.net/x", "login.example.net", "example.net", "/x"),
        ("shop.github.io/x", "shop.github.io", "shop.github.io", "/x"),
    ],
)
def test_a_link_is_read_into_host_domain_and_path(text: str, host: str, domain: str, path: str) -> None:
    link = link_in(text)
    assert (link.host, link.domain, link.path) == (host, domain, path)
    assert link.host.split(".")[-1] in text[link.span[0] : link.span[1]].lower()


@pytest.mark.parametrize(
    "text",
    [
        "crazy.. Available. ok.So we go",
        "hello.How are you",
        "see you 2day.love and miss",
        "call me.im at home",
        "e.g. this, i.e. that, at 5 p.m. sharp",
        "write to john.doe@mail.example.com",
        "version 1.2.3.4 is out",
        "a total of 1.234,56 or 12.30",
        "",
    ],
)
def test_sentences_mail_and_figures_are_no_links(text: str) -> None:
    assert facts_of(text).links == ()


@pytest.mark.parametrize(
    "text",
    ["hxxps://login[.]example[.]com/a", "login . example . com", "http://login.example[dot]com/a", "http:// login.example.com/a"],
)
def test_a_disguised_link_is_found_and_said_to_be_one(text: str) -> None:
    link = link_in(text)
    assert link.host.endswith("example.com")
    assert link.is_disguised
    assert not link_in("http://login.example.com/a").is_disguised


def test_punycode_is_shown_as_a_reader_sees_it() -> None:
    link = link_in("https://xn--bcher-kva.example/")
    assert (link.host, link.is_punycode) == ("bücher.example", True)


@pytest.mark.parametrize("host", ["192.0.2.7", "3221225991", "0xc0000207", "[2001:db8::7]"])
def test_an_address_is_a_host_in_every_form_a_browser_takes(host: str) -> None:
    link = link_in(f"http://{host}/x")
    assert link.is_address
    assert link.domain == host


def test_shorteners_are_known_by_host_never_inside_words() -> None:
    assert link_in("bit.ly/3abc").is_shortener
    assert not link_in("http://rabbit.lyrics.example.com/3abc").is_shortener


def test_a_host_below_a_listed_one_is_malicious_and_its_sibling_is_not() -> None:
    lists = replace(packaged_lists(), malicious=frozenset({"evil.example.com"}))
    assert link_in("http://a.evil.example.com/x", lists).is_malicious
    assert not link_in("http://good.example.com/x", lists).is_malicious
    assert not link_in("http://notevil.example.com/x", lists).is_malicious


def test_without_a_list_nothing_is_malicious() -> None:
    assert packaged_lists().malicious is None
    assert not link_in("http://evil.example.com/x").is_malicious


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("/a/app.apk", ".apk"),
        ("/invoice.pdf.exe?x=1", ".pdf.exe"),
        ("/v1.2/x", ""),
        ("/jquery.min.js", ".js"),
        ("/a.b/c", ""),
        ("/x.7z#y", ".7z"),
    ],
)
def test_the_ending_of_a_file_is_told(path: str, ending: str) -> None:
    assert ending_of(path) == ending
    assert link_in(f"https://example.com{path}").ending == ending


def test_spans_are_those_of_the_raw_text_when_letters_were_dropped() -> None:
    raw = "go ht\u200btp://example.com/a now"
    kept = [at for at, letter in enumerate(raw) if letter != "\u200b"]
    facts = gather(raw, Folded(raw.replace("\u200b", ""), (*kept, len(raw))), packaged_lists(), None)
    assert [raw[slice(*link.span)] for link in facts.links] == ["ht\u200btp://example.com/a"]


def test_a_fullwidth_host_is_read_as_a_browser_reads_it() -> None:
    raw = "http://\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45.com/a"
    facts = gather(raw, Folded("http://example.com/a"), packaged_lists(), None)
    assert [link.host for link in facts.links] == ["example.com"]
    assert plain(raw).text == raw.lower()
