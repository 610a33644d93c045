"""How an event looks: the columns that are drawn, and the one table of sizes, looks, colours and letters.

Everyone who draws reads this table: the still pictures, the pictures of the page, its scripts and its style sheet.
"""

from __future__ import annotations

from typing import NamedTuple, TypedDict

import polars as pl

from timeline.calendar.display import DAY, when
from timeline.text import NONCHARACTERS

# A day or time; a period with both ends given; some time within a month, season or year; about then.
KINDS = ("exact", "period", "imprecise", "approximate")
FLAGS = ("planned", "disputed", "inferred", "denied")
OPENS = ("", "after", "before")
COARSE = {"century", "decade", "year", "half", "quarter", "season", "month", "week"}


class Sizes(NamedTuple):
    """Sizes in pixels that the still picture and the page share."""

    row: float = 26
    lane_pad: float = 7  # above and below the rows of a lane
    lane_name: float = 150  # the longest name of a lane
    gap: float = 10  # between two boxes of one row
    label_gap: float = 6  # between a mark and its label
    badge: float = 3  # more of it beside the ring of a disputed event
    edge: float = 4  # between a label and the right edge of the picture
    fade: float = 44  # how far an open end fades away
    lowest: float = 9  # the height of a mark with one telling
    growth: float = 3  # more of it each time the tellings double
    highest: float = 18
    inside: float = 20  # the height of a mark that holds its label
    inset: float = 10  # between the left end of a mark and the label inside it
    slack: float = 26  # a mark that holds its label is wider than the label by at least this
    labels: tuple[float, ...] = (460, 280, 150)  # the widths that a label is cut to, one after the other
    shortest: float = 72  # a label that would be cut to less is left out
    text: float = 13
    lead: float = 14.5  # the letters of an event that stands out
    halo: float = 3.5  # around the letters of a label


SIZES = Sizes()
LEADS = 7  # so many events stand out: in bold, with their date


class Look(NamedTuple):
    """How one look is named in the key, and how its body is drawn."""

    words: str
    fill: float = 1  # the opacity of the body
    inside: float = 1  # the opacity of a body that holds its label
    wide: float = 1  # the least width, in heights of the mark


LOOKS = {
    "exact": Look("Exact day or time", fill=1, inside=0.45),
    "inferred": Look("Inferred day", fill=0.3, inside=0.2),
    "period": Look("Period", fill=0.4, inside=0.4, wide=1.35),
    "imprecise": Look("Some time in a month, season or year", fill=0.1, inside=0.1, wide=1.8),
    "approximate": Look("About then", fill=0.5, inside=0.5, wide=2),
    "planned": Look("Planned", fill=0.06, inside=0.06),
    "denied": Look("Denied", fill=0.06, inside=0.06),
    "disputed": Look("Disputed"),
}


class Colors(TypedDict):
    """The colours of a theme: paper and ink, lines, one hue a lane, and one for the lanes that gather leftovers."""

    paper: str
    band: str
    ink: str
    muted: str
    line: str
    strong: str
    lanes: list[str]
    other: str
    heat: list[str]


# Five families of hue; lightness and strength were searched so that any two stay apart with all cones, without the red
# or the green ones and in grey, and each keeps 4.5:1 as text on both papers (tests/charts/test_colors.py).
LIGHT: Colors = {
    "paper": "#ffffff", "band": "#f6f5f1", "ink": "#1c1b19", "muted": "#5d5a54", "line": "#dedbd3", "strong": "#b9b5aa",
    "lanes": ["#006290", "#8c644f", "#3a2a5e", "#564600", "#142607"],
    "other": "#62605b",
    "heat": ["#a8c8e8", "#6fa0d3", "#3a70ad", "#1c4a83"],
}  # fmt: skip
DARK: Colors = {
    "paper": "#16181c", "band": "#1d2025", "ink": "#edece8", "muted": "#a8a7a2", "line": "#33363c", "strong": "#5a5e66",
    "lanes": ["#9fd7f2", "#c7865a", "#c9edcc", "#cf93f2", "#d3bb45"],
    "other": "#b1afa9",
    "heat": ["#2f4f73", "#3f6d9c", "#5d94cf", "#a9cff7"],
}  # fmt: skip
COVERED, OWN_LANES = 0.5, 0.3  # the shares of the events that a lane covers, and that have a lane of their own
NO_LANE = {"place": "No place told", "actor": "Nobody named", "source": "No source told"}


def marks(events: pl.DataFrame, lane: str | None = "place") -> pl.DataFrame:
    """One row an event, as it is to be drawn; rows keep their order.

    `event_id` str, `title` str, `x` and `x2` Float64 (milliseconds since 1970 in UTC, half-open), `kind` str (one of
    `KINDS`), `planned` and `disputed` bool, `open` str, `tellings` Int64, `score` Float64, `when` str (the readable
    date), `lane` str, `inferred` and `denied` bool. Rows without a date are left out.

    `lane` is "place", "actor", "source", any column of the frame, or None for a single lane. Raises ValueError on
    another name.

    >>> frame = pl.DataFrame({"event_id": ["e1"], "start_day": [16709], "end_day": [16710], "title": ["Talks"]})
    >>> marks(frame, lane=None).select("x", "kind", "when").row(0)
    (1443657600000.0, 'exact', '1 October 2015')
    """
    frame = with_columns(events)
    label = lanes(frame, lane)
    frame = frame.with_columns(legible(pl.lit(label)).alias("lane")).filter(pl.col("x").is_not_null())
    if frame.is_empty():
        return frame.with_columns(pl.lit("").alias("when")).select(SHOWN)
    spans = frame.select("x", "x2", "grain", pl.col("kind") == "approximate", "open").rows()
    shown = pl.Series("when", [when(*span) for span in spans], dtype=pl.String)
    return frame.with_columns(shown).select(SHOWN)


CONTROL = f"[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029{NONCHARACTERS}]"
SHOWN = [
    "event_id", "title", "x", "x2", "kind", "planned", "disputed", "open", "tellings", "score", "when", "lane",
    "inferred", "denied",
]  # fmt: skip


def legible(text: pl.Expr) -> pl.Expr:
    """Text without control signs and what is no character: a picture cannot hold them, and a renderer may crash."""
    return text.str.replace_all(CONTROL, " ")


def with_columns(events: pl.DataFrame) -> pl.DataFrame:
    """The events with the columns of `marks` that are computed row by row; a frame of the user's own may lack most."""
    optional: dict[str, pl.DataType | type[pl.DataType]] = {
        "title": pl.String, "grain": pl.String, "certainty": pl.String, "edtf": pl.String, "open": pl.String,
        "modality": pl.String, "place": pl.String, "start": pl.Datetime("us"), "end": pl.Datetime("us"),
        "start_day": pl.Int64, "end_day": pl.Int64, "wordings": pl.Int64, "score": pl.Float64,
        "conflicts": pl.List(pl.String), "actors": pl.List(pl.String), "evidence": pl.Null,
    }  # fmt: skip
    missing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in optional.items() if name not in events.columns]
    frame = events.with_columns(missing)
    if "event_id" not in frame.columns:
        frame = frame.with_row_index("event_id").with_columns(pl.format("e{}", "event_id").alias("event_id"))
    x = pl.coalesce(pl.col("start").cast(pl.Datetime("ms")).dt.epoch("ms"), pl.col("start_day") * DAY).cast(pl.Float64)
    x2 = pl.coalesce(pl.col("end").cast(pl.Datetime("ms")).dt.epoch("ms"), pl.col("end_day") * DAY).cast(pl.Float64)
    frame = frame.with_columns(x.alias("x"), x2.alias("x2"))
    frame = frame.with_columns(
        pl.max_horizontal("x2", "x").alias("x2"), legible(pl.col("title")).fill_null("(no title)").alias("title")
    )
    return frame.with_columns(
        _kind().alias("kind"),
        pl.col("modality").is_in(["planned", "conditional"]).fill_null(value=False).alias("planned"),
        (pl.col("modality") == "denied").fill_null(value=False).alias("denied"),
        # EDTF marks with "?" what was inferred: a day on the line, but not one that the text gives in full.
        ((pl.col("certainty") == "inferred") | pl.col("edtf").str.contains("[?%]"))
        .fill_null(value=False)
        .alias("inferred"),
        (pl.col("conflicts").list.len().fill_null(0) > 0).alias("disputed"),
        pl.col("wordings").fill_null(1).alias("tellings"),
        pl.col("score").fill_null(0.0).alias("score"),
    )


def _kind() -> pl.Expr:
    """Exact is a day or a time; imprecise is a coarse cell; approximate is what EDTF or the certainty marks so."""
    soft = pl.col("edtf").str.contains("[~%]") | (
        (pl.col("certainty") == "approximate") & ~pl.col("grain").is_in(sorted(COARSE))
    )
    one_day = (pl.col("x2") - pl.col("x")) <= DAY
    return (
        pl.when(soft.fill_null(value=False)).then(pl.lit("approximate"))
        .when(pl.col("edtf").str.contains("/", literal=True).fill_null(value=False)).then(pl.lit("period"))
        .when(pl.col("grain").is_in(sorted(COARSE)).fill_null(value=False)).then(pl.lit("imprecise"))
        .when(one_day).then(pl.lit("exact"))
        .otherwise(pl.lit("period"))
    )  # fmt: skip


def lanes(frame: pl.DataFrame, lane: str | None, most: int = 5) -> pl.Series:
    """The lane of each row: the `most` frequent values keep their own, the rest share "Other"."""
    if lane is None:
        return pl.Series("lane", [""] * frame.height, dtype=pl.String)
    values = lane_values(frame, lane).cast(pl.List(pl.String))
    counted = values.explode().drop_nulls().value_counts(sort=False)
    counted = counted.sort(["count", counted.columns[0]], descending=[True, False])
    kept = counted.get_column(counted.columns[0]).to_list()
    if len(kept) > most:
        kept = kept[:most]
    rank = {name: number for number, name in enumerate(kept)}
    other, nothing = leftovers(lane)
    named = []
    for row in values.to_list():
        present = [name for name in row or [] if name is not None]
        ranked = [name for name in present if name in rank]
        named.append(ranked[0] if ranked else other if present else nothing)
    return pl.Series("lane", named, dtype=pl.String)


def covering(frame: pl.DataFrame) -> str | None:
    """The first of place, actor and source that most events have, and whose own lanes hold a good part of them.

    `frame` has the columns of `with_columns`. None where there is no such lane, or where one lane would hold all.

    >>> places = ["Oslo", "Oslo", "Rome", None]
    >>> covering(with_columns(pl.DataFrame({"title": ["Talks"] * 4, "place": places})))
    'place'
    """
    for lane in ("place", "actor", "source"):
        told = lanes(frame, lane)
        other, nothing = leftovers(lane)
        own = told.filter(~told.is_in([other, nothing]))
        if (
            own.n_unique() > 1
            and (told != nothing).sum() > COVERED * frame.height
            and own.len() > OWN_LANES * frame.height
        ):
            return lane
    return None


def leftovers(lane: str | None) -> tuple[str, str]:
    """The lanes that gather what has no lane of its own: the rare values, and the rows without a value.

    >>> leftovers("place"), leftovers("ship")
    (('Other', 'No place told'), ('Other', 'No ship told'))
    """
    return "Other", NO_LANE.get(lane or "", f"No {lane} told")


def lane_order(drawn: pl.DataFrame, lane: str | None) -> list[str]:
    """The lanes of drawn events from the fullest to the emptiest, the leftovers last."""
    counted = drawn.group_by("lane").len().sort(["len", "lane"], descending=[True, False])["lane"].to_list()
    rest = leftovers(lane)
    return [name for name in counted if name not in rest] + [name for name in rest if name in counted]


def lane_values(frame: pl.DataFrame, lane: str) -> pl.Series:
    """The values of a lane column as lists, whatever the column holds."""
    if lane == "actor":
        return frame.get_column("actors")
    if lane == "source" and "source" not in frame.columns:
        if frame.schema["evidence"] == pl.Null:
            return pl.Series("source", [[] for _ in range(frame.height)], dtype=pl.List(pl.String))
        sources = pl.col("evidence").list.eval(pl.element().struct.field("source"))
        return frame.select(sources.list.unique(maintain_order=True)).to_series()
    if lane not in frame.columns:
        offered = ", ".join(
            ["place", "actor", "source", *(c for c in frame.columns if c not in ("evidence", "actors"))]
        )
        raise ValueError(f"no column {lane!r} to make lanes from; there are: {offered}")
    column = frame.get_column(lane)
    if isinstance(column.dtype, pl.List):
        return column
    return frame.select(pl.concat_list(pl.col(lane).cast(pl.String))).to_series()


SANS = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
SERIF = '"Iowan Old Style", Charter, "Palatino Linotype", Georgia, "Liberation Serif", serif'


def variables() -> str:
    """The variables of CSS: the colours of both themes, the letters, and how opaque each look is.

    >>> variables().splitlines()[0][:52]
    ':root { --paper: #ffffff; --band: #f6f5f1; --ink: #1'
    """
    letters = f"--sans: {SANS}; --serif: {SERIF};"
    fills = " ".join(f"--fill-{name}: {look.fill:.0%};" for name, look in LOOKS.items())
    return f':root {{ {_colors(LIGHT)} {letters} {fills} }}\n:root[data-theme="dark"] {{ {_colors(DARK)} }}\n'


def _colors(theme: Colors) -> str:
    colors = {name: color for name, color in theme.items() if isinstance(color, str)}
    colors |= {f"heat-{at}": color for at, color in enumerate(theme["heat"], 1)}
    return " ".join(f"--{name}: {color};" for name, color in colors.items())


def legend(drawn: pl.DataFrame) -> dict[str, str]:
    """The looks that occur among drawn events, each with its words; an inferred day does not count as an exact one.

    `drawn` has the columns of `marks`.

    >>> frame = pl.DataFrame(
    ...     {"start_day": [16709], "end_day": [16710], "edtf": ["2015-10-01?"], "modality": ["denied"]}
    ... )
    >>> legend(marks(frame, lane=None))
    {'inferred': 'Inferred day', 'denied': 'Denied'}
    """
    day, inferred = drawn["kind"] == "exact", drawn["inferred"]
    there = {name: drawn[name] if name in FLAGS else drawn["kind"] == name for name in LOOKS}
    there |= {"exact": day & ~inferred, "inferred": day & inferred}
    return {name: look.words for name, look in LOOKS.items() if there[name].any()}
