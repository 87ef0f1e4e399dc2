"""Whose abuse is a request that names somebody else's account?"""

from collections.abc import Container

from goodstanding.simulation.world.model import WorldRequest


def whose(request: WorldRequest, accounts: Container[str]) -> str:
    """Return the account that asked: the one whose credential it is where there is such an account, else the one in its path."""
    return request.credential if request.credential in accounts else request.account
