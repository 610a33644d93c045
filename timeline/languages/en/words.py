"""English nouns that name something that happened: the words that a date can belong to without a verb.

>>> [word in EVENT_NOUNS for word in ("airstrikes", "referendum", "table", "nationalisation")]
[True, True, False, False]

A sentence as words, stops and dates, and the small words of English by what they do.

>>> [token.text for token in tokenise("The U.S. envoy's talks began on Friday.", [(32, 38)])]
['The', 'U.S.', "envoy's", 'talks', 'began', 'on', 'Friday', '.']

What kinds of verbs do to a happening: say it, plan it, deny it, move it, or leave its name to a noun.

The small verbs that help another one, and those that stand before a verb.
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
BEFORE_EVENTS = frozenset("after before during following since until amid at despite in ahead for from".split())
SUBORDINATORS = frozenset(
    "after before while when as because although though since until till if unless whereas whether that who which "
    "whose whom where once so".split()
)
PRONOUNS = frozenset("he she it they we i you who which that this these those there him them us me".split())
# Anaphors refer to what the text told before: to a thing or an event, to a person, to either.
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


# Things that happen, at a day or over days.
_EVENTS = """
abduction abolition accident accord acquisition acquittal address adoption advance agreement aftershock airlift
air-strike airstrike air-raid ambush amnesty anniversary annexation announcement appeal appearance appointment arrest
arrival arson assassination assault attack auction audience audit avalanche award bail bailout ballot ban bankruptcy
banquet battle beheading birth bid blackout blast blaze blockade blow bombardment bombing boycott breach breakaway
breakdown breakout breakthrough briefing broadcast burial by-election campaign capture carnage casualty catastrophe
ceasefire cease-fire celebration census ceremony championship clash closure collapse collision coalition-talks
commemoration competition concert conclave conference conflict confrontation congress conquest conspiracy consultation
contest convention conversation conviction coronation counterattack counter-attack counteroffensive counter-offensive
coup crackdown crash crisis crossfire cyclone deal death debate debut declaration defeat defection deluge demolition
demonstration departure deployment deportation deposition derailment detention detonation dinner disappearance disaster
discovery discussion dismissal dispute disruption dissolution divorce downfall downgrade draw drill drought drowning
duel earthquake eclipse election elimination embargo emergency encounter endorsement enquiry epidemic eruption escape
evacuation eviction examination exchange execution exercise exhibition exodus expedition explosion expulsion
extradition failure fair famine feast festival fight fighting fine fire firefight flare-up flight flood flooding forum
founding friendly fraud funeral gala game gathering genocide gig graduation gunbattle gunfight gunfire hearing heist
hijacking hostilities hurricane impeachment inauguration incident incursion independence indictment infection inquest
inquiry inspection insurgency insurrection intervention interview invasion investigation jailbreak journey killing
kidnapping kidnap landing landslide launch lawsuit leak lecture liberation liftoff lockdown lockout looting loss
lynching manhunt march marathon marriage massacre match mediation meeting melee memorial merger migration
military-operation mission mobilisation mobilization mudslide murder mutiny negotiation nomination occupation offensive
opening operation ouster outage outbreak outburst ordeal outcry overhaul overthrow pact pandemic parade pardon parley
party patrol performance pilgrimage plea plebiscite plenum plunge poisoning poll polling premiere press-conference
primary primaries probe procession proclamation prosecution protest publication pullout pull-out purchase purge pursuit
qualifier quake quarantine quarrel race raid rally rampage ransom rape ratification rebellion recall reception
recession reconciliation redeployment reelection re-election referendum refusal rehearsal release relocation reopening
repatriation rescue reshuffle resignation resolution retaliation retirement retreat reunion revelation revolt
revolution riot rioting ritual robbery round-table ruling runoff run-off sabotage sacking sale scandal score screening
search seizure semifinal semi-final sentencing separation session settlement shelling shipwreck shoot-out shooting
shootout showdown shutdown siege signing sinking sit-in skirmish slaughter slaying slump snowstorm spacewalk speech
spill split stabbing stampede stand-off standoff start stoppage storm strike stroke suicide summit suppression surge
surgery surrender suspension swap swearing-in sweep symposium synod takeoff take-off takeover take-over talks telecast
telethon test testing theft thunderstorm landfall rainfall snowfall heatwave hailstorm downpour toast tornado torture
tour tournament trade-off tragedy transaction transfer transition treaty trek trial trip triumph truce tryst tsunami
turmoil tweet typhoon ultimatum unification unrest unveiling upheaval uprising vaccination verdict veto victory vigil
violence visit vote voting voyage walkout war warning wedding wildfire withdrawal workshop wreck zero-hour accession
armistice beatification bloodbath bloodshed bombings canonisation canonization capitulation closing coming completion
comeback construction creation crossing crucifixion crusade delivery destruction dispatch disqualification drawdown
emergence enactment end enlargement entry expansion expiry fall firing foundation handover hand-over halt hit
hostage-taking imprisonment installation introduction invention knock-out knockout lifting manoeuvre maneuver
missile-test nationalisation-vote nuclear-test onslaught outing overflight oath partition passage penalty petition
pogrom power-cut premiership-vote presentation push recapture recount reform removal renewal repeal restoration
resumption return reunification rise rocket-launch salvo sanction secession sermon stopover succession tie-break
touchdown traffic-stop unilateral-declaration volley win world-cup final finals olympics games playoff play-off
grand-prix derby fixture bout by-poll budget statement order decision proposal request abdication adjournment
allegation apology approval blizzard buyout cancellation compromise confession cull curfew cyberattack dethronement
feud hack jailing layoff plague plot relaunch retrial shortage transplant tremor wounding flotilla flypast lift-off
rollout roll-out handshake swoop overdose beating stoning rout stalemate quarter-final replay kickoff regatta rainstorm
sandstorm cloudburst sinkhole cave-in relapse cremation reburial exhumation excavation sighting experiment flyby fly-by
docking re-entry injunction arraignment mistrial parole payout flotation default devaluation downturn selloff sell-off
rebound lay-off homecoming retaking reoccupation restart annulment re-run rerun relegation recess complaint remark
comment report finding letter estimate forecast decree memorandum communique offer pledge threat
""".split()
# Nouns that are often something else: they take a date only where the words around leave no choice.
WEAK = frozenset(
    "address advance award bid blow budget campaign comment competition construction conversation crisis deal decision "
    "draw emergency end entry exchange exercise failure fair fall fine finding flight foundation forecast estimate "
    "examination game games hit interview introduction leak letter loss mission offer operation order party passage "
    "penalty performance poll presentation primary primaries probe proposal publication purchase push race recall "
    "record reform report request remark resolution return rise score separation session settlement start statement "
    "stroke sweep split test threat transfer transition tour warning win complaint pledge tie-break creation "
    "independence casualty fraud reception infection scandal dispute conflict drill search investigation inquiry "
    "enquiry halt delivery violence retirement completion opening closing coming allegation approval compromise curfew "
    "experiment parole payout default plot replay shortage transplant rebound recess re-run rerun".split()
)
# Behind "in" or "under" these tell how somebody was: "in custody", "under siege".
STATES = frozenset(
    "custody force power office hiding exile captivity detention jail prison hospital orbit effect siege arrest".split()
)
_IRREGULAR_PLURALS = {"crises": "crisis", "melees": "melee", "coups": "coup"}
# In the plural these are people.
_OF_PEOPLE = frozenset("exile".split())
# Endings of event nouns: good enough where a date stands right before the noun ("the 2003 nationalisation").
DOING_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age")


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


EVENT_NOUNS: dict[str, str] = (
    {noun: noun for noun in _EVENTS}
    | {_plural(noun): noun for noun in _EVENTS if noun not in _OF_PEOPLE}
    | _IRREGULAR_PLURALS
)


# Verbs of saying: with a date they date the saying; what was said is told in the clause beside them.
REPORTING = frozenset(
    "say tell announce report declare state claim add note warn confirm deny admit acknowledge allege argue assert "
    "believe comment complain concede conclude contend disclose emphasise emphasize estimate explain express hint "
    "indicate inform insist maintain mention observe predict quote read recall reiterate remark remind repeat reply "
    "respond reveal stress suggest tweet underline underscore write testify caution vow pledge promise swear reckon "
    "forecast project describe cite think hope expect ask urge".split()
)
# Small words that belong to one verb alone, whatever stands behind them: "sworn in on Friday".
OWN_PARTICLES = {"swear": "in", "usher": "in"}
# What stands right behind these verbs belongs to them: "went missing", "came into force", "took effect".
COMPANIONS = {
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
# Nobody is done these: "was born and died" is no passive twice.
OWN_DOING = frozenset(
    "die resign serve retire arrive return graduate work rise fall emigrate settle collapse crash vanish escape flee "
    "remain appear happen last emerge stay live sink close reopen end begin".split()
)
GIVEN_OVER = frozenset("take hand turn pass roll carry fall cross".split())
# These give a happening another day.
MOVING = frozenset("postpone reschedule delay shift move defer adjourn".split())
FUTURE = frozenset("will shall won't 'll ’ll".split())
# Saying that is itself the news: a title keeps it.
SAYING_ACTS = frozenset(
    "announce warn deny admit declare reveal disclose testify vow pledge promise condemn urge call ask "
    "order demand".split()
)
# The noun behind these names the event: "held talks", "was given a ban", "made an agreement".
LIGHT = frozenset(
    "hold give make take have follow launch conduct stage carry begin start open end get do receive mount sign reach "
    "deliver serve win lose suffer see host attend undergo perform commit convene cause trigger spark prompt force "
    "order call wage".split()
)
# The noun before these names the event: "a tsunami struck", "the talks took place".
OCCURRING = frozenset(
    "happen occur begin start end strike hit erupt continue last follow break open close resume take come go kill "
    "injure wound rock shake devastate destroy sweep ravage claim cause trigger spark leave collapse fail conclude "
    "fall rage spread coincide mark underway expire run unfold ensue culminate".split()
)
# Alone they tell nothing: the event is the subject, or stands in the sentence before.
EMPTY = frozenset("be hold happen occur begin start end take come go follow conclude open state do".split())
PLANNING = frozenset(
    "plan intend schedule expect aim hope prepare propose agree decide promise vow pledge seek want slate set".split()
)
DENYING = frozenset("deny reject refute dismiss refuse disavow rebut".split())


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
