from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import SimpleNamespace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import build_timeline, find_dates, languages, resolve_date
from timeline.calendar.values import parse
from timeline.languages import dateparser_probe, detection, lexicon
from timeline.languages.en.vocabulary import DIRECTIONS, HOLIDAYS
from timeline.languages.lexicon import LANGUAGES, lexicon_of, words_of
from timeline.languages.words import NEVER, Words

# A Friday; every table is read as if its sentences were published on it.
ON = date(2015, 10, 16)
TABLES = Path(__file__).parent / "phrases"


def table(name: str) -> pl.DataFrame:
    return pl.read_csv(TABLES / f"{name}.tsv", separator="\t", quote_char=None)


def found_in(texts: list[str], language: str | None) -> list[str]:
    articles = pl.DataFrame(
        {"article_id": [str(n) for n in range(len(texts))], "text": texts, "published": [ON] * len(texts)}
    )
    dates = find_dates(articles.with_columns(language=pl.lit(language, pl.String)))
    found: dict[str, list[str]] = {}
    for row in dates.iter_rows(named=True):
        assert texts[int(row["article_id"])][row["start_char"] : row["end_char"]] == row["text"]
        found.setdefault(row["article_id"], []).append(f"{row['text']}={row['value']}")
    return [";".join(found.get(str(n), ["-"])) for n in range(len(texts))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_table_is_read_as_it_says(language: str) -> None:
    rows = table(language)
    found = found_in(rows["text"].to_list(), language)
    wrong = [
        (text, want, got) for text, want, got in zip(rows["text"], rows["mentions"], found, strict=True) if want != got
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_long_enough_and_has_negatives(language: str) -> None:
    rows = table(language)
    assert rows.filter(pl.col("mentions") != "-").height >= 40
    assert rows.filter(pl.col("mentions") == "-").height >= 7
    assert rows["text"].is_unique().all()


OTHERS = pl.read_csv(TABLES / "others.tsv", separator="\t", quote_char=None)


def test_languages_without_a_table_are_read_by_the_names_that_dateparser_has() -> None:
    wrong = []
    for (code,), rows in OTHERS.group_by("language", maintain_order=True):
        found = found_in(rows["text"].to_list(), str(code))
        wrong += [(code, *row) for row in zip(rows["text"], rows["mentions"], found, strict=True) if row[1] != row[2]]
    assert not wrong
    assert OTHERS["language"].n_unique() >= 40


def test_every_language_that_dateparser_names_months_of_reads_a_full_date_or_nothing_wrong() -> None:
    """The third of a month by each of its names in every locale: the day, its month or its year; never another one as certain."""
    files = import_module("dateparser.data.date_translation_data").__path__
    codes = sorted({module.name.partition("-")[0] for module in iter_modules(files)} - {"en"})
    rows = [
        (f"{code} {number}", f"x 3 {name} 2012 x", code, f"2012-{month:02}-03")
        for code in codes
        for number, (name, month) in enumerate(lexicon_of(code).months.items())
    ]
    articles = pl.DataFrame(rows, schema=["article_id", "text", "language", "want"], orient="row")
    found = find_dates(articles.drop("want")).join(articles.select("article_id", "want"), on="article_id")
    wrong = found.filter((pl.col("certainty") == "certain") & ~pl.col("want").str.starts_with(pl.col("value")))
    assert wrong.select("article_id", "text", "value", "want").rows() == []
    assert (found["value"] == found["want"]).sum() > 3_000


def test_a_word_of_another_language_is_not_cut_into_an_english_month() -> None:
    assert found_in(["3 Mayqis 2015", "O 3. marchio de 2015"], "en") == ["2015=2015", "2015=2015"]


@pytest.mark.parametrize(
    "code", ["cs", "fi", "hu", "ro", "el", "he", "ar", "fa", "hi", "zh", "ja", "ko", "th", "vi", "id"]
)
def test_a_longer_text_tells_its_language_also_without_a_table(code: str) -> None:
    text = " ".join(OTHERS.filter((pl.col("language") == code) & (pl.col("mentions") != "-"))["text"].to_list())
    assert detection.detect(pl.Series([text])).item() == code


def test_a_language_that_is_read_in_part_is_named_among_the_problems_once() -> None:
    texts = {
        "a": "Sešli se 3. května 2015 v Praze.",
        "b": "Dohodu o míru podepsali oba ministři 4. května 2015.",
        "c": "两国于2015年5月3日在北京会晤。",
    }
    codes = {"a": "cs", "b": "cs", "c": "zh"}
    rows = [{"article_id": name, "text": text, "language": codes[name]} for name, text in texts.items()]
    line = build_timeline(pl.DataFrame(rows))
    found = line.problems.filter(pl.col("reason").str.starts_with("written in"))
    assert found.select("article_id", "reason").rows() == [
        ("a", "written in Czech: only dates with the name of a month or a day, a few words such as “yesterday”, and “3 days ago” are read (1 more article in it)"),
        ("c", "written in Chinese: its words are not divided by blanks, so that only dates marked by figures are read"),
    ]  # fmt: skip
    assert line.events["edtf"].to_list() == ["2015-05-03", "2015-05-03", "2015-05-04"]


RANGES = {
    "es": "Gobernó de 2011 a 2015.",
    "de": "Er regierte von 2011 bis 2015.",
    "fr": "Il gouverna de 2011 à 2015.",
    "it": "Governò dal 2011 al 2015.",
    "nl": "Hij regeerde van 2011 tot 2015.",
    "pl": "Rządził od 2011 do 2015 roku.",
    "sv": "Han regerade från 2011 till 2015.",
    "tr": "2011 ile 2015 yılları arasında yönetti.",
    "pt": "Governou de 2011 a 2015.",
    "ru": "Он правил с 2011 по 2015 год.",
    "uk": "Він правив з 2011 по 2015 рік.",
}
BETWEEN = {
    "es": "Gobernó entre 2011 y 2015.",
    "de": "Er regierte zwischen 2011 und 2015.",
    "fr": "Il gouverna entre 2011 et 2015.",
    "it": "Governò tra il 2011 e il 2015.",
    "nl": "Hij regeerde tussen 2011 en 2015.",
    "pl": "Rządził między 2011 a 2015 rokiem.",
    "sv": "Han regerade mellan 2011 och 2015.",
    "tr": "2011-2015 yılları arasında yönetti.",
    "pt": "Governou entre 2011 e 2015.",
    "ru": "Он правил между 2011 и 2015 годами.",
    "uk": "Він правив між 2011 і 2015 роками.",
}


@pytest.mark.parametrize("sentences", [RANGES, BETWEEN], ids=["from-to", "between"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ends_of_a_range_are_one_interval(language: str, sentences: dict[str, str]) -> None:
    articles = pl.DataFrame({"article_id": ["a"], "text": [sentences[language]], "language": [language]})
    dates = find_dates(articles)
    assert dates["value"].to_list() == ["2011", "2015"]
    assert dates["interval"].null_count() == 0
    assert dates["interval"].n_unique() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_says_its_language_itself(language: str) -> None:
    text = " ".join(table(language)["text"].to_list())
    assert detection.detect(pl.Series([text])).item() == language


FIRST_CENTURY = {
    "de": "Im 1. Jahrhundert stand hier eine Brücke.",
    "en": "In the 1st century a bridge stood here.",
    "es": "En el siglo I había aquí un puente.",
    "fr": "Au Ier siècle, un pont se trouvait ici.",
    "it": "Nel I secolo qui c'era un ponte.",
    "nl": "In de 1e eeuw stond hier een brug.",
    "pl": "W I wieku stał tu most.",
    "pt": "No século I havia aqui uma ponte.",
    "ru": "В I веке здесь стоял мост.",
    "sv": "I det första århundradet fanns här en bro.",
    "tr": "1. yüzyılda burada bir köprü vardı.",
    "uk": "У I столітті тут стояв міст.",
}


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_first_century_begins_with_the_year_1(language: str) -> None:
    found = find_dates(pl.DataFrame({"text": [FIRST_CENTURY[language]], "language": [language]}))
    assert found.select("value", "start", "end").row(0) == ("00", datetime(1, 1, 1), datetime(101, 1, 1))


def test_a_given_language_wins_and_a_code_of_none_is_read_as_the_text_is() -> None:
    texts = pl.Series(["Hoy habla el ministro de la guerra.", "Vandaag spreekt de minister.", "Hoje", ""])
    assert detection.language_of(pl.Series(["pt_BR", "xx", "PT", None], dtype=pl.String), texts).to_list() == [
        "pt",
        "nl",
        "pt",
        "en",
    ]


def test_codes_of_one_language_are_one() -> None:
    codes = pl.Series(["no", "NB-no", "zh_Hant", "iw", "la"])
    assert detection.language_of(codes, pl.Series([""] * 5)).to_list() == ["nb", "nb", "zh", "he", "la"]


def test_articles_of_many_languages_keep_their_places_and_their_order() -> None:
    articles = pl.DataFrame({
        "article_id": ["a", "b", "c", "d"], "published": [ON] * 4, "language": ["ru", "en", "es", "ru"],
        "text": ["😀 Вчера и сегодня.", "Yesterday and today.", "Ayer y hoy.", "Ничего."],
    })  # fmt: skip
    dates = find_dates(articles)
    assert dates.select("article_id", "text", "value", "language").rows() == [
        ("a", "Вчера", "2015-10-15", "ru"), ("a", "сегодня", "2015-10-16", "ru"),
        ("b", "Yesterday", "2015-10-15", "en"), ("b", "today", "2015-10-16", "en"),
        ("c", "Ayer", "2015-10-15", "es"), ("c", "hoy", "2015-10-16", "es"),
    ]  # fmt: skip


def test_english_alone_never_loads_dateparser() -> None:
    program = (
        "import sys, polars as pl, timeline\n"
        "timeline.find_dates(pl.DataFrame({'article_id': ['a'], 'text': ['They met on 3 May 2014 and spoke yesterday.']}))\n"
        "timeline.resolve_date('yesterday', '2015-10-16')\n"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[2]).returncode == 0


@pytest.mark.parametrize(
    ("phrase", "language", "value"),
    [
        ("hace 2 años", "es", "year-2"), ("vor 3 Wochen", "de", "week-3"), ("le mois dernier", "fr", "month-1"), ("domani", "it", "day+1"),
        ("segunda-feira", "pt", "XXXX-WXX-1"), ("7 октября", "ru", "XXXX-10-07"), ("жовтень 2015", "uk", "2015-10"), ("11:30", "es", "XXXX-XX-XXT11:30"),
        ("31 Dezember", "de", "XXXX-12-31"), ("29 de febrero de 2012", "es", "2012-02-29"), ("3 May 2014 11:30", "en", "2014-05-03T11:30"),
        ("la casa", "es", None), ("", "de", None), ("31 Juni 2014", "de", None),
    ],
)  # fmt: skip
def test_dateparser_asked_twice_tells_the_said_from_the_implied(phrase: str, language: str, value: str | None) -> None:
    answer = dateparser_probe.ask(phrase, language)
    assert answer == (None if value is None else parse(value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_table_means_something_known(language: str) -> None:
    lexicon = lexicon_of(language)
    words = lexicon.words
    assert set((lexicon.months | lexicon.short_months).values()) == set(range(1, 13))
    assert set(lexicon.weekdays.values()) == set(range(1, 8))
    assert set(lexicon.units.values()) >= {
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "quarter",
    }
    assert set(words.directions.values()) <= DIRECTIONS.keys()
    assert set(words.many_units) <= lexicon.units.keys()
    assert set(words.vague.values()) <= {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
    assert set(words.holidays.values()) <= HOLIDAYS.keys()
    for code in words.relative.values():
        assert str(parse(code)) == code


PIECES = [
    *"0123456789./-:, '’\n\x00\x02é😀ь",
    "hace ",
    "año ",
    "de mayo ",
    "vor ",
    "Mai ",
    "7 ",
    "октября ",
    "назад ",
    "l'",
    "il y a ",
    "по ",
]


@given(pieces=st.lists(st.sampled_from(PIECES)), language=st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_reading_never_raises_and_stays_inside_the_text(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    found = languages.read(text, language)
    assert all(0 <= r.start < r.end <= len(text) for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_one_phrase_is_resolved_in_its_language() -> None:
    found = resolve_date("vor drei Tagen", on=ON, language="de")
    assert found is not None
    assert (found.value, found.anchor) == ("2015-10-13", ON)
    assert resolve_date("das Haus", on=ON, language="de") is None
    with pytest.raises(ValueError, match=r"'xx'.*de, en, es"):
        resolve_date("ayer", on=ON, language="xx")


def test_an_english_phrase_that_no_rule_reads_is_asked_of_dateparser() -> None:
    found = resolve_date("2014 October 7", on=ON)
    assert found is not None
    assert (found.value, found.rule) == ("2014-10-07", "read by dateparser")
    assert resolve_date("the house", on=ON) is None
    assert resolve_date("We", on=ON) is None


AHEAD_AND_BEHIND = [
    ("es", "El comité se reunirá el martes.", "El comité se reunió el martes."),
    ("de", "Der Ausschuss wird am Dienstag tagen.", "Der Ausschuss hat am Dienstag getagt."),
    ("fr", "Le comité se réunira mardi.", "Le comité a siégé mardi."),
    ("it", "Il comitato si riunirà martedì.", "Il comitato si è riunito martedì."),
    ("pt", "O comité vai reunir-se na terça-feira.", "O comité reuniu-se na terça-feira."),
    ("pl", "We wtorek odbędzie się posiedzenie.", "We wtorek odbyło się posiedzenie."),
    ("sv", "Nämnden ska mötas på tisdag.", "Nämnden möttes på tisdagen."),
    ("tr", "Komite salı günü toplanacak.", "Komite salı günü toplandı."),
    ("nl", "De raad zal dinsdag vergaderen.", "De raad vergaderde dinsdag."),
    ("nl", "Dinsdag begint de zitting.", "Dinsdag kwam de raad bijeen."),
    ("ru", "Выборы состоятся во вторник.", "Выборы прошли во вторник."),
    ("uk", "Вибори відбудуться у вівторок.", "Вибори пройшли у вівторок."),
    # "this Tuesday" leaves it to the tense.
    ("es", "España jugará este martes.", "España jugó este martes."),
    ("de", "Sie werden diesen Dienstag spielen.", "Sie spielten diesen Dienstag."),
    ("fr", "Elle jouera ce mardi.", "Elle a joué ce mardi."),
    ("ru", "Встреча состоится в этот вторник.", "Встреча прошла в этот вторник."),
    # Of two tenses the one nearest before the day counts.
    ("de", "Er hat gesagt, der Rat wird am Dienstag tagen.", "Der Rat, der noch tagen wird, hat am Dienstag beraten."),
    ("fr", "Elle a dit que le comité siégera mardi.", "Le comité, qui siégera encore, a siégé mardi."),
    # Strong verbs are of the past without an ending of their own.
    ("de", "Am Dienstag soll er sprechen.", "Am Dienstag unterschrieb er."),
    ("fr", "Mardi, il devra partir, il doit partir.", "Mardi, il prit la parole."),
    ("it", "Martedì parlerà il giudice.", "Martedì disse di no."),
    ("pt", "Na terça-feira o juiz falará.", "Na terça-feira o juiz veio tarde."),
    ("es", "El martes hablará el juez.", "El martes murió el juez."),
]


@pytest.mark.parametrize(("language", "ahead", "behind"), AHEAD_AND_BEHIND)
def test_the_tense_of_the_sentence_chooses_the_week(language: str, ahead: str, behind: str) -> None:
    assert [value.rpartition("=")[2] for value in found_in([ahead, behind], language)] == ["2015-10-20", "2015-10-13"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_its_tenses_its_edges_and_its_small_words(language: str) -> None:
    words = words_of(language)
    assert NEVER not in (words.ahead, words.behind)
    assert words.since
    assert words.until
    assert words.conjunctions
    assert len(words.common) >= 15


def test_a_language_may_leave_out_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frisian, of which dateparser has the names, with a table that says next to nothing."""
    module = SimpleNamespace(WORDS=Words(nth=r"e|ste\b"))
    monkeypatch.setattr("timeline.languages.tables.fy", module, raising=False)
    monkeypatch.setitem(sys.modules, "timeline.languages.tables.fy", module)
    monkeypatch.setattr(lexicon, "LANGUAGES", (*LANGUAGES, "fy"))
    texts = ["Se spriek op 3 maart 2014 en op tiisdei.", "Se spriek op 3e maart 2014."]
    assert found_in(texts, "fy") == ["3 maart 2014=2014-03-03;tiisdei=2015-10-13", "3e maart 2014=2014-03-03"]
    assert found_in(["Ayer y hoy los ministros."], None) == ["Ayer=2015-10-15;hoy=2015-10-16"]


OPEN = [
    ("es", "Trabaja allí desde 2012.", "Trabajó allí hasta mayo de 2012."),
    ("de", "Seit dem 1. Mai 2012 arbeitet er dort.", "Bis 2012 arbeitete er dort."),
    ("fr", "Depuis mai 2012 il travaille là.", "Il y travailla jusqu’en 2012."),
    ("it", "Dal 1° maggio 2012 lavora lì.", "Lavorò lì fino al 2012."),
    ("pl", "Od maja 2012 roku tam pracuje.", "Pracował tam do 2012 roku."),
    ("sv", "Sedan maj 2012 arbetar hon där.", "Hon arbetade där till 2012."),
    ("nl", "Sinds mei 2012 werkt hij daar.", "Hij werkte er tot 2012."),
    ("pt", "Trabalha ali desde maio de 2012.", "Trabalhou ali até 2012."),
    ("ru", "С мая 2012 года он работает там.", "До 2012 года он работал там."),
    ("uk", "З травня 2012 року він працює там.", "До 2012 року він працював там."),
]


@pytest.mark.parametrize(("language", "since", "until"), OPEN)
def test_since_and_until_open_one_end(language: str, since: str, until: str) -> None:
    articles = pl.DataFrame({"article_id": ["a", "b"], "text": [since, until], "language": [language] * 2})
    assert find_dates(articles)["open"].to_list() == ["after", "before"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 7. März 2021 sank die Fähre.", "de"),
        ("7 марта 2021 г. затонул паром", "ru"),
        ("Вчера был пожар.", "ru"),
        ("Gestern sank sie.", "de"),
        ("Sesión: 7 de agosto de 2021", "es"),
        ("Em 7 de agosto de 2021 a barca afundou.", "pt"),
        ("Il 7 marzo 2021 affondò il traghetto.", "it"),
        ("Den 7 maj 2021 sjönk färjan.", "sv"),
        ("7 maja 2021 zatonął prom", "pl"),
        ("7 Mayıs 2021 feribot battı", "tr"),
        ("Вчора затонув пором.", "uk"),
        ("Fire at quay, 7 May 2021", "en"),
        ("Meeting: 7 april 2021", "en"),
        ("Mission to Mars 2021", "en"),
        ("They met.", "en"),
    ],
)
def test_a_short_text_is_told_by_the_dates_that_it_writes(text: str, language: str) -> None:
    assert detection.detect(pl.Series([text])).to_list() == [language]
