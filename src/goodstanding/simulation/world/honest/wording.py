"""What do honest businesses call themselves and write, and what do people answer?"""

from random import Random
from typing import Final, NamedTuple

_FIRST: Final = (
    "Larkfield", "Brookline", "Northgate", "Harrow", "Pinecrest", "Ashby", "Redwater", "Maplewood", "Stonebridge", "Eastvale",
    "Copperhill", "Linden", "Fairmont", "Greywood", "Sandford", "Bluepeak", "Quarry", "Oakridge", "Riverton", "Hartwell",
    "Silverton", "Dunmore", "Kestrel", "Orchard", "Beacon", "Meadow", "Tidewater", "Crestview",
)  # fmt: skip
_SECOND: Final = (
    "Dental", "Clinic", "Market", "Supply", "Motors", "Logistics", "Bank", "Books", "Fitness", "School", "Energy", "Travel",
    "Foods", "Studio", "Homes", "Pharmacy", "Cycles", "Tools", "Insurance", "Gardens", "Optics", "Partners", "Labs", "Kitchen",
    "Outfitters", "Media",
)  # fmt: skip
NAMES: Final = (
    "Sam",
    "Alex",
    "Maria",
    "Chris",
    "Dana",
    "Lee",
    "Robin",
    "Pat",
    "Jo",
    "Kim",
    "Terry",
    "Ana",
    "Luis",
    "Mei",
    "Omar",
    "Ivy",
)
ANSWERS: Final = (
    "Ok thanks", "Yes", "Great, see you then", "Can we do 3pm instead?", "Who is this?", "Thank you!", "Running 10 min late",
    "No problem", "Please call me back", "What is the address?", "Perfect", "Sorry, wrong number",
    "Can you send the invoice again?", "I'll be there", "Not today", "How much is it?", "ok", "C", "1",
)  # fmt: skip
SAYINGS: Final = (
    "Thanks for your message, {name}. We will get back to you shortly.",
    "Hi {name}, the part you asked about has arrived. We are open until 6 today.",
    "{name}, your table for {n} is ready.",
    "Hello {name}, our technician is on the way and should be with you in {n} minutes.",
    "Hi {name}, could you send us a photo of the meter? Thanks.",
    "{name}, we have sent the papers to your address on file.",
    "Yes, that works for us. See you at {n}:30.",
    "The quote is {n}50 dollars, parts included. Shall we go ahead?",
)


class Brand(NamedTuple):
    """A made-up name and its host."""

    name: str
    host: str


def a_brand(rng: Random) -> Brand:
    """Make up a business."""
    first, second = _FIRST[int(rng.random() * len(_FIRST))], _SECOND[int(rng.random() * len(_SECOND))]
    return Brand(f"{first} {second}", f"{first.lower()}-{second.lower()}.example")


def one_of(rng: Random, choices: tuple[str, ...]) -> str:
    """Pick one."""
    return choices[int(rng.random() * len(choices))]


def a_name(rng: Random) -> str:
    """Pick a first name."""
    return one_of(rng, NAMES)


def an_answer(rng: Random) -> str:
    """Pick what somebody answers."""
    return one_of(rng, ANSWERS)


def a_saying(rng: Random) -> str:
    """Write what somebody at a counter writes by hand."""
    return one_of(rng, SAYINGS).format(name=a_name(rng), n=2 + int(rng.random() * 7))


def some_code(rng: Random) -> str:
    """Pick a six-digit code."""
    return f"{int(rng.random() * 1_000_000):06d}"
