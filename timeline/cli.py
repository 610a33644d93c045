"""The command: `timeline ARTICLES... -o timeline.html`, and a subcommand for every stage on the way."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import polars as pl

    from timeline.articles import Source
    from timeline.timelines import Timeline

DRAWN = (".html", ".pdf", ".png", ".svg")
PROBLEMS_SHOWN = 12
EVENTS_SHOWN = 25

BUILD_HELP = """\
Build a timeline from articles: files, folders, patterns such as "news/**/*.txt", or - for standard input.

Without -o the events are printed. With -o they are written too; the suffix chooses the format, and -o may be
given several times. Every date in the result says how it was found.
"""
BUILD_EXAMPLES = """\
stages (each takes the same ARTICLES, and --help):
  timeline articles ARTICLES    what was read, and when each article was published, and why that day
  timeline dates ARTICLES       every date, with how it was resolved
  timeline events ARTICLES      every event as one article tells it, before those told twice are merged

examples:
  timeline data/articles -o timeline.html                an interactive page that works offline
  timeline data/articles -o line.html -o line.csv        the page, and a table of the same events
  timeline news/*.txt --top 20 -o box.md                 the twenty events that matter most, for an article's box
  timeline letter.txt --published 1915-07-04             the day a text was written, where it does not say so itself
  timeline dates --explain "last Friday" --on 2015-11-16 how one phrase is read
  timeline articles news --format ndjson | jq -c 'select(.place == "Vienna")' | timeline - -o vienna.html

A folder that is called like a stage is written ./dates. Exit status: 0 when done, even where some articles had
problems (they are listed); 1 when nothing could be read or a file could not be written; 2 for a wrong option.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (default: those of the process) and give its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    stage = given[0] if given and given[0] in STAGES else ""
    options = _parser(stage).parse_args(given[1:] if stage else given)
    try:
        return STAGES[stage](options)
    except BrokenPipeError:
        # The reader of our output has seen enough (`| head`): that is no error, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (OSError, ValueError, ImportError) as error:
        return _complain(error)
    except KeyboardInterrupt:
        return 130


def _complain(error: Exception) -> int:
    print(f"timeline: {error}", file=sys.stderr)
    return 1


def _parser(stage: str) -> argparse.ArgumentParser:
    about = {
        "": BUILD_HELP,
        "articles": "List what can be read: when each article was published, and how that is known.",
        "dates": "List every date of the articles: what was said, what it leans on, what came out, and why.",
        "events": "List every event that an article tells, before events told more than once are merged.",
    }
    parser = argparse.ArgumentParser(
        prog=f"timeline {stage}".strip(),
        description=about[stage],
        epilog=BUILD_EXAMPLES if not stage else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLES", help="files, folders, patterns; - reads standard input"
    )
    parser.add_argument(
        "--published", metavar="DATE", help="the day all of them were published (YYYY-MM-DD); wins over the text"
    )
    parser.add_argument(
        "--format", choices=("table", "csv", "ndjson"), default="table", help="how to print (default: table)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary, no list of problems")
    if stage in ("", "events"):
        parser.add_argument(
            "--nlp", metavar="PIPELINE", help="an installed spaCy pipeline that corrects the rules (default: none)"
        )
    if stage == "dates":
        parser.add_argument("--explain", metavar="PHRASE", help="read one phrase instead, and show every step")
        parser.add_argument("--on", metavar="DATE", help="the day on which PHRASE was written (YYYY-MM-DD)")
    if not stage:
        parser.add_argument("-o", "--output", action="append", default=[], metavar="FILE", help=_suffixes())
        parser.add_argument("--corrections", metavar="FILE", help="a CSV of what people corrected, applied again")
        parser.add_argument("--about", metavar="TOPIC", help='only articles about a topic, such as "syria russia"')
        parser.add_argument("--top", type=int, metavar="N", help="only the N events that matter most")
        parser.add_argument(
            "--lane", default="place", help="the lanes of the page: place, actor, source or none (default: place)"
        )
        parser.add_argument("--title", help="the heading of the page (default: the name of the folder)")
        parser.add_argument("--version", action="version", version=_version())
    return parser


def _suffixes() -> str:
    from timeline.export import FORMATS

    return f"write the timeline to FILE; repeat it for several; known suffixes: {' '.join(sorted(FORMATS))}"


def _version() -> str:
    from importlib.metadata import version

    return f"timeline {version('timeline-notebook')}"


def _build(options: argparse.Namespace) -> int:
    from timeline.export import format_of
    from timeline.listing import TIMELINE_SHOWN
    from timeline.timelines import build_timeline

    if options.top is not None and options.top < 1:
        _refuse("", f"--top needs a number of events above 0, not {options.top}")
    for path in options.output:
        try:
            format_of(path)
        except ValueError as error:
            _refuse("", str(error))
    line = build_timeline(
        _source(options, ""),
        published=options.published,
        corrections=options.corrections,
        about=options.about,
        nlp=options.nlp,
        title=options.title,
        progress=not options.quiet,
    )
    shown = line.top(options.top) if options.top else line
    if not options.output:
        _print(shown.events, options, TIMELINE_SHOWN)
    elif not options.quiet:
        _print(shown.top(EVENTS_SHOWN).events, options, TIMELINE_SHOWN)
        if len(shown) > EVENTS_SHOWN:
            print(f"(the {EVENTS_SHOWN} that matter most of {len(shown):,})")
    status = _save(shown, options)
    if not options.quiet:
        _report(line)
    return status


def _save(line: Timeline, options: argparse.Namespace) -> int:
    status = 0
    for path in options.output:
        extra = {"lane": None if options.lane == "none" else options.lane} if str(path).lower().endswith(DRAWN) else {}
        try:
            written = line.save(path, **extra)
        except (OSError, ValueError, ImportError) as error:
            status = _complain(error)
            continue
        if not options.quiet:
            print(f"wrote {written}", file=sys.stderr)
    return status


def _report(line: Timeline) -> None:
    print(line.summary, file=sys.stderr)
    _list_problems(line.problems)


def _list_problems(problems: pl.DataFrame) -> None:
    for source, text, reason in problems.select("source", "text", "reason").head(PROBLEMS_SHOWN).iter_rows():
        about = f" “{text}”:" if text else ""
        print(f"  {source}:{about} {reason}", file=sys.stderr)
    if problems.height > PROBLEMS_SHOWN:
        print(f"  … and {problems.height - PROBLEMS_SHOWN:,} more (line.problems, or -o FILE.xlsx)", file=sys.stderr)


def _articles(options: argparse.Namespace) -> int:
    from timeline.listing import ARTICLES_SHOWN

    articles = _read(options, "articles")
    _print(articles, options, ARTICLES_SHOWN)
    _note(options, articles)
    return 0


def _dates(options: argparse.Namespace) -> int:
    from timeline.dates import find_dates
    from timeline.listing import DATES_SHOWN

    if options.explain is not None:
        return _explain(options)
    articles = _read(options, "dates")
    dates = find_dates(articles)
    _print(
        dates.join(articles.select("article_id", "source"), on="article_id", how="left", maintain_order="left"),
        options,
        DATES_SHOWN,
    )
    _note(options, articles, dates)
    return 0


def _explain(options: argparse.Namespace) -> int:
    from timeline.explain import explain_phrase

    if options.articles:
        _refuse("dates", "--explain reads one phrase: leave the ARTICLES away")
    print(explain_phrase(options.explain, on=options.on))
    return 0


def _events(options: argparse.Namespace) -> int:
    from timeline.dates import find_dates
    from timeline.events import extract_events
    from timeline.listing import EVENTS_SHOWN

    articles = _read(options, "events")
    dates = find_dates(articles)
    _print(extract_events(articles, dates, nlp=options.nlp), options, EVENTS_SHOWN)
    _note(options, articles, dates)
    return 0


STAGES: dict[str, Callable[[argparse.Namespace], int]] = {
    "": _build,
    "articles": _articles,
    "dates": _dates,
    "events": _events,
}


def _read(options: argparse.Namespace, stage: str) -> pl.DataFrame:
    from timeline.articles import read_articles

    return read_articles(
        _source(options, stage), published=options.published, progress=not options.quiet and sys.stderr.isatty()
    )


def _source(options: argparse.Namespace, stage: str) -> Source:
    if not options.articles:
        _refuse(stage, "which articles? Name files, folders or patterns, or - for standard input")
    if "-" in options.articles:
        if len(options.articles) > 1:
            _refuse(stage, "- reads standard input, and stands alone")
        return _standard_input()
    named: list[str] = options.articles
    return named[0] if len(named) == 1 else named


def _standard_input() -> pl.DataFrame:
    """What another `timeline ... --format ndjson` printed, one article a line; or else the plain text of one article."""
    from timeline.listing import articles_from

    return articles_from(sys.stdin.buffer.read())


def _print(frame: pl.DataFrame, options: argparse.Namespace, shown: tuple[str, ...]) -> None:
    from timeline.listing import printed

    text = printed(frame, options.format, shown, shutil.get_terminal_size((120, 24)).columns)
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    sys.stdout.flush()


def _note(options: argparse.Namespace, articles: pl.DataFrame, dates: pl.DataFrame | None = None) -> None:
    from timeline.problems import collect_problems

    if options.quiet:
        return
    problems = collect_problems(articles, dates)
    print(f"{articles.height:,} articles, {problems.height:,} problems", file=sys.stderr)
    _list_problems(problems)


def _refuse(stage: str, message: str) -> NoReturn:
    _parser(stage).error(message)
