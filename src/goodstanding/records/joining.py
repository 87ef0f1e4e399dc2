"""When do legs make one call, and how far apart in days may they be?"""

from typing import Final

DAYS_APART: Final = 2
