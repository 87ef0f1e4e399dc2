"""What happens to actions when no account control is set? They are recorded, and nothing is touched."""

from goodstanding.cases.papers import ActionKind


class DryRun:
    """Records what would be done."""

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - the port's shape
        """Return a receipt that says that nothing was done."""
        return f"dry run: would {kind} for {account}"

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - the port's shape
        """Return a receipt that says that nothing was undone."""
        return f"dry run: would undo {kind} for {account}"
