"""What do a mail provider's delivery events say, and about which letters? Read as SendGrid's Event Webhook posts them."""

import json
from typing import Any, Final

from goodstanding.cases.ports import DeliveryStatus

# their event -> the action of RFC 3464; what is not here (processed, open, click ...) says nothing of delivery
ACTIONS: Final = {"delivered": "delivered", "bounce": "failed", "dropped": "failed", "deferred": "delayed"}


def statuses_of(content: bytes) -> list[DeliveryStatus]:
    """Return what the events say of letters; empty when the content is no list of events, or they name no letter."""
    try:
        said = json.loads(content)
    except ValueError:
        return []
    return [status for one in (said if isinstance(said, list) else [said]) if (status := _status_of(one)) is not None]


def _status_of(event: Any) -> DeliveryStatus | None:
    if not isinstance(event, dict) or event.get("event") not in ACTIONS or not event.get("smtp-id"):
        return None
    return DeliveryStatus(str(event["smtp-id"]).strip(), ACTIONS[event["event"]], str(event.get("status", "")).strip())
