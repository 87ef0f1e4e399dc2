"""Is a file about accounts read whole, and is a slip named without a word of what stands there?"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import ProfileInvalid
from goodstanding.signals.profile import Opinion, Profile, Reviewed
from goodstanding.signals.reading_profile import read_profiles

WHOLE = {
    "id": "AC1",
    "brands": ["Acme"],
    "domains": ["Acme.example."],
    "numbers": ["+1 (415) 555-0100", "72345"],
    "senders": ["Acme"],
    "contacts": ["Desk@acme.example"],
    "use_case": "marketing",
    "has_agreement": False,
    "has_links": True,
    "has_numbers": False,
    "is_age_gated": True,
    "samples": ["Sale today"],
    "reviewed": [{"text": "Sale", "opinion": "honest"}, {"text": "Win", "opinion": "not"}],
    "opted_out": ["+12125550199"],
}
PROFILE = Profile(
    id="AC1",
    brands=("Acme",),
    domains=("acme.example",),
    numbers=frozenset({"+14155550100", "72345"}),
    senders=frozenset({"Acme"}),
    contacts=frozenset({"desk@acme.example"}),
    use_case="marketing",
    has_agreement=False,
    has_links=True,
    has_numbers=False,
    is_age_gated=True,
    samples=("Sale today",),
    reviewed=(Reviewed("Sale", Opinion.HONEST), Reviewed("Win", Opinion.NOT)),
    opted_out=frozenset({"+12125550199"}),
)
TOML = """\
id = "AC1"
brands = ["Acme"]
has_agreement = true
reviewed = [{ text = "Sale", opinion = "honest" }]
"""


def written(folder: Path, values: object, name: str = "accounts.json") -> Path:
    path = folder / name
    path.write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read_profiles(written(tmp_path, WHOLE)) == {"AC1": PROFILE}
    assert read_profiles(written(tmp_path, "\ufeff" + json.dumps(WHOLE))) == {"AC1": PROFILE}


def test_what_is_left_out_or_null_is_not_known_and_an_empty_list_is_none(tmp_path: Path) -> None:
    read = read_profiles(written(tmp_path, [{"id": "AC1"}, {"id": "AC2", "brands": [], "numbers": [], "has_links": None}]))
    assert read["AC1"] == Profile("AC1")
    assert read["AC2"] == Profile("AC2", brands=(), numbers=frozenset())


def test_toml_holds_one_account_or_several(tmp_path: Path) -> None:
    one = read_profiles(written(tmp_path, TOML, "account.toml"))
    assert one["AC1"].has_agreement is True
    assert one["AC1"].reviewed == (Reviewed("Sale", Opinion.HONEST),)
    several = read_profiles(written(tmp_path, '[[account]]\nid = "AC1"\n[[account]]\nid = "AC2"\n', "accounts.toml"))
    assert list(several) == ["AC1", "AC2"]


@pytest.mark.parametrize(
    ("values", "key", "hint"),
    [
        ({"brands": []}, "id of account 1", "name the account"),
        ({"id": ""}, "id of account 1", "in quotes"),
        ({"id": 7}, "id of account 1", "in quotes"),
        ({"id": "AC1", "brand": []}, "key `brand` of account 1", "did you mean `brands`?"),
        ({"id": "AC1", "zebra": 1}, "key `zebra` of account 1", "known here: id, brands"),
        ({"id": "AC1", "secret words": 1}, "a key of account 1", "known here"),
        ({"id": "AC1", "brands": "secret words"}, "brands of account 1", "[] for none"),
        ({"id": "AC1", "numbers": [14155550100]}, "numbers of account 1", "[] for none"),
        ({"id": "AC1", "numbers": ["+14155550100secret"]}, "numbers of account 1", "E.164"),
        ({"id": "AC1", "samples": ["secret words", " "]}, "samples of account 1", "[] for none"),
        ({"id": "AC1", "has_agreement": "secret words"}, "has_agreement of account 1", "leave it out"),
        ({"id": "AC1", "has_agreement": 1}, "has_agreement of account 1", "leave it out"),
        ({"id": "AC1", "reviewed": "secret words"}, "reviewed of account 1", "opinion"),
        ({"id": "AC1", "reviewed": ["secret words"]}, "reviewed[0] of account 1", "text and opinion"),
        ({"id": "AC1", "reviewed": [{"text": 1, "opinion": "honest"}]}, "reviewed[0].text of account 1", "in quotes"),
        (
            {"id": "AC1", "reviewed": [{"text": "secret words", "opinion": "fine"}]},
            "reviewed[0].opinion of account 1",
            "honest, not",
        ),
        ({"id": "AC1", "reviewed": [{"text": "secret words", "opinion": []}]}, "reviewed[0].opinion of account 1", "honest, not"),
        (
            {"id": "AC1", "reviewed": [{"text": "secret words", "opinions": "not"}]},
            "key `opinions` of account 1",
            "did you mean `opinion`?",
        ),
        ([{"id": "AC1"}, {"id": "AC1"}], "id of account 2", "keep one"),
        (["secret words"], "account 1", "{ }"),
        ("secret words", "line 1", "TOML in files"),
        ("[" * 100_000, "(the file itself)", "TOML in files"),
    ],
)
def test_a_slip_is_named_with_file_and_key_and_no_content(tmp_path: Path, values: object, key: str, hint: str) -> None:
    with pytest.raises(ProfileInvalid) as raised:
        read_profiles(written(tmp_path, values))
    assert (raised.value.file, raised.value.key) == ("accounts.json", key)
    assert hint in str(raised.value)
    assert "secret words" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileInvalid, match=r"missing\.json: \(the file itself\) is not there"):
        read_profiles(tmp_path / "missing.json")
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileInvalid, match="could not be read"):
        read_profiles(binary)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@pytest.mark.parametrize("values", [{}, {"id": None}], ids=["no id", "null for an id"])
def test_an_account_without_an_id_is_refused(tmp_path: Path, values: dict[str, object]) -> None:
    with pytest.raises(ProfileInvalid, match="id of account 1 is missing"):
        read_profiles(written(tmp_path, values))


@given(st.dictionaries(st.sampled_from(list(WHOLE)) | st.text(max_size=8), JSON, max_size=5))
def test_any_object_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]) -> None:
    path = written(tmp_path_factory.mktemp("any"), {"id": "AC1"} | values)
    said = ""
    try:
        said = "".join(read_profiles(path))
    except ProfileInvalid as error:
        said = str(error)
    assert said
    assert "\n" not in said.replace(str(values.get("id")), "")
