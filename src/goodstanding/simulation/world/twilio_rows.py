"""How does a world look as Twilio's resources, a record a line?"""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.times import iso_seconds
from goodstanding.simulation.world.model import WorldCall, WorldMessage

CALL_ID, MESSAGE_ID = "CA{:032x}", "SM{:032x}"
STATUS: Final = {"answered": "completed"}
ANSWERED_BY: Final = {"human": "human", "machine": "machine_start", "fax": "fax"}
# how many letters fit: one text alone, or a part of a longer one, in 7 bits each or in 16
ALONE, PART = {True: 160, False: 70}, {True: 153, False: 67}


def calls(made: Iterable[WorldCall]) -> Iterator[str]:
    """Write Call resources; the end of an unanswered call says how long it rang."""
    for place, one in enumerate(made):
        answered = one.outcome == "answered"
        seconds = str(max(one.talk_ms // 1000, 1)) if answered else ""
        start, end = iso_seconds(one.started_ms), iso_seconds(one.started_ms + (one.talk_ms if answered else one.ring_ms or 0))
        way = "inbound" if one.direction == "inbound" else "outbound-api"
        who = f'"{ANSWERED_BY[one.answered_by]}"' if one.answered_by else "null"
        yield (
            f'{{"sid":"{CALL_ID.format(place)}","account_sid":"{one.account}","date_created":"{start}","start_time":"{start}",'
            f'"end_time":"{end}","duration":"{seconds}","status":"{STATUS.get(one.outcome, one.outcome)}","direction":"{way}",'
            f'"from":"+{one.caller}","to":"+{one.callee}","answered_by":{who},"parent_call_sid":null}}'
        )


def messages(made: Iterable[WorldMessage]) -> Iterator[str]:
    """Write Message resources with their texts."""
    for place, one in enumerate(made):
        sent = iso_seconds(one.at_ms)
        way = "inbound" if one.direction == "inbound" else "outbound-api"
        yield (
            f'{{"sid":"{MESSAGE_ID.format(place)}","account_sid":"{one.account}","date_created":"{sent}","date_sent":"{sent}",'
            f'"date_updated":"{sent}","status":"{one.status}","direction":"{way}","from":"+{one.sender}","to":"+{one.recipient}",'
            f'"body":{json.dumps(one.body)},"error_code":{"null" if one.error is None else one.error},'
            f'"num_segments":"{segments(one.body)}","num_media":"0"}}'
        )


def segments(body: str) -> int:
    """Count the parts a text is sent in; one that is all ASCII takes 7 bits a letter, any other 16."""
    narrow = body.isascii()
    length = len(body) if narrow else len(body.encode("utf-16-le")) // 2
    return 1 if length <= ALONE[narrow] else -(-length // PART[narrow])
