"""English nouns that name something that happened: the words that a date can belong to without a verb.

>>> [word in EVENT_NOUNS for word in ("airstrikes", "referendum", "table", "nationalisation")]
[True, True, False, False]
"""

from __future__ import annotations

# Things that happen, at a day or over days.
_EVENTS = """
abduction abolition accident accord acquisition acquittal address adoption advance agreement aftershock airlift air-strike airstrike air-raid
ambush amnesty anniversary annexation announcement appeal appearance appointment arrest arrival arson assassination assault
attack auction audience audit avalanche award bail bailout ballot ban bankruptcy banquet battle beheading birth bid blackout blast
blaze blockade blow bombardment bombing boycott breach breakaway breakdown breakout breakthrough briefing broadcast burial by-election
campaign capture carnage casualty catastrophe ceasefire cease-fire celebration census ceremony championship clash closure collapse collision
coalition-talks commemoration competition concert conclave conference conflict confrontation congress conquest conspiracy consultation contest convention conversation conviction coronation
counterattack counter-attack counteroffensive counter-offensive coup crackdown crash crisis crossfire cyclone deal death debate debut declaration defeat
defection deluge demolition demonstration departure deployment deportation deposition derailment detention detonation dinner disappearance
disaster discovery discussion dismissal dispute disruption dissolution divorce downfall downgrade draw drill drought drowning duel earthquake eclipse
election elimination embargo emergency encounter endorsement enquiry epidemic eruption escape evacuation eviction examination exchange execution exercise exhibition
exodus expedition explosion expulsion extradition failure fair famine feast festival fight fighting fine fire firefight flare-up flight flood flooding
forum founding friendly fraud funeral gala game gathering genocide gig graduation gunbattle gunfight gunfire hearing heist hijacking hostilities hurricane
impeachment inauguration incident incursion independence indictment infection inquest inquiry inspection insurgency insurrection intervention interview invasion
investigation jailbreak journey killing kidnapping kidnap landing landslide launch lawsuit leak lecture liberation liftoff lockdown lockout looting loss
lynching manhunt march marathon marriage massacre match mediation meeting melee memorial merger migration military-operation mission mobilisation
mobilization mudslide murder mutiny negotiation nomination occupation offensive opening operation ouster outage outbreak outburst ordeal outcry overhaul
overthrow pact pandemic parade pardon parley party patrol performance pilgrimage plea plebiscite plenum plunge poisoning poll polling premiere press-conference
primary primaries probe procession proclamation prosecution protest publication pullout pull-out purchase purge pursuit qualifier quake quarantine quarrel race raid rally
rampage ransom rape ratification rebellion recall reception recession reconciliation redeployment reelection re-election referendum refusal rehearsal release relocation reopening
repatriation rescue reshuffle resignation resolution retaliation retirement retreat reunion revelation revolt revolution riot rioting ritual robbery
round-table ruling runoff run-off sabotage sacking sale scandal score screening search seizure semifinal semi-final sentencing separation session
settlement shelling shipwreck shoot-out shooting shootout showdown shutdown siege signing sinking sit-in skirmish slaughter slaying slump snowstorm
spacewalk speech spill split stabbing stampede stand-off standoff start stoppage storm strike stroke suicide summit suppression surge surgery surrender
suspension swap swearing-in sweep symposium synod takeoff take-off takeover take-over talks telecast telethon test testing theft thunderstorm landfall rainfall snowfall heatwave hailstorm downpour
toast tornado torture tour tournament trade-off tragedy transaction transfer transition treaty trek trial trip triumph truce tryst tsunami turmoil tweet typhoon
ultimatum unification unrest unveiling upheaval uprising vaccination verdict veto victory vigil violence visit vote voting voyage walkout war warning wedding
wildfire withdrawal workshop wreck zero-hour accession armistice beatification bloodbath bloodshed bombings canonisation canonization capitulation closing coming completion
comeback construction creation crossing crucifixion crusade delivery destruction dispatch disqualification drawdown emergence enactment end enlargement entry expansion expiry
fall firing foundation handover hand-over halt hit hostage-taking imprisonment installation introduction invention knock-out knockout lifting manoeuvre maneuver
missile-test nationalisation-vote nuclear-test onslaught outing overflight oath partition passage penalty petition pogrom power-cut
premiership-vote presentation push recapture recount reform removal renewal repeal restoration resumption return reunification rise rocket-launch
salvo sanction secession sermon stopover succession tie-break touchdown traffic-stop unilateral-declaration volley
win world-cup final finals olympics games playoff play-off grand-prix derby fixture bout by-poll budget statement order decision proposal request
abdication adjournment allegation apology approval blizzard buyout cancellation compromise confession cull curfew cyberattack dethronement feud hack
jailing layoff plague plot relaunch retrial shortage transplant tremor wounding flotilla flypast lift-off rollout roll-out handshake swoop overdose beating
stoning rout stalemate quarter-final replay kickoff regatta rainstorm sandstorm cloudburst sinkhole cave-in relapse cremation reburial exhumation excavation
sighting experiment flyby fly-by docking re-entry injunction arraignment mistrial parole payout flotation default devaluation downturn selloff sell-off
rebound lay-off homecoming retaking reoccupation restart annulment re-run rerun relegation recess
complaint remark comment report finding letter estimate forecast decree memorandum communique offer pledge threat
""".split()
# Nouns that are often something else: they take a date only where the words around leave no choice.
WEAK = frozenset(
    "address advance award bid blow budget campaign comment competition construction conversation crisis deal decision draw emergency end entry exchange exercise failure "
    "fair fall fine finding flight foundation forecast estimate examination game games hit interview introduction leak letter loss mission offer "
    "operation order party passage penalty performance poll presentation primary primaries probe proposal publication purchase push race recall record reform report request "
    "remark resolution return rise score separation session settlement start statement stroke sweep split test threat transfer transition tour warning win complaint pledge tie-break creation "
    "independence casualty fraud reception infection scandal dispute conflict drill search investigation inquiry enquiry halt delivery violence retirement completion opening closing coming allegation approval compromise curfew experiment parole payout default plot replay shortage transplant rebound recess re-run rerun".split()
)
# Behind "in" or "under" these tell how somebody was: "in custody", "under siege".
STATES = frozenset(
    "custody force power office hiding exile captivity detention jail prison hospital orbit effect siege arrest".split()
)
_IRREGULAR_PLURALS = {"crises": "crisis", "melees": "melee", "coups": "coup"}
# In the plural these are people.
_OF_PEOPLE = frozenset("exile".split())
# Endings of words that name a doing: good enough where a date stands right before the noun ("the 2003 nationalisation").
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
