"""Which detectors see how the programming interface is used?"""

from typing import Final

from goodstanding.signals.traffic.kept import Kept
from goodstanding.signals.traffic.requests import keys, volumes
from goodstanding.signals.traffic.requests.place import HERE

KEPT: Final[tuple[Kept, ...]] = (
    Kept("request_days", HERE / "request_days.sql"),
    Kept("credential_homes", HERE / "credential_homes.sql", reads=("request_days",)),
    Kept("key_news", HERE / "key_news.sql", reads=("request_days",)),
    Kept("news_spending", HERE / "news_spending.sql", reads=("key_news",)),
)
DETECTORS: Final = (*keys.DETECTORS, *volumes.DETECTORS)
