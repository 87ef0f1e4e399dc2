"""What does the provider know of the account that sends?"""

from dataclasses import dataclass
from enum import StrEnum


class Opinion(StrEnum):
    """What a reviewer said of a text: is it honest traffic of this account, or not?"""

    HONEST = "honest"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text a person has looked at, with what they said of it."""

    text: str
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class Profile:
    """An account as it was registered; None is "not known", and rules that need it abstain; empty is "none".

    brands        names the account may use for itself
    domains       registered domains its links may lead to
    numbers       E.164 numbers and short codes it may send from
    senders       alphanumeric senders it may use
    contacts      numbers and addresses it may ask recipients to turn to
    use_case      the registered one, e.g. "two-factor", "marketing"
    has_agreement a business associate agreement is signed
    has_links, has_numbers   the registration says that its messages hold links, or phone numbers
    is_age_gated  a date of birth is asked for before age-restricted content
    samples       registered sample messages and approved templates
    reviewed      texts that people have judged
    opted_out     recipients who opted out of everything from this account
    """

    id: str
    brands: tuple[str, ...] | None = None
    domains: tuple[str, ...] | None = None
    numbers: frozenset[str] | None = None
    senders: frozenset[str] | None = None
    contacts: frozenset[str] | None = None
    use_case: str | None = None
    has_agreement: bool | None = None
    has_links: bool | None = None
    has_numbers: bool | None = None
    is_age_gated: bool | None = None
    samples: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()
    opted_out: frozenset[str] | None = None
