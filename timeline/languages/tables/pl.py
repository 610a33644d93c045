"""Polish words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected, joined

_ONES = counted("jeden/jedna/jedno/jednego/jednej/jednym dwa/dwie/dwóch/dwu/dwoma trzy/trzech/trzema cztery/czterech/czterema pięć/pięciu sześć/sześciu siedem/siedmiu "
                "osiem/ośmiu dziewięć/dziewięciu")  # fmt: skip
_TENS = each_ten("dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu "
                 "osiemdziesiąt/osiemdziesięciu dziewięćdziesiąt/dziewięćdziesięciu")  # fmt: skip
_MONTHS = {
    form: n
    for n, forms in enumerate(
        ("styczeń stycznia styczniu styczniem", "luty lutego lutym", "marzec marca marcu marcem", "kwiecień kwietnia kwietniu kwietniem", "maj maja maju majem",
         "czerwiec czerwca czerwcu czerwcem", "lipiec lipca lipcu lipcem", "sierpień sierpnia sierpniu sierpniem",
         "wrzesień września wrześniu wrześniem",
         "październik października październiku październikiem", "listopad listopada listopadzie listopadem", "grudzień grudnia grudniu grudniem"), 1)
    for form in forms.split()
}  # fmt: skip
_WEEKDAYS = {
    form: n
    for n, forms in enumerate(
        ("poniedziałek poniedziałku poniedziałkiem poniedziałki", "wtorek wtorku wtorkiem wtorki", "środa środę środy środą", "czwartek czwartku czwartkiem czwartki",
         "piątek piątku piątkiem piątki", "sobota sobotę soboty sobotą", "niedziela niedzielę niedzieli niedzielą"), 1)
    for form in forms.split()
}  # fmt: skip
# Adjectives agree with their noun in gender and case.
_HARD = "y a e ego ej ym ą ych ymi"
_SOFT = "i ia ie iego iej im ią ich imi"

WORDS = Words(
    of=["z", "ze", "w"],
    day_words=["dnia", "dniu"],
    month_words=["miesiąca"],
    year_words=["rok", "roku", "r.", "lata", "latach"],
    year_tails=["roku", "rok", "r.", "r"],
    nth=r"(?:\.|-go|-ego|-ym|-tym|-y)",
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    units={
        "rok": "year", "roku": "year", "rokiem": "year", "lata": "year", "lat": "year", "latach": "year",
        "latami": "year", "miesiąc": "month", "miesiąca": "month", "miesiącu": "month", "miesiące": "month",
        "miesięcy": "month", "miesiącem": "month", "miesiącami": "month", "miesiącach": "month", "tydzień": "week",
        "tygodnia": "week", "tygodniu": "week", "tygodnie": "week", "tygodni": "week", "tygodniem": "week",
        "tygodniami": "week", "tygodniach": "week", "dzień": "day", "dnia": "day", "dniu": "day", "dni": "day",
        "dniem": "day", "dniami": "day", "dniach": "day", "doba": "day", "dobę": "day", "doby": "day",
        "godzina": "hour", "godzinę": "hour", "godziny": "hour", "godzin": "hour", "godzinami": "hour",
        "minuta": "minute", "minutę": "minute", "minuty": "minute", "minut": "minute", "sekunda": "second",
        "sekundy": "second", "sekund": "second", "dekada": "decade", "dekady": "decade", "dekadę": "decade",
        "dekad": "decade", "wiek": "century", "wieku": "century", "wieki": "century", "wieków": "century",
        "kwartał": "quarter", "kwartale": "quarter", "kwartału": "quarter", "kwartały": "quarter", "półrocze": "half",
        "półroczu": "half", "półrocza": "half", "weekend": "weekend", "weekendu": "weekend", "weekendy": "weekend",
        "noce": "night", "nocy": "night",
    },
    numbers=_ONES
    | counted("dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu "
              "osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu", 10)
    | joined(_TENS, " ", _ONES) | {"sto": 100, "tysiąc": 1000},
    quantities={
        "kilka": "X", "kilku": "X", "kilkanaście": "X", "kilkunastu": "X", "kilkadziesiąt": "X", "parę": "X",
        "paru": "X", "wiele": "X", "wielu": "X", "setki": "X", "pół": "0.5", "półtora": "1.5", "półtorej": "1.5",
        "oba": "2", "ostatnich kilka": "X",
    },
    relative={
        "dziś": "day+0", "dzisiaj": "day+0", "wczoraj": "day-1", "przedwczoraj": "day-2", "jutro": "day+1",
        "pojutrze": "day+2", "wczoraj wieczorem": "day-1TEV", "dziś rano": "day+0TMO", "dziś wieczorem": "day+0TEV",
        "jutro rano": "day+1TMO", "wczoraj rano": "day-1TMO", "dziś w nocy": "day+0TNI", "w tym roku": "year+0",
        "zeszłej nocy": "day-1TNI", "w południe": "XXXX-XX-XXT12:00", "o północy": "XXXX-XX-XXT24:00",
        "rok temu": "year-1", "tydzień temu": "week-1", "miesiąc temu": "month-1", "za rok": "year+1",
        "za tydzień": "week+1", "za miesiąc": "month+1", "obecnie": "PRESENT_REF",
    },
    directions=inflected({"ubiegł": "last", "zeszł": "last", "minion": "last", "przyszł": "next", "kolejn": "following", "następn": "following", "bieżąc": "this", "nadchodząc": "next"}, _HARD)
    | inflected({"ostatn": "last", "poprzedn": "previous"}, _SOFT)
    | {"bieżącego": "this", "bieżącym": "this", "nadchodzący": "next", "nadchodzącym": "next", "ten": "this", "ta": "this", "to": "this", "tego": "this", "tej": "this", "tym": "this",
       "tę": "this", "tych": "this", "te": "this", "tamtego": "that", "tamtej": "that", "tamtym": "that",
       "ten sam": "same", "tego samego": "same", "tej samej": "same", "tym samym": "same", "br.": "this",
       "ub.": "last"},
    only_after=["br.", "ub."],
    after=["br.", "ub.", "bieżącego", "ubiegłego", "zeszłego", "przyszłego"],
    ago_before=["przed"],
    ago_after=["temu", "wstecz"],
    ahead_before=["za"],
    later=["później", "potem"],
    earlier=["wcześniej", "przedtem"],
    by_one=["rok", "dzień", "tydzień", "miesiąc"],
    parts={"rano": "MO", "ranem": "MO", "rankiem": "MO", "przed południem": "MO", "po południu": "AF", "popołudnie": "AF", "popołudniu": "AF", "wieczór": "EV", "wieczorem": "EV", "nocą": "NI",
           "w nocy": "NI", "noc": "NI"},
    in_part=["w", "nad"],
    seasons={
        "wiosna": "SP", "wiosną": "SP", "wiosnę": "SP", "wiosny": "SP", "latem": "SU", "jesień": "FA", "jesienią": "FA",
        "jesieni": "FA", "zima": "WI", "zimą": "WI", "zimę": "WI", "zimy": "WI",
    },
    modifiers={
        "początek": "START", "na początku": "START", "początku": "START", "z początkiem": "START", "w połowie": "MID",
        "połowa": "MID", "połowie": "MID", "koniec": "END", "pod koniec": "END", "końcem": "END", "końca": "END",
        "z końcem": "END", "końcu": "END",
    },
    measures={
        "ponad": "MORE_THAN", "więcej niż": "MORE_THAN", "mniej niż": "LESS_THAN", "niespełna": "LESS_THAN",
        "prawie": "APPROX", "około": "APPROX", "ok.": "APPROX", "blisko": "APPROX", "niemal": "APPROX",
        "co najmniej": "EQUAL_OR_MORE", "przynajmniej": "EQUAL_OR_MORE", "najwyżej": "EQUAL_OR_LESS",
        "maksymalnie": "EQUAL_OR_LESS",
    },
    vague={
        "teraz": "PRESENT_REF", "obecnie": "PRESENT_REF", "aktualnie": "PRESENT_REF", "w tej chwili": "PRESENT_REF",
        "niedawno": "PAST_REF", "ostatnio": "PAST_REF", "dawniej": "PAST_REF", "kiedyś": "PAST_REF",
        "w przeszłości": "PAST_REF", "przeszłość": "PAST_REF", "wówczas": "PAST_REF", "przyszłość": "FUTURE_REF",
        "przyszłości": "FUTURE_REF", "wkrótce": "FUTURE_REF", "niebawem": "FUTURE_REF",
        "w najbliższym czasie": "FUTURE_REF",
    },
    frequencies={
        "codziennie": ("1", "day"), "co tydzień": ("1", "week"), "co miesiąc": ("1", "month"), "co rok": ("1", "year"),
        "co roku": ("1", "year"), "rocznie": ("1", "year"), "miesięcznie": ("1", "month"), "tygodniowo": ("1", "week"),
        "dziennie": ("1", "day"), "coroczny": ("1", "year"), "coroczna": ("1", "year"),
    },
    every=["każdy", "każdego", "każdą", "każdej", "każde", "co"],
    decades={stem + ending: n for stem, n in {"dwudziest": 1920, "trzydziest": 1930, "czterdziest": 1940, "pięćdziesiąt": 1950, "sześćdziesiąt": 1960, "siedemdziesiąt": 1970,
             "osiemdziesiąt": 1980, "dziewięćdziesiąt": 1990}.items() for ending in ("e", "ych")},
    decade_words=["lata", "latach", "lat"],
    century_words=["wiek", "wieku", "w."],
    before_era=["p.n.e.", "p. n. e."],
    after_era=["n.e.", "n. e."],
    ordinals={stem + ending: n for stem, n in {"pierwsz": 1, "drug": 2, "czwart": 4}.items() for ending in _HARD.split()}
    | {
        "trzeci": 3, "trzeciego": 3, "trzecim": 3, "trzeciej": 3, "trzecia": 3, "drugi": 2, "drugiego": 2, "drugim": 2,
        "drugiej": 2,
    }
    | {stem + ending: n for stem, n in {"dziewiętnast": 19, "dwudziest": 20, "osiemnast": 18, "siedemnast": 17, "szesnast": 16, "piętnast": 15}.items() for ending in ("y", "ego", "ym")},
    holidays={
        "boże narodzenie": "christmas", "bożego narodzenia": "christmas", "wigilia": "christmas eve",
        "wigilię": "christmas eve", "sylwester": "new year's eve", "sylwestra": "new year's eve",
        "nowy rok": "new year's day", "trzech króli": "epiphany", "wielkanoc": "easter", "wielkanocy": "easter",
        "poniedziałek wielkanocny": "easter monday", "wielki piątek": "good friday",
        "wielki czwartek": "maundy thursday", "boże ciało": "corpus christi", "środa popielcowa": "ash wednesday",
        "wszystkich świętych": "all saints' day",
    },
    clock_before=[
        "o", "o godz.", "o godzinie", "godz.", "około godz.", "od godz.", "do godz.", "po godz.", "przed godz.",
    ],
    clock_after=["czasu lokalnego"],
    hour_words=["o godz.", "o godzinie", "godz.", "godz"],
    conjunctions=["i", "a", "oraz", "lub"],
    between=["między", "pomiędzy"],
    to=["do"],
    cues=["w", "we", "od", "do", "z", "i", "między", "po", "przed", "rok", "roku", "lata", "latach", "na"],
    many_units=["lata", "lat", "latach", "latami", "miesiące", "miesięcy", "miesiącami", "miesiącach", "tygodnie", "tygodni", "tygodniami", "tygodniach", "dni", "dniami", "dniach", "godziny",
                "godzin", "godzinami", "minuty", "minut", "sekundy", "sekund", "dekady", "dekad", "wieki", "wieków",
                "kwartały", "noce", "weekendy"],
    during=["przez", "od", "po"],
    since=["od", "począwszy od"],
    until=["do", "aż do"],
    bare_ahead=True,
    ahead=r"będzie|będą|ma|mają|planuje|planują|odbędzie|odbędą|zostanie|zostaną|rozpocznie|zacznie|spotka|spotkają|wystąpi|zagra|zagrają|\pL+(?:ujemy)",
    behind=r"był|była|było|były|byli|został|została|zostało|zostały|zostali|miał|miała|\pL{2,}(?:ał|ała|ało|ali|ały|ił|iła|iło|ili|iły|ył|yła|yło|yli|yły|ął|ęła|ęli|ęły|ło|zła|zli|kł|kła|kli|dł|dła|dli|zono|ano|ony|ona)",
    common="w na z że się do nie jest to od o przez jak za po dla oraz był ale który".split(),
)  # fmt: skip
