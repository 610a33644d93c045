"""The tense beside a mention in languages other than English: does the day lie ahead, or is it told?

Only forms that cannot be missed: auxiliaries, endings of the future and of the past, and what is planned.
"""

from __future__ import annotations

import polars as pl

AHEAD = {
    "es": r"\pL+(?:ará|erá|irá|drá|brá|arán|erán|irán|drán|brán)|van? a|previst[oa]s?|prevén?|deberán?|tendrán?",
    "de": r"wird|werden|soll|sollen|will|wollen|geplant|vorgesehen|plant|planen|bevorsteh\pL+",
    "fr": r"\pL+(?:era|dra|vra|rra|nira|lira|sira|gira|eront|iront|dront|vront|rront)|aura|auront|vont|va|prévue?s?|doit|doivent",
    "it": r"\pL+(?:erà|irà|arà|drà|vrà|rrà|ranno)|previst[oaie]|dovrebbe|dovrebbero",
    "pt": r"\pL+(?:ará|erá|irá|porá)|serão|terão|irão|estarão|poderão|haverão|vai|vão|previst[oa]s?|devem?",
    "ru": r"буд(?:ет|ут)|состо[ия]тся|пройд[её]т|пройдут|планиру\pL+|намерен\pL*|собира(?:е|ю)тся|ожидается|запланирован\pL*|собер[её]тся"
          r"|начн[её]тся|начнутся|откроется|откроются|долж(?:ен|на|но|ны)|предсто\pL+",
    "uk": r"буд(?:е|уть)|відбуд(?:еться|уться)|пройде|пройдуть|плану\pL+|намір|збира(?:є|ю)ться|очікується|заплановано|збереться"
          r"|почнеться|почнуться|відкриється|повин\pL+|мають",
}  # fmt: skip
BEHIND = {
    "es": r"\pL+(?:ó|aron|ieron|aba|aban|ía|ían)|fue|fueron|era|ha|han|dijo|hizo|hubo|tuvo|puso|vino|estuvo|dio|vio|pudo|quiso"
          r"|supo|trajo|anduvo|cayó",
    "de": r"war|waren|wurde|wurden|hatte|hatten|hat|haben|ist|sind|\pL{3,}te|\pL{3,}ten|\pL*(?:kam|starb|begann|ging|sprach|gab|nahm|fand"
          r"|sah|stand|lag|blieb|hielt|ließ|trat|traf|schlug|brach|fiel|fuhr|flog|verlor|gewann|schrieb|trug|rief|stieg|zog|warf|half|griff"
          r"|schloss|floh|schoss|bot|lief|schied|wuchs|sank|entschied)(?:en)?",
    "fr": r"a|ont|est|sont|était|étaient|avait|avaient|fut|furent|eut|eurent|fit|firent|prit|prirent|mit|vint|tint|déclara|annonça|\pL+(?:èrent|irent)",
    "it": r"ha|hanno|è|era|erano|fu|furono|aveva|avevano|disse|fece|fecero|ebbe|venne|prese|mise|vide|\pL+(?:arono|irono|erono)",
    "pt": r"foi|foram|era|eram|tinha|tinham|havia|disse|fez|teve|deu|veio|vieram|esteve|pôs|\pL{2,}(?:rreu|ndeu|rdeu|ceu)|\pL{3,}iu|\pL+(?:aram|eram|iram|ou)",
    "ru": r"\pL{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)|был|была|были",
    "uk": r"\pL{2,}(?:в|ла|ло|ли|вся|лася|лося|лися)|був|була|були",
}  # fmt: skip
_CLAUSE = r"[^.;!?\n]*"


def elsewhere(mentions: pl.DataFrame) -> pl.DataFrame:
    """Set `cue` ("future", "past" or null) of the mentions that are not English; takes `language`, `before` and `after`.

    The nearest word of tense before the mention in its sentence decides, else the first one after it.
    """
    c = pl.col
    others = mentions.filter((c("language") != "en") & (c("kind") == "recurring") & c("pick").is_null())
    if others.is_empty():
        return mentions
    told = pl.concat(
        others.filter(language=language).select("mention", _cue(language).alias("_cue"))
        for language in others["language"].unique().sort().to_list()
    )
    mentions = mentions.join(told, on="mention", how="left", maintain_order="left")
    return mentions.with_columns(cue=pl.when(c("language") == "en").then("cue").otherwise("_cue")).drop("_cue")


def _cue(language: str) -> pl.Expr:
    ahead, behind = AHEAD[language], BEHIND[language]
    tense = rf"(?i)(?:^|[^\pL])({ahead}|{behind})(?:$|[^\pL])"
    before = pl.col("before").str.extract(rf"({_CLAUSE})$").str.extract_all(tense).list.last()
    after = pl.col("after").str.extract(rf"^({_CLAUSE})").str.extract(tense)
    last = pl.coalesce(before.str.strip_chars(), after).str.strip_chars(" ,()\"'’\n\t")
    return (
        pl.when(last.str.contains(rf"(?i)^(?:{ahead})$"))
        .then(pl.lit("future"))
        .when(last.is_not_null())
        .then(pl.lit("past"))
    )
