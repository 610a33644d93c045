"""Swedish words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten

_WEEKDAYS = "måndag tisdag onsdag torsdag fredag lördag söndag".split()
_ONES = counted("en/ett två tre fyra fem sex sju åtta nio")
_TENS = each_ten("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
_BETWEEN = {f"{ten}{one}": n + m for ten, n in _TENS.items() for one, m in _ONES.items()}
_ORDINALS = counted(
    "första/förste andra/andre tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde "
    "fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde tjugoförsta"
)

WORDS = Words(
    determiners=["den", "det", "de"],
    of=["av", "i"],
    day_words=["dagen"],
    month_words=["månaden"],
    year_words=["år", "året", "åren"],
    nth=r"(?::e|:a|e)\b",
    weekdays={day + ending: n for n, day in enumerate(_WEEKDAYS, 1) for ending in ("", "en")} | {f"i {day}s": n for n, day in enumerate(_WEEKDAYS, 1)},
    compounds=True,
    units={
        "år": "year", "året": "year", "åren": "year", "års": "year", "månad": "month", "månaden": "month",
        "månader": "month", "månaderna": "month", "vecka": "week", "veckan": "week", "veckor": "week",
        "veckorna": "week", "dag": "day", "dagen": "day", "dagar": "day", "dagarna": "day", "dygn": "day",
        "timme": "hour", "timmen": "hour", "timmar": "hour", "timmarna": "hour", "minut": "minute", "minuter": "minute",
        "sekund": "second", "sekunder": "second", "decennium": "decade", "decennier": "decade", "decenniet": "decade",
        "decennierna": "decade", "århundrade": "century", "århundraden": "century", "sekel": "century",
        "seklet": "century", "kvartal": "quarter", "kvartalet": "quarter", "halvår": "half", "halvåret": "half",
        "helg": "weekend", "helgen": "weekend", "helger": "weekend", "veckoslut": "weekend", "natten": "night",
        "nätter": "night",
    },
    numbers=_ONES
    | counted("tio elva tolv tretton fjorton femton sexton sjutton arton nitton", 10)
    | _TENS | _BETWEEN | {"hundra": 100, "tusen": 1000},
    quantities={
        "flera": "X", "några": "X", "ett par": "X", "många": "X", "tiotals": "X", "hundratals": "X", "ett halvt": "0.5",
        "en halv": "0.5", "ett och ett halvt": "1.5", "en och en halv": "1.5", "ett tiotal": "10", "ett dussin": "12",
        "ett antal": "X",
    },
    relative={
        "idag": "day+0", "i dag": "day+0", "igår": "day-1", "i går": "day-1", "i förrgår": "day-2", "förrgår": "day-2",
        "imorgon": "day+1", "i morgon": "day+1", "i övermorgon": "day+2", "ikväll": "day+0TEV", "i kväll": "day+0TEV",
        "i natt": "day+0TNI", "inatt": "day+0TNI", "i morse": "day+0TMO", "imorse": "day+0TMO",
        "i eftermiddag": "day+0TAF", "i förmiddags": "day+0TMO", "i går kväll": "day-1TEV", "igår kväll": "day-1TEV",
        "i går morse": "day-1TMO", "i morgon kväll": "day+1TEV", "i år": "year+0", "i fjol": "year-1",
        "ifjol": "year-1", "förra året": "year-1", "nästa år": "year+1", "i förfjol": "year-2",
        "midnatt": "XXXX-XX-XXT24:00", "numera": "PRESENT_REF",
    },
    directions={
        "förra": "last", "senaste": "last", "sista": "last", "gångna": "last", "nästa": "next", "kommande": "next",
        "denna": "this", "detta": "this", "dessa": "this", "innevarande": "this", "den här": "this", "det här": "this",
        "de här": "this", "samma": "same", "följande": "following", "påföljande": "following", "föregående": "previous",
        "dåvarande": "that", "därpå": "following", "innan": "previous", "efter": "following",
    },
    only_after=["därpå", "innan", "efter"],
    after=["därpå", "innan", "efter"],
    ago_around=["för"],
    ago_after=["sedan", "sen"],
    ahead_before=["om"],
    later=["senare", "efteråt", "därefter"],
    earlier=["tidigare", "innan", "dessförinnan"],
    by_one=["dagen", "året", "månaden", "veckan"],
    parts={
        "morgonen": "MO", "morgon": "MO", "förmiddagen": "MO", "förmiddag": "MO", "eftermiddagen": "AF",
        "eftermiddag": "AF", "kvällen": "EV", "kväll": "EV", "natten": "NI", "natt": "NI", "skvällen": "EV",
        "smorgonen": "MO", "seftermiddagen": "AF", "snatten": "NI", "skväll": "EV", "på morgonen": "MO",
        "på kvällen": "EV", "på natten": "NI",
    },
    in_part=["på"],
    seasons={
        "våren": "SP", "vår": "SP", "sommaren": "SU", "sommar": "SU", "hösten": "FA", "höst": "FA", "vintern": "WI",
        "vinter": "WI",
    },
    modifiers={
        "början av": "START", "i början av": "START", "inledningen av": "START", "mitten av": "MID", "mitt i": "MID",
        "slutet av": "END", "i slutet av": "END", "tidigare": "START", "senare": "END", "tidigt": "START",
        "sent": "END",
    },
    measures={
        "mer än": "MORE_THAN", "över": "MORE_THAN", "mindre än": "LESS_THAN", "knappt": "LESS_THAN", "nästan": "APPROX",
        "ungefär": "APPROX", "omkring": "APPROX", "cirka": "APPROX", "ca": "APPROX", "drygt": "MORE_THAN",
        "minst": "EQUAL_OR_MORE", "högst": "EQUAL_OR_LESS", "runt": "APPROX",
    },
    vague={
        "nu": "PRESENT_REF", "just nu": "PRESENT_REF", "för närvarande": "PRESENT_REF", "numera": "PRESENT_REF",
        "nuförtiden": "PRESENT_REF", "nyligen": "PAST_REF", "på senare tid": "PAST_REF", "förr": "PAST_REF",
        "tidigare i dag": "PAST_REF", "framtiden": "FUTURE_REF", "framtid": "FUTURE_REF", "snart": "FUTURE_REF",
        "inom kort": "FUTURE_REF", "förflutna": "PAST_REF",
    },
    frequencies={
        "dagligen": ("1", "day"), "dagliga": ("1", "day"), "varje dag": ("1", "day"), "månatligen": ("1", "month"),
        "årligen": ("1", "year"), "årliga": ("1", "year"), "årlig": ("1", "year"), "per år": ("1", "year"),
        "per månad": ("1", "month"), "per vecka": ("1", "week"), "per dag": ("1", "day"), "om året": ("1", "year"),
        "i månaden": ("1", "month"), "i veckan": ("1", "week"),
    },
    every=["varje", "var"],
    decade_tails=["-talet", "-talets", "-tal", "-tals"],
    century_words=["århundradet", "seklet"],
    before_era=["f.Kr.", "f. Kr.", "före Kristus"],
    after_era=["e.Kr.", "e. Kr.", "efter Kristus"],
    ordinals=_ORDINALS | {"sista": -1},
    holidays={
        "julafton": "christmas eve", "juldagen": "christmas", "jul": "christmas", "annandag jul": "boxing day",
        "nyårsafton": "new year's eve", "nyårsdagen": "new year's day", "nyår": "new year's day",
        "trettondagen": "epiphany", "påsk": "easter", "påskdagen": "easter", "annandag påsk": "easter monday",
        "långfredagen": "good friday", "skärtorsdagen": "maundy thursday", "kristi himmelsfärdsdag": "ascension day",
        "pingst": "pentecost", "pingstdagen": "pentecost",
    },
    clock_before=["klockan", "kl", "kl.", "vid", "från", "till"],
    clock_after=["tiden"],
    half_hour=["halv"],
    hour_words=["klockan", "kl", "kl."],
    conjunctions=["och", "eller"],
    between=["mellan"],
    to=["till", "till och med", "t.o.m."],
    cues=["i", "sedan", "från", "till", "av", "och", "mellan", "efter", "före", "under", "på", "år", "om"],
    many_units=["månader", "månaderna", "veckor", "veckorna", "dagar", "dagarna", "dygn", "timmar", "timmarna", "minuter", "sekunder", "decennier", "decennierna",
                "århundraden", "nätter", "helger", "åren"],
    during=["under", "i", "efter"],
    on_day=["på"],
    since=["sedan", "från", "från och med", "fr.o.m."],
    until=["till", "till och med", "t.o.m.", "senast"],
    ahead=r"ska|skall|kommer|väntas|planeras|planerar|börjar|inleds|öppnar|spelar|avgörs|blir",
    behind=(r"var|hade|har|blev|kom|gick|fick|sa|sade|tog|gav|fann|föll|dog|vann|började|skrev|stod|satt|låg|höll|drog|slog|sköt|flydde|avgick|lade|\pL{2,}(?:ade|ades|dde|ddes|tte|ttes|kte|rde)"),
    common="och att det som en på är av för med till inte om ett den har han var sig men".split(),
)  # fmt: skip
