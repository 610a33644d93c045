"""German words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected

_ONES = counted("ein/eins/eine/einen/einem/einer/eines zwei drei vier fünf sechs sieben acht neun")
_PLAIN_ONES = counted("ein zwei drei vier fünf sechs sieben acht neun")
_TENS = each_ten("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")

WORDS = Words(
    of=["des", "der", "vom", "von"],
    year_words=["jahr", "jahre", "jahres", "jahren"],
    compounds=True,
    capitals=True,
    after_weekday=["dem", "den"],
    before_day=["am", "den", "dem", "vom"],
    month_words=["monat"],
    nth=r"\.",
    short=["mär", "mrz"],
    months={"jänner": 1, "feber": 2},
    weekdays={"sonnabend": 6},
    units={
        "jahre": "year", "jahren": "year", "jahres": "year", "monats": "month", "monate": "month", "monaten": "month",
        "woche": "week", "tage": "day", "tagen": "day", "tages": "day", "jahrzehnt": "decade", "jahrzehnte": "decade",
        "jahrzehnten": "decade", "jahrhundert": "century", "jahrhunderte": "century", "jahrhunderten": "century",
        "quartal": "quarter", "quartale": "quarter", "quartalen": "quarter", "halbjahr": "half",
        "wochenende": "weekend", "wochenenden": "weekend", "nächte": "night", "nächten": "night",
        "jahrtausend": "millennium",
    },
    numbers=_ONES
    | counted("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10)
    | _TENS
    | {f"{one}und{ten}": n + m for ten, n in _TENS.items() for one, m in _PLAIN_ONES.items()}
    | {"hundert": 100, "tausend": 1000, "beide": 2, "beiden": 2},
    quantities={
        "mehrere": "X", "mehreren": "X", "einige": "X", "einigen": "X", "wenige": "X", "wenigen": "X", "ein paar": "X",
        "viele": "X", "vielen": "X", "ein halbes": "0.5", "eine halbe": "0.5", "einem halben": "0.5",
        "einer halben": "0.5", "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5", "dutzende": "X",
        "ein dutzend": "12", "einem guten": "1",
    },
    relative={
        "heute": "day+0", "vorvorgestern": "day-3", "mittag": "XXXX-XX-XXT12:00", "mitternacht": "XXXX-XX-XXT24:00",
        "heuer": "year+0", "heutzutage": "PRESENT_REF", "vorletzte woche": "week-2", "vorletztes jahr": "year-2",
        "übernächste woche": "week+2", "übernächstes jahr": "year+2", "vorletzten monat": "month-2",
    },
    directions=inflected(
        {"letzt": "last", "vergangen": "last", "vorig": "last", "nächst": "next", "kommend": "next", "dies": "this", "jen": "that",
         "laufend": "this", "folgend": "following", "vorangegangen": "previous", "vorherig": "previous",
         "darauffolgend": "following"},
        "e en er es em",
    ) | {"selben": "same", "selbe": "same", "gleichen": "same"},
    ago_before=["vor"],
    ahead_before=["in"],
    later=["später", "danach", "darauf"],
    earlier=["zuvor", "davor", "vorher", "früher"],
    parts={
        "morgen": "MO", "früh": "MO", "vormittag": "MO", "nachmittag": "AF", "abend": "EV", "morgens": "MO",
        "vormittags": "MO", "nachmittags": "AF", "abends": "EV", "nachts": "NI", "nacht": "NI",
    },
    in_part=["am", "in der"],
    seasons={
        "frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI", "sommers": "SU",
        "winters": "WI",
    },
    modifiers={
        "anfang": "START", "zu beginn des": "START", "beginn des": "START", "mitte": "MID", "mitte des": "MID",
        "ende": "END", "ende des": "END", "anfang des": "START", "spätestens": "ON_OR_BEFORE",
    },
    measures={
        "mehr als": "MORE_THAN", "über": "MORE_THAN", "weniger als": "LESS_THAN", "knapp": "APPROX", "fast": "APPROX",
        "rund": "APPROX", "etwa": "APPROX", "ungefähr": "APPROX", "circa": "APPROX", "ca.": "APPROX",
        "mindestens": "EQUAL_OR_MORE", "höchstens": "EQUAL_OR_LESS", "gut": "APPROX", "beinahe": "APPROX",
    },
    vague={
        "jetzt": "PRESENT_REF", "derzeit": "PRESENT_REF", "zurzeit": "PRESENT_REF", "zur zeit": "PRESENT_REF",
        "gegenwärtig": "PRESENT_REF", "momentan": "PRESENT_REF", "heutzutage": "PRESENT_REF", "aktuell": "PRESENT_REF",
        "im moment": "PRESENT_REF", "kürzlich": "PAST_REF", "neulich": "PAST_REF", "jüngst": "PAST_REF",
        "damals": "PAST_REF", "früher": "PAST_REF", "in letzter zeit": "PAST_REF", "vor kurzem": "PAST_REF",
        "einst": "PAST_REF", "die vergangenheit": "PAST_REF", "der vergangenheit": "PAST_REF",
        "die zukunft": "FUTURE_REF", "zukunft": "FUTURE_REF", "künftig": "FUTURE_REF", "demnächst": "FUTURE_REF",
        "in kürze": "FUTURE_REF", "bald": "FUTURE_REF",
    },
    frequencies={
        "täglich": ("1", "day"), "wöchentlich": ("1", "week"), "monatlich": ("1", "month"), "jährlich": ("1", "year"),
        "stündlich": ("1", "hour"), "vierteljährlich": ("3", "month"), "halbjährlich": ("6", "month"),
        "pro jahr": ("1", "year"), "pro tag": ("1", "day"), "pro monat": ("1", "month"), "pro woche": ("1", "week"),
        "alljährlich": ("1", "year"),
    },
    every=["jeden", "jede", "jedes", "jeder", "jedem", "alle"],
    decades={"zwanziger": 1920, "dreißiger": 1930, "vierziger": 1940, "fünfziger": 1950, "sechziger": 1960, "siebziger": 1970, "achtziger": 1980,
             "neunziger": 1990},
    century_words=["jahrhundert", "jahrhunderts", "jh.", "jhdt."],
    before_era=["v. Chr.", "v.Chr.", "vor Christus"],
    after_era=["n. Chr.", "n.Chr.", "nach Christus"],
    ordinals={f"{stem}{ending}": n for n, stem in enumerate(("erst", "zweit", "dritt", "viert"), 1) for ending in ("e", "en", "er", "es")},
    holidays={
        "weihnachten": "christmas", "heiligabend": "christmas eve", "silvester": "new year's eve",
        "neujahr": "new year's day", "ostern": "easter", "ostersonntag": "easter", "ostermontag": "easter monday",
        "karfreitag": "good friday", "gründonnerstag": "maundy thursday", "aschermittwoch": "ash wednesday",
        "palmsonntag": "palm sunday", "christi himmelfahrt": "ascension day", "pfingsten": "pentecost",
        "pfingstmontag": "whit monday",
    },
    clock_before=["um", "gegen", "ab", "bis"],
    clock_after=["uhr"],
    conjunctions=["und", "oder", "bis"],
    between=["zwischen"],
    to=["bis", "bis zum"],
    cues=["seit", "bis", "ab", "von", "vor", "nach", "im", "in", "und", "zwischen", "um"],
    many_units=["jahre", "jahren", "monate", "monaten", "wochen", "tage", "tagen", "stunden", "minuten", "sekunden", "jahrzehnte", "jahrzehnten",
                "jahrhunderte", "jahrhunderten", "quartale", "quartalen", "nächte", "nächten", "wochenenden"],
    since=["seit", "seit dem", "seit der", "ab", "ab dem", "ab der"],
    until=["bis", "bis zum", "bis zur"],
    ahead=r"wird|werden|soll|sollen|will|wollen|geplant|vorgesehen|plant|planen|bevorsteh\pL+",
    behind=(r"war|waren|wurde|wurden|hatte|hatten|hat|haben|ist|sind|\pL{3,}te|\pL{3,}ten|\pL*(?:kam|starb|begann|ging|sprach|gab|nahm|fand"
          r"|sah|stand|lag|blieb|hielt|ließ|trat|traf|schlug|brach|fiel|fuhr|flog|verlor|gewann|schrieb|trug|rief|stieg|zog|warf|half|griff"
          r"|schloss|floh|schoss|bot|lief|schied|wuchs|sank|entschied)(?:en)?"),
    common="der die und das den von ist nicht mit dem auf eine sich auch wurde im sie er war zu".split(),
    mail={
        "wrote": ["schrieb"],
        "original": ["ursprüngliche nachricht"],
        "forwarded": ["weitergeleitete nachricht"],
        "sender": ["von"],
        "headers": ["gesendet", "datum", "an", "betreff"],
    },
)  # fmt: skip
