import os
import re

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

from goodstanding.records.toll_free import RANGES, toll_free_pattern


def ranges_of_the_plan() -> str:
    ranges: dict[int, set[str]] = {}
    for code, regions in COUNTRY_CODE_TO_REGION_CODE.items():
        for region in regions:
            plan = PhoneMetadata.metadata_for_nongeo_region(code) if region == "001" else PhoneMetadata.metadata_for_region(region)
            pattern = plan.toll_free.national_number_pattern if plan and plan.toll_free else None
            if pattern:
                ranges.setdefault(code, set()).add(pattern)
    return "".join(f"{code} {'|'.join(sorted(patterns))}\n" for code, patterns in sorted(ranges.items()))


def test_the_kept_ranges_are_those_of_the_number_plan() -> None:
    expected = ranges_of_the_plan()
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        RANGES.write_text(expected, encoding="utf-8")
    assert RANGES.read_text(encoding="utf-8") == expected


TOLL_FREE = ["18005550100", "18335550100", "498001234567", "80012345678", "448081570192"]
OTHERS = ["12125550100", "493012345678", "1800555010"]


def test_a_number_is_toll_free_in_its_own_country() -> None:
    assert [digits for digits in TOLL_FREE + OTHERS if re.fullmatch(toll_free_pattern(), digits)] == TOLL_FREE
