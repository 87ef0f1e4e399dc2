"""Which signals can screening see, in which clause, from what, and to what is each of them blind?"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Signal:
    """One line of the catalogue; its id is that of the clause's list in the edition.

    sees      what shows it, in a few words
    needs     what must be known, or it abstains; "" for nothing but the text
    blind_to  what it cannot see, or sees wrongly
    """

    id: str
    clause: str
    sees: str
    needs: str
    blind_to: str


SIGNALS: Final = (
    Signal(
        "P1.1",
        "use-01",
        "recruiting for fraud, rented numbers, passed-on codes",
        "",
        "recruiting that happens in a chat after the first text",
    ),
    Signal(
        "P3.1",
        "use-03",
        "variants of one campaign after refusals",
        "a campaign's messages and refusals",
        "variants so different that they share no template",
    ),
    Signal(
        "P3.2",
        "use-03",
        "letters in disguise: mixed scripts, invisible ones, gaps, figures for letters",
        "",
        "text inside a picture; slang that is written so anyway",
    ),
    Signal(
        "P3.3",
        "use-03",
        "one campaign spread over many senders",
        "a campaign's messages",
        "senders of accounts that are not looked at together",
    ),
    Signal(
        "P3.5", "use-03", "one campaign, many domains in a day", "a campaign's messages", "one domain with many paths behind it"
    ),
    Signal(
        "P3.8", "use-03", "a way to opt out that no standard keyword serves", "", "languages the wording is not written down for"
    ),
    Signal(
        "P4.3", "use-04", "threats, doxxing, encouragement to self-harm, swatting", "", "irony and quotation; a person must read it"
    ),
    Signal(
        "P6.1",
        "use-06",
        "a link to a listed host",
        "a list of malicious hosts",
        "what is not listed yet; redirections, since nothing is fetched",
    ),
    Signal("P6.2", "use-06", "a link that ends in a program", "", "programs behind a plain address"),
    Signal(
        "P6.3",
        "use-06",
        "a file that is not what it claims, a program, an archive, a macro",
        "the file's bytes",
        "encrypted archives; pictures that exploit a decoder",
    ),
    Signal("P6.4", "use-06", "a file that a virus scanner knows", "a virus scanner", "what its database does not hold"),
    Signal(
        "P6.5",
        "use-06",
        "commands to the handset: binary headers, ports, broken cards",
        "the binary header",
        "headers the source did not keep",
    ),
    Signal("P6.6", "use-06", "lures that known mobile malware travels with", "", "the age of a domain, which is not looked up"),
    Signal(
        "P7.2",
        "use-07",
        "a first message without sender or way to opt out",
        "whether it is the first",
        "senders named in words nobody wrote down",
    ),
    Signal(
        "P7.3",
        "use-07",
        "a message to somebody who opted out",
        "the opt-out, from the message or the account",
        "an opt-out given to another provider",
    ),
    Signal(
        "P7.8",
        "use-07",
        "traffic unlike what was registered",
        "registration and samples",
        "a change of subject within the same words",
    ),
    Signal(
        "P7.9",
        "use-07",
        "restricted content: adult, gambling, firearms, loans, cannabis, drugs",
        "",
        "coded words; whether the law of the place allows it",
    ),
    Signal("P7.10", "use-07", "a link shortener anybody can use", "a list of shorteners", "shorteners that are not listed"),
    Signal(
        "P7.11",
        "use-07",
        "alcohol or tobacco without an age gate",
        "whether there is an age gate",
        "a gate that asks only for yes or no",
    ),
    Signal("P8.1", "use-08", "advertising of prizes, premium rates, offers", "", "whether the recipient asked for it"),
    Signal(
        "P8.4",
        "use-08",
        "a wish to be left alone, and a message all the same",
        "the recipient's last words",
        "wishes in words nobody wrote down",
    ),
    Signal("P8.14", "use-08", "mail to telephones, or without address and way out", "", "addresses written as pictures"),
    Signal("P8.16", "use-08", "unsolicited advertising and cold openings", "", "consent, which the text does not show"),
    Signal(
        "P9.2",
        "use-09",
        "abusive, threatening or sexual language",
        "",
        "dialect and friendly swearing; it reads words, not relations",
    ),
    Signal("P9.8", "use-09", "chain letters", "", "chains that only imply the forwarding"),
    Signal(
        "P10.4", "use-10", "asking for identifiers, passwords or card data", "", "forms behind a link, since nothing is fetched"
    ),
    Signal(
        "P10.7",
        "use-10",
        "codes of many issuers received on one account's numbers",
        "a campaign's or account's inbound messages",
        "one issuer only",
    ),
    Signal(
        "P11.1", "use-11", "smishing: lure, foreign link or number, urgency", "", "new lures in languages the model saw little of"
    ),
    Signal("P11.2", "use-11", "scripts of telephone fraud", "", "what a transcript misheard"),
    Signal("P11.3", "use-11", "asking for a code just received", "", "a request made in speech that was not transcribed"),
    Signal("P11.10", "use-11", "lures to move or swap a number", "", "a real carrier's honest wording, without its profile"),
    Signal(
        "P11.11",
        "use-11",
        "investment, romance, job and wrong-number openers",
        "",
        "a real wrong number, until many strangers get it",
    ),
    Signal(
        "P12.1",
        "use-12",
        "identifier and health term without an agreement",
        "whether an agreement is signed",
        "names without context, and conditions not in the word list",
    ),
    Signal(
        "P12.3",
        "use-12",
        "identifiers with a checksum or a context",
        "whether an agreement is signed",
        "account numbers of unknown shape",
    ),
    Signal(
        "P12.4",
        "use-12",
        "names in a context that makes them names",
        "whether an agreement is signed",
        "names alone: too many honest messages hold one",
    ),
    Signal(
        "P12.5",
        "use-12",
        "diagnoses, results, doses, clinics",
        "whether an agreement is signed",
        "circumlocution, and languages other than English",
    ),
    Signal("P13.3", "use-13", "offers of illegal goods", "", "coded words; which law applies"),
    Signal("P15.2", "use-15", "a file from a confirmed notice", "a list of hashes", "the same picture saved again"),
    Signal("P15.3", "use-15", "counterfeits and piracy", "", "licensed resale"),
    Signal(
        "P15.4",
        "use-15",
        "a brand that is not the account's",
        "brands, and the account's own",
        "resellers and partners, until their profile says so",
    ),
    Signal(
        "P16.1",
        "use-16",
        "hostility against a protected group",
        "",
        "quotation, counter-speech and reclaimed words; never more than a question to a person",
    ),
    Signal("P16.2", "use-16", "a crime or shame ascribed to a named person", "", "whether it is true"),
    Signal("P16.3", "use-16", "housing, work or credit for some groups only", "", "lawful exceptions"),
    Signal(
        "P16.4", "use-16", "false word of elections or emergencies", "", "whether it is false: it sees the pattern, not the fact"
    ),
    Signal(
        "P17.1",
        "use-17",
        "a sender the account does not hold",
        "the account's numbers and senders",
        "numbers held elsewhere by right, until the profile says so",
    ),
    Signal(
        "P17.7",
        "use-17",
        "a sender's name of an authority, bank or known brand",
        "",
        "authorities that are customers, until their profile says so",
    ),
    Signal(
        "P17.8",
        "use-17",
        "one name in the text, another behind its link",
        "a list of brands and their domains",
        "brands not on the list",
    ),
    Signal("P17.9", "use-17", "a number to call that is not the account's", "the account's contacts", "numbers the profile forgot"),
    Signal(
        "P17.10",
        "use-17",
        "mail whose headers disagree, or whose signature fails",
        "headers, and answers about domains",
        "forwarders that break signatures honestly",
    ),
)
