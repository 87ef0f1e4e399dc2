"""Does a reply ask to be left alone, in a keyword or in free words?

Written for this project, after 47 CFR 64.1200(a)(10): any reasonable means will do.
"""

import re

_LONGEST_REPLY = 2_000  # characters
_KEYWORD = re.compile(
    r"\W*(?:stop(?:p|all| all)?|unsubscribe|cancel|end|quit|revoke|optout|opt out|opt-out|arret|arrêt|alto|baja|basta|abmelden)"
    r"(?:\s+(?:please|now|pls|thanks|bitte))?\W*",
)
_REACH = r"(?:text|message|messaging|call|contact|send|email|spamm?|bother|harass|write?|writing)(?:s|ing)?"
_ME = r"(?:\s+(?:me|us|this number|my|these|this|here|again|any ?more|messages|texts|stuff|to me)\b|\s*(?:[.!]|$))"
_WISHES = (
    rf"(?<!won't )\b(?:stop|quit|cease)\s+(?:all\s+|the\s+)?{_REACH}{_ME}",
    rf"\b(?:do not|don'?t|never)\s+(?:ever\s+)?{_REACH}{_ME}",
    r"\b(?:stop|no more)\s+(?:all |the |these )?(?:text|message|call|email)s\b",
    r"\bplease stop\b(?! by| in\b| at\b)",
    r"\bstop it\b",
    r"\b(?:do not|don'?t) want (?:any more (?:of )?(?:text|message|these|this)|these|your (?:text|message)|to (?:get|receive) )",
    r"\b(?:remove|delete|unsubscribe)\s+(?:me|my (?:number|name|phone))\b",
    r"\btake (?:me|my (?:number|name)) (?:off|out|from)\b",
    r"\bleave me alone\b",
    r"\blose my number\b",
    r"\bopt(?:ing)?\s+(?:me\s+)?out\b",
    r"\bunsubscribe\b",
    r"\bi (?:didn'?t|did not|never) (?:sign(?:ed)? up|subscribed?|ask(?:ed)? for)\b",
    r"\b(?:deja|dejen|déjame|dejame)\s+de\s+(?:enviar|escrib|mand|llam|contact)",
    r"\bno me (?:env[ií]|escrib|mand|llam|contact)",
    r"\bd[eé]j[ae]me en paz\b",
    r"\barr[eê]tez\b",
    r"\bne m'?envoyez plus\b",
    r"\bd[eé]sabonne",
    r"\bkeine (?:weiteren )?(?:nachrichten|sms|werbung|anrufe)\b",
    r"\blass(?:t|en \w+)? mich in ruhe\b",
    r"\bpar[ae]m? de (?:me )?(?:enviar|mandar|ligar)",
)
_WISH = re.compile("|".join(_WISHES))
_WRONG_PERSON = re.compile(
    r"\bwrong (?:number|person)\b|\bnot interested\b|\bn[uú]mero equivocado\b|\bno me interesa\b|\bfalsche nummer\b",
)


def is_revocation(reply: str) -> bool:
    """Say whether a reply, by a keyword or a plain request, asks for no more messages; its first 2,000 characters count.

    Blind to irony and to languages other than English, Spanish, French, German and Portuguese.
    """
    words = _plain(reply)
    return bool(_KEYWORD.fullmatch(words) or _WISH.search(words))


def is_wrong_person(reply: str) -> bool:
    """Say whether a reply tells that the message was not meant for who got it, or did not interest them."""
    return bool(_WRONG_PERSON.search(_plain(reply)))


def _plain(reply: str) -> str:
    return reply[:_LONGEST_REPLY].lower().replace("\u2019", "'")
