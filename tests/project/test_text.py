"""What may stand in a file of this project: plain text, for any reader, on any machine."""

import re

from project.files import ROOT, named, project_files

# put together here, so that this file passes its own test
HOSTS = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("crates", "io"))
]
PLACES = [f"/{folder}/" for folder in ("work", "root", "home", "Users")]
NOT_TEXT = {".png", ".ico", ".woff2", ".parquet", ".gz"}
A_NORTH_AMERICAN_NUMBER = re.compile(r"\+1[2-9]\d{9}\b")
IS_MADE_UP = re.compile(r"\+1\d{3}55501\d\d")

TEXTS = {named(path): path.read_bytes().decode("utf-8", "replace") for path in project_files() if path.suffix not in NOT_TEXT}


def test_there_are_texts_to_look_at() -> None:
    assert {"README.md", "LICENSE", "Makefile", "pyproject.toml", "src/goodstanding/errors.py"} <= set(TEXTS)


def test_every_text_is_utf_8() -> None:
    assert [name for name in TEXTS if not is_utf_8((ROOT / name).read_bytes())] == []


def is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_every_text_ends_its_last_line_and_has_plain_line_ends() -> None:
    assert [name for name, text in TEXTS.items() if text and not text.endswith("\n")] == []
    assert [name for name, text in TEXTS.items() if "\r" in text] == []


def test_no_text_names_a_package_registry() -> None:
    assert {name: host for name, text in TEXTS.items() for host in HOSTS if host in text} == {}


def test_no_text_names_a_folder_of_one_machine() -> None:
    assert {name: place for name, text in TEXTS.items() for place in PLACES if place in text} == {}


def test_every_north_american_number_is_from_the_range_set_aside_for_fiction() -> None:
    numbers = {one: name for name, text in TEXTS.items() for one in A_NORTH_AMERICAN_NUMBER.findall(text)}
    assert {name: "a number that may be someone's" for one, name in numbers.items() if not IS_MADE_UP.fullmatch(one)} == {}


def test_the_locks_carry_a_hash_for_every_library() -> None:
    for lock in ("requirements.lock", "requirements-spark.lock"):
        pinned = re.split(r"\n(?=\S)", TEXTS[lock].strip())
        assert len(pinned) > 10
        assert [block.split()[0] for block in pinned if "--hash=sha256:" not in block] == []


def test_the_plain_install_leaves_spark_out() -> None:
    assert "pyspark==" not in TEXTS["requirements.lock"]
    assert "pyspark==" in TEXTS["requirements-spark.lock"]


def test_every_make_target_says_what_it_does() -> None:
    rules = dict(re.findall(r"^([a-z][a-z-]*):(.*)$", TEXTS["Makefile"], flags=re.MULTILINE))
    assert {"demo", "test", "check", "fix", "docs", "golden", "bench", "test-spark", "clean"} <= set(rules)
    assert [name for name, rest in rules.items() if "## " not in rest] == []
