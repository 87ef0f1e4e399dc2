from hypothesis import settings

from cases.machine import CaseMachine, Keeper


class InMemory(CaseMachine):
    def __init__(self) -> None:
        super().__init__()
        self.keeper = Keeper()


TestInMemory = InMemory.TestCase
TestInMemory.settings = settings(max_examples=200, stateful_step_count=50, deadline=None)
