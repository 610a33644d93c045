"""What kinds of verbs do to a happening: say it, plan it, deny it, move it, or leave its name to a noun."""

from __future__ import annotations

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
    "go": "missing/public/bankrupt/live/into effect/into force/into administration/into exile/into hiding/into orbit/on sale/on strike/on trial/on display",
    "come": "into force/into effect/into power/into office/into being/to power/to an end/to light/to blows/under fire/under attack/under siege",
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
    "die resign serve retire arrive return graduate work rise fall emigrate settle collapse crash vanish escape flee remain appear "
    "happen last emerge stay live sink close reopen end begin".split()
)
GIVEN_OVER = frozenset("take hand turn pass roll carry fall cross".split())
# These give a happening another day.
MOVING = frozenset("postpone reschedule delay shift move defer adjourn".split())
FUTURE = frozenset("will shall won't 'll ’ll".split())
# Saying that is itself the news: a title keeps it.
SAYING_ACTS = frozenset(
    "announce warn deny admit declare reveal disclose testify vow pledge promise condemn urge call ask order demand".split()
)
# The noun behind these names the event: "held talks", "was given a ban", "made an agreement".
LIGHT = frozenset(
    "hold give make take have follow launch conduct stage carry begin start open end get do receive mount sign reach deliver serve win lose suffer see host attend undergo perform commit convene cause trigger spark prompt force order call wage".split()
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
