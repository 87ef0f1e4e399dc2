"""How do those live who must reach people, several times or all at once: hospitals, schools, collectors, alarms, weather?"""

from random import Random
from typing import Final

from goodstanding.simulation.world.honest.offices import MINUTE_MS, near, talk_both_ways
from goodstanding.simulation.world.honest.wording import a_brand, a_name
from goodstanding.simulation.world.making import (
    ALWAYS,
    NPAS,
    OFFICE,
    Manner,
    Tenant,
    add_numbers,
    between,
    many,
    open_tenant,
    people,
    person,
    zone_of,
)
from goodstanding.simulation.world.model import World

REMINDER: Final = Manner(answered=810, machine=450, talk_ms=28_000, machine_ms=26_000, least_ms=12_000)
ALERT: Final = Manner(answered=620, machine=400, talk_ms=24_000, machine_ms=30_000, least_ms=6_000)
COLLECTING: Final = Manner(answered=660, machine=650, talk_ms=170_000, machine_ms=22_000)
SURVEY: Final = Manner(answered=520, machine=600, talk_ms=70_000, machine_ms=9_000)
A_WEEK: Final = 7
MOST_A_WEEK: Final = 7


def remind(tenant: Tenant, per_day: float, name: str) -> None:
    """Remind patients of tomorrow by call, text or both; most confirm with a key or a letter."""
    rng = tenant.rng
    for day, count in tenant.volumes(per_day):
        for _ in range(count):
            patient = person(rng)
            at_ms = tenant.at(day, 10, 18, zone_of(patient))
            if rng.random() < 0.6:
                own, hour = tenant.own(), 8 + int(rng.random() * 9)
                tenant.text(patient, at_ms, f"{name}: reminder of your appointment tomorrow at {hour}:30. Reply C to confirm.", own)
                if rng.random() < 0.55:
                    tenant.hear(patient, at_ms + int(rng.expovariate(1 / 1_500_000)), "C", own)
                    continue
            if rng.random() < 0.6 and not tenant.call_out(patient, at_ms + 30 * MINUTE_MS, REMINDER) and rng.random() < 0.5:
                tenant.call_out(patient, at_ms + 55 * MINUTE_MS, REMINDER)


def hospital(world: World, rng: Random, key: str) -> None:
    """A hospital that reminds of appointments."""
    remind(open_tenant(world, rng, key, "hospital-reminders", 1 + int(rng.random() * 4)), between(rng, 5, 400), a_brand(rng).name)


def school(world: World, rng: Random, key: str) -> None:
    """A school district: twice a month every parent is called and texted within ten minutes, and again who did not answer."""
    tenant = open_tenant(world, rng, key, "school-alert", 1 + int(rng.random() * 2))
    tenant.failing = 30
    parents = near(rng, tenant, int(between(rng, 200, 3_000)))
    talk_both_ways(tenant, between(rng, 3, 30), parents[:150])
    words = ("Schools open two hours late today because of ice.", "All after-school activities are cancelled today.")
    for body, day in zip(words, rng.sample(list(tenant.days)[1:-1], 2), strict=True):
        opens_ms = tenant.at(day, 6.3, 6.6) if "ice" in body else tenant.at(day, 12, 13)
        for parent in parents:
            at_ms = opens_ms + int(rng.random() * 10 * MINUTE_MS)
            tenant.text(parent, at_ms, f"District alert: {body}", tenant.numbers[0])
            if not tenant.call_out(parent, at_ms + 2_000, ALERT, tenant.numbers[0]) and rng.random() < 0.5:
                tenant.call_out(parent, at_ms + 20 * MINUTE_MS, ALERT, tenant.numbers[0])


def weather(world: World, rng: Random, key: str) -> None:
    """A county that wakes those who asked for it when a storm comes at night."""
    tenant = open_tenant(world, rng, key, "weather-alert")
    listed = near(rng, tenant, int(between(rng, 150, 4_000)))
    for one in listed:
        tenant.agree(one, world.since_ms - int(rng.random() * 300 * 86_400_000))
    for day in rng.sample(list(tenant.days)[1:-1], 1 + int(rng.random() * 3)):
        opens_ms = tenant.at(day, 1, 5)
        for one in listed:
            at_ms = opens_ms + int(rng.random() * 5 * MINUTE_MS)
            tenant.text(one, at_ms, "County alert: tornado warning until 4:45. Take shelter now. More on the county radio.")
            if rng.random() < 0.4:
                tenant.call_out(one, at_ms + 15_000, ALERT)


def collector(world: World, rng: Random, key: str) -> None:
    """A debt collector within the law: at most seven attempts in seven days, by day, and a week of quiet after a conversation."""
    tenant = open_tenant(world, rng, key, "debt-collector", 2 + int(rng.random() * 5))
    for debtor in people(rng, int(between(rng, 25, 900))):
        attempts: list[int] = []
        quiet_until = -1
        for day in tenant.days:
            recent = sum(1 for one in attempts if one > day - A_WEEK)
            if day < quiet_until or recent >= MOST_A_WEEK or rng.random() > 0.6:
                continue
            for since in (8.5, 14.5)[: 1 + int(rng.random() < 0.3 and recent < MOST_A_WEEK - 1)]:
                attempts.append(day)
                if tenant.call_out(debtor, tenant.at(day, since, since + 5, zone_of(debtor)), COLLECTING):
                    quiet_until = day + A_WEEK + 1
                    break


def alarm(world: World, rng: Random, key: str) -> None:
    """An alarm centre: whenever one rings, the keyholders in turn, again and again until somebody answers, at night as well."""
    tenant = open_tenant(world, rng, key, "alarm-monitoring", 2)
    sites = [people(rng, 3) for _ in range(int(between(rng, 30, 600)))]
    manner = Manner(answered=700, machine=300, talk_ms=50_000)
    for day, alarms in tenant.volumes(len(sites) / (12 + 60 * rng.random()), ALWAYS):
        for _ in range(alarms):
            at_ms = tenant.at(day, 0, 24)
            for keyholder in sites[int(rng.random() * len(sites))] * 3:
                tenant.text(keyholder, at_ms, "Alarm at your site, zone 3. We are calling you now.", tenant.numbers[0])
                if tenant.call_out(keyholder, at_ms, manner, tenant.numbers[0]):
                    break
                at_ms += int(20_000 + 70_000 * rng.random())


def survey(world: World, rng: Random, key: str) -> None:
    """A pollster who dials all over the country: many who do not answer, at most three attempts, on different days."""
    tenant = open_tenant(world, rng, key, "survey", 2 + int(rng.random() * 9))
    per_day = between(rng, 20, 500)
    again: list[tuple[int, int]] = []
    for day, count in tenant.volumes(per_day, (100, 100, 100, 100, 60, 70, 0)):
        called, again = again, []
        for one, before in [*called, *((person(rng), 0) for _ in range(count))]:
            reached = tenant.call_out(one, tenant.at(day, 10, 20, zone_of(one)), SURVEY)
            if not reached and before < 2 and rng.random() < 0.25:
                again.append((one, before + 1))


def dialler(world: World, rng: Random, key: str) -> None:
    """A sales team that shows each lead a number of the lead's own area, all of them its own."""
    tenant = open_tenant(world, rng, key, "local-presence")
    tenant.numbers += add_numbers(world, rng, key, tuple(rng.sample(NPAS, int(between(rng, 15, 90)))))
    by_area = {number // 10_000_000 % 1000: number for number in tenant.numbers}
    leads: list[int] = []
    for day, count in tenant.volumes(between(rng, 15, 400), OFFICE):
        for _ in range(count):
            lead = leads[int(rng.random() * len(leads))] if leads and rng.random() < 0.3 else person(rng, tuple(by_area))
            leads.append(lead)
            at_ms = tenant.at(day, 9, 18, zone_of(lead))
            reached = tenant.call_out(lead, at_ms, Manner(660, 520, 90_000), by_area[lead // 10_000_000 % 1000])
            if reached and rng.random() < 0.2:
                tenant.text(lead, at_ms + 5 * MINUTE_MS, f"Good talking to you, {a_name(rng)}. I will send the offer by mail.")


def callbacks(world: World, rng: Random, key: str) -> None:
    """A support desk that owes callbacks: whoever hung up is called back the same hour, up to three times."""
    tenant = open_tenant(world, rng, key, "callbacks", 2)
    for day, count in tenant.volumes(between(rng, 5, 120)):
        for _ in range(count):
            customer, at_ms = person(rng), tenant.at(day)
            tenant.call_in(customer, at_ms, Manner(600, talk_ms=120_000))
            for _ in range(1 + min(2, many(rng, 0.5))):
                at_ms += int((4 + 15 * rng.random()) * MINUTE_MS)
                if tenant.call_out(customer, at_ms, Manner(650, 250, 150_000)):
                    break
