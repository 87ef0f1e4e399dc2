"""Which detectors see messages spread over numbers?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent

SNOWSHOE: Final = Detector(
    name="snowshoe",
    signal="P3.3",
    clause="use-03",
    sees="one text by many numbers, little by each, which carriers filter or people do not want",
    blind_to="texts reworded for each number; records without text; a pool whose recipients neither answer nor stop",
    text=_HERE / "snowshoe.sql",
    parameters=(
        Parameter("line", "numbers by which one text left in a day", least=3),
        Parameter("messages", "messages with that text in a day", least=50),
        Parameter("each", "messages by each number, on average"),
        Parameter("replies", "answers to a thousand messages, above which they talk", most=1000),
        Parameter("unwanted", "messages filtered and wishes to stop, together"),
        Parameter("filtered", "of a thousand messages filtered", most=1000),
        Parameter("stops", "wishes to stop to a thousand messages", most=1000),
    ),
    line="line",
    why="one text left by {strength} numbers in a day, up to {each} by each, and was filtered or refused; {line} numbers are many",
    records=Records("messages", "at_ms", subject="CAST(r.template AS VARCHAR)", where="r.direction = 2 AND r.sender IS NOT NULL"),
    needs=("messages", "bodies"),
    reads=("template_senders", "sender_days"),
    source="T-Mobile Code of Conduct on snowshoe messaging; clause map P3.3",
)
GREY_ROUTE: Final = Detector(
    name="grey-route",
    signal="P11.12",
    clause="use-11",
    sees="texts of several brands by many numbers, few by each, that nobody answers: unregistered, or codes of the brands by turns",
    blind_to="a SIM box that carries one brand, or few codes and is registered; records without text; profiles that say it resells",
    text=_HERE / "grey_route.sql",
    parameters=(
        Parameter("line", "numbers that sent so in a day", least=3),
        Parameter("each", "messages by each number, at most"),
        Parameter("messages", "messages by them in a day", least=50),
        Parameter("brands", "brands they carried, ten messages of each", least=2),
        Parameter("replies", "answers to a thousand messages, below which it is no conversation", most=1000),
        Parameter("refused", "of a thousand refused by carriers, where no registration is known", most=1000),
        Parameter("codes", "of a thousand messages that are codes, where each number carries several brands", most=1000),
        Parameter("few", "messages by each such number, on average"),
    ),
    line="line",
    why="{strength} numbers sent texts of {brands} brands or more in a day, up to {each} each; {line} numbers are many",
    records=Records(
        "messages",
        "at_ms",
        where="r.direction = 2 AND EXISTS (SELECT 1 FROM sender_days AS d WHERE d.master = t.master AND d.own = r.sender "
        "AND d.day_ms = r.at_ms - r.at_ms % 86400000 AND d.sends <= $each)",
    ),
    needs=("messages", "bodies"),
    reads=("sender_days",),
    source="clause map P11.12, our default",
)
BURNT_NUMBERS: Final = Detector(
    name="burnt-numbers",
    signal="P3.4",
    clause="use-03",
    sees="numbers that are bought, send until carriers filter them, and are given back or fall silent",
    blind_to="numbers that go on sending after they burn; an inventory that is seen too seldom, or without the days of purchase",
    text=_HERE / "burnt_numbers.sql",
    parameters=(
        Parameter("days", "days a number is held at most, or is new", most=60),
        Parameter("least", "messages by a number that is given back", least=5),
        Parameter("burst", "messages within two days by one that falls silent", least=5),
        Parameter("line", "of a thousand messages filtered", most=1000),
        Parameter("numbers", "such numbers", least=2),
    ),
    line="line",
    why="{strength} of {whole} messages by a number less than {days} days old were filtered before it was put away; {numbers} or "
    "more went that way",
    records=Records("messages", "at_ms", subject="r.sender", where="r.direction = 2 AND r.error IN (30007, 30008)"),
    needs=("messages", "held", "errors"),
    source="Twilio Messaging Policy on evasion; clause map P3.4",
)
SEEDING: Final = Detector(
    name="seeding",
    signal="P3.6",
    clause="use-03",
    sees="the same few people sent one message each before every burst, to see what arrives",
    blind_to="probes right before a burst or hours before it; another account's probes; a trial run before a filtered mailing",
    text=_HERE / "seeding.sql",
    parameters=(
        Parameter("line", "bursts before which the same people were sent one", least=3),
        Parameter("seeds", "such people before one burst"),
        Parameter("refused", "of a thousand messages filtered or answered with a wish to stop", most=1000),
    ),
    line="line",
    why="the same few people were sent one message before each of {strength} bursts, where {line} are no chance",
    records=Records(
        "messages",
        "at_ms",
        where="r.id IN (SELECT p.id FROM seed_probes AS p WHERE p.turn >= $line AND p.fellows >= $seeds)",
    ),
    needs=("messages", "errors"),
    reads=("seed_probes", "sender_days"),
    source="clause map P3.6, our default",
)

SPREADING: Final = (SNOWSHOE, GREY_ROUTE, BURNT_NUMBERS, SEEDING)
