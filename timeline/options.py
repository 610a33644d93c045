"""The options of the command as data, and the options that a file `timeline.toml` repeats.

`FLAGS` holds their names, help, kinds and stages. The parser, `--help` and the keys of `timeline.toml` are made
from it.
"""

from __future__ import annotations

import argparse
import difflib
import tomllib
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn

from timeline.text import harmless

BUILD, ARTICLES, DATES, EVENTS, SUMMARY, CHECK = "", "articles", "dates", "events", "summary", "check"
STAGES = (BUILD, ARTICLES, DATES, EVENTS, SUMMARY, CHECK)


class Flag(NamedTuple):
    """An option: a switch, or one that takes a text, a number, a choice, a path, or several paths when repeated."""

    name: str
    help: str
    stages: tuple[str, ...] = STAGES
    kind: Literal["choice", "number", "path", "paths", "switch", "text"] = "text"
    metavar: str | None = None
    short: str | None = None
    default: str | None = None
    choices: tuple[str, ...] | None = None
    lasting: bool = True  # whether it may stand in timeline.toml

    @property
    def key(self) -> str:
        """What the parsed options call it."""
        return self.name.replace("-", "_")


# How articles are read: every stage takes these, and `cli` hands them on to `read_articles` under the same names.
READING = (
    Flag("published", "the day all of them were published (YYYY-MM-DD); wins over the text", metavar="DATE"),
    Flag(
        "corrections", "a CSV of what people corrected, applied again; days of publication in it count at every stage",
        kind="path", metavar="FILE",
    ),
    Flag("text-column", "the column of a table that holds the text (default: text)", metavar="NAME"),
    Flag("date-column", "the column of a table that holds the day of publication (default: published)", metavar="NAME"),
    Flag("file-dates", "take the day a file was last changed where nothing else tells", kind="switch"),
    Flag(
        "today", "refuse days of publication after this one (YYYY-MM-DD; default: the day that the clock shows)",
        metavar="DATE",
    ),
)  # fmt: skip
FLAGS = (
    Flag(
        "output", "write the timeline to FILE; repeat it for several; known suffixes: {suffixes}",
        (BUILD,), "paths", "FILE", short="o",
    ),
    Flag(
        "force", "write even over a file that is one of the articles", (BUILD,), kind="switch", lasting=False,
    ),
    *READING,
    Flag("about", 'only articles about a topic, such as "syria russia"', (BUILD, SUMMARY, CHECK), metavar="TOPIC"),
    Flag(
        "nlp", "an installed spaCy pipeline that corrects the rules (default: none)",
        (BUILD, EVENTS, SUMMARY, CHECK), metavar="PIPELINE",
    ),
    Flag("top", "only the N events that matter most (of a check: default 20)", (BUILD, CHECK), "number", "N"),
    Flag(
        "since", "what is new, gone, redated, retitled or better supported since FILE, an earlier build "
        "(.parquet, .csv, .ndjson)", (BUILD,), "path", "FILE",
    ),
    Flag("days", "the days that matter most (default: 20)", (SUMMARY,), "number", "N"),
    Flag("sentences", "the most that are told of a day (default: 2)", (SUMMARY,), "number", "N"),
    Flag("start", "the first day that may be told (YYYY-MM-DD)", (SUMMARY,), metavar="DATE"),
    Flag("end", "the last day that may be told (YYYY-MM-DD)", (SUMMARY,), metavar="DATE"),
    Flag("title", "the heading of the page (default: the commonest names and the months)", (BUILD,), metavar="TITLE"),
    Flag(
        "lane", "the lanes of the page (default: place)",
        (BUILD,), "choice", default="place", choices=("place", "actor", "source", "none"),
    ),
    Flag(
        "explain", "show every step by which PHRASE is read: wherever it stands in ARTICLES, or alone, without any",
        (DATES,), metavar="PHRASE", lasting=False,
    ),
    Flag(
        "on", "the day on which a PHRASE without ARTICLES was written (YYYY-MM-DD)",
        (DATES,), metavar="DATE", lasting=False,
    ),
    Flag("format", "how to print (default: table)", kind="choice", default="table", choices=("table", "csv", "ndjson")),
    Flag("quiet", "no progress, no summary, no list of problems", kind="switch", short="q"),
)  # fmt: skip

ABOUT = {
    BUILD: """\
Build a timeline from articles: files, folders, patterns such as "news/**/*.txt", or - for standard input.

Without -o the events are printed. With -o they are written too; the suffix chooses the format, and -o may be
given several times. Every date in the result says how it was found.""",
    ARTICLES: """\
List the articles: when each was published and how that is known. What could not be read is listed below them.""",
    DATES: """\
List every date in the articles: what was said, what it means, and why. Dates without a place on the calendar
("for weeks", "recently") are listed too, without a day.""",
    EVENTS: """\
List every event as one article tells it, before those told more than once are merged.""",
    CHECK: """\
List the events to verify first, by weight x doubt, each with the one question to ask.""",
    SUMMARY: """\
Tell the days that matter most, each in the sentences of the articles that carry it: a pile on a page.""",
}
MORE = {
    BUILD: """\
stages (each takes the same ARTICLES, and --help):
  timeline articles ARTICLES    what was read, and when each article was published, and why that day
  timeline dates ARTICLES       every date, with how it was resolved
  timeline events ARTICLES      every event as one article tells it, before those told twice are merged
  timeline summary ARTICLES     the days that matter most, each in the sentences that carry it
  timeline check ARTICLES       the events to verify first, each with the one question to ask

examples:
  timeline data/articles -o timeline.html                an interactive page that works offline
  timeline data/articles -o line.html -o line.csv        the page, and a table of the same events
  timeline news/*.txt --top 20 -o box.md                 the twenty events that matter most, for an article's box
  timeline letter.txt --published 1915-07-04             the day a text was written, where it does not say so itself
  timeline news --corrections fixed.csv -o line.html     with what people corrected before
  timeline articles news --format ndjson | jq -c 'select(.place == "Vienna")' | timeline - -o vienna.html

Options that stay the same may stand in a file timeline.toml in the working folder, as in
  articles = "news"
  output = ["timeline.html", "timeline.csv"]
  corrections = "fixed.csv"
What is given on the command line wins over it.

A folder that is called like a stage is written ./dates. Exit status: 0 when done, even where some articles had
problems (they are listed); 1 when nothing could be read or a file could not be written; 2 for a wrong option.
""",
    ARTICLES: """\
examples:
  timeline articles data/articles                                  what was read, and why that day
  timeline articles news --format csv >days.csv                    to look days up in a spreadsheet
  timeline articles news --format ndjson | jq -r 'select(.published == null) | .source'
""",
    DATES: """\
examples:
  timeline dates data/articles                                     every date, with its reason
  timeline dates --explain "last Friday" --on 2015-11-16           how one phrase is read
  timeline dates data/articles --explain "September 30"            how it is read where the articles say it
  echo "It rained yesterday." | timeline dates - --published 2014-05-04
  timeline dates news --format ndjson | jq -r 'select(.start == null) | .text' | sort | uniq -c
""",
    EVENTS: """\
examples:
  timeline events data/articles                                    every event, an article at a time
  timeline events news --format csv >events.csv                    the same for a spreadsheet
  timeline events news --format ndjson | jq -c 'select(.modality == "planned") | [.start, .title]'
""",
    CHECK: """\
examples:
  timeline check data/articles --top 10                            the ten to ring somebody about
  timeline check news --corrections fixed.csv                      without those that a correction calls checked
  timeline check news --format csv >checks.csv                     every doubt of each, for a spreadsheet
""",
    SUMMARY: """\
examples:
  timeline summary data/articles --days 10 --sentences 1           ten days, a sentence each
  timeline summary news --start 2014-01-01 --end 2014-12-31        only what lies in one year
  timeline summary news --format csv >days.csv                     the same for a spreadsheet
""",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(harmless(message))


def parser(stage: str) -> argparse.ArgumentParser:
    """The parser of one stage, `BUILD` for the command itself; options that were not given are None.

    >>> parser(DATES).parse_args(["news", "--explain", "last Friday"]).explain
    'last Friday'
    """
    prog = f"timeline {stage}".strip()
    made = _Parser(
        prog=prog,
        usage=f"{prog} [OPTIONS] ARTICLES...",
        description=ABOUT[stage],
        epilog=MORE[stage],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument(
        "articles", nargs="*", metavar="ARTICLES", help="files, folders, patterns; - reads standard input"
    )
    for flag in FLAGS:
        if stage in flag.stages:
            _add(made, flag)
    made.add_argument(
        "--config", metavar="FILE", help="options that stay the same (default: timeline.toml, where there is one)"
    )
    if stage == BUILD:
        made.add_argument("--version", action="version", version=_version(), help="say which version this is, and stop")
    return made


def refuse(stage: str, message: str) -> NoReturn:
    """Say what is wrong with the options and where to read about them, and stop with status 2."""
    parser(stage).error(message)


def _add(made: argparse.ArgumentParser, flag: Flag) -> None:
    names = [*([f"-{flag.short}"] if flag.short else []), f"--{flag.name}"]
    text = flag.help.format(suffixes=_suffixes()) if "{suffixes}" in flag.help else flag.help
    if flag.kind == "switch":
        made.add_argument(*names, action=argparse.BooleanOptionalAction, help=text)
    elif flag.kind == "paths":
        made.add_argument(*names, action="append", metavar=flag.metavar, help=text)
    else:
        kind = _number if flag.kind == "number" else _day if flag.metavar == "DATE" else str
        made.add_argument(*names, type=kind, choices=flag.choices, metavar=flag.metavar, help=text)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None


def _day(text: str) -> str:
    from timeline.languages import read_day

    try:
        read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def instead_of(unknown: str) -> str:
    """What somebody may have meant who wrote an option or a stage that does not exist; "" where nothing is like it.

    >>> instead_of("--publishd"), instead_of("explain"), instead_of("event"), instead_of("--colour")
    ('did you mean --published?', 'did you mean timeline dates --explain PHRASE?', 'did you mean timeline events?', '')
    """
    word = unknown.partition("=")[0].lstrip("-")
    named = {flag.name: flag for flag in FLAGS}
    if word in ("o", "output") and unknown.startswith("-"):
        return "-o writes a whole timeline; print with --format csv >FILE.csv"
    if word in named:
        flag = named[word]
        return f"did you mean {f'timeline {flag.stages[0]}'.strip()} --{flag.name} {flag.metavar or ''}".rstrip() + "?"
    near = get_close_matches(word, named if unknown.startswith("-") else [stage for stage in STAGES if stage], 1)
    return f"did you mean {'--' if unknown.startswith('-') else 'timeline '}{near[0]}?" if near else ""


def _suffixes() -> str:
    from timeline.export import FORMATS

    return " ".join(sorted(FORMATS))


def _version() -> str:
    from importlib.metadata import version

    return f"timeline {version('timeline-notebook')}"


NAME = "timeline.toml"
RECIPE_ARTICLES = Flag("articles", "what to read", kind="paths")
KEYS = {flag.name: flag for flag in (RECIPE_ARTICLES, *FLAGS) if flag.lasting}


def with_recipe(given: argparse.Namespace) -> argparse.Namespace:
    """The options given, completed by the file that `--config` names, or else by `timeline.toml` in the working folder.

    `config` of the result names the file that was used, or is None. Paths in the file are relative to its folder. One
    that nobody named writes only below its folder and reads nothing from the network. Raises `FileNotFoundError` where
    the file named does not exist, and `ValueError`, naming the file and the key, for a file that is no TOML, an unknown
    key, a value of another kind, or a path that the file may not name.
    """
    used = given.config or (NAME if Path(NAME).is_file() else None)
    written = read_recipe(Path(used)) if used else {}
    options = {flag.key: written.get(flag.key, flag.default) for flag in KEYS.values()}
    options |= {name: value for name, value in vars(given).items() if value not in (None, []) or name not in options}
    if not given.config:
        _check_found(written, options)
    return argparse.Namespace(**options | {"config": used})


def _check_found(written: dict[str, Any], options: dict[str, Any]) -> None:
    """Raise ValueError where a file that nobody named would write elsewhere or reach the network.

    Such a file may have come with a folder from somebody else. What the command line gives wins before it is checked.
    """
    by_name = f"--config {NAME} takes it as it is"
    for path in written.get("output", ()) if options["output"] is written.get("output") else ():
        if not Path(path).resolve().is_relative_to(Path.cwd().resolve()):
            raise ValueError(f"{NAME}: the output {path} lies outside its folder; {by_name}")
    for key in ("articles", "corrections", "since"):
        given = written.get(key) if options[key] is written.get(key) else None
        for path in [given] if isinstance(given, str) else given or ():
            if "://" in path:
                raise ValueError(f"{NAME}: {key}, {path}: this is not on this disk; {by_name}")


def read_recipe(path: Path) -> dict[str, Any]:
    """The options in one file, as the command would have them."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise FileNotFoundError(f"{path}: there is no such file of options") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not TOML: {error}") from None
    found = {}
    for name, value in table.items():
        flag = KEYS.get(name)
        if flag is None:
            near = difflib.get_close_matches(name, KEYS, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(KEYS)}"
            raise ValueError(f"{path}: no option is called {name!r}; {hint}")
        found[flag.key] = _checked(flag, value, path)
    return found


def _checked(flag: Flag, value: object, path: Path) -> Any:
    if flag.kind == "switch" and isinstance(value, bool):
        return value
    if flag.kind == "number" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if flag.kind == "choice" and value in (flag.choices or ()):
        return value
    if flag.kind == "text" and isinstance(value, str | date) and not isinstance(value, datetime):
        return str(value)
    if flag.kind == "path" and isinstance(value, str):
        return _beside(path, value)
    if flag.kind == "paths":
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and all(isinstance(item, str) for item in values):
            return [_beside(path, item) for item in values]
    raise ValueError(f"{path}: {flag.name!r} must be {_wanted(flag)}, not {_toml(value)}")


def _beside(path: Path, value: str) -> str:
    return value if value == "-" or str(path.parent) == "." else str(path.parent / value)


def _wanted(flag: Flag) -> str:
    wanted = {
        "switch": "true or false",
        "number": "a whole number",
        "text": "a text in quotes",
        "path": "a path in quotes",
        "paths": "a path in quotes, or a list of paths",
    }
    return wanted.get(flag.kind) or "one of " + ", ".join(f'"{choice}"' for choice in flag.choices or ())


def _toml(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)
