"""Which numbers are toll-free by the number plan, in any country?

Source: the toll-free ranges of Google's libphonenumber, as carried by the `phonenumbers` package; the
non-geographic country code 800 (ITU-T E.169.1, universal international freephone) is among them.
"""

from functools import cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata


def _ranges() -> dict[int, set[str]]:
    ranges: dict[int, set[str]] = {}
    for code, regions in COUNTRY_CODE_TO_REGION_CODE.items():
        for region in regions:
            plan = PhoneMetadata.metadata_for_nongeo_region(code) if region == "001" else PhoneMetadata.metadata_for_region(region)
            pattern = plan.toll_free.national_number_pattern if plan and plan.toll_free else None
            if pattern:
                ranges.setdefault(code, set()).add(pattern)
    return ranges


@cache
def toll_free_pattern() -> str:
    """Return one regular expression for the digits (no plus) of every toll-free number; RE2 and `re` both take it."""
    parts = [f"{code}(?:{'|'.join(sorted(patterns))})" for code, patterns in sorted(_ranges().items())]
    return "|".join(parts)
