"""How fast pages are read, against trafilatura alone on the same pages in the same run: at least 80% of its speed.

python -m tests.benchmarks.reading [PAGES]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests import pile
from timeline.articles import read_articles, reader

WORDS = (
    "the of and to a in that was for on with said by at from it is were ferry harbour island mayor county company line "
    "engineers divers winter boat school shops tickets landing stage northern southern Monday Tuesday October March "
    "yesterday last week council vote plan money month year people road bridge storm captain crew rescue"
).split()
FLOOR = 0.8
TURNS = 2


def make_pages(folder: Path, count: int) -> list[Path]:
    """Pages as outlets serve them: menus, teasers, scripts and comments around eight to thirty paragraphs."""
    chance = random.Random(20_151_021)
    paths = []
    for number in range(count):
        day = date(2015, 1, 1) + timedelta(days=number % 700)
        paragraphs = "".join(f"<p>{sentences(chance)}</p>" for _ in range(chance.randint(8, 30)))
        teasers = "".join(f'<li><a href="/t{n}">{words(chance, 8)}</a></li>' for n in range(40))
        script = f"<script>var state = {{{'x: 1, ' * 300}}};</script>"
        body = f"{script}<ul class='teasers'>{teasers}</ul>{paragraphs}<aside>{teasers}</aside>"
        path = folder / f"{number:05}.html"
        path.write_text(pile.page(pile.linked(str(day)), body=body, title=words(chance, 7).title()), encoding="utf-8")
        paths.append(path)
    return paths


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def sentences(chance: random.Random) -> str:
    return " ".join(f"{words(chance, chance.randint(8, 24)).capitalize()}." for _ in range(chance.randint(2, 5)))


def trafilatura_alone(paths: list[Path]) -> int:
    from trafilatura import bare_extraction

    return sum(
        bare_extraction(path.read_bytes(), with_metadata=True, include_comments=False) is not None for path in paths
    )


def ours(paths: list[Path]) -> int:
    return read_articles(paths)["published"].drop_nulls().len()


def in_one_process(paths: list[Path]) -> int:
    threshold, reader.WORTH_PROCESSES = reader.WORTH_PROCESSES, len(paths) + 1
    try:
        return ours(paths)
    finally:
        reader.WORTH_PROCESSES = threshold


READERS: dict[str, Callable[[list[Path]], int]] = {
    "trafilatura alone": trafilatura_alone,
    "read_articles, one process": in_one_process,
    "read_articles": ours,
}


def main(count: int = 1_000) -> bool:
    """Print the speeds; whether ours holds the floor. The readers take turns, so that a busy machine slows all alike."""
    with tempfile.TemporaryDirectory() as folder:
        paths = make_pages(Path(folder), count)
        for work in READERS.values():
            work(paths[: count // TURNS])  # imports, processes and caches are nobody's speed
        seconds, read = dict.fromkeys(READERS, 0.0), dict.fromkeys(READERS, 0)
        for turn in range(TURNS):
            for name, work in READERS.items():
                start = time.perf_counter()
                read[name] += work(paths[turn::TURNS])
                seconds[name] += time.perf_counter() - start
        print(f"{count} pages of {sum(path.stat().st_size for path in paths) // count // 1000} kB, in {TURNS} turns")
    alone = seconds["trafilatura alone"]
    for name in READERS:
        print(f"{name:26} {count / seconds[name]:6.0f} pages/s  {read[name]:6} read  {alone / seconds[name]:6.0%}")
    return alone / min(seconds["read_articles"], seconds["read_articles, one process"]) >= FLOOR


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:2])) else f"slower than {FLOOR:.0%} of trafilatura alone")
