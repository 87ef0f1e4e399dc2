import gzip
import os
import time
from pathlib import Path

import pytest

from goodstanding.engines.media.yara import Yara
from goodstanding.errors import FileRulesInvalid
from goodstanding.signals.media.ports import Ports
from signals.media.files import OLE, PDF, PE, VCARD, a_jpeg, a_png, a_zip, seen

# written backwards, so that no virus scanner takes this checkout for it
EICAR = b"*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X"[::-1]
TEMPLATE = b'<R Type="x/relationships/attachedTemplate" Target="%b" TargetMode="External"/>'
SMUGGLES = (
    b"<html><script>var b=new Blob([Uint8Array.from(atob(x))]);a.href=URL.createObjectURL(b);a.download='x.zip'</script></html>"
)


@pytest.fixture(scope="module")
def rules() -> Yara:
    return Yara()


def names(rules: Yara, content: bytes) -> list[str]:
    found = rules.matching(content)
    assert found is not None
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (EICAR, "eicar_test_file"),
        (a_zip({"AndroidManifest.xml": b"x", "assets/inner.apk": b"x"}), "android_dropper"),
        (OLE + "_VBA_PROJECT".encode("utf-16-le") + b" AutoOpen ", "macro_runs_on_opening"),
        (PDF + b"<< /S /Launch /F (x) >>", "pdf_launches"),
        (PDF + b"<< /OpenAction 1 0 R >> << /S /JavaScript /JS (x) >>", "pdf_script_on_opening"),
        (SMUGGLES, "html_smuggling"),
        (VCARD.replace(b"Example Person", b"A" * 4_000), "vcard_overflow"),
        (TEMPLATE % b"https://example.test/t", "document_fetches_template"),
        (TEMPLATE % rb"file:///\\example.test\t", "document_fetches_template"),
    ],
)  # fmt: skip
def test_each_of_our_rules_matches_what_it_is_for(rules: Yara, content: bytes, rule: str) -> None:
    assert names(rules, content) == [rule]


@pytest.mark.parametrize(
    "content", [b"", b"hello", a_png(), a_jpeg(), PDF, PDF + b"/OpenAction", VCARD, OLE, OLE + b"AutoOpen", PE, a_zip({"assets/a.apk": b""}),
                b"We will launch the new AutoOpen doors", TEMPLATE % b"file:///C:/own.dotm", os.urandom(100_000)]
)  # fmt: skip
def test_none_of_our_rules_matches_an_honest_file(rules: Yara, content: bytes) -> None:
    assert names(rules, content) == []


def test_a_file_inside_an_archive_is_held_against_the_rules_too(rules: Yara) -> None:
    answer = seen(gzip.compress(EICAR), "application/gzip", ports=Ports(rules=rules))
    assert "media/rules/eicar_test_file" in {hit.rule for hit in answer.hits}
    assert "P6.3/file-rules" not in answer.abstained


def a_file(folder: Path, text: str) -> Path:
    path = folder / "own.yar"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_operators_rule_says_what_it_weighs_and_why(tmp_path: Path) -> None:
    told = 'meta: clause = "use-15" signal = "P15.2" weight = 40 why = "holds our watermark"'
    own = Yara([a_file(tmp_path, f'rule mark {{ {told} strings: $a = "water" condition: $a }}')])
    [found] = own.matching(b"water") or ()
    assert (found.clause, found.signal, found.weight, found.why) == ("use-15", "P15.2", 40, "holds our watermark")


def test_an_operators_rule_that_says_nothing_of_itself_has_defaults(tmp_path: Path) -> None:
    [found] = Yara([a_file(tmp_path, 'rule mark { strings: $a = "water" condition: $a }')]).matching(b"water") or ()
    assert (found.clause, found.signal, found.weight) == ("use-06", "P6.3", 60)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rule a {\n condition:\n  $b\n}\n", 3),
        ('rule a { condition: true }\nrule b { strings: $a = "x" condition: $a and }\n', 2),
        ('include "other.yar"\n', 1),
        ('rule a { strings: $a = "x" condition: $c }\n', 1),
    ],
)
def test_a_wrong_rules_file_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(FileRulesInvalid, match=rf"^own\.yar, line {line}: ") as caught:
        Yara([a_file(tmp_path, text)])
    assert (caught.value.file, caught.value.line) == ("own.yar", line)
    assert "\n" not in str(caught.value)


def test_a_weight_beyond_the_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRulesInvalid, match=r"^own\.yar: rule a has a weight"):
        Yara([a_file(tmp_path, "rule a { meta: weight = 1000 condition: true }")])


def test_a_rules_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRulesInvalid, match=r"^missing\.yar: could not be read"):
        Yara([tmp_path / "missing.yar"])
    (tmp_path / "own.yar").write_bytes(b"\xff\xfe")
    with pytest.raises(FileRulesInvalid, match=r"^own\.yar: it is not UTF-8"):
        Yara([tmp_path / "own.yar"])


def test_a_rule_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    slow = "rule slow { condition: for all i in (0..100000000000) : (uint8(i % filesize) >= 0) }"
    began = time.perf_counter()
    assert Yara([a_file(tmp_path, slow)], timeout_s=1).matching(b"x" * 1_000) is None
    assert time.perf_counter() - began < 20
