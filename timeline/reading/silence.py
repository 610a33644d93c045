"""Quiet while a foreign parser works: what it logs about a file stands in the problems of the article."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silenced(*names: str) -> Iterator[None]:
    """Loggers of these names tell nothing meanwhile; their levels are the user's again afterwards.

    >>> with silenced("pypdf"):
    ...     logging.getLogger("pypdf").isEnabledFor(logging.ERROR)
    False
    >>> logging.getLogger("pypdf").isEnabledFor(logging.ERROR)
    True
    """
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
