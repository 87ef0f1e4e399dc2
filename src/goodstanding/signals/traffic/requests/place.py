"""Where do the texts of this theme lie?"""

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
