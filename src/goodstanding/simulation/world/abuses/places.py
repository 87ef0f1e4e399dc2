"""Which ranges abroad and at home do the abuses use, and which numbers stand on which list? All made up within real ranges."""

from random import Random
from typing import Final

Range = tuple[int, int]

# first digits and how many follow: premium services, satellites and small networks that fraud reports name
HIGH_RISK: Final[tuple[Range, ...]] = (
    (371900, 5), (4490900, 5), (88161, 7), (88213, 7), (25290, 6), (232220, 5), (960700, 4), (216900, 5), (2693200, 3), (53500, 5),
)  # fmt: skip
MID_PRICED: Final[tuple[Range, ...]] = ((99450, 7), (25377, 6), (38269, 6), (96899, 6), (22177, 7))
PUMPED: Final[tuple[Range, ...]] = (
    (99890, 7), (99290, 7), (99450, 7), (88017, 8), (9471, 7), (62812, 7), (92300, 7), (96279, 7),
)  # fmt: skip
# islands that are dialled like home and billed like abroad
ONE_RING: Final[tuple[Range, ...]] = ((1268555, 4), (1473555, 4), (1649555, 4), (1284555, 4), (1876555, 4), (25290, 6), (96070, 5))
SANCTIONED: Final[tuple[Range, ...]] = ((98900, 7), (85019, 7), (96393, 7))
# rural exchanges whose carriers charge much for ending a call
HIGH_COST_DOMESTIC: Final[tuple[Range, ...]] = ((1605555, 4), (1641555, 4), (1712555, 4))
# no such area codes, exchanges or lengths
INVALID: Final[tuple[Range, ...]] = ((1000555, 4), (1199555, 4), (1212011, 4), (1312155, 4), (121255, 4), (999555, 6))
# numbers that receive calls only, as banks and authorities ask their carriers to bar
DO_NOT_ORIGINATE: Final[tuple[Range, ...]] = ((18005559, 3), (18335558, 3), (18885557, 3))
EMERGENCY: Final = (911, 112, 999)
PSAP: Final[tuple[Range, ...]] = ((141555599, 2), (121255599, 2), (131255599, 2))


def number_in(rng: Random, range_: Range) -> int:
    """Pick a number of a range."""
    first, digits = range_
    return int(first * 10**digits + rng.randrange(10**digits))
