"""From a pile of articles to a timeline in which every date explains itself."""

from timeline.articles import read_articles
from timeline.dates import find_dates
from timeline.dates.phrase import resolve_date, resolve_dates
from timeline.events import extract_events
from timeline.export.tables import read_events
from timeline.merge import merge_events
from timeline.pipeline import build_timeline
from timeline.show.explain import explain
from timeline.show.notebook import show
from timeline.summary import summarise
from timeline.timeline import Timeline

__all__ = [
    "Timeline",
    "build_timeline",
    "explain",
    "extract_events",
    "find_dates",
    "merge_events",
    "read_articles",
    "read_events",
    "resolve_date",
    "resolve_dates",
    "show",
    "summarise",
]
