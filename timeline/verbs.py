"""English verbs of the news and their forms: the words that can name what happened on a day.

>>> VERB_FORMS["struck"].lemma, VERB_FORMS["struck"].past, VERB_FORMS["given"].past, VERB_FORMS["stopped"].lemma
('strike', True, False, 'stop')
"""

from __future__ import annotations

from typing import NamedTuple

# Verbs of saying: with a date they date the saying; what was said is told in the clause beside them.
REPORTING = frozenset(
    "say tell announce report declare state claim add note warn confirm deny admit acknowledge allege argue assert "
    "believe comment complain concede conclude contend disclose emphasise emphasize estimate explain express hint "
    "indicate inform insist maintain mention observe predict quote read recall reiterate remark remind repeat reply "
    "respond reveal stress suggest tweet underline underscore write testify caution vow pledge promise swear reckon "
    "forecast project describe cite think hope expect ask urge".split()
)
# Saying that is itself the news: a title keeps it.
SAYING_ACTS = frozenset(
    "announce warn deny admit declare reveal disclose testify vow pledge promise condemn urge call ask order demand".split()
)
# The noun behind these names the event: "held talks", "was given a ban", "made an agreement".
LIGHT = frozenset(
    "hold give make take have launch conduct stage carry begin start open end get do receive mount sign reach deliver serve win lose suffer see host attend undergo perform commit convene".split()
)
# The noun before these names the event: "a tsunami struck", "the talks took place".
OCCURRING = frozenset(
    "happen occur begin start end strike hit erupt continue last follow break open close resume take come go kill "
    "injure wound rock shake devastate destroy sweep ravage claim cause trigger spark leave collapse fail conclude fall rage spread "
    "coincide mark underway expire run unfold ensue culminate".split()
)
# Alone they tell nothing: the event is the subject, or stands in the sentence before.
EMPTY = frozenset("be hold happen occur begin start end take come go follow conclude open state do".split())
PLANNING = frozenset(
    "plan intend schedule expect aim hope prepare propose agree decide promise vow pledge seek want slate set".split()
)
DENYING = frozenset("deny reject refute dismiss refuse disavow rebut".split())

_REGULAR = """
abandon abate abduct abolish abort absorb abstain abuse accelerate accept accompany accomplish accuse achieve acquire acquit act
activate adapt add address adjourn adjust administer admit adopt advance advise advocate affect affirm agree aid aim air
airlift alert allege allocate allow alter amend amount amputate announce annex annul answer apologise apologize appeal appear applaud
apply appoint approach approve arm arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume
assure attach attack attempt attend attract auction authorise authorize avert avoid await award back backdate backfire balloon ban bar
base battle behave believe belong benefit betray bill blame blast block blow board boast bolster bomb bombard boost border
borrow bounce boycott brand breach bribe brief broadcast broker bury cancel capitulate capsize capture care carry cast
cause cease celebrate censor censure challenge change charge chart chase cheer circulate cite claim clash classify clean clear climb close
coach collaborate collapse collect collide combat combine command commemorate commence comment commission commit compare
compel compensate compete compile complain complete comply compose compound concede conceive concentrate conclude condemn
conduct confer confess confirm confiscate confront connect conquer consider consist conspire construct consult contact contain contend contest
continue contract contribute control convene converge convert convey convict convince cooperate coordinate counter
count cover crack crash create criticise criticize cross crowd crown crush culminate curb curtail cut damage dance date deal debate debut decide
declare decline declassify decrease dedicate deem deepen default defeat defect defend defer defuse delay delegate delete
deliberate deliver demand demolish demonstrate demote deny depart depend deploy deport depose deposit derail descend describe desert design
designate destroy detain detect deteriorate determine detonate devalue devastate develop devise diagnose die differ dig diminish direct
disappear disarm disband discharge discipline disclose discontinue discover discuss disembark disintegrate dismantle dismiss
dispatch disperse displace display dispute disqualify disrupt dissolve distribute divert divide divorce dock dominate donate double
down downgrade draft drag drift drop drown dump earn ease edit educate eject elaborate elect elevate eliminate embark embrace emerge
emigrate emit employ enact encounter encourage end endanger endorse enforce engage engulf enhance enjoy enlist enrol enroll ensue ensure
enter entitle envisage equip erase erect erode erupt escalate escape escort establish estimate evacuate evade evaluate evict
evolve exceed exchange exclude excommunicate execute exempt exercise exhibit exhume exile exit expand expect expel expire explain explode
exploit explore export expose express extend extinguish extradite face facilitate fail fake falter fare fault favor favour fear
feature file fill film finalise finalize finance fine finish fire fix flank flare flatten flee flood flourish focus follow forbid force foil
form formulate found free freeze fuel fulfil fulfill function fund gain garner gather generate graduate grant greet ground guarantee guard
guide gun hail halt hammer hand handle hang happen harass harm hatch haul head heighten help hijack hike hint hire honor honour hope
hospitalise hospitalize host house hover hunt identify ignite ignore illustrate immigrate impeach implement implicate imply import impose
imprison improve inaugurate incite include increase incur indicate indict induct infect infiltrate inflict influence inform
infringe inherit initiate inject injure insist inspect inspire install instruct insult insure integrate intend intensify
intercept interfere interrogate interrupt intervene interview introduce invade invest investigate invite involve isolate issue jail join
judge jump justify keep kick kidnap kill knock label lack land last launch lay leak lease legalise legalize lessen level levy liberate
license lie lift light like limit link liquidate list live load lobby locate lock lodge look loom loot lower lure maintain manage
mandate manufacture march mark marry massacre match mediate melt mention merge migrate mine mistreat mobilise mobilize modify monitor mount
mourn move multiply murder name nationalise nationalize near neglect negotiate nominate normalise normalize note notice notify number obey object oblige
observe obtain occupy occur offer officiate omit ooze open operate oppose opt order organise organize originate oust outlaw outline
outrage overhaul overlook overrule oversee overturn overwhelm owe own pack paralyse paralyze pardon parole part participate partner
pass patrol pause peak penalise penalize perform perish permit persecute persist persuade phase photograph pick pilot place plague plan plant play plead
please pledge plot plummet plunge point poison poll populate portray pose possess post postpone pour power practise praise pray
preach precede predict prefer prepare present preserve preside press pressure presume prevail prevent privatise privatize probe proceed process proclaim
produce profit prohibit project proliferate prolong promise promote prompt propose prosecute protect protest provide provoke publicise publicize publish
pull pump punish purchase purge pursue push qualify quantify quarantine quarrel quash quell question quote race raid rain raise rally range rank
rape ratify ravage reach react readmit reaffirm realise realize reappear rebound rebuild recall recapture receive recede recognise recognize recommend reconsider
reconvene record recount recover recruit rectify redirect reduce refer refloat refrain refuel refuse refute regain register regret
regroup regulate reign reinforce reinstate reiterate reject relate relax relay release relent relieve relinquish relocate remain
remand remark remember remind remove rename renew renounce reopen reorganise reorganize repair repatriate repeal repeat repel replace reply report
represent reprimand request require rescind rescue research reserve reshuffle resign resist resolve resort respond rest restart restore
restrain restrict result resume retain retake retaliate retire retract retreat retrieve return reunite reveal reverse review revise
revive revoke reward rig riot risk rival roam rob rock rotate round rule rumble rush sabotage sack sail salvage sanction save
scale scan scatter schedule score scrap scrutinise scuffle seal search secede secure seem seize sentence separate serve settle sever shake shape share
shatter shell shelter shift ship shock shorten shout shower shrink shut shuttle sideline siege sign signal simplify sink skip slam slap slaughter
slash slip slow slump smash smuggle snap soar solve span spark spearhead specify speculate spill spiral split sponsor spot
spur spy squash squeeze stab stabilise stabilize stage stall stamp star start starve state station stay steer stem step stifle stimulate stop storm
strain strand strengthen stress stretch strip struggle study stumble subdue submerge submit subpoena subside succeed succumb sue suffer
suffocate suggest suit summon supervise supply support suppress surface surge surpass surprise surrender surround survey survive
suspect suspend sustain swamp swap sweep swell swerve switch sympathise symbolise tackle talk target tax team tear telephone televise terminate terrify
test testify thank thaw threaten thwart tie tighten topple torch torpedo torture total touch tour tout trace track trade trail train
transfer transform transmit transport trap travel treat trial trigger trim triumph trouble try tumble turn tweet underestimate underline unify
unite unleash unload unseat unveil update upgrade uphold uproot upset urge use usher vaccinate vacate value vandalise vandalize vanish veer
venture verify veto view violate visit voice void volunteer vote vow wage wait walk wane want warn warrant wash waste watch
weaken weather weigh welcome widen wipe wish witness work worry worsen wound wreck wrest yield
""".split()
# Base, past, participle; forms that are alike are written once.
_IRREGULAR = """
be:was/were:been have:had:had do:did:done go:went:gone say:said:said tell:told:told make:made:made take:took:taken come:came:come
get:got:got/gotten give:gave:given find:found:found think:thought:thought become:became:become leave:left:left feel:felt:felt
put:put:put bring:brought:brought begin:began:begun keep:kept:kept hold:held:held write:wrote:written stand:stood:stood
hear:heard:heard let:let:let mean:meant:meant set:set:set meet:met:met run:ran:run pay:paid:paid sit:sat:sat speak:spoke:spoken
lie:lay:lain lead:led:led read:read:read grow:grew:grown lose:lost:lost fall:fell:fallen send:sent:sent build:built:built
understand:understood:understood draw:drew:drawn break:broke:broken spend:spent:spent cut:cut:cut rise:rose:risen drive:drove:driven
buy:bought:bought wear:wore:worn choose:chose:chosen seek:sought:sought throw:threw:thrown catch:caught:caught deal:dealt:dealt
win:won:won forget:forgot:forgotten sell:sold:sold fight:fought:fought teach:taught:taught eat:ate:eaten sing:sang:sung
strike:struck:struck/stricken hang:hung:hung shake:shook:shaken ride:rode:ridden feed:fed:fed shoot:shot:shot drink:drank:drunk hit:hit:hit
arise:arose:arisen fly:flew:flown spread:spread:spread sleep:slept:slept cost:cost:cost beat:beat:beaten light:lit:lit bind:bound:bound
cast:cast:cast hide:hid:hidden swing:swung:swung shut:shut:shut bear:bore:born/borne tear:tore:torn wake:woke:woken
withdraw:withdrew:withdrawn flee:fled:fled steal:stole:stolen burst:burst:burst split:split:split swear:swore:sworn bid:bid:bid
quit:quit:quit sink:sank:sunk swim:swam:swum overthrow:overthrew:overthrown undergo:underwent:undergone undertake:undertook:undertaken
oversee:oversaw:overseen overcome:overcame:overcome retake:retook:retaken see:saw:seen know:knew:known show:showed:shown freeze:froze:frozen
forbid:forbade:forbidden forgive:forgave:forgiven foresee:foresaw:foreseen dig:dug:dug blow:blew:blown bleed:bled:bled breed:bred:bred
burn:burned/burnt:burned/burnt learn:learned/learnt:learned/learnt lay:laid:laid lend:lent:lent broadcast:broadcast:broadcast
hurt:hurt:hurt sweep:swept:swept swell:swelled:swollen slay:slew:slain shed:shed:shed shrink:shrank:shrunk spring:sprang:sprung spin:spun:spun
stick:stuck:stuck sting:stung:stung strive:strove:striven uphold:upheld:upheld upset:upset:upset weep:wept:wept wind:wound:wound
outbid:outbid:outbid outdo:outdid:outdone resell:resold:resold rebuild:rebuilt:rebuilt creep:crept:crept cling:clung:clung
dive:dived/dove:dived grind:ground:ground knit:knit:knit leap:leapt/leaped:leapt/leaped plead:pleaded/pled:pleaded/pled prove:proved:proven/proved
saw:sawed:sawn seethe:seethed:seethed shoe:shod:shod slide:slid:slid slit:slit:slit spill:spilled/spilt:spilled/spilt
stride:strode:stridden thrust:thrust:thrust mislead:misled:misled mistake:mistook:mistaken override:overrode:overridden
overrun:overran:overrun overtake:overtook:overtaken repay:repaid:repaid rewrite:rewrote:rewritten rerun:reran:rerun 
input:input:input
""".split()
# Forms that news uses as another word first: the noun "ground", the adjective "wound".
_NOT_FORMS = frozenset("ground bore lay saw dove bound".split())
# The last consonant is doubled though the last vowel is not stressed in the regular spelling rule below.
_DOUBLING = frozenset(
    "abet acquit admit allot ban bar beg blog bob cancel chat chop clap club commit compel concur confer control cram crop dam defer "
    "deter dip drag drop drum dub emit enrol equip excel expel fit flag flap flip fulfil grab grin gun hop incur infer jam jet jog kidnap "
    "knit knot lag lap lob map mar mob nab nod occur omit opt pad pat patrol permit pin plan plot plug pop prefer prod propel quit quiz ram rebel "
    "rebut recur refer regret rig rip rob rot rub sag scan scar scrap ship shop shred shrug shun skid skip slam slap slip slot slow snap sob spar spot spur "
    "stab star stem step stir stop strap strip stun submit sum sup swap swat tap thin throb tip top transfer transmit trap travel trek trim "
    "trip tug unwrap veto wed wet whip worship wrap zip model signal label level cancel quarrel rival channel fuel duel total shovel "
    "counsel dial".split()
)
_BOTH_SPELLINGS = frozenset(
    "cancel travel model signal label level quarrel rival channel fuel duel total shovel counsel dial kidnap worship".split()
)
_NEVER_DOUBLED = frozenset("slow veto".split())

AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "be": "be", "been": "be", "being": "be", "am": "be", "isn't": "be", "wasn't": "be",
    "weren't": "be", "aren't": "be", "has": "have", "have": "have", "had": "have", "having": "have", "hasn't": "have", "haven't": "have",
    "hadn't": "have", "do": "do", "does": "do", "did": "do", "didn't": "do", "don't": "do", "doesn't": "do", "got": "get", "gets": "get",
    "get": "get", "getting": "get", "'s": "", "’s": "", "'ve": "have", "’ve": "have", "'re": "be", "’re": "be", "'d": "have",
}  # fmt: skip
MODALS = frozenset(
    "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't 'll ’ll".split()
)


class Form(NamedTuple):
    """One spelling of a verb: which verb, and which of its parts the spelling can be."""

    lemma: str
    past: bool = False
    participle: bool = False
    gerund: bool = False
    present: bool = False
    base: bool = False


def _with(stem: str, ending: str) -> set[str]:
    """
    >>> _with("stop", "ed"), _with("carry", "ed"), _with("move", "ing"), sorted(_with("cancel", "ed"))
    ({'stopped'}, {'carried'}, {'moving'}, ['canceled', 'cancelled'])
    """
    plain = stem + ending
    if stem.endswith("ie") and ending == "ing":
        return {stem[:-2] + "ying"}
    if stem.endswith("e") and not (ending == "ing" and stem.endswith(("ee", "oe", "ye"))):
        return {stem[:-1] + ending}
    if stem.endswith("y") and stem[-2] not in "aeiou" and ending == "ed":
        return {stem[:-1] + "ied"}
    if stem in _DOUBLING and stem not in _NEVER_DOUBLED:
        doubled = stem + stem[-1] + ending
        return {doubled, plain} if stem in _BOTH_SPELLINGS else {doubled}
    return {plain}


def _third(stem: str) -> str:
    if stem.endswith(("s", "sh", "ch", "x", "z")) or stem in ("go", "do", "veto"):
        return stem + "es"
    return stem[:-1] + "ies" if stem.endswith("y") and stem[-2] not in "aeiou" else stem + "s"


def _forms() -> dict[str, Form]:
    found: dict[str, Form] = {}

    def put(spelling: str, lemma: str, part: str) -> None:
        if spelling in _NOT_FORMS:
            return
        known = found.get(spelling)
        if known is None or known.lemma == lemma:
            found[spelling] = (known or Form(lemma))._replace(**{part: True})

    irregular = {}
    for entry in _IRREGULAR:
        lemma, past, participle = entry.split(":")
        irregular[lemma] = (past.split("/"), participle.split("/"))
    regular = [lemma for lemma in _REGULAR if lemma not in irregular]
    for lemma, (pasts, participles) in irregular.items():
        for spelling in pasts:
            put(spelling, lemma, "past")
        for spelling in participles:
            put(spelling, lemma, "participle")
    for lemma in regular:
        for spelling in _with(lemma, "ed"):
            put(spelling, lemma, "past")
            put(spelling, lemma, "participle")
    for lemma in (*irregular, *regular):
        for spelling in _gerunds(lemma):
            put(spelling, lemma, "gerund")
        put(_third(lemma), lemma, "present")
        put(lemma, lemma, "base")
    return found


_DOUBLING_IRREGULAR = frozenset(
    "get put begin let set run sit cut win forget hit shut bid quit swim split dig spin slit upset".split()
)


def _gerunds(lemma: str) -> set[str]:
    return {lemma + lemma[-1] + "ing"} if lemma in _DOUBLING_IRREGULAR else _with(lemma, "ing")


VERB_FORMS = _forms()
