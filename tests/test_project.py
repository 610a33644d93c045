"""The project's own promises: light imports, honest metadata, types that hold for a script of the user's."""

from __future__ import annotations

import ast
import graphlib
import inspect
import re
import subprocess
import sys
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import timeline
from timeline.options import READING

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "altair",
    "anywidget",
    "dateparser",
    "icalendar",
    "numpy",
    "sklearn",
    "tqdm",
    "trafilatura",
    "vl_convert",
    "xlsxwriter",
)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


def test_importing_is_light() -> None:
    code = f"import sys, timeline; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_names_are_in_order_and_there() -> None:
    assert timeline.__all__ == sorted(timeline.__all__)
    assert all(hasattr(timeline, name) and getattr(timeline, name).__doc__ for name in timeline.__all__)


def test_every_public_name_shows_an_example() -> None:
    documented = {name: getattr(timeline, name).__doc__ or "" for name in timeline.__all__}
    assert [name for name, docstring in documented.items() if ">>>" not in docstring] == []


def test_a_list_of_words_holds_a_word_once(root: Path) -> None:
    """Where a word stands twice, one who takes it out takes it out by half."""
    twice: dict[str, list[str]] = {}
    for path in sorted((root / "timeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]):
                    if more := [word for word, times in Counter(words.split()).items() if times > 1]:
                        twice[f"{path.name}:{node.lineno}"] = more
    assert twice == {}


def test_a_list_of_words_becomes_a_regex_in_one_place(root: Path) -> None:
    """`text.any_of` orders, escapes and groups the words; a bare join forgets one of the three."""
    joins = {
        f"{path.relative_to(root)}:{number}"
        for path in (root / "timeline").rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"""["']\|["']\.join""", line)
    }
    assert {line.partition(":")[0] for line in joins} == {"timeline/text.py"}, joins


def test_articles_are_read_alike_at_every_door() -> None:
    """Each function lists the options of reading, for editors complete what a signature says: the lists are held together."""
    reading = dict(inspect.signature(timeline.read_articles).parameters)
    building = inspect.signature(timeline.build_timeline).parameters
    assert [name for name in building if name in reading] == list(reading)
    for name, option in reading.items():
        if name != "progress":  # a timeline shows its bar unless `progress` forbids it
            assert (building[name].default, building[name].annotation) == (option.default, option.annotation), name
    assert {flag.key for flag in READING} == set(reading) - {"source", "progress"}


def test_no_module_has_a_name_that_says_nothing(root: Path) -> None:
    names = {path.stem for path in (root / "timeline").rglob("*.py")}
    assert not names & {"base", "common", "core", "helpers", "misc", "types", "utils"}


# Feedstocks whose package bears the same name on conda-forge as on PyPI (unlike, say, graphviz and python-graphviz).
SAME_ON_CONDA_FORGE = frozenset(
    """altair anywidget charset-normalizer dateparser feedparser icalendar ipykernel ipywidgets joblib jupyterlab nbconvert numpy
    polars pypdf scikit-learn scipy tqdm trafilatura xlsxwriter""".split()
)


# What the tree of the package may grow to; who adds a format or an export raises the first figure by as many, and says why.
# `dates.normalise` shows the text as a reader sees it and puts what is found there back: a format of texts. Five more are
# the columns of exports, word processors, books, chats and subtitles. `merge.verification` says what to check first,
# `merge.comparison` what is new since the last build. `export.sqlite` is an export.
# `languages.en.feasts` is one: the dates of other calendars. `charts.stretch` is the period that page, chart, stills and
# widget open on, `page.headline` the title a page gets from names and period, `page.citation` how it names what it quotes.
MOST_MODULES, MOST_ROOMS = 157, 24


def modules(root: Path) -> dict[str, Path]:
    names = {".".join(path.relative_to(root).with_suffix("").parts): path for path in (root / "timeline").rglob("*.py")}
    return {name.removesuffix(".__init__"): path for name, path in names.items()}


def imports(root: Path) -> dict[str, set[str]]:
    """What each module imports of the package: at its top, inside functions and for types."""
    known = modules(root)
    needs: dict[str, set[str]] = {name: set() for name in known}
    for name, path in known.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "timeline":
                inside = {f"{node.module}.{alias.name}" for alias in node.names}
                needs[name] |= {module if module in known else str(node.module) for module in inside} - {name}
            elif isinstance(node, ast.Import):
                needs[name] |= {alias.name for alias in node.names if alias.name in known} - {name}
    return needs


def room(module: str) -> str:
    """The first part of the path below the package."""
    return module.split(".")[1] if "." in module else "__init__"


# Names that say nothing to a reader of the field, or say it in words of our own.
NO_MODULE = frozenset(
    """
    actors amendments anchors archives attributions auxiliaries batches building calendars carriers cells centuries
    certainty charts chronology clocks clues clusters collection concepts content counts crawls cues datelines days
    distances doings doubts drafts dutch edges encodings extents extras facets feeds figures filenames flags foreign
    formats fragments frames french furniture generic german grid happenings headlines histories homographs italian
    kernels layers lengths likeness limits listing locales looks mails make_places maps markup meanings modality
    naming neighbours notices nouns omissions ordinals outlines pairs patches phrases pipelines places polish
    portuguese predicates printed published quality rates reach readers readings reasons recipes records redated
    resolve revisions rows runs russian salience sayings scales shapes shortening shown signs silence slides sources
    spanish speakers speech spellings stage stamps subjects summaries surroundings swedish tenses texts themes
    timelines tokens tongues turkish turns twice ukrainian verbs web when wrapping yardsticks
    """.split()
)


def test_modules_bear_the_names_of_the_field(root: Path) -> None:
    assert not {path.stem for path in (root / "timeline").rglob("*.py")} & NO_MODULE


# Word tables, and the rooms whose lines are tables beside code.
MAY_BE_LONG = ("timeline.languages.tables", "timeline.events")
LONGEST_LINE = 120


def test_no_line_is_too_long_for_a_review(root: Path) -> None:
    long = {
        f"{name}:{number}"
        for name, path in modules(root).items()
        if not name.startswith(MAY_BE_LONG)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    }
    assert long == set()


def test_the_house_keeps_its_size(root: Path) -> None:
    found = modules(root)
    assert len(found) <= MOST_MODULES
    assert len({room(module) for module in found}) <= MOST_ROOMS


def test_imports_point_one_way_between_modules_and_between_rooms(root: Path) -> None:
    needs = imports(root)
    list(graphlib.TopologicalSorter(needs).static_order())  # raises CycleError, which names the circle
    rooms: dict[str, set[str]] = {}
    for module, others in needs.items():
        rooms.setdefault(room(module), set()).update({room(other) for other in others} - {room(module)})
    order = list(graphlib.TopologicalSorter(rooms).static_order())
    assert set(order) == {room(module) for module in modules(root)}
    floors = [order.index(name) for name in ("calendar", "languages", "articles", "events", "merge", "timeline", "cli")]
    assert floors == sorted(floors)


def test_conda_users_get_what_pyproject_asks_for(root: Path, project: dict[str, Any]) -> None:
    environment = yaml.safe_load((root / "environment.yml").read_text("utf-8"))
    assert set(environment) == {"name", "channels", "dependencies"}
    assert environment["channels"] == ["conda-forge"]
    python, installer, *named, pip = environment["dependencies"]
    assert (python, installer) == (f"python{project['project']['requires-python']}", "pip")
    assert pip == {"pip": ["-e .[lab]"]}
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["lab"]]
    assert set(named) <= set(wanted), "a range differs from the one in pyproject.toml"
    assert {re.split(r"[<>=]", name)[0] for name in named} <= SAME_ON_CONDA_FORGE
    assert named == sorted(named)


def test_every_extra_is_in_all(project: dict[str, Any]) -> None:
    extras = project["project"]["optional-dependencies"]
    (everything,) = extras["all"]
    named = set(re.search(r"\[(.*)\]", everything).group(1).split(","))  # type: ignore[union-attr]  # it would fail, and should
    assert named == set(extras) - {"all", "fuzz", "test"}


def test_every_exception_of_the_linter_has_its_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text("utf-8")
    ignored = text[text.index("ignore = [") : text.index("[tool.mypy]")]
    for line in ignored.splitlines():
        if re.match(r'\s+"[A-Z]+\d*",', line):
            assert re.search(r"#\s*\S+", line), line
    for path in sorted((root / "timeline").rglob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if "# noqa" in line:
                assert re.search(r"# noqa: [A-Z0-9, ]+ {1,2}\S+", line), f"{path.name}:{number} gives no reason"


SCRIPT = """
from datetime import date
from pathlib import Path

import polars as pl

import timeline as tl

articles: pl.DataFrame = tl.read_articles(Path("data"), published=date(2015, 11, 16))
dates: pl.DataFrame = tl.find_dates(articles)
events: pl.DataFrame = tl.extract_events(articles, dates)
merged: pl.DataFrame = tl.merge_events(events)
line: tl.Timeline = tl.build_timeline(["a.txt", Path("b.txt")], published="2015-11-16", progress=False)
frames: list[pl.DataFrame] = [line.events, line.evidence, line.dates, line.articles, line.problems, line.undated, line.tellings]
top: tl.Timeline = line.top(3)
number: int = len(line)
page: str = line.page(lane="actor")
where: Path = line.save("timeline.html").path
chart = line.chart(lane=None).properties(width=300)
chosen: pl.DataFrame = line.widget().selected
shown: str = str(tl.explain(articles, dates)) + tl.explain(articles, dates).html
table: str = repr(tl.show(line.events, rows=5)) + repr(line.view(lane="source"))
made: pl.DataFrame = line.edit(who="AB").corrections
mended: tl.Timeline = line.amend(made).correct("pin", "e1")
summary: pl.DataFrame = tl.summarise(line, days=5)
back: pl.DataFrame = tl.read_events("timeline.csv")
column: pl.DataFrame = tl.resolve_dates(pl.DataFrame({"when": ["yesterday"]}), "when", on=date(2015, 11, 16))
one = tl.resolve_date("yesterday", on="2015-11-16")
if one is not None:
    value: str = one.value
"""


def test_a_script_with_every_public_name_has_types(tmp_path: Path, root: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    assert not [name for name in timeline.__all__ if f"tl.{name}" not in SCRIPT]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", str(root / "pyproject.toml"), str(script)],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    complaints = [row for row in done.stdout.splitlines() if "script.py" in row]
    assert complaints == [], done.stdout
