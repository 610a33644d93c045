"""Dutch words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected

_ONES = counted("een/één/eén twee drie vier vijf zes zeven acht negen")
_TENS = each_ten("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
# "tweeëntwintig": a trema where two vowels would run into one.
_BETWEEN = {
    f"{one}{joint}{ten}": n + m
    for ten, n in _TENS.items()
    for one, m in _ONES.items()
    if one != "één" and one != "eén"
    for joint in (("ën", "en") if one.endswith("e") else ("en",))
}
_ORDINALS = counted(
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste"
)

WORDS = Words(
    determiners=["de", "het", "'t", "den"],
    of=["van", "van de", "van het", "der"],
    day_words=["dag"],
    month_words=["maand"],
    year_words=["jaar", "het jaar", "de jaren"],
    compounds=True,
    nth=r"(?:ste|de|e)\b",
    short=["mrt", "sept"],
    ambiguous=["helft"],
    months={"sept": 9},
    units={
        "jaren": "year", "jaartje": "year", "maanden": "month", "weken": "week", "dagen": "day", "uren": "hour",
        "minuten": "minute", "seconden": "second", "decennium": "decade", "decennia": "decade", "eeuw": "century",
        "eeuwen": "century", "kwartaal": "quarter", "kwartalen": "quarter", "trimester": "quarter", "halfjaar": "half",
        "helft": "half", "jaarhelft": "half", "semester": "half", "weekend": "weekend", "weekeinde": "weekend",
        "weekends": "weekend", "weekenden": "weekend", "nachten": "night", "millennium": "millennium", "etmaal": "day",
    },
    numbers=_ONES
    | counted("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 10)
    | _TENS | _BETWEEN | {"honderd": 100, "duizend": 1000, "eerste": 1, "beide": 2},
    quantities={
        "meerdere": "X", "verschillende": "X", "enkele": "X", "een aantal": "X", "enige": "X", "een paar": "X",
        "paar": "X", "veel": "X", "vele": "X", "tientallen": "X", "honderden": "X", "duizenden": "X", "een half": "0.5",
        "een halve": "0.5", "half": "0.5", "halve": "0.5", "anderhalf": "1.5", "anderhalve": "1.5", "tweeënhalf": "2.5",
        "tweeëneenhalf": "2.5", "drieënhalf": "3.5", "ruim een": "1", "nog een": "1", "een tiental": "10",
        "een twintigtal": "20", "een dozijn": "12", "een dikke": "1",
    },
    relative={
        "vandaag": "day+0", "gisteren": "day-1", "eergisteren": "day-2", "morgen": "day+1", "overmorgen": "day+2",
        "vanochtend": "day+0TMO", "vanmorgen": "day+0TMO", "vanmiddag": "day+0TAF", "vanavond": "day+0TEV",
        "vannacht": "day+0TNI", "gisterochtend": "day-1TMO", "gistermorgen": "day-1TMO", "gistermiddag": "day-1TAF",
        "gisteravond": "day-1TEV", "gisternacht": "day-1TNI", "morgenochtend": "day+1TMO", "morgenvroeg": "day+1TMO",
        "morgenmiddag": "day+1TAF", "morgenavond": "day+1TEV", "het middaguur": "XXXX-XX-XXT12:00",
        "middernacht": "XXXX-XX-XXT24:00", "tegenwoordig": "PRESENT_REF", "vorig jaar": "year-1",
        "volgend jaar": "year+1", "komend jaar": "year+1", "dit jaar": "year+0", "van 't jaar": "year+0",
        "eergisteravond": "day-2TEV",
    },
    directions=inflected(
        {"afgelopen": "last", "vorig": "last", "verleden": "last", "voorbij": "last", "laatst": "last", "volgend": "next", "komend": "next",
         "aanstaand": "next", "eerstvolgend": "next", "aankomend": "next", "huidig": "this", "lopend": "this",
         "voorgaand": "previous", "voorafgaand": "previous", "daaropvolgend": "following", "opvolgend": "following",
         "daarop volgend": "following", "erop volgend": "following"},
        " e",
    ) | {"deze": "this", "dit": "this", "die": "that", "dat": "that", "dezelfde": "same", "hetzelfde": "same", "diezelfde": "same",
         "datzelfde": "same", "jongstleden": "last", "j.l.": "last", "jl.": "last", "a.s.": "next",
         "daarop": "following", "daarvoor": "previous", "ervoor": "previous", "erna": "following",
         "daarna": "following"},
    after=["jongstleden", "j.l.", "jl.", "a.s.", "aanstaande", "daarop", "daarvoor", "ervoor", "erna", "daarna"],
    only_after=["jongstleden", "j.l.", "jl.", "a.s.", "daarop", "daarvoor", "ervoor", "erna", "daarna"],
    ago_after=["geleden", "terug"],
    ahead_before=["over", "binnen"],
    later=["later", "erna", "daarna", "nadien"],
    earlier=["eerder", "ervoor", "daarvoor", "tevoren", "voordien"],
    by_one=["dag", "week", "maand", "jaar"],
    parts={
        "ochtend": "MO", "voormiddag": "MO", "middag": "AF", "namiddag": "AF", "avond": "EV", "nacht": "NI",
        "'s ochtends": "MO", "'s morgens": "MO", "'s middags": "AF", "'s avonds": "EV", "'s nachts": "NI",
        "ochtends": "MO", "morgens": "MO", "middags": "AF", "avonds": "EV", "nachts": "NI",
    },
    in_part=["in de", "'s", "op de"],
    seasons={"lente": "SP", "voorjaar": "SP", "zomer": "SU", "herfst": "FA", "najaar": "FA", "winter": "WI"},
    modifiers={
        "eerder": "START", "later": "END", "de eerste maanden van": "START", "de laatste maanden van": "END",
        "vroege": "START", "de vroege": "START", "late": "END", "de late": "END", "de eerste dagen van": "START",
        "de laatste dagen van": "END", "eerste helft van": "START", "de eerste helft van": "START",
        "tweede helft van": "END", "de tweede helft van": "END", "begin": "START", "begin van": "START",
        "het begin van": "START", "aanvang van": "START", "half": "MID", "medio": "MID", "midden": "MID",
        "midden in": "MID", "het midden van": "MID", "eind": "END", "einde": "END", "eind van": "END",
        "einde van": "END", "het eind van": "END", "het einde van": "END",
    },
    measures={
        "meer dan": "MORE_THAN", "ruim": "MORE_THAN", "minder dan": "LESS_THAN", "nog geen": "LESS_THAN",
        "bijna": "APPROX", "ongeveer": "APPROX", "circa": "APPROX", "ca.": "APPROX", "zo'n": "APPROX",
        "zowat": "APPROX", "rond de": "APPROX", "minstens": "EQUAL_OR_MORE", "ten minste": "EQUAL_OR_MORE",
        "minimaal": "EQUAL_OR_MORE", "maximaal": "EQUAL_OR_LESS", "hooguit": "EQUAL_OR_LESS",
        "ten hoogste": "EQUAL_OR_LESS",
    },
    vague={
        "nu": "PRESENT_REF", "thans": "PRESENT_REF", "momenteel": "PRESENT_REF", "op dit moment": "PRESENT_REF",
        "dit moment": "PRESENT_REF", "op dit ogenblik": "PRESENT_REF", "tegenwoordig": "PRESENT_REF",
        "vandaag de dag": "PRESENT_REF", "heden": "PRESENT_REF", "onlangs": "PAST_REF", "recent": "PAST_REF",
        "recentelijk": "PAST_REF", "recente": "PAST_REF", "kort geleden": "PAST_REF", "lang geleden": "PAST_REF",
        "de laatste tijd": "PAST_REF", "destijds": "PAST_REF", "indertijd": "PAST_REF", "vroeger": "PAST_REF",
        "het verleden": "PAST_REF", "de afgelopen tijd": "PAST_REF", "voorheen": "PAST_REF",
        "de toekomst": "FUTURE_REF", "toekomst": "FUTURE_REF", "binnenkort": "FUTURE_REF",
        "de nabije toekomst": "FUTURE_REF", "binnen afzienbare tijd": "FUTURE_REF", "op korte termijn": "FUTURE_REF",
        "op lange termijn": "FUTURE_REF", "op termijn": "FUTURE_REF", "weldra": "FUTURE_REF",
        "de komende tijd": "FUTURE_REF",
    },
    frequencies={
        "dagelijks": ("1", "day"), "dagelijkse": ("1", "day"), "wekelijks": ("1", "week"), "wekelijkse": ("1", "week"),
        "tweewekelijks": ("2", "week"), "maandelijks": ("1", "month"), "maandelijkse": ("1", "month"),
        "jaarlijks": ("1", "year"), "jaarlijkse": ("1", "year"), "halfjaarlijks": ("6", "month"),
        "halfjaarlijkse": ("6", "month"), "tweejaarlijks": ("2", "year"), "tweejaarlijkse": ("2", "year"),
        "per dag": ("1", "day"), "per week": ("1", "week"), "per maand": ("1", "month"), "per jaar": ("1", "year"),
        "per kwartaal": ("3", "month"), "per uur": ("1", "hour"),
    },
    every=["elke", "elk", "iedere", "ieder", "alle", "om de"],
    decades={
        "twintig": 1920, "dertig": 1930, "veertig": 1940, "vijftig": 1950, "zestig": 1960, "zeventig": 1970,
        "tachtig": 1980, "negentig": 1990,
    },
    decade_words=["jaren"],
    century_words=["eeuw", "eeuwse"],
    before_era=["v.Chr.", "v. Chr.", "voor Christus"],
    after_era=["n.Chr.", "n. Chr.", "na Christus"],
    ordinals=_ORDINALS | {"laatste": -1},
    holidays={
        "kerst": "christmas", "kerstmis": "christmas", "eerste kerstdag": "christmas", "tweede kerstdag": "boxing day",
        "kerstavond": "christmas eve", "oudejaarsavond": "new year's eve", "oudejaarsdag": "new year's eve",
        "oudjaar": "new year's eve", "nieuwjaarsdag": "new year's day", "nieuwjaar": "new year's day",
        "pasen": "easter", "eerste paasdag": "easter", "paaszondag": "easter", "tweede paasdag": "easter monday",
        "paasmaandag": "easter monday", "goede vrijdag": "good friday", "witte donderdag": "maundy thursday",
        "palmzondag": "palm sunday", "aswoensdag": "ash wednesday", "hemelvaartsdag": "ascension day",
        "hemelvaart": "ascension day", "pinksteren": "pentecost", "tweede pinksterdag": "whit monday",
        "pinkstermaandag": "whit monday", "driekoningen": "epiphany", "allerheiligen": "all saints' day",
        "valentijnsdag": "valentine's day", "wapenstilstandsdag": "armistice day",
    },
    and_half=["en een half"],
    during=["gedurende", "al", "na"],
    clock_before=["om", "rond", "tegen", "vanaf", "tot", "omstreeks", "sinds", "na", "voor", "van"],
    clock_after=[
        "uur", "u", "u.", "uur gmt", "uur utc", "uur plaatselijke tijd", "uur lokale tijd", "uur nederlandse tijd",
    ],
    half_hour=["half"],
    conjunctions=["en", "of"],
    between=["tussen"],
    to=["tot", "tot en met", "t/m", "tot aan"],
    cues=[
        "in", "sinds", "vanaf", "tot", "van", "uit", "en", "tussen", "na", "voor", "vóór", "rond", "sedert", "om",
        "tegen", "per", "over",
    ],
    plurals=[],
    many_units=[
        "jaren", "maanden", "weken", "dagen", "uren", "minuten", "seconden", "decennia", "eeuwen", "kwartalen",
        "nachten", "weekends", "weekenden",
    ],
    on_day=["op"],
    pronouns=["die", "dat"],
    since=["sinds", "sedert", "vanaf", "sinds de", "sinds het", "vanaf de"],
    until=["tot", "tot en met", "t/m", "tot aan", "uiterlijk"],
    ahead=r"zal|zullen|zou|zouden|gaat|gaan|wil|willen|moet|moeten|wordt|worden|gepland|voorzien|verwacht|plan|plannen|begint|beginnen|opent|openen|vindt|vinden|volgt|volgen|start|starten|treedt|treden|speelt|spelen",
    behind=(r"was|waren|werd|werden|had|hadden|heeft|hebben|is|zijn|kwam|kwamen|ging|gingen|zei|zeiden|gaf|gaven|nam|namen|vond|vonden|liet|lieten"
          r"|bleek|bleken|bleef|bleven|begon|begonnen|stierf|stierven|overleed|sprak|spraken|trad|traden|won|wonnen|verloor|verloren|viel|vielen"
          r"|hield|hielden|schreef|schreven|kreeg|kregen|sloeg|sloot|sloten|stond|stonden|zag|zagen|brak|braken|bracht|brachten|dacht|deed|deden"
          r"|riep|riepen|trok|trokken|vertrok|schoot|schoten|besloot|besloten|ontstond|verkocht|verkochten|bezocht|bezochten|steeg|stegen|liep|liepen|ontving|ontvingen|omgekomen|overleden|\pL{3,}(?:kte|kten|fte|ften|ste|sten|tte|tten|rde|rden|lde|lden|nde|nden|gde|gden|dde|dden)"),
    common="het een van dat niet wordt werd zijn voor met op te aan ook door bij naar worden heeft deze".split(),
)  # fmt: skip
