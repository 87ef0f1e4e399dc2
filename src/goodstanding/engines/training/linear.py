"""How are linear weights fitted? By a support vector machine over weighted counts, with scikit-learn."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sp  # type: ignore[import-untyped]  # ships no types
from sklearn.svm import LinearSVC  # type: ignore[import-untyped]  # ships no types

from goodstanding.signals.text.heads.features import PAD
from goodstanding.signals.text.heads.fitting import Fitted

FEWEST_TEXTS = 3  # a feature of fewer texts is left out: it could only remember them
STRICTNESS = 0.05  # scikit-learn's C: smaller is smoother
PAIR_OR_WORD, PIECE, FACT = 0.3, 0.1, 1.0


class LinearFitter:
    """Fits one head; the same rows and seed give the same weights.

    Source  squared hinge loss with an L2 penalty (Fan et al. 2008, LIBLINEAR); counts weighted by rarity
    """

    def __init__(self, seed: int = 0, strictness: float = STRICTNESS) -> None:
        self._seed, self._strictness = seed, strictness

    def fit(self, rows: Sequence[Mapping[str, int]], is_positive: Sequence[bool], weights: Sequence[float]) -> Fitted:
        """Return the start and the weights that part the positive rows from the others."""
        texts = Counter(name for row in rows for name in row)
        names = sorted(name for name, count in texts.items() if count >= FEWEST_TEXTS)
        place = {name: at for at, name in enumerate(names)}
        rarity = np.array([_kind(name) * (1.0 if name[0] == "<" else math.log(len(rows) / texts[name]) + 1) for name in names])
        matrix = _matrix(rows, place).multiply(rarity[None, :])
        machine = LinearSVC(C=self._strictness, random_state=self._seed, max_iter=5000)
        machine.fit(sp.csr_array(matrix), np.array(is_positive), sample_weight=np.array(weights))
        fitted = machine.coef_[0] * rarity
        return Fitted(float(machine.intercept_[0]), {name: float(one) for name, one in zip(names, fitted, strict=True) if one})


def _kind(name: str) -> float:
    if name[0] == "<":
        return FACT
    is_word = name[0] == PAD and name[-1] == PAD
    return PAIR_OR_WORD if " " in name or is_word else PIECE


def _matrix(rows: Sequence[Mapping[str, int]], place: Mapping[str, int]) -> sp.csr_array:
    columns, values, ends = [], [], [0]
    for row in rows:
        known = sorted((place[name], count) for name, count in row.items() if name in place)
        columns += [at for at, _ in known]
        values += [float(count) for _, count in known]
        ends.append(len(columns))
    return sp.csr_array((values, np.array(columns, np.int32), np.array(ends, np.int32)), shape=(len(rows), len(place)))
