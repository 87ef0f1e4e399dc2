"""Does a clause, written as a table and read back, stay the same clause?"""

import pytest

from goodstanding.policy.clause import Clause
from goodstanding.policy.load import load_editions
from goodstanding.policy.table import Table
from goodstanding.policy.writing import clause_from, table_of

CLAUSES = [clause for edition in load_editions().all for clause in edition.clauses]


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_a_clause_written_and_read_back_is_the_same(clause: Clause) -> None:
    assert clause_from(Table(table_of(clause), "a test", clause.id)) == clause
