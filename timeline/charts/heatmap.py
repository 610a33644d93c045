"""Events as a calendar: a year a block, a day a cell, darker where more happened; plain Altair like the timeline."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from timeline.calendar.arithmetic import civil, day_of_month
from timeline.calendar.display import DAY, MONTHS, when, year_name
from timeline.charts.marks import DARK, LIGHT, Colors, marks

if TYPE_CHECKING:
    import altair as alt
    import polars as pl

GUTTER, HEAD, GAP = 96.0, 18.0, 16.0  # left of a year its name, above it the months, below it air
LONG = 7  # of more days an event is no longer of a day
NAMED = 5  # titles in a tooltip


def heatmap(
    events: pl.DataFrame, *, lane: str | None = None, width: int = 900, dark: bool = False, most: int = 12
) -> alt.LayerChart:
    """The events as a calendar of days, a plain Altair chart; the years without an event are left out.

    `events` has the columns of `merge_events`, or at least `title` and `start_day`, `end_day`. An event of several days
    counts on each of them; one without a day (a month, a year, about then, more than a week) is counted beside its
    year. Of more than `most` years the chart shows the fullest, and says so. Its data has `day` (milliseconds in UTC),
    `year`, `when`, `lane`, `count`, `titles`: `.facet("lane:N")` makes a calendar for each lane. Raises ValueError on
    an unknown lane.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"title": ["Talks"], "start_day": [16709], "end_day": [16710]})
    >>> heatmap(frame).to_dict()["layer"][1]["mark"]["type"]
    'rect'
    """
    import altair as alt

    colors = DARK if dark else LIGHT
    drawn = marks(events, lane)
    days, coarse = _counted(drawn)
    years, dropped = _years(days, coarse, most)
    cell = (width - GUTTER) / 54
    tops = {year: HEAD + at * (7 * cell + HEAD + GAP) for at, year in enumerate(years)}
    tall = max(60.0, len(years) * (7 * cell + HEAD + GAP)) + (HEAD if dropped else 0)
    rows = [
        {
            "day": day * DAY,
            "year": civil(day)[0],
            "when": when(day * DAY, (day + 1) * DAY),
            "lane": lane_name,
            "count": len(titles),
            "titles": "; ".join(titles[:NAMED]) + (f"; and {len(titles) - NAMED} more" if len(titles) > NAMED else ""),
        }
        | _box(day, tops, cell)
        for (lane_name, day), titles in sorted(days.items(), key=lambda item: (item[0][1], item[0][0]))
        if civil(day)[0] in tops
    ]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], range=[0, width], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, tall], range=[0, tall], nice=False, zero=False), axis=None)
    totals = Counter[int]()
    for (_, day), titles in days.items():
        totals[day] += len(titles)
    fullest = max(totals.values(), default=1)
    scale = alt.Scale(type="sqrt", domain=[1, max(2, fullest)], range=colors["heat"], clamp=True)
    legend = alt.Legend(
        title="events a day",
        orient="bottom",
        values=sorted({1, (1 + fullest) // 2, fullest}),
        format="d",
        titleColor=colors["muted"],
        labelColor=colors["muted"],
    )
    empty = alt.Chart(alt.InlineData(values=_every_day(tops, cell))).mark_rect(
        cornerRadius=2, fill=colors["line"], aria=False
    )
    heat = (
        alt.Chart()
        .transform_aggregate(count="sum(count)", rows="values(titles)", groupby=["day", "when", "x", "x2", "y", "y2"])
        .transform_calculate(titles="join(pluck(datum.rows, 'titles'), '; ')")
        .mark_rect(cornerRadius=2)
        .encode(
            x=x,
            x2="x2:Q",
            y=y,
            y2="y2:Q",
            fill=alt.Fill("count:Q", scale=scale, legend=legend),
            tooltip=[
                alt.Tooltip("when:N", title="Day"),
                alt.Tooltip("count:Q", title="Events"),
                alt.Tooltip("titles:N", title="What"),
            ],
        )
    )
    # Every other month is drawn stronger, so that the eye finds where one ends.
    empty = empty.encode(x=x, x2="x2:Q", y=y, y2="y2:Q", opacity=alt.Opacity("strength:Q", scale=None, legend=None))
    words = _words(tops, cell, coarse, colors, x, y)
    if dropped:
        note = f"The {most} fullest of {most + dropped} years."
        words.append(_text([{"x": 0, "y": tall - 6, "text": note}], x, y, color=colors["muted"], fontSize=12))
    layered = alt.LayerChart(data=alt.InlineData(values=rows), layer=[empty, heat, *words])
    return layered.properties(width=width, height=tall, view=alt.ViewBackground(stroke=None))


def _counted(drawn: pl.DataFrame) -> tuple[dict[tuple[str, int], list[str]], Counter[int]]:
    """The titles of each lane and day, the most important first; and how many events of each year have no day."""
    days: dict[tuple[str, int], list[str]] = defaultdict(list)
    coarse: Counter[int] = Counter()
    for row in drawn.sort("score", "event_id", descending=[True, False]).iter_rows(named=True):
        first, last = int(row["x"] // DAY), max(int(row["x"] // DAY), int(-(-row["x2"] // DAY)) - 1)
        if row["kind"] in ("imprecise", "approximate") or last - first >= LONG:
            coarse[civil(first)[0]] += 1
        else:
            for day in range(first, last + 1):
                days[row["lane"], day].append(row["title"])
    return days, coarse


def _years(days: dict[tuple[str, int], list[str]], coarse: Counter[int], most: int) -> tuple[list[int], int]:
    """The years to show in order of time, and how many are left out."""
    full = Counter(coarse)
    for (_, day), titles in days.items():
        full[civil(day)[0]] += len(titles)
    kept = sorted(full, key=lambda year: (-full[year], year))[:most]
    return sorted(kept), len(full) - len(kept)


def _first(year: int) -> int:
    """The count since 1970 of the first day of a year."""
    return day_of_month(12 * year)


def _box(day: int, tops: dict[int, float], cell: float) -> dict[str, float]:
    """Where a day stands: Monday on top, a week a column; 1970 began on a Thursday."""
    year = civil(day)[0]
    first = _first(year)
    week, weekday = divmod(day - first + (first + 3) % 7, 7)
    x, y = GUTTER + week * cell, tops[year] + weekday * cell
    return {"x": x + 1, "x2": x + cell - 1, "y": y + 1, "y2": y + cell - 1}


def _every_day(tops: dict[int, float], cell: float) -> list[dict[str, float]]:
    return [
        _box(day, tops, cell) | {"strength": 0.55 if civil(day)[1] % 2 else 0.3}
        for year in tops
        for day in range(_first(year), _first(year + 1))
    ]


def _words(
    tops: dict[int, float], cell: float, coarse: Counter[int], colors: Colors, x: Any, y: Any
) -> list[alt.Chart]:
    """The names of years, months and weekdays, and beside a year what has no day."""
    years, months, weekdays, notes = [], [], [], []
    for year, top in tops.items():
        years.append({"x": 0, "y": top + cell * 0.5, "text": year_name(year)})
        if coarse[year]:
            notes.append({"x": 0, "y": top + cell * 0.5 + 19, "text": f"{coarse[year]:,} without"})
            notes.append({"x": 0, "y": top + cell * 0.5 + 33, "text": "a day"})
        starts = [day for day in range(_first(year), _first(year + 1)) if civil(day)[2] == 1]
        months += [
            {"x": _box(day + 6, tops, cell)["x"], "y": top - 8, "text": MONTHS[civil(day)[1] - 1][:3]} for day in starts
        ]
        weekdays += [{"x": GUTTER - 6, "y": top + (at + 0.5) * cell, "text": "MTWTFSS"[at]} for at in (0, 2, 4)]
    return [
        _text(years, x, y, color=colors["ink"], fontSize=15, fontWeight="bold"),
        _text(notes, x, y, color=colors["muted"], fontSize=11),
        _text(months, x, y, color=colors["muted"], fontSize=11),
        _text(weekdays, x, y, color=colors["muted"], fontSize=10, align="right"),
    ]


def _text(rows: list[dict[str, Any]], x: Any, y: Any, **style: Any) -> alt.Chart:
    import altair as alt

    made: alt.Chart = alt.Chart(alt.InlineData(values=rows)).mark_text(baseline="middle", **{"align": "left"} | style)
    return made.encode(x=x, y=y, text="text:N")
