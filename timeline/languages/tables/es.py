"""Spanish words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, joined

_ONES = counted("un/uno/una dos tres cuatro cinco seis siete ocho nueve")
_GENDERS = {stem + ending: direction for stem, direction in {"pasad": "last", "últim": "last", "próxim": "next", "mism": "same"}.items()
            for ending in ("o", "a", "os", "as")}  # fmt: skip

WORDS = Words(
    determiners=["el", "la", "los", "las", "del", "al", "lo"],
    of=["de", "del", "de el"],
    day_words=["día", "días"],
    month_words=["mes de"],
    year_words=["año", "año de", "años", "el", "del", "al"],
    nth=r"(?:[ºª°]|er\b|ro\b)",
    months={"setiembre": 9},
    ambiguous=["mitad"],
    units={
        "década": "decade", "décadas": "decade", "decenio": "decade", "decenios": "decade", "siglo": "century",
        "siglos": "century", "trimestre": "quarter", "trimestres": "quarter", "semestre": "half", "semestres": "half",
        "fin de semana": "weekend", "fines de semana": "weekend", "noches": "night",
        "quincena": "fortnight", "milenio": "millennium", "mitad": "half",
    },
    numbers=_ONES
    | counted("diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún veintidós veintitrés "
              "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve", 10)
    | joined(each_ten("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"), " y ", _ONES)
    | {"cien": 100, "mil": 1000, "primero": 1},
    quantities={
        "varios": "X", "varias": "X", "algunos": "X", "algunas": "X", "unos": "X", "unas": "X", "pocos": "X",
        "pocas": "X", "unos pocos": "X", "unas pocas": "X", "muchos": "X", "muchas": "X", "numerosos": "X",
        "un par de": "2", "medio": "0.5", "media": "0.5", "otro": "1", "otra": "1", "decenas de": "X",
        "cientos de": "X", "miles de": "X", "ambos": "2", "otros": "X",
    },
    relative={
        "anoche": "day-1TNI", "antes de ayer": "day-2", "antier": "day-2", "pasado mañana": "day+2",
        "hoy en día": "PRESENT_REF", "hoy mismo": "day+0", "al día de hoy": "day+0", "el día de hoy": "day+0",
        "día de hoy": "day+0", "el día de ayer": "day-1", "el día de mañana": "day+1", "hoy por hoy": "PRESENT_REF",
        "mediodía": "XXXX-XX-XXT12:00", "medianoche": "XXXX-XX-XXT24:00",
    },
    directions=_GENDERS
    | {"primeros": "this", "primeras": "this", "este": "this", "esta": "this", "estos": "this", "estas": "this", "actual": "this", "presente": "this", "en curso": "this",
       "ese": "that", "esa": "that", "aquel": "that", "aquella": "that", "esos": "that", "esas": "that",
       "aquellos": "that", "aquellas": "that", "ese mismo": "same", "esa misma": "same", "este mismo": "this",
       "esta misma": "this", "este pasado": "last", "aquel mismo": "same", "anterior": "previous",
       "anteriores": "previous", "previo": "previous", "precedente": "previous", "siguiente": "following",
       "siguientes": "following", "posterior": "following", "entrante": "next", "que viene": "next",
       "venidero": "next"},
    only_after=["que viene", "en curso"],
    after=[
        *_GENDERS, "anterior", "anteriores", "previo", "precedente", "siguiente", "siguientes", "posterior", "entrante",
        "que viene", "venidero", "actual", "en curso",
    ],
    ago_before=["hace", "hace ya", "hace sólo", "hace solo", "hace apenas"],
    ago_after=["atrás"],
    ahead_before=["dentro de", "de aquí a"],
    later=["después", "más tarde"],
    than=["de", "del", "de la", "de los", "de las", "de que"],
    earlier=["antes"],
    parts={"mañana": "MO", "madrugada": "MO", "tarde": "AF", "noche": "NI"},
    in_part=["por la", "de la", "en la", "a la", "de", "al"],
    seasons={"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
    modifiers={
        "primeros días de": "START", "los primeros días de": "START", "primeras horas de": "START",
        "las primeras horas de": "START", "primeros meses de": "START", "los primeros meses de": "START",
        "últimos días de": "END", "los últimos días de": "END", "últimas horas de": "END",
        "los últimos meses de": "END", "principios de": "START", "comienzos de": "START", "inicios de": "START",
        "primeros de": "START", "el comienzo de": "START", "mediados de": "MID", "mitad de": "MID", "finales de": "END",
        "fines de": "END", "final de": "END", "fin de": "END", "últimos de": "END", "el final de": "END",
        "el inicio de": "START", "principio de": "START",
    },
    measures={
        "más de": "MORE_THAN", "menos de": "LESS_THAN", "casi": "APPROX", "unos": "APPROX", "unas": "APPROX",
        "cerca de": "APPROX", "alrededor de": "APPROX", "aproximadamente": "APPROX", "al menos": "EQUAL_OR_MORE",
        "por lo menos": "EQUAL_OR_MORE", "como mínimo": "EQUAL_OR_MORE", "como máximo": "EQUAL_OR_LESS",
    },
    vague={
        "ahora": "PRESENT_REF", "ahora mismo": "PRESENT_REF", "actualmente": "PRESENT_REF", "actual": "PRESENT_REF",
        "actuales": "PRESENT_REF", "la actualidad": "PRESENT_REF", "este momento": "PRESENT_REF",
        "estos momentos": "PRESENT_REF", "el momento": "PRESENT_REF", "hoy en día": "PRESENT_REF",
        "hoy día": "PRESENT_REF", "estos días": "PRESENT_REF", "el presente": "PRESENT_REF",
        "por el momento": "PRESENT_REF", "recientemente": "PAST_REF", "recién": "PAST_REF", "antaño": "PAST_REF",
        "últimamente": "PAST_REF", "reciente": "PAST_REF", "recientes": "PAST_REF", "antiguamente": "PAST_REF",
        "el pasado": "PAST_REF", "aquel entonces": "PAST_REF", "anteriormente": "PAST_REF", "hace poco": "PAST_REF",
        "hace tiempo": "PAST_REF", "hace mucho tiempo": "PAST_REF", "hace poco tiempo": "PAST_REF",
        "el futuro": "FUTURE_REF", "un futuro": "FUTURE_REF", "próximamente": "FUTURE_REF", "en breve": "FUTURE_REF",
        "el corto plazo": "FUTURE_REF", "corto plazo": "FUTURE_REF", "medio plazo": "FUTURE_REF",
        "largo plazo": "FUTURE_REF", "algún día": "FUTURE_REF", "futura": "FUTURE_REF", "futuro": "FUTURE_REF",
        "próximo": "FUTURE_REF", "próxima": "FUTURE_REF", "próximos": "FUTURE_REF", "próximas": "FUTURE_REF",
        "pasado": "PAST_REF", "pasada": "PAST_REF", "futuros": "FUTURE_REF", "futuras": "FUTURE_REF",
    },
    frequencies={
        "diaria": ("1", "day"), "diarios": ("1", "day"), "diarias": ("1", "day"), "diariamente": ("1", "day"),
        "semanal": ("1", "week"), "semanales": ("1", "week"), "semanalmente": ("1", "week"), "quincenal": ("2", "week"),
        "mensual": ("1", "month"), "mensuales": ("1", "month"), "mensualmente": ("1", "month"),
        "bimensual": ("2", "month"), "trimestral": ("3", "month"), "trimestrales": ("3", "month"),
        "semestral": ("6", "month"), "anual": ("1", "year"), "anuales": ("1", "year"), "anualmente": ("1", "year"),
        "al año": ("1", "year"), "al mes": ("1", "month"), "al día": ("1", "day"), "a la semana": ("1", "week"),
        "a diario": ("1", "day"), "al trimestre": ("3", "month"), "por semana": ("1", "week"),
    },
    every=["cada", "todos los", "todas las", "cada uno de los"],
    decades={
        "veinte": 1920, "treinta": 1930, "cuarenta": 1940, "cincuenta": 1950, "sesenta": 1960, "setenta": 1970,
        "ochenta": 1980, "noventa": 1990,
    },
    decade_words=["años", "década de los", "década de", "decenio de"],
    century_words=["siglo", "siglos"],
    before_era=["a.C.", "a. C.", "antes de Cristo"],
    after_era=["d.C.", "d. C.", "después de Cristo"],
    ordinals={
        "primer": 1, "primera": 1, "primero": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercera": 3, "cuarto": 4,
        "cuarta": 4, "último": -1,
    },
    holidays={
        "navidad": "christmas", "navidades": "christmas", "nochebuena": "christmas eve", "nochevieja": "new year's eve",
        "año nuevo": "new year's day", "viernes santo": "good friday", "jueves santo": "holy thursday",
        "domingo de ramos": "palm sunday", "domingo de resurrección": "easter", "miércoles de ceniza": "ash wednesday",
        "pentecostés": "pentecost", "corpus christi": "corpus christi", "la ascensión": "ascension day",
    },
    and_half=["y medio", "y media"],
    clock_before=["las", "la"],
    clock_after=[
        "horas", "hs", "hrs", "h", "hora local", "hora peninsular", "horas locales", "horas gmt", "hora gmt",
        "horas (gmt)",
    ],
    in_month=["en"],
    vague_lengths=True,
    during=["durante", "tras", "llevan", "lleva", "llevaba", "llevaban"],
    conjunctions=["y", "e", "o"],
    between=["entre"],
    to=["al", "a"],
    cues=["en", "desde", "hasta", "de", "del", "a", "al", "para", "entre", "y", "durante"],
    plurals=["los"],
    many_units=[
        "años", "meses", "semanas", "días", "horas", "minutos", "segundos", "décadas", "siglos", "trimestres",
        "semestres", "noches", "decenios", "fines de semana",
    ],
    since=["desde", "a partir"],
    until=["hasta"],
    ahead=r"\pL+(?:ará|erá|irá|drá|brá|arán|erán|irán|drán|brán)|van? a|previst[oa]s?|prevén?|deberán?|tendrán?",
    behind=(r"\pL+(?:ó|aron|ieron|jo|jeron|aba|aban|ía|ían)|fue|fueron|era|ha|han|dijo|hizo|hubo|tuvo|puso|vino|estuvo|dio|vio|pudo|quiso"
          r"|supo|trajo|anduvo|cayó"),
    common="el los las del y que una por con para se su como más pero fue ha sus al".split(),
    mail={
        "wrote": ["escribió"],
        "original": ["mensaje original"],
        "forwarded": ["mensaje reenviado"],
        "sender": ["de"],
        "headers": ["enviado", "enviado el", "fecha", "para", "asunto"],
    },
)  # fmt: skip
