"""English verbs of the news and their forms: the words that can name what happened on a day.

>>> VERB_FORMS["struck"].lemma, VERB_FORMS["struck"].past, VERB_FORMS["given"].past, VERB_FORMS["stopped"].lemma
('strike', True, False, 'stop')
"""

from __future__ import annotations

from typing import NamedTuple

_REGULAR = """
abandon abate abdicate abduct abolish abort absorb abstain abuse accede accelerate accept acclaim accompany accomplish
accuse achieve acknowledge acquire acquit act activate adapt add address adjourn adjust administer admit adopt advance
advertise advise advocate affect affirm afford agitate agree aid aim air airlift alarm alert alienate allege allocate
allow alter amass ambush amend amount amputate analyse analyze anger annex annihilate announce annul answer anticipate
apologise apologize appeal appear applaud apply appoint approach approve argue arm arraign arrange arrest arrive ascend
ask assail assassinate assault assemble assert assess assign assist associate assume assure attach attack attempt attend
attract attribute auction authorise authorize avenge average avert avoid await award axe back backdate backfire bail
bake balance balloon ban banish baptise baptize bar bargain barter base bat bathe battle beam beatify beckon behave
behead believe belong benefit besiege bestow betray bill bite blackmail blame blast blend bless blind blink block board
boast boil bolster bolt bomb bombard book boom boost boot border borrow bounce bow bowl box boycott braid brake brand
brandish brave breach brew bribe bridge brief brighten broker bruise brush bubble buck bulldoze bump burgle burrow bury
button buzz bypass cable calculate call camp campaign cancel canonise canonize cap capitalise capitalize capitulate
capsize capture care carry carve catalogue categorise cater cause caution cave cease cede celebrate cement censor
censure certify chair challenge change chant char characterise characterize charge chart charter chase cheat check cheer
chill chip chisel choke christen circle circulate circumnavigate circumvent cite claim clamp clarify clash clasp
classify clean clear climb clinch clip clone close coach coat coax codename coerce coin coincide collaborate collapse
collect collide colonise colonize combat combine comfort command commemorate commence commend comment commission commit
compare compel compensate compete compile complain complement complete comply compose compound compress comprise
computerise conceal concede conceive concentrate concern conclude condemn conduct confer confess confine confirm
confiscate confront confuse congratulate connect conquer conscript consider consist consolidate conspire constitute
construct consult consume contact contain contaminate contemplate contend contest continue contract contradict contrast
contribute control convene converge convert convey convict convince convulse cook cool cooperate coordinate cope copy
correct correspond corrupt cough count counter counterattack counterfeit cover crack crash crawl craze create credit
cremate cripple criticise criticize cross crouch crowd crown cruise crumble crush cry culminate cultivate curb cure
curse curtail curve cushion cycle dam damage dampen dance dare dart dash date dawn deactivate debate debunk debut
decapitate decay deceive decide decimate declare declassify decline decommission decorate decrease decree decry dedicate
deduct deem deepen deface default defeat defect defend defer define deflect deform defraud defuse degenerate degrade
dehydrate delay delegate delete deliberate delight delist deliver demand demobilise demobilize demolish demonstrate
demoralise demoralize demote denounce dent deny depart depend deplete deplore deploy deport depose deposit depress
deprive derail derive descend describe desert deserve design designate desire despatch destroy detain detect deteriorate
determine dethrone detonate detour devalue devastate develop deviate devise devote diagnose dictate die differ dilute
diminish dine dip direct disable disagree disallow disappear disappoint disapprove disarm disband discharge discipline
disclose disconnect discontinue discourage discover discriminate discuss disembark disguise disintegrate dislodge
dismantle dismiss disown disparage dispatch disperse displace display displease dispose disprove dispute disqualify
disregard disrupt dissent dissolve dissuade distance distort distract distribute distrust diversify divert divest divide
divorce dock dodge dominate donate double down downgrade download downplay downsize doze draft drag drain dread dream
dredge dress drift drill drip drone drop drown dry dub duck dump dwindle dye earn ease echo edge edit educate eject
elaborate elapse elect electrocute elevate elicit eliminate elude embark embarrass embed embezzle embody embrace embroil
emerge emigrate emit employ emulate enable enact encircle enclose encompass encounter encourage encrypt end endanger
endeavour endorse endure energise enforce engage engineer engrave engulf enhance enjoy enlarge enlist enrage enrich
enrol enroll enslave ensue ensure entangle enter entertain entice entitle entrench entrust enumerate envisage envision
equal equip eradicate erase erect erode erupt escalate escape escort espouse establish estimate evacuate evade evaluate
evict evoke evolve exacerbate exaggerate examine excavate exceed exchange excite exclaim exclude excommunicate excuse
execute exempt exercise exert exhaust exhibit exhort exhume exile exist exit expand expect expedite expel experience
experiment expire explain explode exploit explore export expose express extend extinguish extort extract extradite eye
face facilitate fade fail faint fake falter fan fare farm fast fasten fathom fault favor favour fear feature feign fetch
field file fill film finalise finalize finance fine finish fire fish fix flank flare flash flatten flatter flicker fling
float flock flog flood flourish focus foil fold follow force forge forgo form formalise formalize formulate fortify
forward foster found founder fracture frame free freshen frighten frustrate fuel fulfil fulfill fumble function fund
furnish fuse gain gallop gamble garner garrison gas gasp gather gauge gaze gear generate glance glide glimpse glow gouge
grab grade graduate grant grapple grasp graze greet grill grip groan groom ground guarantee guard guess guide guillotine
gun gush hack haggle hail halt halve hammer hamper hand handle happen harass harden harm harness harvest hatch haul
haunt head headline heal heap heat hedge heighten help herd hesitate hijack hike hinder hinge hint hire hoard hoist hone
honor honour hope hospitalise hospitalize host house hover humiliate hunt hurl hurry hurtle hush identify idle ignite
ignore illustrate imagine imitate immigrate impair impeach implement implicate imply import impose impress imprison
improve inaugurate inch incinerate incite incline include incorporate increase incur indicate indict induct infect
infiltrate inflame inflate inflict influence inform infringe inhabit inherit initiate inject injure ink innovate inquire
insert insist inspect inspire install instigate institute instruct insult insure integrate intend intensify interact
intercept interfere intern interpret interrogate interrupt intervene interview intimidate introduce inundate invade
invalidate invent invest investigate invite involve irrigate irritate isolate issue itch jail jam jeopardise jeopardize
jettison join joke jolt judge juggle jump jumpstart justify kick kidnap kill kneel knife knight knock label lack lambast
lambaste lament land lash last latch laud laugh launch launder leak lean lease legalise legalize lengthen lessen level
levy liberate license lift like limit line linger link liquidate list listen litter live load loan lobby locate lock
lodge log look loom loose loot love lower lure magnify mail maim maintain malign manage mandate manipulate manufacture
map march mark market marry mask massacre master mastermind match mature maximise measure mediate melt menace mend
mention merge mess migrate mimic mine minimise minimize mint mirror misfire misjudge misplace misread miss mistreat
mistrust misuse mitigate mix moan mobilise mobilize mock moderate modify monitor mothball motivate mould mount mourn
move mug multiply murder muster mutiny muzzle nail name narrow nationalise nationalize navigate near need neglect
negotiate nest net neutralise neutralize nickname nominate normalise normalize notch note notice notify nudge nullify
number nurse nurture obey object oblige observe obsess obstruct obtain occupy occur offend offer officiate offset ogle
omit ooze open operate oppose oppress opt orbit orchestrate ordain order organise organize originate oust outclass
outlaw outline outnumber outpace outperform outrage outrun outscore outweigh overhaul overlap overload overlook
overpower overrate overreact overrule overshadow overstep overturn overwhelm overwinter overwork owe own pack paint
parade paralyse paralyze pardon park parole part participate partition partner pass patch patent patrol pause pave peak
peel peep pen penalise penalize penetrate perceive perfect perform perish permit perpetrate perplex persecute persist
persuade phase photograph pick picket pierce pile pilot pin pinpoint pioneer pitch place plague plan plant plaster play
please pledge plot plough plow plummet plunder plunge pocket point poison polarise polarize police polish poll pollute
pool pop populate portray pose position possess post postpone pound pour power practise praise pray preach precede
preclude predate predict preempt prefer premiere prepare prescribe present preserve preside press pressure presume
presuppose prevail prevent prey prick print prioritise privatise privatize probe proceed process proclaim procure prod
produce profit progress prohibit project proliferate prolong promise promote prompt pronounce propagate propel propose
prosecute prosper protect protest provide provoke prune pry publicise publicize publish pull pump puncture punish
purchase purge purify pursue push puzzle quadruple quake qualify quantify quarantine quarrel quash quell question queue
quicken quote race rage raid rain raise rake rally ram rampage range ransack rape ratify rattle ravage raze re-elect
re-emerge re-enter re-establish re-open reach react reactivate readmit readopt reaffirm realign realise realize
reallocate reap reappear rearm rearrange reason reassign reassure rebel rebound rebrand rebut recall recapitalise
recapitalize recapture recast recede receive reclaim reclassify recline recognise recognize recommend reconcile
reconsider reconstruct reconvene record recount recover recreate recruit rectify recur recycle redeem redefine redeploy
redesign redirect redraw reduce reelect refer refinance refine reflect refloat refocus reform refound refrain refresh
refuel refund refurbish refuse refute regain register regret regroup regulate rehabilitate rehearse reign reimburse
reimpose reinforce reinstall reinstate reintroduce reiterate reject rejoin relapse relate relaunch relax relay release
relent relieve relinquish relive relocate rely remain remake remand remark remarry remedy remember remind remodel remove
rename render renegotiate renew renounce renovate rent reopen reorganise reorganize repackage repaint repair repatriate
repeal repeat repel replace replenish replicate reply report represent repress reprimand reproduce republish repulse
repurchase request require reschedule rescind rescue research resemble resent reserve reset resettle reshape reshuffle
reside resign resist resolve resort respect respond rest restage restart restate restock restore restrain restrict
restructure resubmit result resume resupply resurface resurrect retail retain retaliate retell rethink retire retool
retrace retract retrain retreat retrieve retrofit retry return reunify reunite revamp reveal revere reverse revert
review revise revisit revive revoke revolt revolutionise revolve reward rig riot rip ripple risk rival roam roar roast
rob rock roil roll romp rotate round rout row rub ruffle ruin rule rumble rumour rupture rush sabotage sack sacrifice
sag sail salvage sample sanction satisfy saturate savage save scale scan scare scatter schedule scoff scold scoop scorch
score scorn scout scramble scrap scrape scratch scream screen screw scrub scrutinise scuffle sculpt scuttle seal search
secede secrete secure seduce seem segregate seize select self-destruct sense sentence separate sequester serialise
serialize serve settle sever shade shadow shame shape share sharpen shatter shave shell shelter shelve shield shift
shine ship shiver shock shop shorten shortlist shout shove shovel shower shrug shuffle shun shutter shuttle sideline
siege sigh sign signal signify silence simmer simplify simulate sip situate skate sketch ski skid skip slam slap slash
slate slaughter slip slot slow slump smash smear smell smile smoke smooth smother smuggle snap snarl snatch sneak sniff
snowball snub soak soar soften solicit solve soothe sort sound span spare spark spawn spearhead specify speculate spell
spiral splash splinter spoil sponsor spot sprawl spray sprint spur spurn spy squabble squander squash squat squeeze stab
stabilise stabilize stack stage stagger stain stake stalk stall stamp stampede star start starve stash state station
stay steady steam steep steer stem step stereotype stifle stigmatise stimulate stipulate stir stockpile stoke stone
stoop stop storm straddle strafe straighten strain strand strangle strap stray stream strengthen stress stretch strew
strip stroll structure struggle study stumble stun subcontract subdue subject submerge submit subpoena subscribe subside
subsidise subsidize substitute subtract succeed succumb suck sue suffer suffocate suggest suit summon supervise
supplement supply support suppress surf surface surge surmount surpass surprise surrender surround survey survive
suspect suspend sustain swallow swamp swap sway sweat sweeten swerve swindle swipe switch symbolise symbolize sympathise
sympathize table tackle tail taint talk tamper tangle tap tape taper target tarnish tax team tease telephone televise
tempt tend tender terminate terrify test testify thank thaw thrash threaten thrill thrive throb throng thump thunder
thwart tick tie tighten tilt time tip tire toast toil tolerate top topple torch torpedo torture toss total touch tour
tout tow tower toy trace track trade traffic trail train trample transcend transcribe transfer transform transition
translate transmit transplant transport trap travel traverse tread treasure treat trek tremble trial trigger trim triple
triumph troll trouble trounce trust try tug tumble tunnel turn tweet twist type uncover undercut underestimate underfund
underline undermine underpin underscore undo unearth unfold unify unite unleash unload unlock unpack unravel unseat
unsettle unveil unwind update upgrade upload uproot urge urinate use usher usurp utter vacate vacation vaccinate
validate value vandalise vandalize vanish vanquish vary vault veer venture verify vet veto victimise vie view vilify
vindicate violate visit voice void volunteer vomit vote vow voyage wage wait waive waken walk wane want warm warn warp
warrant wash waste watch wave weaken weather wed weigh welcome weld whip whisper whistle  widen wield wipe
wire wish withhold withstand witness wobble wonder woo work worry worsen wound wrap wreck wrest wrestle wring yell yield
zoom
""".split()
# Base, past, participle; forms that are alike are written once.
_IRREGULAR = """
be:was/were:been have:had:had do:did:done go:went:gone say:said:said tell:told:told make:made:made take:took:taken
come:came:come get:got:got/gotten give:gave:given find:found:found think:thought:thought become:became:become
leave:left:left feel:felt:felt put:put:put bring:brought:brought begin:began:begun keep:kept:kept hold:held:held
write:wrote:written stand:stood:stood hear:heard:heard let:let:let mean:meant:meant set:set:set meet:met:met
run:ran:run pay:paid:paid sit:sat:sat speak:spoke:spoken lie:lay:lain lead:led:led read:read:read grow:grew:grown
lose:lost:lost fall:fell:fallen send:sent:sent build:built:built understand:understood:understood draw:drew:drawn
break:broke:broken spend:spent:spent cut:cut:cut rise:rose:risen drive:drove:driven buy:bought:bought wear:wore:worn
choose:chose:chosen seek:sought:sought throw:threw:thrown catch:caught:caught deal:dealt:dealt win:won:won
forget:forgot:forgotten sell:sold:sold fight:fought:fought teach:taught:taught eat:ate:eaten sing:sang:sung
strike:struck:struck/stricken hang:hung:hung shake:shook:shaken ride:rode:ridden feed:fed:fed shoot:shot:shot
drink:drank:drunk hit:hit:hit arise:arose:arisen fly:flew:flown spread:spread:spread sleep:slept:slept cost:cost:cost
beat:beat:beaten light:lit:lit bind:bound:bound cast:cast:cast hide:hid:hidden swing:swung:swung shut:shut:shut
bear:bore:born/borne tear:tore:torn wake:woke:woken withdraw:withdrew:withdrawn flee:fled:fled steal:stole:stolen
burst:burst:burst split:split:split swear:swore:sworn bid:bid:bid quit:quit:quit sink:sank:sunk swim:swam:swum
overthrow:overthrew:overthrown undergo:underwent:undergone undertake:undertook:undertaken oversee:oversaw:overseen
overcome:overcame:overcome retake:retook:retaken see:saw:seen know:knew:known show:showed:shown freeze:froze:frozen
forbid:forbade:forbidden forgive:forgave:forgiven foresee:foresaw:foreseen dig:dug:dug blow:blew:blown bleed:bled:bled
breed:bred:bred burn:burned/burnt:burned/burnt learn:learned/learnt:learned/learnt lay:laid:laid lend:lent:lent
broadcast:broadcast:broadcast hurt:hurt:hurt sweep:swept:swept swell:swelled:swollen slay:slew:slain shed:shed:shed
shrink:shrank:shrunk spring:sprang:sprung spin:spun:spun stick:stuck:stuck sting:stung:stung strive:strove:striven
uphold:upheld:upheld upset:upset:upset weep:wept:wept wind:wound:wound outbid:outbid:outbid outdo:outdid:outdone
resell:resold:resold rebuild:rebuilt:rebuilt creep:crept:crept cling:clung:clung dive:dived/dove:dived
grind:ground:ground knit:knit:knit leap:leapt/leaped:leapt/leaped plead:pleaded/pled:pleaded/pled
prove:proved:proven/proved seethe:seethed:seethed shoe:shod:shod slide:slid:slid slit:slit:slit
spill:spilled/spilt:spilled/spilt stride:strode:stridden thrust:thrust:thrust mislead:misled:misled
mistake:mistook:mistaken override:overrode:overridden overrun:overran:overrun overtake:overtook:overtaken
withhold:withheld:withheld withstand:withstood:withstood undo:undid:undone unwind:unwound:unwound
rethink:rethought:rethought retell:retold:retold remake:remade:remade redo:redid:redone recast:recast:recast
outrun:outran:outrun undercut:undercut:undercut bite:bit:bitten shine:shone:shone fling:flung:flung kneel:knelt:knelt
tread:trod:trodden wring:wrung:wrung stink:stank:stunk smell:smelled:smelled misread:misread:misread
repay:repaid:repaid rewrite:rewrote:rewritten rerun:reran:rerun input:input:input
forecast:forecast/forecasted:forecast/forecasted
""".split()
# Forms that news uses as another word first: the noun "ground", the adjective "wound".
_NOT_FORMS = frozenset("ground lay dove bound".split())
# The last consonant is doubled though the last vowel is not stressed in the regular spelling rule below.
_DOUBLING = frozenset(
    "abet acquit admit allot ban bar beg blog bob cancel chat chop clap club commit compel concur confer control cram "
    "crop dam defer deter dip drag drop drum dub emit enrol equip excel expel fit flag flap flip fulfil grab grin gun "
    "hop incur infer jam jet jog kidnap knit knot lag lap lob map mar mob nab nod occur omit opt pad pat patrol permit "
    "pin plan plot plug pop prefer prod propel quit quiz ram rebel rebut recur refer regret rig rip rob rot rub sag "
    "scan scar scrap ship shop shred shrug shun skid skip slam slap slip slot slow snap sob spar spot spur stab star "
    "stem step stir stop strap strip stun submit sum sup swap swat tap thin throb tip top transfer transmit trap "
    "travel trek trim trip tug unwrap veto wed wet whip worship wrap zip model signal label level quarrel rival "
    "channel fuel duel total shovel counsel dial mug gas pen flog net bat cap".split()
)
_BOTH_SPELLINGS = frozenset(
    "cancel travel model signal label level quarrel rival channel fuel duel total shovel counsel dial "
    "kidnap worship".split()
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
            # The parts of a form are all booleans.
            found[spelling] = (known or Form(lemma))._replace(**{part: True})  # type: ignore[arg-type]

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
