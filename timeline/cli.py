"""The command: `timeline ARTICLES... -o timeline.html`, and a subcommand for every stage on the way."""

from __future__ import annotations

import argparse
import difflib
import glob
import os
import shutil
import sys
import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from timeline.options import (
    ARTICLES,
    BUILD,
    CHECK,
    DATES,
    EVENTS,
    READING,
    SUMMARY,
    instead_of,
    parser,
    refuse,
    with_recipe,
)
from timeline.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import polars as pl

    from timeline.articles import Source
    from timeline.timeline import Timeline

DRAWN = (".html", ".pdf", ".png", ".svg")
PROBLEMS_SHOWN = 12
EVENTS_SHOWN = 25
CHECKS_SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (default: those of the process) and give its exit status."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        _say("timeline: stopped; no file is left half written", sys.stderr)
        return 130


def _run(given: list[str]) -> int:
    stage = given[0] if given and given[0] in COMMANDS else BUILD
    asked, unknown = parser(stage).parse_known_args(given[1:] if stage else given)
    if unknown:
        option = next((word for word in unknown if word.startswith("-")), unknown[0])
        refuse(stage, " ".join(filter(None, (f"there is no option {option} here;", instead_of(option)))).rstrip(";"))
    try:
        options = with_recipe(asked)
        if options.config and not asked.quiet:  # no file hides itself
            _say(f"options from {options.config}", sys.stderr)
        return COMMANDS[stage](options)
    except (OSError, ValueError, ImportError) as error:
        return _complain(error)
    except Exception as error:
        from polars.exceptions import PolarsError  # not before: `--help` needs no Polars

        if isinstance(error, PolarsError):
            return _complain(error)
        raise


def _complain(error: Exception) -> int:
    _say(f"timeline: {error}", sys.stderr)
    return 1


def _say(text: str, stream: TextIO, lossy: bool = True) -> None:
    """Write lines to a stream whose reader may have left, and whose encoding may lack a sign.

    Raises `ValueError` for such a sign where nothing may be lost.
    """
    if stream is sys.stderr:  # what is printed for eyes alone; names and reasons may hold anything
        text = harmless(text)
    try:
        stream.write(_encodable(text if text.endswith("\n") or not text else f"{text}\n", stream, lossy))
        stream.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`): that is no error, what follows goes nowhere, and Python does not
        # complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _encodable(text: str, stream: TextIO, lossy: bool) -> str:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding, stream.errors or "strict")
    except UnicodeEncodeError as error:
        if not lossy:
            raise ValueError(
                f"the output is in {encoding}, which has no “{text[error.start]}”; set PYTHONUTF8=1 to write UTF-8"
            ) from None
        return text.encode(encoding, "replace").decode(encoding)
    return text


def _build(options: argparse.Namespace) -> int:
    from timeline.export import demand_folder, format_of
    from timeline.export.tables import read_events
    from timeline.pipeline import build_timeline

    if options.top is not None and options.top < 1:
        refuse(BUILD, f"--top needs a number of events above 0, not {options.top}")
    for path in options.output or ():
        try:
            format_of(path)
        except ValueError as error:
            refuse(BUILD, str(error))
    if options.output and not any(Path(path).parent.is_dir() for path in options.output):
        demand_folder(options.output[0])  # before all the work, not after it
    source = _source(options, BUILD)
    if not options.force:
        _spare_files(source, options)
    earlier = read_events(options.since) if options.since else None  # before -o writes over it
    line = build_timeline(
        source,
        about=options.about,
        nlp=options.nlp,
        title=options.title,
        leave_out=options.output or (),
        progress=not options.quiet,
        **_reading(options),
    )
    shown = line.top(options.top) if options.top else line
    changes = None if earlier is None else line.changes(since=earlier)
    status = _save(shown, options)  # before anything is printed: whatever happens to the output, the files are there
    if changes is not None:
        if changes.is_empty():
            _say(f"nothing has changed since {options.since}", sys.stderr)
        _print(changes, options)
    elif not options.output:
        _print(shown.events, options)
    elif not options.quiet:
        _print(shown.top(EVENTS_SHOWN).events, options)
        if len(shown) > EVENTS_SHOWN:
            _say(f"(the {EVENTS_SHOWN} that matter most of {len(shown):,})", sys.stdout)
    if not options.quiet:
        _report(line)
    return status


def _spare_files(source: Source, options: argparse.Namespace) -> None:
    """Raise `ValueError` for an output that is one of the articles, or a file that the program did not make."""
    from timeline.articles.files import list_locations
    from timeline.articles.reader import read_location
    from timeline.export import is_made

    outputs = {os.path.realpath(path): path for path in options.output or () if Path(path).is_file()}
    if not outputs:
        return
    for location in list_locations(source):  # type: ignore[arg-type]  # the command names paths
        output = outputs.get(os.path.realpath(location.path))
        if output and any(
            draft.text for draft in read_location(location, options.text_column or "text", options.date_column)
        ):
            raise ValueError(f"{output}: this is one of the articles; --force writes over it")
    for output in outputs.values():
        if not is_made(output):
            raise ValueError(f"{output}: timeline did not make this file; --force writes over it")


def _save(line: Timeline, options: argparse.Namespace) -> int:
    status = 0
    for path in options.output or ():
        extra = {"lane": None if options.lane == "none" else options.lane} if str(path).lower().endswith(DRAWN) else {}
        try:
            written = line.save(path, **extra)
        except (OSError, ValueError, ImportError) as error:
            status = _complain(error)
            continue
        if not options.quiet:
            _say(f"wrote {written}", sys.stderr)
            if written.path.suffix == ".html":
                _say(f"  open it: {written.path.resolve().as_uri()}", sys.stderr)
    return status


def _report(line: Timeline) -> None:
    _say(line.summary, sys.stderr)
    _list_problems(line.problems)


def _list_problems(problems: pl.DataFrame) -> None:
    from timeline.text import plain

    for source, text, reason in problems.select("source", "text", "reason").head(PROBLEMS_SHOWN).iter_rows():
        about = f" “{plain(text)}”:" if text else ""
        _say(f"  {plain(source)}:{about} {plain(reason)}", sys.stderr)
    if problems.height > PROBLEMS_SHOWN:
        _say(f"  … and {problems.height - PROBLEMS_SHOWN:,} more (line.problems, or -o FILE.xlsx)", sys.stderr)


def _articles(options: argparse.Namespace) -> int:
    articles = _read(options, ARTICLES)
    _print(articles, options)
    _note(options, articles)
    return 0


def _dates(options: argparse.Namespace) -> int:
    from timeline.dates import find_dates

    if options.on and options.explain is None:
        refuse(DATES, "--on is the day on which a phrase was written: it goes with --explain PHRASE")
    if options.explain is not None and (options.on or not options.articles):
        return _explain(options)
    articles = _read(options, DATES)
    dates = find_dates(articles)
    if options.explain is not None:
        return _explain_in(options.explain, articles, dates)
    _print(
        dates.join(articles.select("article_id", "source"), on="article_id", how="left", maintain_order="left"),
        options,
    )
    _note(options, articles, dates)
    return 0


def _explain(options: argparse.Namespace) -> int:
    from timeline.show.explain import explain_phrase

    if options.articles and options.on:
        refuse(DATES, "--on is for a PHRASE alone: the ARTICLES have their own days (or --published)")
    _say(explain_phrase(options.explain, on=options.on), sys.stdout)
    return 0


def _explain_in(phrase: str, articles: pl.DataFrame, dates: pl.DataFrame) -> int:
    from timeline.show.explain import explain_mentions

    explained = explain_mentions(articles, dates, phrase)
    if not explained:
        raise ValueError(
            f"no date in these articles holds {phrase!r}; `timeline dates ARTICLES` lists those found, and "
            f"`timeline dates --explain {phrase!r} --on DAY` shows how it is read alone"
        )
    _say(explained, sys.stdout)
    return 0


def _events(options: argparse.Namespace) -> int:
    from timeline.dates import find_dates
    from timeline.events import extract_events

    articles = _read(options, EVENTS)
    dates = find_dates(articles)
    _print(extract_events(articles, dates, nlp=options.nlp), options)
    _note(options, articles, dates)
    return 0


def _summary(options: argparse.Namespace) -> int:
    from timeline.pipeline import build_timeline
    from timeline.summary import summarise

    line = build_timeline(
        _source(options, SUMMARY), about=options.about, nlp=options.nlp, progress=not options.quiet, **_reading(options)
    )
    asked = {name: getattr(options, name) for name in ("days", "sentences", "start", "end")}
    summary = summarise(line, **{name: value for name, value in asked.items() if value is not None})
    sources = line.articles.select("article_id", "source")
    if summary.is_empty() and not options.quiet and (options.start or options.end):
        period = " ".join(f"{word} {day}" for word, day in (("from", options.start), ("to", options.end)) if day)
        _say(f"no day {period} is told; the timeline holds {line.span or 'no day at all'}", sys.stderr)
    _print(summary.join(sources, on="article_id", how="left", maintain_order="left"), options)
    if not options.quiet:
        _report(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    from timeline.pipeline import build_timeline

    if options.top is not None and options.top < 1:
        refuse(CHECK, f"--top needs a number of events above 0, not {options.top}")
    line = build_timeline(
        _source(options, CHECK), about=options.about, nlp=options.nlp, progress=not options.quiet, **_reading(options)
    )
    checks = line.check_first(options.top or CHECKS_SHOWN)
    if checks.is_empty() and not options.quiet:
        _say("nothing to check: no event is in doubt", sys.stderr)
    _print(checks, options)
    if not options.quiet:
        _report(line)
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    BUILD: _build,
    ARTICLES: _articles,
    DATES: _dates,
    EVENTS: _events,
    SUMMARY: _summary,
    CHECK: _check,
}


def _read(options: argparse.Namespace, stage: str) -> pl.DataFrame:
    from timeline.articles import read_articles

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        articles = read_articles(_source(options, stage), progress=not options.quiet, **_reading(options))
    for warning in caught:
        _say(f"timeline: {warning.message}", sys.stderr)
    return articles


def _reading(options: argparse.Namespace) -> dict[str, Any]:
    """How the articles are read, under the names that `read_articles` and `build_timeline` give it.

    The command alone asks the clock for today, and its help says so: the library gets the day from its caller.
    """
    return {"today": date.today()} | {  # noqa: DTZ011 - today is where the reader sits
        flag.key: value for flag in READING if (value := getattr(options, flag.key)) is not None
    }


def _source(options: argparse.Namespace, stage: str) -> Source:
    if not options.articles:
        refuse(stage, "which articles? Name files, folders or patterns, or - for standard input")
    if "-" in options.articles:
        if len(options.articles) > 1:
            refuse(stage, "- reads standard input, and stands alone")
        return "-"
    named: list[str] = options.articles
    first = named[0]
    if not os.path.lexists(first) and "://" not in first:
        near = _beside(first)
        stage_meant = instead_of(first.lstrip("-")) if stage == BUILD and "/" not in first else ""
        meant = stage_meant or (f"did you mean {near}?" if near else "")
        if meant:
            raise FileNotFoundError(f"{first}: no such file or folder; {meant}")
    return named[0] if len(named) == 1 else named


def _beside(path: str) -> str:
    """The file or folder with nearly the name of one that is not there; empty where its folder holds none."""
    if glob.has_magic(path):
        return ""
    try:
        names = sorted(each.name for each in Path(path).parent.iterdir())
    except OSError:
        return ""
    near = difflib.get_close_matches(Path(path).name, names, 1, 0.75)
    return str(Path(path).with_name(near[0])) if near else ""


def _print(frame: pl.DataFrame, options: argparse.Namespace) -> None:
    from timeline.show.terminal import printed

    text = printed(frame, options.format, shutil.get_terminal_size((120, 24)).columns)
    _say(text, sys.stdout, lossy=options.format == "table")


def _note(options: argparse.Namespace, articles: pl.DataFrame, dates: pl.DataFrame | None = None) -> None:
    from timeline.problems import collect_problems
    from timeline.text import counted

    if options.quiet:
        return
    problems = collect_problems(articles, dates)
    counts = (counted(articles.height, "article"), counted(problems.height, "problem"))
    _say(", ".join(counts), sys.stderr)
    if dates is not None or options.format != "table":  # the table of articles tells them itself
        _list_problems(problems)
