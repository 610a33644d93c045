"""Portuguese words of time, of Portugal and of Brazil."""

from __future__ import annotations

from timeline.languages.words import Words, counted, each_ten, inflected, joined

_ONES = counted("um/uma dois/duas três quatro cinco seis sete oito nove")

WORDS = Words(
    determiners=["o", "a", "os", "as", "do", "da", "dos", "das", "no", "na", "nos", "nas", "ao", "à", "pelo"],
    of=["de", "do"],
    day_words=["dia", "dias"],
    month_words=["mês de"],
    year_words=["ano", "ano de", "anos"],
    nth=r"(?:[º°ª]|\.º)",
    ambiguous=["segunda", "terça", "quarta", "quinta", "sexta"],
    weekdays={
        "segundas-feiras": 1, "terças-feiras": 2, "quartas-feiras": 3, "quintas-feiras": 4, "sextas-feiras": 5,
        "sábados": 6, "domingos": 7,
    },
    units={
        "década": "decade", "décadas": "decade", "século": "century", "séculos": "century", "trimestre": "quarter",
        "trimestres": "quarter", "semestre": "half", "semestres": "half", "fim de semana": "weekend",
        "fins de semana": "weekend", "final de semana": "weekend", "noites": "night", "quinzena": "fortnight",
        "milênio": "millennium",
    },
    numbers=_ONES
    | counted("dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove", 10)
    | joined(each_ten("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"), " e ", _ONES) | {"cem": 100, "mil": 1000, "primeiro": 1},
    quantities={
        "vários": "X", "várias": "X", "alguns": "X", "algumas": "X", "poucos": "X", "poucas": "X", "muitos": "X",
        "muitas": "X", "uns": "X", "umas": "X", "um par de": "2", "meio": "0.5", "meia": "0.5", "uma dezena de": "10",
        "dezenas de": "X", "diversos": "X",
    },
    relative={
        "depois de amanhã": "day+2", "anteontem": "day-2", "esta noite": "day+0TNI", "hoje em dia": "PRESENT_REF",
        "meio-dia": "XXXX-XX-XXT12:00", "meia-noite": "XXXX-XX-XXT24:00", "ontem à noite": "day-1TNI",
    },
    directions=inflected({"passad": "last", "últim": "last", "próxim": "next", "mesm": "same"}, "o a os as")
    | inflected({"este": "this", "esta": "this", "neste": "this", "nesta": "this", "deste": "this", "desta": "this", "esse": "this", "essa": "this",
                 "nesse": "this", "nessa": "this", "desse": "this", "dessa": "this", "aquele": "that", "aquela": "that",
                 "naquele": "that",
                 "naquela": "that", "daquele": "that", "corrente": "this", "seguinte": "following", "anterior": "previous"}, " s")
    | {
        "atual": "this", "em curso": "this", "anteriores": "previous", "posterior": "following", "que vem": "next",
        "no mesmo": "same", "retrasado": "last",
    },
    only_after=["que vem", "em curso"],
    after=[*inflected({"passad": "", "próxim": "", "mesm": ""}, "o a os as"), "seguinte", "seguintes", "anterior", "anteriores", "posterior", "corrente", "atual",
           "em curso", "que vem", "retrasado"],
    ago_before=["há", "faz", "há cerca de", "há mais de", "há quase", "há apenas"],
    ago_after=["atrás"],
    ahead_before=["daqui a", "dentro de"],
    later=["depois", "mais tarde"],
    than=["de", "do", "da", "dos", "das", "de o"],
    earlier=["antes"],
    parts={"manhã": "MO", "madrugada": "MO", "tarde": "AF", "noite": "NI"},
    in_part=["de", "à", "pela", "da", "na", "de", "ao"],
    seasons={"primavera": "SP", "verão": "SU", "outono": "FA", "inverno": "WI"},
    modifiers={
        "início de": "START", "o início de": "START", "começo de": "START", "o começo de": "START",
        "princípio de": "START", "princípios de": "START", "inícios de": "START", "meados de": "MID",
        "o meio de": "MID", "fim de": "END", "o fim de": "END", "final de": "END", "o final de": "END",
        "fins de": "END", "finais de": "END", "início do mês de": "START", "início do": "START", "fim do": "END",
        "final do": "END", "meados do": "MID",
    },
    measures={
        "mais de": "MORE_THAN", "menos de": "LESS_THAN", "cerca de": "APPROX", "quase": "APPROX",
        "aproximadamente": "APPROX", "perto de": "APPROX", "pelo menos": "EQUAL_OR_MORE", "ao menos": "EQUAL_OR_MORE",
        "no máximo": "EQUAL_OR_LESS",
    },
    vague={
        "agora": "PRESENT_REF", "atualmente": "PRESENT_REF", "actualmente": "PRESENT_REF", "hoje em dia": "PRESENT_REF",
        "neste momento": "PRESENT_REF", "no momento": "PRESENT_REF", "atual": "PRESENT_REF", "atuais": "PRESENT_REF",
        "recentemente": "PAST_REF", "ultimamente": "PAST_REF", "no passado": "PAST_REF", "o passado": "PAST_REF",
        "outrora": "PAST_REF", "antigamente": "PAST_REF", "há pouco": "PAST_REF", "há muito": "PAST_REF",
        "há muito tempo": "PAST_REF", "futuro": "FUTURE_REF", "o futuro": "FUTURE_REF", "no futuro": "FUTURE_REF",
        "em breve": "FUTURE_REF", "futuramente": "FUTURE_REF", "brevemente": "FUTURE_REF",
    },
    frequencies={
        "diária": ("1", "day"), "diariamente": ("1", "day"), "semanal": ("1", "week"), "semanalmente": ("1", "week"),
        "mensal": ("1", "month"), "mensais": ("1", "month"), "mensalmente": ("1", "month"),
        "trimestral": ("3", "month"), "semestral": ("6", "month"), "anual": ("1", "year"), "anuais": ("1", "year"),
        "anualmente": ("1", "year"), "por ano": ("1", "year"), "ao ano": ("1", "year"), "por mês": ("1", "month"),
        "ao mês": ("1", "month"), "por dia": ("1", "day"), "por semana": ("1", "week"),
    },
    every=["cada", "todos os", "todas as", "todo", "toda"],
    decades={
        "vinte": 1920, "trinta": 1930, "quarenta": 1940, "cinquenta": 1950, "sessenta": 1960, "setenta": 1970,
        "oitenta": 1980, "noventa": 1990,
    },
    decade_words=["anos", "década de"],
    century_words=["século", "séculos"],
    before_era=["a.C.", "a. C.", "antes de Cristo"],
    after_era=["d.C.", "d. C.", "depois de Cristo"],
    ordinals={
        "primeiro": 1, "primeira": 1, "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4,
        "quarta": 4, "último": -1,
    },
    holidays={
        "natal": "christmas", "véspera de natal": "christmas eve", "réveillon": "new year's eve",
        "ano novo": "new year's day", "páscoa": "easter", "domingo de páscoa": "easter",
        "sexta-feira santa": "good friday", "quarta-feira de cinzas": "ash wednesday", "pentecostes": "pentecost",
        "corpus christi": "corpus christi", "domingo de ramos": "palm sunday",
    },
    and_half=["e meio", "e meia"],
    clock_before=["às", "as", "a partir das", "das"],
    clock_after=["horas", "h", "horas da"],
    conjunctions=["e", "ou"],
    between=["entre"],
    to=["ao", "a"],
    cues=["em", "desde", "até", "de", "entre", "e", "no", "durante"],
    plurals=["aos", "às", "os", "nos"],
    many_units=["anos", "meses", "semanas", "dias", "horas", "minutos", "segundos", "décadas", "séculos", "trimestres", "semestres", "noites",
                "fins de semana"],
    since=["desde", "a partir"],
    until=["até", "até ao", "até à", "até o", "até a"],
    ahead=r"\pL+(?:ará|erá|irá|porá)|serão|terão|irão|estarão|poderão|haverão|vai|vão|previst[oa]s?|devem?",
    behind=r"foi|foram|era|eram|tinha|tinham|havia|disse|fez|teve|deu|veio|vieram|esteve|pôs|\pL{2,}(?:rreu|ndeu|rdeu|ceu)|\pL{3,}iu|\pL+(?:aram|eram|iram|ou)",
    common="o os da do que em uma não dos para com na no foi das ao pelo são há às".split(),
    mail={
        "wrote": ["escreveu"],
        "original": ["mensagem original"],
        "forwarded": ["mensagem encaminhada"],
        "sender": ["de"],
        "headers": ["enviada em", "enviado em", "data", "para", "assunto"],
    },
)  # fmt: skip
