"""The words of English sentences by what they do: function words, event nouns, classes of verbs; a sentence as tokens.

>>> [token.text for token in tokenise("The U.S. envoy's talks began on Friday.", [(32, 38)])]
['The', 'U.S.', "envoy's", 'talks', 'began', 'on', 'Friday', '.']
>>> [word in EVENT_NOUNS for word in ("airstrikes", "referendum", "table", "nationalisation")]
[True, True, False, False]
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.languages.en.morphology import VERB_FORMS

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each all both another such what "
    "which whose".split()
)
ARTICLES = frozenset("the a an his her its their our my your every no".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under about against between among through during after before "
    "since until till within without toward towards near across along around behind beyond despite amid amidst "
    "following per via upon off out up down above below inside outside including like than as because".split()
)
# Prepositions that an event noun stands behind when the day is its own.
EVENT_PREPOSITIONS = frozenset("after before during following since until amid at despite in ahead for from".split())
SUBORDINATORS = frozenset(
    "after before while when as because although though since until till if unless whereas whether that who which "
    "whose whom where once so".split()
)
PRONOUNS = frozenset("he she it they we i you who which that this these those there him them us me".split())
# Anaphors refer to what the text mentioned before: to a thing or an event, to a person, to either.
POINTERS = frozenset("they it this these that those both such".split())
PERSONS = frozenset("he she him her they them".split())
ANAPHORS = POINTERS | frozenset("he she his her its their".split())
# Titles before a name, written short and in full, and the words of offices that stand with or instead of them.
SHORT_TITLES = frozenset(
    "mr mrs ms mx dr prof gen lt col maj capt cmdr adm sgt cpl pvt sen rep gov rev fr hon messrs mme mlle supt insp "
    "det amb".split()
)
TITLES = SHORT_TITLES | frozenset(
    "president minister chancellor senator governor secretary captain colonel lieutenant major commander admiral sir "
    "lord lady king queen prince princess pope judge justice professor director spokesman "
    "spokeswoman ambassador".split()
)
OFFICES = TITLES | frozenset("general prime foreign defense defence deputy vice chief former representative".split())
CONJUNCTIONS = frozenset("and or but nor yet".split())
# Words that lead into a date and go with it.
DATE_LEADS = frozenset(
    "on in at by from since until till around about over during through throughout before after of early mid late "
    "between within for as am im vom seit bis ab zum le en du au depuis dès jusqu'au el del desde hasta para il dal "
    "nel em no na op sinds only just gegen um à al fino até ao dia tot vanaf om в во с со до по к ко на около у із "
    "зі з від після о об під".split()
)
ADVERBS = frozenset(
    "not n't never also already still only just even then soon later earlier now again once twice always often ever "
    "recently since almost nearly yet first last far further together apart instead perhaps too both all".split()
)
# Words in -ly that are no adverbs.
_NOT_ADVERBS = frozenset(
    "family assembly ally rally supply anomaly monopoly reply bully folly jelly belly butterfly dragonfly melancholy "
    "homily italy sicily elderly deadly friendly costly orderly likely unlikely fly multiply apply comply "
    "rely imply".split()
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[$€£]?\d(?:[\d.,]*\d)?%?(?:-[^\W_]+)*|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
QUOTES = frozenset('"“”«»„‟`')
DASHES = frozenset("-–—")


class Token(NamedTuple):
    """One word, stop or date of a sentence."""

    text: str
    low: str
    start: int
    end: int
    is_date: bool = False
    # The Penn tag and the lemma, where a pipeline read the sentence.
    tag: str = ""
    lemma: str = ""


def tokenise(
    sentence: str, dates: list[tuple[int, int]], tags: tuple[tuple[int, int, str, str], ...] = ()
) -> list[Token]:
    """The words and stops of a sentence, each date of it as one; `tags` are those of a `Reading`."""
    found: list[Token] = []
    position = 0
    for start, end in dates:
        found.extend(_words(sentence, position, start))
        if start < end:
            found.append(Token(sentence[start:end], sentence[start:end].lower(), start, end, True))
        position = max(position, end)
    found.extend(_words(sentence, position, len(sentence)))
    if tags:
        read = {(start, end): (tag, lemma) for start, end, tag, lemma in tags}
        nothing = ("", "")
        found = [
            token
            if token.is_date
            else token._replace(
                tag=read.get((token.start, token.end), nothing)[0], lemma=read.get((token.start, token.end), nothing)[1]
            )
            for token in found
        ]
    return found


def _words(sentence: str, start: int, end: int) -> list[Token]:
    return [
        Token(word := match.group(), word.lower(), match.start(), match.end())
        for match in _WORD.finditer(sentence, start, end)
    ]


def bounds_dates(tokens: list[Token], at: int) -> bool:
    """Whether a word only ties a date to the one that ends it: "the quarter [ended] 30 June"."""
    tied = tokens[at].low in ("ended", "ending", "beginning", "starting")
    return tied and 0 < at < len(tokens) - 1 and tokens[at - 1].is_date and tokens[at + 1].is_date


def is_adverb(token: Token) -> bool:
    """Whether a word only colours the verb beside it: "not", "later", "severely"."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS)


def is_word(token: Token) -> bool:
    """Whether a token is a word, a number or a date, and not a stop."""
    return token.is_date or token.text[0].isalnum() or token.text[0] in "$€£"


# Nouns that name an event by themselves: the words that a date can belong to without a verb.
_EVENTS = """
abdication abduction abolition accession accident accord acquisition acquittal address adjournment adoption advance
aftershock agreement air-raid air-strike airlift airstrike allegation ambush amnesty annexation anniversary
announcement annulment apology appeal appearance appointment approval armistice arraignment arrest arrival arson
assassination assault attack auction audience audit avalanche award bail bailout ballot ban bankruptcy banquet battle
beatification beating beheading bid birth blackout blast blaze blizzard blockade bloodbath bloodshed blow bombardment
bombing bombings bout boycott breach breakaway breakdown breakout breakthrough briefing broadcast budget burial buyout
by-election by-poll campaign cancellation canonisation canonization capitulation capture carnage casualty catastrophe
cave-in cease-fire ceasefire celebration census ceremony championship clash closing closure cloudburst coalition-talks
collapse collision comeback coming commemoration comment communique competition complaint completion compromise concert
conclave conference confession conflict confrontation congress conquest conspiracy construction consultation contest
convention conversation conviction coronation counter-attack counter-offensive counterattack counteroffensive coup
crackdown crash creation cremation crisis crossfire crossing crucifixion crusade cull curfew cyberattack cyclone deal
death debate debut decision declaration decree default defeat defection delivery deluge demolition demonstration
departure deployment deportation deposition derailment derby destruction detention dethronement detonation devaluation
dinner disappearance disaster discovery discussion dismissal dispatch dispute disqualification disruption dissolution
divorce docking downfall downgrade downpour downturn draw drawdown drill drought drowning duel earthquake eclipse
election elimination embargo emergence emergency enactment encounter end endorsement enlargement enquiry entry epidemic
eruption escape estimate evacuation eviction examination excavation exchange execution exercise exhibition exhumation
exodus expansion expedition experiment expiry explosion expulsion extradition failure fair fall famine feast festival
feud fight fighting final finals finding fine fire firefight firing fixture flare-up flight flood flooding flotation
flotilla fly-by flyby flypast forecast forum foundation founding fraud friendly funeral gala game games gathering
genocide gig graduation grand-prix gunbattle gunfight gunfire hack hailstorm halt hand-over handover handshake hearing
heatwave heist hijacking hit homecoming hostage-taking hostilities hurricane impeachment imprisonment inauguration
incident incursion independence indictment infection injunction inquest inquiry inspection installation insurgency
insurrection intervention interview introduction invasion invention investigation jailbreak jailing journey kickoff
kidnap kidnapping killing knock-out knockout landfall landing landslide launch lawsuit lay-off layoff leak lecture
letter liberation lift-off lifting liftoff lockdown lockout looting loss lynching maneuver manhunt manoeuvre marathon
march marriage massacre match mediation meeting melee memorandum memorial merger migration military-operation
missile-test mission mistrial mobilisation mobilization mudslide murder mutiny nationalisation-vote negotiation
nomination nuclear-test oath occupation offensive offer olympics onslaught opening operation ordeal order ouster outage
outbreak outburst outcry outing overdose overflight overhaul overthrow pact pandemic parade pardon parley parole
partition party passage patrol payout penalty performance petition pilgrimage plague play-off playoff plea plebiscite
pledge plenum plot plunge pogrom poisoning poll polling power-cut premiere premiership-vote presentation
press-conference primaries primary probe procession proclamation proposal prosecution protest publication pull-out
pullout purchase purge pursuit push quake qualifier quarantine quarrel quarter-final race raid rainfall rainstorm rally
rampage ransom rape ratification re-election re-entry re-run rebellion rebound reburial recall recapture reception
recess recession reconciliation recount redeployment reelection referendum reform refusal regatta rehearsal relapse
relaunch release relegation relocation remark removal renewal reoccupation reopening repatriation repeal replay report
request rerun rescue reshuffle resignation resolution restart restoration resumption retaking retaliation retirement
retreat retrial return reunification reunion revelation revolt revolution riot rioting rise ritual robbery
rocket-launch roll-out rollout round-table rout ruling run-off runoff sabotage sacking sale salvo sanction sandstorm
scandal score screening search secession seizure sell-off selloff semi-final semifinal sentencing separation sermon
session settlement shelling shipwreck shoot-out shooting shootout shortage showdown shutdown siege sighting signing
sinkhole sinking sit-in skirmish slaughter slaying slump snowfall snowstorm spacewalk speech spill split stabbing
stalemate stampede stand-off standoff start statement stoning stopover stoppage storm strike stroke succession suicide
summit suppression surge surgery surrender suspension swap swearing-in sweep swoop symposium synod take-off take-over
takeoff takeover talks telecast telethon test testing theft threat thunderstorm tie-break toast tornado torture
touchdown tour tournament trade-off traffic-stop tragedy transaction transfer transition transplant treaty trek tremor
trial trip triumph truce tryst tsunami turmoil tweet typhoon ultimatum unification unilateral-declaration unrest
unveiling upheaval uprising vaccination verdict veto victory vigil violence visit volley vote voting voyage walkout war
warning wedding wildfire win withdrawal workshop world-cup wounding wreck zero-hour
""".split()
# Event nouns that are often something else: they take a date only where the words around leave no choice.
AMBIGUOUS_EVENT_NOUNS = frozenset(
    "address advance allegation approval award bid blow budget campaign casualty closing coming comment competition "
    "complaint completion compromise conflict construction conversation creation crisis curfew deal decision default "
    "delivery dispute draw drill emergency end enquiry entry estimate examination exchange exercise experiment "
    "failure fair fall finding fine flight forecast foundation fraud game games halt hit independence infection "
    "inquiry interview introduction investigation leak letter loss mission offer opening operation order parole party "
    "passage payout penalty performance pledge plot poll presentation primaries primary probe proposal publication "
    "purchase push race re-run rebound recall reception recess record reform remark replay report request rerun "
    "resolution retirement return rise scandal score search separation session settlement shortage split start "
    "statement stroke sweep test threat tie-break tour transfer transition transplant violence warning win".split()
)
# Behind "in" or "under" they tell a state: "in custody", "under siege".
STATE_NOUNS = frozenset(
    "arrest captivity custody detention effect exile force hiding hospital jail office orbit power prison siege".split()
)
_IRREGULAR_PLURALS = {"crises": "crisis", "melees": "melee", "coups": "coup"}
# In the plural these are people.
_OF_PEOPLE = frozenset("exile".split())
# Endings of event nouns: good enough where a date stands right before the noun ("the 2003 nationalisation").
EVENT_NOUN_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age")


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


EVENT_NOUNS: dict[str, str] = (
    {noun: noun for noun in _EVENTS}
    | {_plural(noun): noun for noun in _EVENTS if noun not in _OF_PEOPLE}
    | _IRREGULAR_PLURALS
)


# Verbs of saying: a date beside them is that of the saying, not of what was said.
REPORTING_VERBS = frozenset(
    "acknowledge add admit allege announce argue ask assert believe caution cite claim comment complain concede "
    "conclude confirm contend declare deny describe disclose emphasise emphasize estimate expect explain express "
    "forecast hint hope indicate inform insist maintain mention note observe pledge predict project promise quote "
    "read recall reckon reiterate remark remind repeat reply report respond reveal say state stress suggest swear "
    "tell testify think tweet underline underscore urge vow warn write".split()
)
# Particles that belong to one verb alone, whatever stands behind them: "sworn in on Friday".
VERB_PARTICLES = {"swear": "in", "usher": "in"}
# Collocations, parted by slashes: "went missing", "came into force", "took effect".
COLLOCATIONS = {
    "go": "missing/public/bankrupt/live/into effect/into force/into administration/into exile/into hiding/into orbit/"
    "on sale/on strike/on trial/on display",
    "come": "into force/into effect/into power/into office/into being/to power/to an end/to light/to blows/under fire/"
    "under attack/under siege",
    "take": "effect/place/office/power/part/hold/refuge/shelter/control/command/to the streets/to the air",
    "give": "way/birth/evidence/notice",
    "put": "on trial/to death/to sea/on hold/under arrest",
    "bring": "to trial/to justice/to an end/under control",
    "find": "guilty/dead/alive",
    "plead": "guilty/not guilty",
    "shoot": "dead",
    "stab": "dead",
    "pronounce": "dead",
    "fall": "ill/silent",
    "shake": "hands",
    "set": "sail/foot/alight/ablaze",
    "lose": "control/power",
    "seize": "power/control",
    "stand": "trial",
    "join": "forces",
    "run": "aground",
    "cast": "ballots",
}
# They have no passive: "was born and died" is one passive, not two.
INTRANSITIVE_VERBS = frozenset(
    "appear arrive begin close collapse crash die emerge emigrate end escape fall flee graduate happen last live "
    "remain reopen resign retire return rise serve settle sink stay vanish work".split()
)
# With "over" they tell a change of hands: "was handed over".
VERBS_WITH_OVER = frozenset("carry cross fall hand pass roll take turn".split())
# They give an event another day.
RESCHEDULING_VERBS = frozenset("adjourn defer delay move postpone reschedule shift".split())
# What says that an event is still to come. A verb of purpose says so before an infinitive.
STILL_TO_COME = {
    "auxiliary": "shall will would".split(),
    "participle": "due expected planned scheduled slated".split(),
    "adjective": "forthcoming upcoming".split(),
    "plan": "expect expects plan planning plans".split(),
    "purpose": "aim aims hope hopes intend intends".split(),
    "end": "deadline deadlines expire expires expiring".split(),
    "phrase": ["going to", "set for", "set to"],
}
FUTURE_AUXILIARIES = frozenset("will shall won't 'll ’ll".split())
# Verbs of saying that are themselves the news: a title keeps them.
SPEECH_ACT_VERBS = frozenset(
    "admit announce ask call condemn declare demand deny disclose order pledge promise reveal testify urge "
    "vow warn".split()
)
# The noun behind them names the event: "held talks", "was given a ban", "made an agreement".
LIGHT_VERBS = frozenset(
    "attend begin call carry cause commit conduct convene deliver do end follow force get give have hold host launch "
    "lose make mount open order perform prompt reach receive see serve sign spark stage start suffer take trigger "
    "undergo wage win".split()
)
# The noun before them names the event: "a tsunami struck", "the talks took place".
OCCURRENCE_VERBS = frozenset(
    "begin break cause claim close coincide collapse come conclude continue culminate destroy devastate end ensue "
    "erupt expire fail fall follow go happen hit injure kill last leave mark occur open rage ravage resume rock run "
    "shake spark spread start strike sweep take trigger underway unfold wound".split()
)
# Alone they name no event: the subject does, or the sentence before.
EMPTY_VERBS = frozenset("be begin come conclude do end follow go happen hold occur open start state take".split())
PLANNING_VERBS = frozenset(
    "agree aim decide expect hope intend plan pledge prepare promise propose schedule seek set slate vow want".split()
)
DENIAL_VERBS = frozenset("deny disavow dismiss rebut refuse refute reject".split())


AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "be": "be", "been": "be", "being": "be", "am": "be",
    "isn't": "be", "wasn't": "be", "weren't": "be", "aren't": "be", "has": "have", "have": "have", "had": "have",
    "having": "have", "hasn't": "have", "haven't": "have", "hadn't": "have", "do": "do", "does": "do", "did": "do",
    "didn't": "do", "don't": "do", "doesn't": "do", "got": "get", "gets": "get", "get": "get", "getting": "get",
    "'s": "", "’s": "", "'ve": "have", "’ve": "have", "'re": "be", "’re": "be", "'d": "have",
}  # fmt: skip
MODALS = frozenset(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't 'll ’ll".split()
)


def helpers_before(tokens: list[Token], at: int) -> tuple[int, list[str], bool]:
    """The auxiliaries before a verb, the nearest first; adverbs between are passed over."""
    helpers: list[str] = []
    first, negated, back = at, False, at - 1
    passed = 0
    while back >= 0:
        low = tokens[back].low
        # The month of May is no modal.
        if not tokens[back].is_date and (low in MODALS or low in AUXILIARIES or low.endswith(("n't", "n’t"))):
            helpers.append(low)
            negated = negated or low.endswith(("n't", "n’t")) or low == "cannot"
            first = back
            passed = 0
        elif tokens[back].text in QUOTES:
            pass
        elif tokens[back].is_date or is_adverb(tokens[back]):
            negated = negated or low in ("not", "never")
            passed += 1
            if passed > 3:
                break
        elif (
            helpers == []
            and low in ("he", "she", "it", "they", "we", "you", "i")
            and back > 0
            and tokens[back - 1].low in MODALS
        ):
            pass
        else:
            break
        back -= 1
    return first, helpers, negated and bool(helpers)


def shared_modal(tokens: list[Token], at: int) -> str:
    """The modal or "to" that a verb behind "and" shares with the verb before: "will stop on Friday and resume ..."."""
    for back in range(at - 2, max(-1, at - 15), -1):
        token = tokens[back]
        if token.text in ";:." or token.low in SUBORDINATORS:
            return ""
        if (token.low in MODALS and not token.is_date) or token.low == "to":
            form = VERB_FORMS.get(tokens[back + 1].low)
            return token.low if form is not None and form.base else ""
    return ""


# What happens, by the word for it, and the words that tell of it: two tellings of one event seldom share the word.
# A word of several types is of the first.
EVENT_TYPES = {
    "strike": (
        "attack bomb bombing airstrike air-strike strike raid hit target shell shelling bombardment bombard fire "
        "launch salvo missile rocket pound blast assault sortie shoot airstrikes"
    ),
    "war": "war fighting fight conflict battle clash hostilities combat insurgency uprising revolt rebellion unrest",
    "begin": "begin start launch open commence erupt initiate onset outbreak",
    "end": (
        "end close finish conclude cease halt stop suspend shelve cancel scrap abandon terminate discontinue "
        "suspension cancellation drop freeze"
    ),
    "meet": (
        "meet talk talks meeting summit negotiate negotiation negotiations conference confer discuss discussion "
        "consult consultation gather gathering round interview speak converse conversation session dialogue"
    ),
    "agree": (
        "agree agreement accord deal pact treaty sign signing ratify settle settlement compromise truce ceasefire "
        "cease-fire armistice back endorse support"
    ),
    "ban": "ban outlaw forbid prohibit prohibition blacklist proscribe recognise recognize designate declare banned",
    "found": (
        "found create establish form set-up foundation creation founding establishment merge merger arise emerge "
        "set formation"
    ),
    "kill": (
        "kill die death dead murder massacre slay slaughter execute execution assassinate assassination casualty "
        "victim shooting perish lose"
    ),
    "wound": "wound injure injury hurt",
    "arrest": "arrest detain detention custody jail imprison capture seize apprehend",
    "try": (
        "trial convict conviction sentence sentencing verdict acquit charge indict indictment prosecute court "
        "ruling rule judge"
    ),
    "elect": "elect election vote poll ballot referendum win victory re-election reelect runoff",
    "resign": (
        "resign resignation quit step-down dismiss dismissal oust ouster sack sacking fire remove removal leave"
    ),
    "appoint": "appoint appointment nominate nomination name swear inauguration inaugurate",
    "offensive": "offensive advance assault push counteroffensive invade invasion incursion operation campaign",
    "deploy": "deploy deployment send dispatch move transfer arrive arrival station",
    "withdraw": "withdraw withdrawal retreat pullout pull-out leave evacuate evacuation",
    "protest": "protest demonstrate demonstration rally march riot",
    "refuse": "refuse refusal reject rejection decline deny denial rebuff",
    "visit": "visit travel trip journey fly tour arrive",
    "crash": "crash collision collide derail derailment wreck accident sink capsize ground",
    "quake": (
        "quake earthquake tremor tsunami flood hurricane typhoon cyclone storm eruption erupt landslide wildfire"
    ),
    "release": "release free liberate liberation",
    "publish": "publish publication release print issue",
    "walkout": "strike walkout stoppage stand down",
    "build": "build construct construction erect complete completion rise rising pile piling raise",
    "inspect": "inspect inspection examine examination survey check test testing",
    "approve": "approve approval adopt adoption pass authorise authorize decide decision agree",
    "shut": "close closure shut shutdown block blockade",
    "train": "train training program programme",
}
