"""Which abuses may an account of the labelled world do?"""

from typing import Final

from goodstanding.simulation.world.abuses import (
    accounts,
    caller_id,
    consent,
    dialling,
    enumeration,
    flooding,
    fraud,
    harassment,
    messaging,
    pumping,
    requests,
    spreading,
    takeover,
)
from goodstanding.simulation.world.shapes import Abuse

ABUSES: Final[tuple[Abuse, ...]] = (
    *flooding.ABUSES,
    *pumping.ABUSES,
    *fraud.ABUSES,
    *enumeration.ABUSES,
    *requests.ABUSES,
    *takeover.ABUSES,
    *spreading.ABUSES,
    *messaging.ABUSES,
    *dialling.ABUSES,
    *consent.ABUSES,
    *harassment.ABUSES,
    *caller_id.ABUSES,
    *accounts.ABUSES,
)
