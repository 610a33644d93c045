from __future__ import annotations

import pytest
from hypothesis import settings

from tests.fuzz import KINDS, QUIET


@pytest.mark.parametrize("kind", KINDS)
def test_odd_input_neither_crashes_nor_is_lost(kind: str) -> None:
    settings(QUIET, max_examples=12 if kind != "corrections" else 30, derandomize=True)(KINDS[kind])()
