"""English verbs of the news and their forms: the words that can name what happened on a day.

>>> VERB_FORMS["struck"].lemma, VERB_FORMS["struck"].past, VERB_FORMS["given"].past, VERB_FORMS["stopped"].lemma
('strike', True, False, 'stop')
"""

from __future__ import annotations

from typing import NamedTuple

_REGULAR = """
abandon abate abduct abolish abort absorb abstain abuse accelerate accept accompany accomplish accuse achieve acquire
acquit act activate adapt add address adjourn adjust administer admit adopt advance advise advocate affect affirm
agree aim air airlift alert allege allocate allow alter amend amount amputate annex announce annul answer apologise
apologize appeal appear applaud apply appoint approach approve arm arrange arrest arrive ask assassinate assault
assemble assert assess assign assist assume assure attach attack attempt attend attract auction authorise authorize
avert avoid await award back backdate backfire bake balloon ban bar base bathe battle beam beckon behave believe
belong benefit betray bill bite blackmail blame blast blend bless blind blink block board boast boil bolster bolt bomb
bombard book boom boost boot border borrow bounce bow box boycott braid brake brand brandish brave breach brew bribe
bridge brief brighten broker bruise brush bubble bulldoze bump burrow bury button buzz calculate camp cancel cap
capitulate capsize capture care carry carve catalogue categorise cater cause caution cave cease celebrate censor
censure certify chair challenge change chant char charge chart chase cheer chill chip chisel choke circle circulate
circumvent cite claim clamp clarify clash clasp classify clean clear climb clinch clip clone close coach coat coax
coin collaborate collapse collect collide combat combine comfort command commemorate commence commend comment
commission commit compare compel compensate compete compile complain complement complete comply compose compound
compress comprise computerise conceal concede conceive concentrate conclude condemn conduct confer confess confine
confirm confiscate confront confuse congratulate connect conquer consider consist consolidate conspire construct
consult consume contact contain contaminate contemplate contend contest continue contract contradict contrast
contribute control convene converge convert convey convict convince convulse cook cool cooperate coordinate cope copy
correspond corrupt cough count counter cover crack crash crawl craze create credit cripple criticise criticize cross
crouch crowd crown cruise crumble crush culminate cultivate curb cure curse curtail curve cushion cycle damage dampen
dance dare dart dash date dawn deactivate debate debunk debut decay deceive decide decimate declare declassify decline
decommission decorate decrease decry dedicate deduct deem deepen deface default defeat defect defend defer define
deflect deform defuse degrade dehydrate delay delegate delete deliberate delight deliver demand demolish demonstrate
demote dent deny depart depend deploy deport depose deposit deprive derail derive descend describe desert deserve
design designate desire despatch destroy detain detect deteriorate determine detonate detour devalue devastate develop
deviate devise devote diagnose die differ dilute diminish dine direct disable disagree disallow disappear disappoint
disapprove disarm disband discharge discipline disclose disconnect discontinue discourage discover discriminate
discuss disembark disguise disintegrate dislodge dismantle dismiss disown disparage dispatch disperse displace display
displease dispose disprove dispute disqualify disrupt dissent dissolve dissuade distance distort distract distribute
distrust divert divide divorce dock dodge dominate donate double down downgrade downsize doze draft drag dread dream
dress drift drill drip drone drop drown dry duck dump dwindle dye earn ease echo edge edit educate eject elaborate
elapse elect elevate elicit eliminate elude embark embarrass embed embezzle embody embrace embroil emerge emigrate
emit employ emulate enact enclose encompass encounter encourage encrypt end endanger endeavour endorse endure energise
enforce engage engineer engrave engulf enhance enjoy enlist enrage enrich enrol enroll enslave ensue ensure entangle
enter entertain entice entitle entrench entrust enumerate envisage envision equal equip eradicate erase erect erode
erupt escalate escape escort espouse establish estimate evacuate evade evaluate evict evoke evolve exacerbate
exaggerate examine excavate exceed exchange excite exclaim exclude excommunicate excuse execute exempt exercise exert
exhaust exhibit exhume exile exit expand expect expedite expel experience experiment expire explain explode exploit
explore export expose express extend extinguish extract extradite eye face facilitate fade fail faint fake falter fan
fare farm fast fasten fathom fault favor favour fear feature feign fetch file fill film finalise finalize finance fine
finish fire fix flank flare flash flatten flatter flicker fling float flock flood flourish focus foil fold follow
force forge forgo form formulate forward foster found fracture frame free freshen frighten frustrate fuel fulfil
fulfill fumble function fund furnish fuse gain gallop gamble garner gasp gather gauge gaze gear generate glance glide
glimpse glow gouge grade graduate grant grapple grasp graze greet grill grip groan groom ground guarantee guard guess
guide gun gush hack hail halt halve hammer hand handle happen harass harden harm harness harvest hatch haul haunt head
heal heap heat hedge heighten help herd hesitate hijack hike hinder hinge hint hire hoard hoist honor honour hope
hospitalise hospitalize host house hover hunt hurl hurry hush identify idle ignite ignore illustrate imagine imitate
immigrate impair impeach implement implicate imply import impose impress imprison improve inaugurate incinerate incite
incline include increase incur indicate indict induct infect infiltrate inflame inflate inflict influence inform
infringe inhabit inherit initiate inject injure innovate inquire insert insist inspect inspire install instigate
instruct insult insure integrate intend intensify interact intercept interfere interrogate interrupt intervene
interview intimidate introduce invade invalidate invest investigate invite involve irritate isolate issue itch jail
jam jeopardise jeopardize join joke jolt judge juggle jump jumpstart justify kick kidnap kill kneel knife knock label
lack lament land lash last latch laugh launch launder leak lean lease legalise legalize lengthen lessen level levy
liberate license lift like limit line linger link liquidate list listen litter live load lobby locate lock lodge log
look loom loose loot lower lure magnify mail maim maintain malign manage mandate manufacture march mark marry mask
massacre master match maximise measure mediate melt menace mend mention merge mess migrate mimic mine minimise
minimize mint misfire misjudge misplace misread miss mistreat mistrust misuse mitigate mix moan mobilise mobilize mock
moderate modify monitor motivate mould mount mourn move multiply murder muster muzzle name narrow nationalise
nationalize navigate near neglect negotiate nest neutralise neutralize nominate normalise normalize note notice notify
nudge nullify number nurse nurture obey object oblige observe obsess obstruct obtain occupy occur offend offer
officiate offset ogle omit ooze open operate oppose oppress opt orbit ordain order organise organize originate oust
outlaw outline outnumber outpace outperform outrage outrun outweigh overhaul overlap overload overlook overpower
overrate overreact overrule overshadow overstep overturn overwhelm overwork owe own pack paint parade paralyse
paralyze pardon park parole part participate partner pass patch patrol pause pave peak peel peep penalise penalize
penetrate perceive perfect perform perish permit perpetrate perplex persecute persist persuade phase photograph pick
pierce pile pilot pin pinpoint pioneer pitch place plague plan plant plaster play please pledge plot plough plow
plummet plunder plunge pocket point poison polarise polarize police polish poll pollute pool pop populate portray pose
possess post postpone pound pour power practise praise pray preach precede preclude predate predict preempt prefer
premiere prepare prescribe present preserve preside press pressure presume presuppose prevail prevent prey prick
prioritise privatise privatize probe proceed process proclaim procure prod produce profit progress prohibit project
proliferate prolong promise promote prompt propagate propel propose prosecute prosper protect protest provide provoke
prune publicise publicize publish pull pump puncture punish purchase purge purify pursue push puzzle quake qualify
quantify quarantine quarrel quash quell question queue quicken quote race rage raid rain raise rake rally ram range
ransack rape ratify rattle ravage reach react readmit reaffirm realign realise realize reap reappear rearrange reason
reassign reassure rebound rebrand recall recapture recast recede receive reclaim recline recognise recognize recommend
reconcile reconsider reconstruct reconvene record recount recover recreate recruit rectify recur recycle redeem
redefine redeploy redesign redirect redraw reduce reelect refer refine refloat refocus reform refrain refresh refuel
refund refuse refute regain register regret regroup regulate rehabilitate rehearse reign reimburse reinforce reinstate
reiterate reject rejoin relapse relate relax relay release relent relieve relinquish relive relocate rely remain
remake remand remark remedy remember remind remodel remove rename render renegotiate renew renounce renovate rent
reopen reorganise reorganize repaint repair repatriate repeal repeat repel replace replenish replicate reply report
represent repress reprimand reproduce republish request require rescind rescue research resemble reserve reset
resettle reshape reshuffle reside resign resist resolve resort respect respond rest restart restock restore restrain
restrict result resume resurface resurrect retail retain retaliate retell rethink retire retrace retract retrain
retreat retrieve retrofit retry return reunify reunite revamp reveal revere reverse revert review revise revisit
revive revoke revolt revolutionise revolve reward rig riot ripple risk rival roam roar roast rob rock roll romp rotate
rub ruffle ruin rule rumble rumour rupture rush sabotage sack sacrifice sail salvage sample sanction saturate savage
save scale scan scare scatter schedule scoff scold scoop scorch score scorn scout scramble scrap scrape scratch scream
screen screw scrub scrutinise scuffle sculpt seal search secede secrete secure seduce seem segregate seize
self-destruct sense sentence separate sequester serve settle sever shade shadow shame shape share shatter shave shell
shelter shelve shield shift shine ship shiver shock shop shorten shortlist shout shove shovel shower shrug shuffle
shun shuttle sideline siege sigh sign signal signify silence simmer simplify simulate sip sketch ski skip slam slap
slash slaughter slip slot slow slump smash smear smell smile smoke smooth smother smuggle snap snarl snatch sneak
sniff snub soak soar soften solicit solve soothe sort sound span spare spark spawn spearhead specify speculate spell
spiral splash splinter spoil sponsor spot sprawl spray sprint spur spy squabble squander squash squat squeeze stab
stabilise stabilize stack stage stagger stain stake stalk stall stamp stampede star start starve stash state station
stay steady steam steep steer stem step stereotype stifle stigmatise stimulate stipulate stir stockpile stoke stone
stoop stop storm straddle straighten strain strand strangle strap stray stream strengthen stress stretch strew strip
stroll structure struggle study stumble stun subcontract subdue subject submerge submit subpoena subscribe subside
subsidise subsidize substitute subtract succeed succumb suck sue suffer suffocate suggest suit summon supervise
supplement supply support suppress surf surface surge surmount surpass surprise surrender surround survey survive
suspect suspend sustain swallow swamp swap sway sweat swerve swipe switch symbolise symbolize sympathise sympathize
tackle tail taint talk tamper tangle tap tape taper target tax team tease telephone televise tempt tend tender
terminate terrify test testify thank thaw thrash threaten thrill thrive throb thunder thwart tick tie tighten tilt
time tip tire toast toil tolerate topple torch torpedo torture toss total touch tour tout tow toy trace track trade
traffic trail train trample transcend transcribe transfer transform transition translate transmit transplant transport
trap travel traverse tread treasure treat trek tremble trial trigger trim triple triumph troll trouble trust try tug
tumble tunnel turn tweet twist type uncover undercut underestimate underfund underline undermine underpin underscore
undo unearth unfold unify unite unleash unload unlock unpack unravel unseat unsettle unveil unwind update upgrade
uproot urge urinate use usher usurp utter vacate vacation vaccinate validate value vandalise vandalize vanish vary
vault veer venture verify vet veto victimise view vilify vindicate violate visit voice void volunteer vomit vote vow
wage wait waive waken walk wane want warm warn warp warrant wash waste watch wave weaken weather wed weigh welcome
weld whip whisper whistle widen wield wipe wire wish withhold withstand witness wobble woo work worry worsen wound
wrap wreck wrest wrestle wring yell yield zoom
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
overrun:overran:overrun overtake:overtook:overtaken withhold:withheld:withheld withstand:withstood:withstood undo:undid:undone unwind:unwound:unwound rethink:rethought:rethought
retell:retold:retold remake:remade:remade redo:redid:redone recast:recast:recast outrun:outran:outrun undercut:undercut:undercut bite:bit:bitten
shine:shone:shone fling:flung:flung kneel:knelt:knelt tread:trod:trodden wring:wrung:wrung stink:stank:stunk smell:smelled:smelled misread:misread:misread repay:repaid:repaid rewrite:rewrote:rewritten rerun:reran:rerun
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
    "trip tug unwrap veto wed wet whip worship wrap zip model signal label level quarrel rival channel fuel duel total shovel "
    "counsel dial".split()
)
_BOTH_SPELLINGS = frozenset(
    "cancel travel model signal label level quarrel rival channel fuel duel total shovel counsel dial kidnap worship".split()
)
_NEVER_DOUBLED = frozenset("slow veto".split())


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
            found[spelling] = (known or Form(lemma))._replace(**{part: True})  # type: ignore[arg-type]  # the parts of a form are all booleans

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
