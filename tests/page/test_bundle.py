"""The scripts of the page: modules that say what they need, one bundle that is as new as they are, no constant told twice."""

# ruff: noqa: F811 - pytest finds a fixture by the name it was imported under

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from tests import tunnel
from tests.conftest import REQUIRED
from tests.page.bundle import BUNDLE, ESBUILD, bundled, header, sources
from tests.page.pages import opened  # noqa: F401
from timeline import charts
from timeline.charts.glyphs import STYLE
from timeline.charts.layout import packed
from timeline.charts.marks import KINDS, LOOKS, SIZES, marks, variables
from timeline.charts.stretch import whole
from timeline.page.spec import detail

if TYPE_CHECKING:
    from tests.page.pages import Opener

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:const|function\*?) (?:\[([^\]]*)\]|([\w$]+))", re.MULTILINE)
MODULES = {path.name: path.read_text("utf-8") for path in sources()}


def named(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",") if name.strip()}


def exported(module: str) -> set[str]:
    return {name for several, one in EXPORT.findall(MODULES[module]) for name in named(several or one)}


def imported(module: str) -> dict[str, set[str]]:
    return {source: named(listed) for listed, source in IMPORT.findall(MODULES[module])}


def everything(spec: Any) -> list[Any]:
    """Every value of a specification, however deep."""
    inside = spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else []
    return [spec, *(value for one in inside for value in everything(one))]


def test_the_bundle_is_as_new_as_its_modules() -> None:
    assert BUNDLE.read_text("utf-8").splitlines()[0] == header(), "the bundle is stale: make assets"


@pytest.mark.skipif(
    not ESBUILD.exists() and not REQUIRED, reason="esbuild is not here: .venv/bin/npm ci --prefix tests/benchmarks"
)
def test_the_bundle_is_what_esbuild_makes_of_the_modules() -> None:
    assert BUNDLE.read_text("utf-8") == bundled(), "the bundle is stale: make assets"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_needs_and_what_it_gives(module: str) -> None:
    text = MODULES[module]
    assert len(IMPORT.findall(text)) == len(re.findall(r"^import\b", text, re.MULTILINE)), "an import of another form"
    body = IMPORT.sub("", text).replace("...", " ")
    for source, names in imported(module).items():
        assert names <= exported(source), f"{source} does not export them"
        assert {name for name in names if not re.search(rf"(?<![\w$.]){re.escape(name)}(?![\w$])", body)} == set()
    wanted = {
        name for other in MODULES for source, names in imported(other).items() if source == module for name in names
    }
    assert exported(module) - wanted == set(), "exported, and nobody imports it"
    assert (module == "main.js") == (not exported(module))


def test_every_module_is_reached_and_none_in_a_circle() -> None:
    walked: list[str] = []

    def walk(module: str, above: tuple[str, ...] = ()) -> None:
        assert module not in above, f"a circle: {' -> '.join([*above, module])}"
        if module not in walked:
            for source in imported(module):
                walk(source, (*above, module))
            walked.append(module)

    walk("main.js")
    assert set(walked) == set(MODULES)


def test_no_script_repeats_a_constant_that_python_gives() -> None:
    """The names of the table of sizes occur in the scripts as fields of `page.sizes` alone; no list of names is spelt out."""
    for module, text in MODULES.items():
        for name in SIZES._fields:
            spelt = name.replace("_", "_?")  # as a constant, or in one word
            assert not re.search(rf"(?<!\.)\b{spelt}\s*[=:]\s*[\d\[]", text, re.IGNORECASE), f"{module}: {name}"
        for list_of_names in (KINDS, tuple(LOOKS)[:3], ("January", "February"), ("planned", "disputed", "inferred")):
            spelt = r"\W+".join(list_of_names)
            assert not re.search(spelt, text), f"{module}: {spelt}"
    used = {name for text in MODULES.values() for name in re.findall(r"\bsizes\.(\w+)", text)}
    assert used <= set(SIZES._fields)
    # What the scripts do not read, the page's pictures or the stills draw with.
    assert set(SIZES._fields) - used == {"text", "halo", "lead"}


def test_page_and_still_draw_a_mark_by_the_same_expressions() -> None:
    pictures = [detail(), charts.chart(tunnel.tunnel(15)).to_dict()]
    for name, expression in STYLE.items():
        values = [value for picture in pictures for value in everything(picture) if isinstance(value, dict)]
        found = [value[name] for value in values if isinstance(value.get(name), dict)]
        drawn = [how.get("signal") or how.get("expr") for how in found if how.keys() & {"signal", "expr"}]
        assert drawn == [expression, expression], name


@pytest.mark.browser
@pytest.mark.parametrize("tellings", [1, 8])
def test_a_mark_is_as_large_on_the_page_as_in_a_still(opened: Opener, tellings: int) -> None:
    dated = [{}, {"edtf": "a/b"}, {"grain": "month"}, {"edtf": "a~"}, {"edtf": "a/b", "open": "after"}]
    rows = [
        tunnel.event(at, 20000 + 9000 * at, 20001 + 9000 * at, "Talks", wordings=tellings, **told)
        for at, told in enumerate(dated)
    ]
    events = pl.DataFrame(rows, schema=tunnel.SCHEMA)
    tab = opened(events, lane=None)
    script = "(nodes) => nodes.map((node) => node.getBBox()).map(({x, width, height}) => [x, width, height])"
    shown = sorted(tab.locator("#detail-view g.marks_marks path").evaluate_all(script))
    wide = tab.locator("#detail-view").bounding_box()["width"]  # type: ignore[index]
    frame = marks(events, None)
    placed, _ = packed(frame, [""], *whole(frame), wide)
    assert [height for _, _, height in shown] == pytest.approx(placed["h"].to_list(), abs=0.1)
    reach = (placed["left"] + placed["right"]).to_list()
    assert [width for _, width, _ in shown] == pytest.approx(reach, abs=1), "a day is far less than a pixel"


def test_the_key_of_the_page_is_as_opaque_as_the_marks() -> None:
    assert f"--fill-period: {LOOKS['period'].fill:.0%};" in variables()
    for name in ("inferred", "period", "imprecise", "approximate"):
        assert f"var(--fill-{name})" in (BUNDLE.parent / "page.css").read_text("utf-8")
