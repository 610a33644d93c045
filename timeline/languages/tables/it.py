"""Italian words of time."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected

_ONES = counted("uno due tre quattro cinque sei sette otto nove")
_TENS = each_ten("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
# "ventuno" and "ventotto" lose the vowel of the ten.
_BETWEEN = {
    (ten[:-1] if one in ("uno", "otto") else ten) + ("tré" if one == "tre" else one): n + m
    for ten, n in _TENS.items()
    for one, m in _ONES.items()
}

WORDS = Words(
    determiners=[
        "il", "lo", "la", "i", "gli", "le", "l'", "del", "dello", "della", "dell'", "dei", "degli", "delle", "al",
        "dal", "nel", "nell'", "nella", "sul",
    ],
    of=["di", "del", "dell'"],
    day_words=["giorno", "giorni"],
    month_words=["mese di"],
    year_words=["anno", "anni"],
    year_articles=["il"],
    nth=r"(?:[°º]|mo\b)",
    ambiguous=["metà"],
    units={
        "giornata": "day", "giornate": "day", "decennio": "decade", "decenni": "decade", "secolo": "century",
        "secoli": "century", "trimestre": "quarter", "trimestri": "quarter", "semestre": "half", "semestri": "half",
        "fine settimana": "weekend", "weekend": "weekend", "notti": "night", "millennio": "millennium", "metà": "half",
        "quindicina": "fortnight",
    },
    numbers=_ONES | {"un": 1, "una": 1, "un'": 1}
    | counted("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 10) | _TENS | _BETWEEN
    | {"cento": 100, "mille": 1000, "primo": 1},
    quantities={
        "alcuni": "X", "alcune": "X", "qualche": "X", "pochi": "X", "poche": "X", "diversi": "X", "diverse": "X",
        "molti": "X", "molte": "X", "parecchi": "X", "un paio di": "2", "mezzo": "0.5", "mezza": "0.5", "mezz'": "0.5",
        "una decina di": "10", "una ventina di": "20", "una trentina di": "30", "vari": "X", "numerosi": "X",
        "varie": "X", "numerose": "X", "tanti": "X", "tante": "X", "decine di": "X", "centinaia di": "X",
        "una cinquantina di": "50", "un centinaio di": "100", "entrambi": "2",
        **{f"{ten[:-1]}'": str(n) for ten, n in _TENS.items()}, "cent'": "100",
    },
    relative={
        "l'altro ieri": "day-2", "l'altroieri": "day-2", "altroieri": "day-2", "dopodomani": "day+2",
        "stamattina": "day+0TMO", "stamani": "day+0TMO", "stasera": "day+0TEV", "stanotte": "day+0TNI",
        "mezzogiorno": "XXXX-XX-XXT12:00", "mezzanotte": "XXXX-XX-XXT24:00", "al giorno d'oggi": "PRESENT_REF",
        "ieri sera": "day-1TEV", "ieri notte": "day-1TNI", "l'indomani": "day+1", "entro l'anno": "year+0",
        "in serata": "day+0TEV", "in mattinata": "day+0TMO", "in nottata": "day+0TNI", "domani sera": "day+1TEV",
        "domani mattina": "day+1TMO", "ieri mattina": "day-1TMO", "ieri pomeriggio": "day-1TAF",
    },
    directions=inflected({"scors": "last", "passat": "last", "ultim": "last", "quest": "this", "prossim": "next", "quell": "that", "stess": "same"}, "o a i e")
    | {"primi": "this", "prime": "this", "quest'": "this", "quel": "that", "quell'": "that", "quegli": "that", "in corso": "this", "corrente": "this", "precedente": "previous",
       "precedenti": "previous", "seguente": "following", "successivo": "following", "successiva": "following",
       "successivi": "following",
"prima": "previous", "dopo": "following", "medesimo": "same", "quello stesso": "same", "quella stessa": "same",
"venturo": "next",
       "entrante": "next", "l'ultimo": "last", "l'ultima": "last"},
    only_after=["prima", "dopo"],
    after=[*inflected({"scors": "", "passat": "", "prossim": "", "stess": ""}, "o a i e"), "in corso", "corrente", "precedente", "precedenti", "seguente", "successivo",
           "successiva", "successivi", "prima", "dopo", "venturo", "entrante"],
    ago_after=["fa", "or sono", "addietro"],
    ahead_before=["fra", "tra", "entro"],
    later=["dopo", "più tardi"],
    earlier=["prima"],
    parts={
        "mattina": "MO", "mattino": "MO", "mattinata": "MO", "pomeriggio": "AF", "sera": "EV", "serata": "EV",
        "notte": "NI", "alba": "MO",
    },
    in_part=["di", "del", "nella", "nel", "in", "alla", "al", "della"],
    seasons={"primavera": "SP", "estate": "SU", "autunno": "FA", "inverno": "WI"},
    modifiers={
        "primi giorni di": "START", "i primi giorni di": "START", "prime ore di": "START", "le prime ore di": "START",
        "primi mesi di": "START", "i primi mesi di": "START", "ultimi giorni di": "END", "gli ultimi giorni di": "END",
        "ultimi mesi di": "END", "gli ultimi mesi di": "END", "tarda": "END", "inizio": "START", "l'inizio di": "START",
        "gli inizi di": "START", "inizi di": "START", "inizio di": "START", "inizi": "START", "gli inizi": "START",
        "l'inizio": "START", "metà": "MID", "la metà di": "MID", "metà di": "MID", "la metà": "MID", "fine": "END",
        "la fine di": "END", "fine di": "END", "la fine": "END", "primi di": "START",
    },
    measures={
        "più di": "MORE_THAN", "oltre": "MORE_THAN", "meno di": "LESS_THAN", "circa": "APPROX", "quasi": "APPROX",
        "all'incirca": "APPROX", "almeno": "EQUAL_OR_MORE", "al massimo": "EQUAL_OR_LESS", "appena": "LESS_THAN",
    },
    vague={
        "adesso": "PRESENT_REF", "attualmente": "PRESENT_REF", "oggigiorno": "PRESENT_REF", "al momento": "PRESENT_REF",
        "al giorno d'oggi": "PRESENT_REF", "in questo momento": "PRESENT_REF", "attuale": "PRESENT_REF",
        "ormai": "PRESENT_REF", "recentemente": "PAST_REF", "di recente": "PAST_REF", "ultimamente": "PAST_REF",
        "in passato": "PAST_REF", "il passato": "PAST_REF", "un tempo": "PAST_REF", "allora": "PAST_REF",
        "poco fa": "PAST_REF", "in futuro": "FUTURE_REF", "il futuro": "FUTURE_REF", "futuro": "FUTURE_REF",
        "presto": "FUTURE_REF", "prossimamente": "FUTURE_REF", "a breve": "FUTURE_REF",
    },
    frequencies={
        "quotidianamente": ("1", "day"), "giornaliero": ("1", "day"), "settimanale": ("1", "week"),
        "settimanalmente": ("1", "week"), "mensile": ("1", "month"), "mensili": ("1", "month"),
        "mensilmente": ("1", "month"), "trimestrale": ("3", "month"), "semestrale": ("6", "month"),
        "annuale": ("1", "year"), "annuali": ("1", "year"), "annualmente": ("1", "year"), "all'anno": ("1", "year"),
        "al mese": ("1", "month"), "al giorno": ("1", "day"), "alla settimana": ("1", "week"), "l'anno": ("1", "year"),
        "annuo": ("1", "year"), "annui": ("1", "year"),
    },
    every=["ogni", "tutti i", "tutte le", "tutti gli", "ciascun"],
    decades={
        "venti": 1920, "trenta": 1930, "quaranta": 1940, "cinquanta": 1950, "sessanta": 1960, "settanta": 1970,
        "ottanta": 1980, "novanta": 1990,
    },
    decade_words=["anni", "decennio"],
    century_words=["secolo", "secoli", "sec."],
    before_era=["a.C.", "a. C.", "avanti Cristo"],
    after_era=["d.C.", "d. C.", "dopo Cristo"],
    ordinals={"primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "ultimo": -1},
    holidays={
        "natale": "christmas", "vigilia di natale": "christmas eve", "santo stefano": "boxing day",
        "san silvestro": "new year's eve", "capodanno": "new year's day", "epifania": "epiphany", "pasqua": "easter",
        "pasquetta": "easter monday", "lunedì dell'angelo": "easter monday", "venerdì santo": "good friday",
        "giovedì santo": "maundy thursday", "martedì grasso": "mardi gras", "mercoledì delle ceneri": "ash wednesday",
        "pentecoste": "pentecost", "ognissanti": "all saints' day",
    },
    and_half=["e mezzo", "e mezza"],
    during=["per", "da", "durante", "dopo"],
    hour_words=["alle ore", "dalle ore", "ore"],
    clock_before=["alle", "alle ore", "dalle", "le", "ore"],
    clock_after=["ore"],
    in_month=["a", "in"],
    conjunctions=["e", "ed", "o"],
    between=["tra", "fra"],
    to=["al", "a"],
    cues=["nel", "dal", "del", "al", "in", "fino al", "e", "tra", "fra"],
    many_units=[
        "anni", "mesi", "settimane", "giorni", "ore", "minuti", "secondi", "decenni", "secoli", "trimestri", "semestri",
        "giornate", "notti",
    ],
    since=["dal", "dalla", "dall'", "a partire"],
    until=["fino a", "fino al", "fino alla", "entro", "entro la"],
    ahead=r"\pL+(?:erà|irà|arà|drà|vrà|rrà|ranno)|previst[oaie]|dovrebbe|dovrebbero",
    behind=r"sono stat[ie]|è stat[oa]|stat[oaie]|sono \pL+(?:at|it|ut|es|ort|ost|ett)[ie]|ha|hanno|è|era|erano|fu|furono|aveva|avevano|disse|fece|fecero|ebbe|venne|prese|mise|vide|\pL+(?:arono|irono|erono)",
    common="di che della per del sono gli nel alla più dei è anche il nella delle dal degli ha fu".split(),
    mail={
        "wrote": ["ha scritto"],
        "original": ["messaggio originale"],
        "forwarded": ["messaggio inoltrato"],
        "sender": ["da"],
        "headers": ["inviato", "data", "a", "oggetto"],
    },
)  # fmt: skip
