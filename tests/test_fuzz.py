from __future__ import annotations

import pytest
from hypothesis import Phase, settings

from tests.fuzz import KINDS, QUIET


@pytest.mark.parametrize("kind", KINDS)
def test_odd_input_neither_crashes_nor_is_lost(kind: str) -> None:
    # A failure is told as it was found: to shrink it takes minutes, and `make fuzz` does not either.
    counts = {"text": 6, "frames": 6, "files": 12, "corrections": 30}
    options = settings(QUIET, max_examples=counts[kind], derandomize=True, phases=[Phase.explicit, Phase.generate])
    options(KINDS[kind])()
