"""Many files read at once: whatever goes wrong with one is told in its draft and stops nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from timeline.reading.drafts import Draft, unread
from timeline.reading.files import STANDARD_INPUT, STANDARD_NAME, Place, find_table, load_file
from timeline.reading.formats import SCANNED, SLOW, find_kind, find_limit, read_file
from timeline.reading.records import read_table

# Starting processes costs as much as reading this many slow files.
WORTH_PROCESSES = 400
# The bar appears only where the work takes long enough to ask for one; in a notebook even a hidden one leaves a widget behind.
BAR_DELAY = 2.0
WORTH_A_BAR = 100


def read_places(places: list[Place], text_column: str, date_column: str | None, progress: bool) -> list[Draft]:
    """The drafts of all files, in the order of the files; a bar on a terminal or in a notebook with `progress`."""
    from tqdm.auto import tqdm

    read = partial(read_place, text_column=text_column, date_column=date_column)
    bar = tqdm(
        _spread(read, places),
        total=len(places),
        desc="reading articles",
        unit=" files",
        delay=BAR_DELAY,
        leave=False,
        disable=None if progress and len(places) >= WORTH_A_BAR else True,
    )
    return [draft for drafts in bar for draft in drafts]


def read_place(place: Place, text_column: str, date_column: str | None) -> list[Draft]:
    """The drafts of one file, or the one that says why there are none."""
    modified, name = None, STANDARD_NAME if place.path == STANDARD_INPUT else place.path
    try:
        kind = find_kind(place.path)
        table = find_table(place) if kind in SCANNED else None
        if table:
            modified = table.modified
            return read_table(table, kind, text_column, date_column, path=Path(place.path))
        file = load_file(place, find_limit(place.path))
        modified = file.modified
        return read_file(file, text_column, date_column)
    except OSError as error:
        return [unread(name, place.hints, error.strerror or str(error))]
    except (ValueError, ImportError) as error:
        return [unread(name, place.hints, str(error), modified)]
    except MemoryError:
        return [unread(name, place.hints, "it takes more memory than there is", modified)]
    except Exception as error:  # noqa: BLE001 - one odd file in a foreign parser must not stop the others
        return [unread(name, place.hints, f"{type(error).__name__}: {error}", modified)]


def _spread(read: Callable[[Place], list[Draft]], places: list[Place]) -> Iterable[list[Draft]]:
    slow = sum(find_kind(place.path) in SLOW for place in places)
    if slow < WORTH_PROCESSES:
        return map(read, places)
    from joblib import Parallel, cpu_count, delayed

    if cpu_count() < 2:
        return map(read, places)
    spread: Iterator[list[Draft]] = Parallel(n_jobs=-1, return_as="generator")(delayed(read)(item) for item in places)
    return spread
