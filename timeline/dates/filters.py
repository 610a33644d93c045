"""What is not a date: words and figures whose neighbours say that they are names, counts, codes or verbs.

A doubt is a row of the table: which mentions it concerns, and what beside them settles it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from timeline.languages.en.morphology import VERB_FORMS
from timeline.languages.en.vocabulary import DECADES, MONTHS, NUMBERS, ORDINALS, QUANTITIES, UNITS, WEEKDAYS
from timeline.text import any_of

_THINGS = (
    "people men women children soldiers troops miles kilometers kilometres km meters metres feet tons tonnes pounds "
    "dollars euros percent points votes shares jobs workers members barrels acres hectares copies pages employees casualties "
    "prisoners tanks aircraft guns cavalry infantry rebels civilians refugees homes houses students officers police others more "
    "million billion thousand hundred square cubic kg kilograms mph degrees delegates seats ships planes "
    "ballots cases tests patients complaints applications arrests words letters signatures passengers cars vehicles rounds shells "
    "missiles rockets bombs drones calories volts watts block"
).split()
_NUMBERED = (
    "no nos page pages p pp room flight route highway interstate section article chapter resolution channel model number version "
    "unit boeing airbus windows office area apollo road phone suite apartment flat gate lot bus train tram line peugeot volume "
    "grid bearing serial isbn box extension ext platform pier hall squadron regiment firmware build"
).split()
# Who builds cars that are told apart by their year: "a 1987 Chevrolet".
_MAKERS = (
    "Acura Audi BMW Bentley Buick Cadillac Chevrolet Chevy Chrysler Citroen Citroën Dodge Ferrari Fiat Ford GMC Honda Hyundai Jaguar Jeep Kia Lada "
    "Lexus Lincoln Mazda Mercedes Mercury Mitsubishi Nissan Oldsmobile Opel Peugeot Plymouth Pontiac Porsche Renault Rover Saab Seat Skoda Subaru "
    "Suzuki Tesla Toyota Vauxhall Volkswagen Volvo"
).split()
# What an age has, and no day: "today's youth", "the leaders of tomorrow".
_OF_AN_AGE = any_of(
    "world worlds youth young children kids teenagers students parents families women men people citizens leaders voters consumers society societies "
    "generation generations culture technology technologies computers machines phones cars cities economy climate standards terms money dollars prices "
    "jobs workers farmers artists scientists stars champions".split()
)
_LEADING = "in of since until till by last next this early late mid from through to and for between during every each or before after".split()

# What stands behind a date that ends here; else a figure at its end counts what stands behind it.
_NOT_COUNTED = (
    r"(?:[.,;:!?)\]—–/-]|$|\n| (?:and|or|but|at|by|in|on|to|from|of|the|an?|with|for|when|where|after|before|until|till|as|that|which|who|was|were|is|"
    r"are|has|have|had|will|would|he|she|it|they|we|his|her|its|their)\b)"
)
_SHORT = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
_MODAL = "to|will|would|could|may|might|can|should|must|not|usually|typically|often|that|which"
_NOTHING_BEHIND = r"^(?:[.,;:)—–]|$|\n| (?:and|but|in|at|on|that|who|when he|when she)\b)"
# Forms of the past beside those that `[a-z]+ed` takes: to spell all of them makes the slowest regex of all to compile.
_PARTICIPLES = any_of(
    form for form, verb in VERB_FORMS.items() if verb.past and form != "had" and not re.fullmatch("[a-z]+ed", form)
)


_AMOUNTS = [number for number in (*NUMBERS, *QUANTITIES) if " " not in number]
_DAY_BEFORE = rf"(?i:{any_of(UNITS)},? (?:before|after))"


def _before(words: list[str]) -> str:
    return rf"(?i-u:\b{any_of(words)}(?u:[^A-Za-z0-9]){{1,2}})$"


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Mentions of some traits whose text fits are refused when a neighbour matches, both of `around` do, or none of the needed ones does."""

    name: str
    of: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    text: str
    before: str | None = None
    after: str | None = None
    needs_before: str | None = None
    needs_after: str | None = None
    around: tuple[str, str] | None = None


DOUBTS = (
    Doubt(name="a figure inside a longer code, sum, score or word", text=r"^['’]?[0-9]",
          but=("evident",),
          before=r"(?:[A-Za-z0-9$£€#/.:+]|[0-9],|[$£€] |\b(?:Su|Mi|MiG|F|B|C|Tu|An|Il|M|T|AK|Covid|COVID|[A-Z]{1,5})-)$",
          after=r"^(?:[A-Za-z]|-[0-9]*[A-Z]{2}|[.,:/][0-9]| ?%|°)"),
    Doubt(name="a figure after a number sign", of=("year_figure",), text=r"[0-9]{4}$", before=rf"(?i)(?:[0-9][-.]|(?:\b[0-9]{{3,4}} |[$£€#№]|\b{any_of(_NUMBERED)}\.?) ?)$"),
    Doubt(name="a figure that counts things", of=("year_figure",), text=r"[0-9]{4}$",
          after=rf"(?i)^[ \u00a0-](?:per cent|strong\b|{any_of(_THINGS)}\b|[a-z]+-strong)"),
    # "a fire in 2012 killed nine" tells a year, "2012 killed and wounded" counts.
    Doubt(name="a figure that counts victims", of=("year_figure",), text=r"[0-9]{4}$",
          after=r"(?i)^[ \u00a0](?:dead|wounded|killed)(?:[.,;:)]|$| (?:in|and|or|by|on|since|during)\b)"),
    Doubt(name="a round figure before a word", of=("bare",), text=r"^[0-9]{4}$", after=r"^[ \u00a0]\pL"),
    Doubt(name="the German morning", text=r"^Morgen$", needs_before=r"(?:^|[.!?:»“”\"\n] *)$"),
    Doubt(name="a number to call", of=("year_figure", "year_pair"), text=r"^[0-9]{4}", before=r"(?i-u:\b(?:call|phone|tel|telephone|dial(?:led|ed|s)?|fax|hotline)[.:]* ?)(?:[0-9]+[- ])*$"),
    Doubt(name="a part of a longer number", of=("year_pair",), text=r"^[0-9]{4}$",
          before=r"(?:(?:^|[^0-9])(?:[0-9]{1,3}|[0-9]{5,})-|[0-9]-[0-9]{4}-)$", after=r"^-[0-9]{4}-[0-9]"),
    Doubt(name="a month in a longer number", text=r"^[12][0-9]{3}-[0-9]{2}$", before=r"[0-9A-Za-z]-$", after=r"^-[0-9]"),
    Doubt(name="a count behind a day", of=("alternative",), text=r"[0-9]$", needs_after=rf"^{_NOT_COUNTED}"),
    Doubt(name="a day whose year stands behind it", of=("alternative",), text=rf"(?i){any_of(MONTHS)}\.?$", after=rf"^ [0-9]{{2}}{_NOT_COUNTED}"),
    Doubt(name="last, the verb", of=("alternative",), text=r"(?i)^last", before=rf"(?i-u:\b(?:{_MODAL})\s)$"),
    Doubt(name="last, no verb", of=("alternative",), text=r"(?i)^[^l].*s$", needs_before=rf"(?i-u:\b(?:{_MODAL})\slast\s)$"),
    Doubt(name="a price or a level", of=("year_figure", "clock"), text=r"^[0-9]{4}$",
          before=r"(?i-u:\b(?:close[ds]?|end(?:ed|s)?|trad(?:ed|es|ing)|finish(?:ed|es)?|stood|stands?|peak(?:ed|s)|open(?:ed|s)|settled|quoted|priced|valued|sold|bought|shares?|points?|index|average)(?: [a-z]+)? at )$"),
    Doubt(name="some of so many", of=("year_figure", "bare"), text=r"^[0-9]{4}$", before=r"[0-9] of $", after=r"^ of [0-9]"),
    Doubt(name="a number of a version", of=("numeric",), text=r"^", before=r"(?i-u:\b(?:version|release|build|firmware|ip|v)[ .]?)$"),
    Doubt(name="a unit joined to the word behind it", text=rf"(?i)^(?:an? {any_of(UNITS)}|the (?:quarter|year|month|week|day|weekend|decade|century|period|{any_of(UNITS)}s|centuries)|[0-9]+-{any_of(UNITS)}s?)$", after=r"^-[a-z]"),
    Doubt(name="a current of water or of power", text=r"(?i)^current$",
          before=r"(?i-u:\b(?:electric|electrical|ocean|alternating|direct|tidal|warm|cold|sea|air|strong|swift)\s)$", after=r"^ affairs\b|^[.,;]"),
    Doubt(name="a time that leans on nothing", text=r"(?i)^(?:this|that|the) time$",
          needs_before=r"(?i-u:\b(?:at|by|around|during|from|since|until|about|before)\s)$", after=r"^(?:-| (?:of|as|for)\b)"),
    Doubt(name="this time of another year", text=r"(?i)^this time$", after=r"^ (?:last|next|tomorrow|yesterday)\b"),
    Doubt(name="the time that a clause names", text=r"(?i)^the time$",
          after=r"^ (?:when|the|that|this|he|she|they|it|we|you|I|his|her|their|a|an|to|[A-Z][a-z]+)\b"),
    Doubt(name="as recently as", text=r"(?i)^recently$", before=r"(?i)\bas $"),
    Doubt(name="the day of an idiom", text=r"(?i)^the day$",
          before=r"(?i-u:\b(?:carry|carries|carried|win|wins|won|save|saves|saved|seize|seizes|seized|(?:years?|months?|weeks?|almost|nearly|exactly|ago|later|earlier),? to)\s)$"),
    Doubt(name="the present in place", text=r"(?i)^the present$", after=r"^ (?:[a-z]{5,}|king|pope|laws?|site|head|town|form)\b"),
    Doubt(name="a name with a month in it", text=rf"(?i)^(?:the )?(?:(?:(?:early|mid|late) )?{any_of(MONTHS)}|{any_of(MONTHS)} (?:[0-9]{{1,2}}|{any_of(ORDINALS)}))$",
          after=r"^ (?:War|Revolution|Movement|Uprising|Rising|Rebellion|Revolt|Plot|Crisis|Manifesto|Theses|Coup|Days|Massacre|Laws|Decrees|Agreement|Accords?|Street|Avenue|Square|Brigades?)\b"),
    Doubt(name="high noon", text=r"(?i)^noon$", before=r"(?i-u:\bhigh\s)$"),
    Doubt(name="today and tomorrow, the times we live in", text=r"(?i)^to(?:day|morrow)$",
          before=rf"(?i-u:\b(?:{_OF_AN_AGE}) of )$", after=rf"^['’]s (?:[a-z]+ )?(?:{_OF_AN_AGE})\b"),
    Doubt(name="a title with today in it", text=r"^Today$", before=r"\b[A-Za-z]*[A-Z][A-Za-z]* $"),
    Doubt(name="now that opens a remark", text=r"^Now$", after=r"^(?:,| (?:for (?:the|an?|some|today)|then|let|that)\b)"),
    Doubt(name="most recently of several days", text=r"(?i)^most recently$", after=r"^ (?:last|in|on|this|at|by|with|for|as)\b"),
    Doubt(name="how far apart two things are", text=rf"^(?:{any_of(UNITS)}s|centuries)$", after=r"^ apart\b"),
    Doubt(name="days of a kind", text=rf"^(?:{any_of(UNITS)}s|centuries)$", around=(r"(?i-u:\bon )$", r"^ (?:when|that|like|with|without)\b")),
    Doubt(name="a name with a year in it", of=("year_figure",), text=r"^[0-9]{4}$",
          before=r"(?i-u:\b(?:called|named|titled|entitled|dubbed|christened)(?: the)?) (?:[A-Z][A-Za-z]+ )+$"),
    Doubt(name="now and then", text=r"(?i)^now$", after=r"^ (?:and (?:then|again)|or never)\b"),
    Doubt(name="a day known by its name", of=("weekday_name",), text=r"day$", before=r"\b(?:Black|Bloody|Super|Fat|Cyber|Giving|Man) $"),
    Doubt(name="a name with a season in it", text=r"^(?:[Tt]he )?(?:Spring|Summer|Autumn|Fall|Winter)$",
          after=r"^ (?:Street|Road|Avenue|Lane|Palace|Park|Hills?|Lake|Valley|Olympics?|Games|War|Break|Garden|Line)\b"),
    Doubt(name="a spring of peoples", text=r"^Spring$", before=r"(?:^|[a-z,;:“\"] )[A-Z][a-z]+ $"),
    Doubt(name="a programme of this name", text=rf"^(?:This|Last|Next) {any_of(unit.title() for unit in UNITS)}$", before=r"[“\"]$"),
    Doubt(name="a copyright footer", of=("year_figure", "year_pair"), text=r"^[0-9]{4}", before=r"(?i)(?:©|\(c\)|copyright)[ \u00a0]*(?:[0-9]{4}[-–, ]+)*$"),
    Doubt(name="a year of two figures needs its preposition", of=("short_year",), text=r"^", needs_before=r"(?:(?i-u:\b(?:in|of|since|until|by|from|to|late|early|and)\s)|['’][0-9]{2}, )$"),
    Doubt(name="an age in tens", text=rf"(?i)(?:^|[ -])(?:{any_of(DECADES)}|['’]?[0-9]0s)$", before=r"(?i-u:\b(?:his|her|their|my|your|our|into|mid|aged|an age in)\s)$"),
    Doubt(name="a temperature in tens", text=r"(?:^|[ -])[0-9]0s$", before=r"(?i-u:\b(?:highs?|lows?|temperatures?|temps|mercury|readings)\b)[^.!?]*$"),
    Doubt(name="the day before something", text=rf"^(?:the|[^T].*\b(?i:the)) {_DAY_BEFORE}$", needs_after=_NOTHING_BEHIND),
    # "The day before they had hit 55." tells of a day; "the day before they had met" of what came after it.
    Doubt(name="the day before something, at the head of a sentence", text=rf"^(?:The|T.*\b(?i:the)) {_DAY_BEFORE}$",
          needs_after=rf"{_NOTHING_BEHIND}|^ (?:he|she|they|it|we|I|you|[a-z]+ [a-z]+) had (?:[a-z]+ed|{_PARTICIPLES})\b"),
    Doubt(name="a surname", text=r"^(?:March|May|June|April|August)$", before=r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lady|President|Senator|Judge|Professor)\.? $"),
    Doubt(name="spring, the verb and the water", text=r"(?i)^spring$", before=r"(?i-u:\b(?:hot|mineral|coil|natural|would|will|could|might|to)\s)$",
          after=r"^ (?:a|up|from|into|back|to (?:his|her|its|their|our|my|your|the|life|mind|action|attention|work|prominence|power|fame)) "),
    Doubt(name="a spring of metal or of water", text=r"(?i)^(?:the )?spring$",
          around=(r"(?i-u:\b(?:a|one|each|another|this)\s)$|^$|[.!?\n] ?$|[a-z] $", r"^ (?:broke|breaks|snapped|snaps|burst|coils?|uncoil(?:s|ed)|fed|feeds|runs|ran|rose|rises|in the (?:mattress|lock|clock|watch|seat|mechanism))\b")),
    Doubt(name="a figure that is only a number", of=("year_figure", "bare"), text=r"^[0-9]{4}$",
          before=r"(?i-u:\b(?:count(?:ed|ing|s)? (?:up |down |back )?(?:to|from)|(?:password|passcode|code|pin|combination|number|total|sum|answer|result|score|figure)(?: [a-z]+)? (?:is|was|to|:)))[ :]*$"),
    Doubt(name="a product numbered after its maker", of=("year_figure",), text=r"^1[0-4][0-9]{2}$",
          before=r"(?:\b[Tt]he|\b[Aa]n?|[a-z,]) [A-Z][A-Za-z]+ $"),
    Doubt(name="may, the verb", text=r"^May$", needs_before=_before(_LEADING),
          needs_after=r"^,? (?:and|to|through|or) (?:June|July|April|August|September)"),
    Doubt(name="march, the walk", text=r"^March$",
          before=r"(?i-u:\b(?:a|an|million|annual|long|salt)(?: [a-z]+)? )$", after=r"^ (?:on|for|against) [A-Z]|^ of (?:the |[A-Z])"),
    # "The March accession" is the month's, "the March was banned" is not.
    Doubt(name="march, the walk that does something", text=r"^March$",
          around=(r"(?i-u:\b(?:the|this|[a-z]+'s)(?: [a-z]+)? )$", rf"^(?:$|[.,;:!?)”\"]| (?:[a-z]+ed|of|on|for|from|to|in|at|against|through|across|with|and|that|which|who|by|will|would|has|is|was|{_PARTICIPLES})\b)")),
    Doubt(name="a title with a month or a season in it", text=r"^(?:March|May|April|June|Spring|Summer|Winter|Autumn)$", before=r"(?:^|[ \n(])(?:[“\"‘']|``)$", after=r"^ of\b"),
    Doubt(name="a programme named by its length", text=rf"^(?:[0-9]+|{any_of(number.title() for number in _AMOUNTS)})[ -]{any_of(unit.title() for unit in UNITS)}s?$", before=r"(?:[“\"‘']|``|'')$"),
    Doubt(name="a car of a year", of=("year_figure",), text=r"^(?:19|20)[0-9]{2}$", after=rf"^(?: model)? {any_of(_MAKERS)}\b"),
    Doubt(name="an abbreviated month alone is a name", text=r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Sept)$",
          needs_before=r"(?i-u:\b(?:in|of|since|until|by|to|and|from|last|next)\s)$", needs_after=r"^(?:[-–—]| to )(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"),
    Doubt(name="minutes that are counted off", text=r"^(?:minutes|seconds|hours|days|weeks|months|years)$", before=r"[0-9](?:st|nd|rd|th) $"),
    Doubt(name="a surname that is a month", text=r"^(?:March|June|April|August|May)$",
          around=(r"(?:^|[\s(“\"'])[A-Z][a-z]+ $", r"^(?:['’]s (?:[a-z]+ )?(?:wife|husband|son|daughter|death|performance|career|film|book)\b| (?:won|wrote|starred|played|plays|died|joined|resigned|signed|married|sang|directed|testified|replied|argued|insisted|himself|herself|who)\b)")),
    Doubt(name="a name behind that", text=r"^[Tt]hat (?:Sun|Sat|Wed|Mon|Jan|Mar)$", after=r"^"),
    Doubt(name="a name before its surname", text=r"^(?:April|June|August|May|Jan)$",
          after=r"^ (?:[A-Z](?:['’][A-Z])?[a-z]+|said|told|says|asked|added|laughed|smiled|was born)\b"),
    Doubt(name="an abbreviated weekday alone is a word", of=("weekday_name",), text=r"^(?i-u:(?:the )?(?:sun|sat|wed|mon))\.?$",
          needs_before=r"(?i-u:\b(?:on|last|next|this)\s)$", needs_after=r"^(?:[.,]? [0-9]|[-–—](?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)\b)"),
    Doubt(name="fall, the verb and the defeat", text=r"(?i)^fall$",
          needs_before=r"(?i-u:\b(?:in|this|last|next|since|until|by|during|late|early|through|from|each|every)\s)$"),
    Doubt(name="the fall of something", text=r"(?i)^(?:(?:[12][0-9]{3}|early|mid|late|in|end|start|middle|of|the)[\s-])*fall$",
          after=r"^ (?:of|in|to|from|below|under|short|apart|behind) (?:[A-Z]|the\b|a\b|his\b|her\b|its\b)", before=r"['’]s $"),
    Doubt(name="a speed", text=rf"(?i)^an? (?:.* )?{any_of(UNITS)}s?$", before=r"(?i-u:\b(?:miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|knots|frames|revolutions|words|bits|bytes) )$"),
    Doubt(name="a clock time needs its preposition", of=("clock",), text=r"^[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?$",
          needs_before=r"(?i-u:\b(?:at|by|until|till|from|since|around|about|before|after|between|and|to|GMT)\s)$"),
    Doubt(name="a time that was run", of=("clock",), text=r"^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$", after=r"^\.[0-9]"),
    Doubt(name="a time in a player", of=("clock",), text=r"^[0-9:.]+$", before=r"[0-9] ?/ ?$", after=r"^ ?/ ?[0-9]"),
    Doubt(name="a part of the day needs its preposition", text=r"(?i)^the (?:morning|afternoon|evening)$",
          needs_before=r"(?i-u:\b(?:in|during|throughout|by|through|later in|earlier in)\s)$", after=r"^ of\b"),
    Doubt(name="an ordinal that counts something else", of=("ordinal",), text=r"(?i)(?:[0-9](?:st|nd|rd|th)|of the month)$",
          needs_after=r"^(?:[.,;:)]|$| (?:and|when|after|but|to|the|he|she|they|it|in|at|with|of this|of that|of the month)\b)"),
    Doubt(name="an ordinal without its preposition", of=("ordinal",), text=r"(?i)^the [0-9a-z]+(?: of the month)?$",
          needs_before=r"(?i-u:\b(?:on|by|until|till|of|from|to|and|before|after|since)\s)$"),
    Doubt(name="a half of a match", text=r"(?i)^(?:[^’']*\b)?(?:first|second|last|latter|1st|2nd)[ -]half$", needs_after=r"^ (?:earnings|results|profits?|sales|revenues?|loss|net|figures)\b"),
    Doubt(name="days that are a name", text=r"^(?:Days|Years|Weeks|Hours|Minutes|Months)$", before=r"(?:[A-Z][a-z]+|[0-9])[ -]$"),
    Doubt(name="this day as an age", text=r"(?i)^this day$", before=r"(?i)\bto $", after=r"^(?: forward| onwards?|,? in (?:the )?history\b| in [0-9])"),
    Doubt(name="the day that is named behind it", text=r"(?i)\bthe day$", after=rf"^ (?:on )?(?i-u:{any_of(WEEKDAYS)})\b"),
    Doubt(name="the name of a paper, a programme or a company", text=r"(?i)^(?:today|sunday|this week|sun|daily|monday|friday)$",
          before=r"(?:\bUSA |\bRussia |\bPsychology |[Tt]he Mail on )$", after=r"^ (?:Times|Telegraph|Mirror|Post|Mail|Express|Herald|Microsystems|Show)\b"),
    # The scan takes letters that English has not for the end of a word: "3 Mayıs".
    Doubt(name="a part of a word in another language", text=rf"(?i)\b(?:{_SHORT})$|^(?:{_SHORT})\b", before=r"[\pL--\p{ASCII}]$", after=r"^[\pL--\p{ASCII}]"),
    Doubt(name="a greeting", text=r"(?i)^morgen$", before=r"(?i-u:\b(?:goede|guten|prettige)\s)$"),
    Doubt(name="a war named by its length", text=r"(?i)^(?:the )?(?:six[- ]day|seven years|thirty years|hundred years|eighty years)['’]?s?$",
          after=r"^['’]? War\b"),
)  # fmt: skip


def only_dates(mentions: pl.DataFrame, says: pl.DataFrame) -> pl.DataFrame:
    """Leave out the mentions that a doubt refuses.

    Takes `before`, `after` and `reading` of each mention, and the `text` and the traits of each reading: a doubt asks the
    distinct readings first, and looks beside mentions of those only that concern it.
    """
    c = pl.col
    asked = [
        c("text").str.contains(doubt.text)
        & (pl.any_horizontal(doubt.of) if doubt.of else True)
        & (~pl.any_horizontal(doubt.but) if doubt.but else True)
        for doubt in DOUBTS
    ]
    fits = says.select(some.alias(str(number)) for number, some in enumerate(asked))
    concerns = [(doubt, rows) for doubt, fit in zip(DOUBTS, fits, strict=True) if len(rows := fit.arg_true())]
    none = pl.repeat(False, says.height, eager=True)
    doubtful = none.clone()
    for _, rows in concerns:
        doubtful.scatter(rows, True)
    beside = mentions.select("reading", "before", "after").with_row_index("row")
    beside = beside.filter(doubtful.gather(mentions["reading"]))
    certain = pl.repeat(True, mentions.height, eager=True)
    for doubt, rows in concerns:
        some = beside.filter(none.clone().scatter(rows, True).gather(beside["reading"]))
        certain.scatter(some.filter(some.select(_refuses(doubt)).to_series())["row"], False)
    return mentions.filter(certain)


def _refuses(doubt: Doubt) -> pl.Expr:
    before, after = pl.col("before").str, pl.col("after").str
    refusal = pl.lit(False)
    if doubt.before is not None:
        refusal |= before.contains(doubt.before)
    if doubt.after is not None:
        refusal |= after.contains(doubt.after)
    if doubt.around is not None:
        refusal |= before.contains(doubt.around[0]) & after.contains(doubt.around[1])
    needed = [
        side.contains(regex)
        for side, regex in ((before, doubt.needs_before), (after, doubt.needs_after))
        if regex is not None
    ]
    return refusal | ~pl.any_horizontal(needed) if needed else refusal
