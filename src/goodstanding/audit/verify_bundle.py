"""Is a case's bundle what the provider's log says it is? Needs Python 3.10 and nothing else: python verify_bundle.py [CHECKPOINT].

A bundle is a folder: bundle.json has the checkpoint (size and root of the log's Merkle tree), and for each entry of the case its
canonical text, its place in the log and the hashes that lead from it to the root (RFC 9162); documents/ has every letter, list of
records and appeal that the entries name, each under its SHA-256. With a checkpoint that you kept yourself, of the same size,
the root is compared with yours.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES_OF_DOCUMENTS = ("letter_sha256", "text_sha256", "evidence_sha256", "document_sha256")


def leads_to(root: bytes, size: int, place: int, leaf: bytes, proof: list[bytes]) -> bool:
    """Say whether a proof leads from a leaf at a place (from 0) to the root of a tree of that size."""
    at, last, found, left = place, size - 1, leaf, list(proof)
    while last > 0:
        if at % 2 or at < last:
            if not left:
                return False
            sibling = left.pop(0)
            pair = sibling + found if at % 2 else found + sibling
            found = hashlib.sha256(b"\x01" + pair).digest()
        at, last = at // 2, last // 2
    return not left and found == root


def damages_of(folder: Path, kept: dict[str, int | str] | None) -> Iterator[str]:
    """Yield what does not prove itself."""
    bundle = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    size, root = bundle["checkpoint"]["size"], bytes.fromhex(bundle["checkpoint"]["root"])
    if kept is not None and (kept["size"], kept["root"]) != (size, root.hex()):
        yield f"the checkpoint is not the one that was kept ({kept['size']} entries)"
    steps, wanted = [], set()
    for one in bundle["entries"]:
        leaf = hashlib.sha256(b"\x00" + one["text"].encode()).digest()
        said, proof = json.loads(one["text"]), [bytes.fromhex(each) for each in one["proof"]]
        if said["sequence"] != one["place"] + 1 or not leads_to(root, size, one["place"], leaf, proof):
            yield f"entry {one['place'] + 1} is not in the log that the checkpoint stands for"
        if said["subject"] != bundle["case"]:
            yield f"entry {said['sequence']} is about another case"
        steps.append(said["step"])
        wanted |= {said["facts"][name] for name in NAMES_OF_DOCUMENTS if said["facts"].get(name)}
    if steps != list(range(1, len(steps) + 1)):
        yield "the case's entries have a gap, or are out of order"
    yield from changed_documents(folder / "documents", wanted)


def changed_documents(folder: Path, wanted: set[str]) -> Iterator[str]:
    """Yield which documents are missing or changed."""
    for sha256 in sorted(wanted):
        document = folder / sha256
        if not document.is_file():
            yield f"document {sha256} is missing"
        elif hashlib.sha256(document.read_bytes()).hexdigest() != sha256:
            yield f"document {sha256} was changed"


def main(arguments: list[str]) -> int:
    """Verify the bundle in whose folder this script lies."""
    kept = json.loads(Path(arguments[0]).read_text(encoding="utf-8")) if arguments else None
    damages = list(damages_of(Path(__file__).parent, kept))
    sys.stdout.write("".join(f"{one}\n" for one in damages) or "the bundle proves itself\n")
    return 1 if damages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
