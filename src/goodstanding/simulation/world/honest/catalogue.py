"""Which honest businesses are there, and how common is each?"""

from typing import Final

from goodstanding.simulation.world.honest import codes, dispatching, marketing, offices, platforms, reminding
from goodstanding.simulation.world.shapes import Business

# of a hundred or so masters
COMMON: Final[tuple[tuple[Business, int], ...]] = (
    (Business("small-office", offices.small_office), 14),
    (Business("restaurant", offices.restaurant), 5),
    (Business("small-shop", dispatching.shop), 6),
    (Business("contact-centre", offices.contact_centre), 5),
    (Business("help-line", offices.help_line), 3),
    (Business("conference-bridge", offices.conference_bridge), 2),
    (Business("fax-service", offices.fax_service), 2),
    (Business("number-block", offices.number_block), 2),
    (Business("international", offices.international), 3),
    (Business("telehealth", offices.telehealth), 3),
    (Business("number-hoarder", offices.number_hoarder), 2),
    (Business("hospital-reminders", reminding.hospital), 4),
    (Business("school-alert", reminding.school), 3),
    (Business("weather-alert", reminding.weather), 2),
    (Business("debt-collector", reminding.collector), 3),
    (Business("alarm-monitoring", reminding.alarm), 3),
    (Business("survey", reminding.survey), 3),
    (Business("local-presence", reminding.dialler), 3),
    (Business("callbacks", reminding.callbacks), 2),
    (Business("taxi-dispatch", dispatching.taxi), 3),
    (Business("delivery", dispatching.delivery), 3),
    (Business("marketplace", dispatching.marketplace), 2),
    (Business("chat-bot", dispatching.chat_bot), 2),
    (Business("field-service", dispatching.field_service), 4),
    (Business("two-factor", codes.two_factor), 4),
    (Business("bank-alerts", codes.bank), 2),
    (Business("retry-storm", codes.outage), 2),
    (Business("credential-rotation", codes.rotation), 2),
    (Business("traveller", codes.traveller), 2),
    (Business("product-launch", marketing.launch), 1),
    (Business("club", marketing.club), 4),
    (Business("sender-pool", marketing.pool), 2),
    (Business("sloppy-list", marketing.sloppy), 2),
    (Business("a-b-tester", marketing.tester), 2),
    (Business("person-to-person", marketing.cause), 2),
    (Business("town-hall", marketing.gathering), 2),
    (Business("platform", platforms.platform), 3),
    (Business("number-turnover", platforms.turnover), 2),
)
BUSINESSES: Final = tuple(business for business, _ in COMMON)
