"""Which context rules are there, and what do they say of one message?"""

from functools import cache

from goodstanding.signals.lists import Lists
from goodstanding.signals.message import Channel, Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.context import (
    asking,
    campaign_match,
    email,
    health,
    impersonation,
    links,
    opt_out,
    sender,
    user_data_header,
)
from goodstanding.signals.text.context.context import NOBODY, Need, Rule, Seen
from goodstanding.signals.text.context.ends import End, kind_of
from goodstanding.signals.text.facts import Facts
from goodstanding.signals.verdict import Hit

RULES: tuple[Rule, ...] = (
    Rule("context/odd-opt-out", "P3.8", "use-03", opt_out.odd_opt_out),
    Rule("context/listed-host", "P6.1", "use-06", links.listed, Need.LINKS),
    Rule("context/program-link", "P6.2", "use-06", links.download, Need.LINKS),
    Rule("context/handset-command", "P6.5", "use-06", user_data_header.handset_commands),
    Rule("context/broken-card", "P6.5", "use-06", user_data_header.broken_card),
    Rule("context/first-without-sender", "P7.2", "use-07", opt_out.no_sender),
    Rule("context/first-without-opt-out", "P7.2", "use-07", opt_out.no_opt_out),
    Rule("context/opted-out", "P7.3", "use-07", opt_out.opted_out),
    Rule("context/link-not-registered", "P7.8", "use-07", campaign_match.link_not_registered, Need.LINKS),
    Rule("context/number-not-registered", "P7.8", "use-07", campaign_match.number_not_registered, Need.IDENTIFIERS),
    Rule("context/unlike-samples", "P7.8", "use-07", campaign_match.unlike_samples),
    Rule("context/public-shortener", "P7.10", "use-07", links.shortened, Need.LINKS),
    Rule("context/wish-ignored", "P8.4", "use-08", opt_out.wish_ignored),
    Rule("context/mail-to-telephone", "P8.14", "use-08", email.to_wireless, Need.MAIL),
    Rule("context/commercial-mail", "P8.14", "use-08", email.commercial_duties, Need.MAIL),
    Rule("context/secrets-asked", "P10.4", "use-10", asking.secrets_asked, Need.LINKS),
    Rule("context/code-received", "P10.7", "use-10", sender.code_received),
    Rule("context/brand-and-link", "P11.1", "use-11", impersonation.brand_and_link, Need.LINKS),
    Rule("context/health-information", "P12.1", "use-12", health.health_information, Need.IDENTIFIERS),
    Rule("context/foreign-brand", "P15.4", "use-15", impersonation.foreign_brand, Need.LINKS),
    Rule("context/sender-uses-brand", "P15.4", "use-15", impersonation.sender_uses_brand, Need.SENDER_NAME),
    Rule("context/not-owned", "P17.1", "use-17", sender.not_owned),
    Rule("context/displayed-sender", "P17.7", "use-17", impersonation.displayed_sender, Need.SENDER_NAME),
    Rule("context/name-and-link-differ", "P17.8", "use-17", impersonation.name_and_link_differ, Need.LINKS),
    Rule("context/strange-number", "P17.9", "use-17", impersonation.strange_number, Need.IDENTIFIERS),
    Rule("context/headers-differ", "P17.10", "use-17", email.headers_differ, Need.MAIL),
    Rule("context/not-authenticated", "P17.10", "use-17", email.not_authenticated, Need.MAIL),
)


def judge(message: Message, profile: Profile | None, facts: Facts, lists: Lists) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
    """Return the hits of every rule, and the signals that abstained, each in the catalogue's order.

    A signal abstains only where what is missing would settle the matter, and not when another of its rules hit.
    """
    seen = Seen(message, profile or NOBODY, facts, lists)
    hits: list[Hit] = []
    missing: list[str] = []
    for rule in _rules_for(*_needs_met(message, facts)):
        answer = rule.judge(seen)
        if answer is None:
            missing.append(rule.signal)
        elif answer:
            hits += map(rule.hit, answer)
    if not hits:
        return (), tuple(dict.fromkeys(missing))
    touched = {hit.signal for hit in hits}
    return tuple(hits), tuple(signal for signal in dict.fromkeys(missing) if signal not in touched)


def _needs_met(message: Message, facts: Facts) -> tuple[bool, bool, bool, bool]:
    is_mail = message.channel is Channel.EMAIL or "@" in message.recipient
    return bool(facts.links), bool(facts.identifiers), is_mail, kind_of(message.sender) is End.ALPHANUMERIC


@cache
def _rules_for(*met: bool) -> tuple[Rule, ...]:
    """Return the rules that have anything to look at, in order; `met` goes by the order of Need."""
    there = {need for need, is_met in zip(Need, met, strict=True) if is_met}
    return tuple(rule for rule in RULES if rule.need is None or rule.need in there)
