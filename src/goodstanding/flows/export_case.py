"""How is a case handed to a customer or a regulator, so that it verifies without us?"""

import json
import shutil
from pathlib import Path

from goodstanding.audit import verify_bundle
from goodstanding.audit.chain import text_of
from goodstanding.audit.merkle import inclusion_proof
from goodstanding.audit.verify import documents_of
from goodstanding.flows.case_desk import CaseDesk


def export_case(desk: CaseDesk, case_id: str, folder: Path, *, at_ms: int) -> int:
    """Write a case's bundle into a folder, made when missing; return how many files it has."""
    desk.store.case(case_id)
    with desk.store.change() as change:
        checkpoint = change.put_checkpoint(at_ms)
    leaves = [bytes.fromhex(one) for one in desk.store.hashes(checkpoint.size)]
    entries, wanted = [], set[str]()
    for link in desk.store.links(subject=case_id):
        proof = [one.hex() for one in inclusion_proof(leaves, link.sequence - 1)]
        entries.append({"place": link.sequence - 1, "text": text_of(link).decode(), "proof": proof})
        wanted |= documents_of(link.entry.facts).keys()
    documents = folder / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for sha256 in wanted:
        (documents / sha256).write_bytes(desk.store.document(sha256).content)
    said = {
        "case": case_id,
        "checkpoint": {"size": checkpoint.size, "root": checkpoint.root, "at_ms": checkpoint.at_ms},
        "entries": entries,
    }
    (folder / "bundle.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(verify_bundle.__file__, folder / "verify_bundle.py")
    return len(wanted) + 2
