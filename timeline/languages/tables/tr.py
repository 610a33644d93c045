"""Turkish words of time: case is an ending, behind an apostrophe after a figure or a name."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, joined

_ONES = counted("bir iki üç dört beş altı yedi sekiz dokuz")
_TENS = each_ten("yirmi otuz kırk elli altmış yetmiş seksen doksan")
# Of, in, from, to: by the vowels of the noun.
_CASES = {
    "yıl": "yıl yılı yılın yılda yıldan yıla yılında yılından yılına yılının yıldır yıllar yılları yıllarda yıllarında yılların",
    "ay": "ay ayı ayın ayda aydan aya ayında ayından ayına ayının aydır aylar ayları aylarda aylarında ayların",
    "hafta": "hafta haftayı haftanın haftada haftadan haftaya haftasında haftasının haftadır haftalar haftaları haftalarda haftaların",
    "gün": "gün günü günün günde günden güne gününde gününden gününe gününün gündür günler günleri günlerde günlerin",
    "saat": "saat saati saatte saatten saatin saatinde saattir saatler saatleri saatlerinde saatlerde",
    "dakika": "dakika dakikada dakikadan dakikanın dakikadır dakikalar",
    "saniye": "saniye saniyede saniyeler",
}
_UNITS = {
    "yıl": "year",
    "ay": "month",
    "hafta": "week",
    "gün": "day",
    "saat": "hour",
    "dakika": "minute",
    "saniye": "second",
}
_WEEKDAYS = {
    form: n
    for n, forms in enumerate(("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"), 1)
    for form in (forms, f"{forms} günü", f"{forms} gününe", f"{forms} gününden")
}  # fmt: skip

WORDS = Words(
    year_words=["yılı", "yılında", "yıllar"],
    year_tails=["yılı", "yılında", "yılından", "yılına", "yılının", "yıllarında", "senesi", "senesinde"],
    day_words=["günü"],
    month_words=["ayı"],
    nth=r"(?:['’]?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)|\.)",
    months={"mayıs": 5},
    weekdays=_WEEKDAYS,
    ambiguous=["pazar", "yaz", "yazın", "yazı", "bahar"],
    year_first=True,
    endings=r"(?:['’]?[^\W\d_]{1,5})?",
    capitals=True,
    short=["ocak", "ekim", "oca", "mar", "may", "ara", "kas", "tem", "haz"],
    units={form: _UNITS[noun] for noun, forms in _CASES.items() for form in forms.split()}
    | {"sene": "year", "seneler": "year", "yüzyıl": "century", "yüzyılda": "century", "yüzyılın": "century", "yüzyıllar": "century", "asır": "century", "çeyrek": "quarter", "çeyreği": "quarter",
       "çeyreğinde": "quarter", "çeyrekte": "quarter", "hafta sonu": "weekend", "hafta sonunda": "weekend",
       "yarıyıl": "half", "yarısı": "half", "yarısında": "half", "on yıl": "decade"},
    numbers=_ONES | counted("on", 10) | joined({"on": 10}, " ", _ONES) | _TENS | joined(_TENS, " ", _ONES) | {"yüz": 100, "bin": 1000},
    quantities={
        "birkaç": "X", "bir kaç": "X", "birçok": "X", "pek çok": "X", "yarım": "0.5", "bir buçuk": "1.5",
        "iki buçuk": "2.5", "onlarca": "X", "yüzlerce": "X", "çok": "X",
    },
    relative={
        "bugün": "day+0", "dün": "day-1", "evvelsi gün": "day-2", "önceki gün": "day-2", "yarın": "day+1",
        "öbür gün": "day+2", "dün akşam": "day-1TEV", "dün gece": "day-1TNI", "bu sabah": "day+0TMO",
        "bu akşam": "day+0TEV", "bu gece": "day+0TNI", "dün sabah": "day-1TMO", "yarın sabah": "day+1TMO",
        "yarın akşam": "day+1TEV", "geçen yıl": "year-1", "bu yıl": "year+0", "gelecek yıl": "year+1",
        "önümüzdeki yıl": "year+1", "geçen sene": "year-1", "bu sene": "year+0", "gece yarısı": "XXXX-XX-XXT24:00",
        "günümüzde": "PRESENT_REF", "bugünlerde": "PRESENT_REF",
    },
    directions={
        "geçen": "last", "geçtiğimiz": "last", "son": "last", "gelecek": "next", "önümüzdeki": "next", "bu": "this",
        "içinde bulunduğumuz": "this", "o": "that", "aynı": "same", "ertesi": "following", "sonraki": "following",
        "bir sonraki": "following", "önceki": "previous", "bir önceki": "previous", "takip eden": "following",
    },
    ago_after=["önce", "evvel"],
    later=["sonra"],
    parts={
        "sabah": "MO", "sabahı": "MO", "öğleden sonra": "AF", "öğle": "AF", "akşam": "EV", "akşamı": "EV", "gece": "NI",
        "gecesi": "NI",
    },
    seasons={"ilkbahar": "SP", "ilkbaharda": "SP", "bahar": "SP", "yaz": "SU", "yazı": "SU", "yazında": "SU", "yazın": "SU", "sonbahar": "FA", "sonbaharda": "FA", "sonbaharında": "FA", "kış": "WI",
             "kışın": "WI", "kışında": "WI"},
    measures={
        "en az": "EQUAL_OR_MORE", "yaklaşık": "APPROX", "aşağı yukarı": "APPROX", "neredeyse": "APPROX",
        "en fazla": "EQUAL_OR_LESS", "en çok": "EQUAL_OR_LESS",
    },
    vague={
        "şimdi": "PRESENT_REF", "şu anda": "PRESENT_REF", "şu an": "PRESENT_REF", "halen": "PRESENT_REF",
        "günümüzde": "PRESENT_REF", "geçenlerde": "PAST_REF", "yakın zamanda": "PAST_REF", "eskiden": "PAST_REF",
        "geçmişte": "PAST_REF", "gelecekte": "FUTURE_REF", "yakında": "FUTURE_REF", "ileride": "FUTURE_REF",
    },
    frequencies={"günlük": ("1", "day"), "haftalık": ("1", "week"), "aylık": ("1", "month"), "yıllık": ("1", "year")},
    every=["her"],
    century_words=["yüzyıl", "yüzyılda", "yüzyılın", "yüzyılın sonunda", "asır"],
    before_era=["MÖ", "M.Ö."],
    after_era=["MS", "M.S."],
    ordinals={"ilk": 1, "birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "son": -1},
    holidays={"yılbaşı": "new year's day", "yılbaşında": "new year's day", "noel": "christmas", "paskalya": "easter"},
    clock_before=["saat"],
    hour_words=["saat"],
    conjunctions=["ve", "veya"],
    to=["ile"],
    cues=["yılı", "den", "dan", "kadar", "ve", "ile", "sonra", "önce", "son"],
    many_units=["yıllar", "yılları", "yıllarda", "aylar", "ayları", "aylarda", "haftalar", "haftaları", "haftalarda", "günler", "günleri", "günlerde", "saatler", "saatleri", "saatlerde", "dakikalar",
                "yüzyıllar"],
    since=["beri", "itibaren"],
    until=["kadar", "dek"],
    ahead=r"\pL+(?:acak|ecek|acaklar|ecekler|acağı|eceği|acağını|eceğini)|planlanıyor|bekleniyor",
    behind=r"\pL+(?:dı|di|du|dü|tı|ti|tu|tü|dılar|diler|dular|düler|tılar|tiler|mıştı|mişti|muştu|müştü|mış|miş|muş|müş)",
    common="ve bir bu için ile olarak olan daha çok ancak gibi sonra ise kadar göre oldu olduğu tarafından".split(),
)  # fmt: skip
