"""What happens to actions when nothing is set to carry them out? They are recorded, and nothing is done to anybody."""

from goodstanding.cases.papers import ActionKind


class DryRun:
    """Records what would be done; the receipt is the record, and the audit log keeps it."""

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - the port's shape
        """Record an action."""
        return f"dry run: {kind}, nothing was done ({key})"

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - the port's shape
        """Record an undoing."""
        return f"dry run: {kind} undone, nothing was done ({key})"
