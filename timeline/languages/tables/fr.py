"""French words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected, joined

_ONES = counted("un/une deux trois quatre cinq six sept huit neuf")
_TEENS = counted("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf", 10)
_TENS = each_ten("vingt trente quarante cinquante soixante")

WORDS = Words(
    determiners=["le", "la", "les", "l'", "du", "au"],
    of=["de", "d'", "du", "des"],
    month_words=["mois de", "mois d'"],
    year_words=["année", "an", "années"],
    nth=r"(?:er\b|ère\b|e\b|ème\b|°|º)",
    units={
        "an": "year", "jours": "day", "journée": "day", "journées": "day", "décennie": "decade", "décennies": "decade",
        "siècle": "century", "siècles": "century", "trimestre": "quarter", "trimestres": "quarter", "semestre": "half",
        "semestres": "half", "week-end": "weekend", "week-ends": "weekend", "weekend": "weekend", "nuits": "night",
        "quinzaine": "fortnight", "millénaire": "millennium",
    },
    numbers=_ONES | _TEENS | joined(_TENS, "-", _ONES) | {"vingt et un": 21, "trente et un": 31, "quarante et un": 41, "cinquante et un": 51}
    | {f"soixante-{word}": 60 + n for word, n in _TEENS.items()} | {"quatre-vingts": 80}
    | {f"quatre-vingt-{word}": 80 + n for word, n in (_ONES | _TEENS).items()} | {"cent": 100, "mille": 1000, "premier": 1},
    quantities={
        "plusieurs": "X", "quelques": "X", "de nombreuses": "X", "de nombreux": "X", "une dizaine de": "10",
        "une dizaine d'": "10", "une douzaine de": "12", "une quinzaine de": "15", "une vingtaine de": "20",
        "une vingtaine d'": "20", "une trentaine d'": "30", "une trentaine de": "30", "une cinquantaine d'": "50",
        "une centaine d'": "100", "un demi": "0.5", "une demi-": "0.5", "quelque": "X",
    },
    relative={
        "avant hier": "day-2", "midi": "XXXX-XX-XXT12:00", "minuit": "XXXX-XX-XXT24:00", "l'avant-veille": "day-2",
        "la veille": "day-1", "le lendemain": "day+1", "le surlendemain": "day+2", "de nos jours": "PRESENT_REF",
    },
    directions=inflected({"dernier": "last", "passé": "last", "prochain": "next"}, " s e es") | {
        "dernière": "last", "dernières": "last", "ce": "this", "cet": "this", "cette": "this", "ces": "this",
        "courant": "this", "en cours": "this", "même": "same", "mêmes": "same", "précédent": "previous",
        "précédente": "previous", "précédentes": "previous", "précédents": "previous", "suivant": "following",
        "suivante": "following", "suivants": "following", "suivantes": "following", "d'avant": "previous",
        "d'après": "following", "ce même": "same", "cette même": "same", "à venir": "next",
    },
    only_after=["d'avant", "d'après", "courant"],
    after=["dernier", "dernière", "derniers", "dernières", "passé", "passée", "passés", "passées", "prochain", "prochaine", "prochains", "prochaines", "précédent",
           "précédente", "précédents", "précédentes", "suivant", "suivante", "suivants", "suivantes", "d'avant",
           "d'après", "à venir", "courant", "en cours"],
    ago_before=["il y a", "voici", "voilà", "il y a déjà", "il y a environ"],
    ahead_before=["dans", "d'ici", "d'ici à"],
    later=["plus tard", "après"],
    earlier=["plus tôt", "auparavant", "avant"],
    parts={
        "matin": "MO", "matinée": "MO", "après-midi": "AF", "soir": "EV", "soirée": "EV", "nuit": "NI", "aube": "MO",
    },
    in_part=["au", "du", "dans la", "en", "dans l'", "en fin de", "en fin d'", "à l'"],
    seasons={"printemps": "SP", "été": "SU", "automne": "FA", "hiver": "WI"},
    modifiers={
        "début": "START", "début de": "START", "début d'": "START", "le début de": "START",
        "le début du mois de": "START", "le début": "START", "mi-": "MID", "le milieu de": "MID", "milieu": "MID",
        "milieu de": "MID", "fin": "END", "fin de": "END", "la fin de": "END", "la fin": "END", "la mi-": "MID",
        "courant": "MID",
    },
    measures={
        "plus de": "MORE_THAN", "plus d'": "MORE_THAN", "moins de": "LESS_THAN", "moins d'": "LESS_THAN",
        "environ": "APPROX", "près de": "APPROX", "près d'": "APPROX", "presque": "APPROX", "à peu près": "APPROX",
        "au moins": "EQUAL_OR_MORE", "au plus": "EQUAL_OR_LESS", "à peine": "LESS_THAN",
    },
    vague={
        "maintenant": "PRESENT_REF", "actuellement": "PRESENT_REF", "à présent": "PRESENT_REF",
        "en ce moment": "PRESENT_REF", "de nos jours": "PRESENT_REF", "à l'heure actuelle": "PRESENT_REF",
        "pour l'instant": "PRESENT_REF", "pour le moment": "PRESENT_REF", "désormais": "PRESENT_REF",
        "récemment": "PAST_REF", "dernièrement": "PAST_REF", "autrefois": "PAST_REF", "jadis": "PAST_REF",
        "naguère": "PAST_REF", "à l'époque": "PAST_REF", "il y a peu": "PAST_REF", "il y a longtemps": "PAST_REF",
        "l'avenir": "FUTURE_REF", "le futur": "FUTURE_REF", "bientôt": "FUTURE_REF", "prochainement": "FUTURE_REF",
        "le passé": "PAST_REF", "ces derniers temps": "PAST_REF",
    },
    frequencies={
        "quotidiennement": ("1", "day"), "hebdomadaire": ("1", "week"), "mensuel": ("1", "month"),
        "mensuelle": ("1", "month"), "mensuellement": ("1", "month"), "trimestriel": ("3", "month"),
        "trimestrielle": ("3", "month"), "annuel": ("1", "year"), "annuelle": ("1", "year"),
        "annuellement": ("1", "year"), "par an": ("1", "year"), "par mois": ("1", "month"), "par jour": ("1", "day"),
        "par semaine": ("1", "week"), "semestriel": ("6", "month"),
    },
    every=["chaque", "tous les", "toutes les"],
    decades={"vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960, "soixante-dix": 1970, "quatre-vingt": 1980,
             "quatre-vingts": 1980, "quatre-vingt-dix": 1990},
    decade_words=["années", "décennie"],
    century_words=["siècle", "siècles"],
    before_era=["av. J.-C.", "av. J.C.", "avant J.-C.", "avant Jésus-Christ"],
    after_era=["ap. J.-C.", "apr. J.-C.", "après J.-C."],
    ordinals={
        "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
        "dernier": -1,
    },
    holidays={
        "noël": "christmas", "réveillon": "new year's eve", "jour de l'an": "new year's day",
        "nouvel an": "new year's day", "pâques": "easter", "lundi de pâques": "easter monday",
        "vendredi saint": "good friday", "jeudi saint": "maundy thursday", "mercredi des cendres": "ash wednesday",
        "mardi gras": "mardi gras", "pentecôte": "pentecost", "lundi de pentecôte": "whit monday",
        "toussaint": "all saints' day", "saint-sylvestre": "new year's eve", "ascension": "ascension day",
    },
    and_half=["et demi", "et demie"],
    clock_before=["à", "vers"],
    clock_after=["heures", "heure", "h"],
    conjunctions=["et", "ou"],
    between=["entre"],
    to=["au", "à"],
    cues=["en", "depuis", "dès", "de", "à", "et", "entre", "jusqu'en", "fin", "avant", "après", "vers"],
    many_units=["ans", "années", "semaines", "jours", "heures", "minutes", "secondes", "décennies", "siècles", "trimestres", "semestres", "journées",
                "nuits", "week-ends"],
    since=["depuis", "dès", "à partir", "à compter"],
    until=["jusqu'à", "jusqu'en", "jusqu'au"],
    ahead=r"\pL+(?:era|dra|vra|rra|nira|lira|sira|gira|eront|iront|dront|vront|rront)|aura|auront|vont|va|prévue?s?|doit|doivent",
    behind=r"a|ont|est|sont|était|étaient|avait|avaient|fut|furent|eut|eurent|fit|firent|prit|prirent|mit|vint|tint|déclara|annonça|\pL+(?:èrent|irent)",
    common="les et du dans pour qui est sur pas au sont avec cette une il elle aux ses ont été".split(),
    mail={
        "wrote": ["a écrit"],
        "original": ["message d'origine", "message original"],
        "forwarded": ["message transféré"],
        "sender": ["de"],
        "headers": ["envoyé", "date", "à", "objet"],
    },
)  # fmt: skip
