"""What became of a file's rows?"""

from goodstanding.engines.duckdb.judging import Judgement
from goodstanding.engines.duckdb.merging import Settled
from goodstanding.measures.standing import IntakeTally
from goodstanding.records.take import Take


def tallied(take: Take, judgement: Judgement, settled: Settled) -> IntakeTally:
    """Put the counts of one file together: read = accepted + duplicate + rejected."""
    rejected = sum(judgement.reasons.values())
    found = {"revised": settled.revised, "older-revision": settled.older}
    return IntakeTally(
        file=str(take.file),
        source=take.source.name,
        read=judgement.read,
        accepted=judgement.read - rejected - settled.duplicate,
        duplicate=settled.duplicate,
        rejected=rejected,
        reasons=judgement.reasons,
        notes={**judgement.notes, **{note: count for note, count in found.items() if count}},
    )
