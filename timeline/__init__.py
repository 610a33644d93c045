"""From a pile of articles to a timeline in which every date explains itself."""

from timeline.articles import read_articles
from timeline.building import build_timeline
from timeline.dates import find_dates
from timeline.events import extract_events
from timeline.explain import explain
from timeline.merge import merge_events
from timeline.phrases import resolve_date
from timeline.shown import show
from timeline.summaries import summarise
from timeline.tables import read_events
from timeline.timelines import Timeline

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
    "show",
    "summarise",
]
