"""How does a world look in our own formats: calls and messages with all that is known of them, and the further records?"""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.times import iso
from goodstanding.simulation.world.model import (
    World,
    WorldAccount,
    WorldCall,
    WorldComplaint,
    WorldConsent,
    WorldMessage,
    WorldProfile,
    WorldRequest,
)

CALL_ID, MESSAGE_ID, REQUEST_ID = "c{:09d}", "m{:09d}", "r{:09d}"
API: Final = "/2010-04-01/Accounts"


def calls(made: Iterable[WorldCall]) -> Iterator[str]:
    """Write calls, to the millisecond, with how long they rang and who answered."""
    yield "id,account,direction,outcome,caller,callee,started_at,talk_ms,ring_ms,answered_by"
    for place, one in enumerate(made):
        talk_ms = one.talk_ms if one.outcome == "answered" else ""
        known = f"{talk_ms},{'' if one.ring_ms is None else one.ring_ms},{one.answered_by or ''}"
        ends = f"{one.direction},{one.outcome},+{one.caller},+{one.callee}"
        yield f"{CALL_ID.format(place)},{one.account},{ends},{iso(one.started_ms)},{known}"


def messages(made: Iterable[WorldMessage]) -> Iterator[str]:
    """Write messages with their texts and the codes of their failures."""
    yield "id,account,direction,status,sender,recipient,sent_at,error_code,body"
    for place, one in enumerate(made):
        ends = f"{one.direction},{one.status},+{one.sender},+{one.recipient}"
        error = "" if one.error is None else one.error
        yield f"{MESSAGE_ID.format(place)},{one.account},{ends},{iso(one.at_ms)},{error},{quoted(one.body)}"


def accounts(made: Iterable[WorldAccount]) -> Iterator[str]:
    """Write accounts with their masters."""
    yield "account,master,name,since"
    for one in made:
        yield f"{one.account},{one.master},{quoted(one.name)},{iso(one.since_ms)}"


def requests(made: Iterable[WorldRequest]) -> Iterator[str]:
    """Write the interface's log, a request a line."""
    for place, one in enumerate(made):
        # a host is an address that the request names, anything else a resource in its path
        resource = f"/{one.target}" if one.target and "." not in one.target else ""
        path = f"{API}/{one.account}/{one.route}{resource}.json"
        error = "null" if one.error is None else one.error
        yield (
            f'{{"id":"{REQUEST_ID.format(place)}","time":"{iso(one.at_ms)}","account":"{one.account}",'
            f'"credential":"{one.credential}","ip":"{one.ip}","country":"{one.country}","method":"{one.method}",'
            f'"path":{json.dumps(path)},"status":{one.status},"error_code":{error},"target":{json.dumps(one.target or None)}}}'
        )


def consents(made: Iterable[WorldConsent]) -> Iterator[str]:
    """Write the consent ledger."""
    yield "recipient,sender,status,how,written,postal_code,at,account"
    for one in made:
        given = f"{one.status},{one.how},{_said(one.is_written)},{one.postal}"
        yield f"+{one.recipient},{one.sender},{given},{iso(one.at_ms)},{one.account}"


def complaints(made: Iterable[WorldComplaint]) -> Iterator[str]:
    """Write complaints."""
    yield "id,kind,about,complainant,account,at"
    for place, one in enumerate(made):
        yield f"k{place:09d},{one.kind},+{one.about},+{one.complainant},{one.account},{iso(one.at_ms)}"


def signalling(world: World, call_id: str = CALL_ID) -> Iterator[str]:
    """Write what the network said of calls, by the ids that `call_id` gives them; empty where it said nothing."""
    places = {call: place for place, call in enumerate(world.calls)}
    yield "call_id,account,at,attestation,sip_code,cause,hung_up_by"
    for one in world.signalling:
        place = places.get(one.call)
        if place is not None:
            said = f"{one.attestation},{one.sip},{one.cause},{one.hung_up_by}"
            yield f"{call_id.format(place)},{one.call.account},{iso(one.call.started_ms)},{said}"


def profiles(made: Iterable[WorldProfile]) -> Iterator[str]:
    """Write what the provider knows of accounts; several countries with a space between them."""
    yield (
        "account,at,use_case,registered,agreement,trial,per_day,countries,calls_per_second,contacts,"
        "payment,device,brand,domain,status"
    )
    for one in made:
        standing = f"{_said(one.is_registered)},{_said(one.has_agreement)},{_said(one.is_trial)}"
        sizes = ",".join("" if size is None else str(size) for size in (one.calls_per_second, one.contacts))
        per_day = "" if one.per_day is None else one.per_day
        told = f"{one.payment},{one.device},{quoted(one.brand)},{one.domain},{one.status}"
        yield f"{one.account},{iso(one.since_ms)},{one.use_case},{standing},{per_day},{' '.join(one.countries)},{sizes},{told}"


def quoted(text: str) -> str:
    """Put a text in quotes, so that commas, quotes and line ends stay in it; nothing where it is empty."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if text else ""


def _said(known: bool | None) -> str:  # noqa: FBT001 - a value among values
    return "" if known is None else "true" if known else "false"
