"""Words of the news that tell the same kind of happening: two tellings of one event seldom share the word.

>>> concept_of("bombed"), concept_of("air strikes".split()[1]), concept_of("table")
('strike', 'strike', None)
"""

from __future__ import annotations

from functools import cache

from timeline.telling.nouns import EVENT_NOUNS
from timeline.telling.verbs import VERB_FORMS

_GROUPS = {
    "strike": "attack bomb bombing airstrike air-strike strike raid hit target shell shelling bombardment bombard fire launch salvo missile rocket pound blast attack assault sortie shoot airstrikes",
    "war": "war fighting fight conflict battle clash hostilities combat insurgency uprising revolt rebellion unrest",
    "begin": "begin start launch open commence erupt initiate onset outbreak",
    "end": "end close finish conclude cease halt stop suspend shelve cancel scrap abandon terminate discontinue suspension cancellation drop freeze",
    "meet": "meet talk talks meeting summit negotiate negotiation negotiations conference confer discuss discussion consult consultation gather gathering round interview speak converse conversation session dialogue",
    "agree": "agree agreement accord deal pact treaty sign signing ratify settle settlement compromise truce ceasefire cease-fire armistice back endorse support",
    "ban": "ban outlaw forbid prohibit prohibition blacklist proscribe recognise recognize designate declare banned",
    "found": "found create establish form set-up foundation creation founding establishment merge merger arise emerge set formation",
    "kill": "kill die death dead murder massacre slay slaughter execute execution assassinate assassination casualty victim shooting perish lose",
    "wound": "wound injure injury hurt",
    "arrest": "arrest detain detention custody jail imprison capture seize apprehend",
    "try": "trial convict conviction sentence sentencing verdict acquit charge indict indictment prosecute court ruling rule judge",
    "elect": "elect election vote poll ballot referendum win victory re-election reelect runoff",
    "resign": "resign resignation quit step-down dismiss dismissal oust ouster sack sacking fire remove removal leave",
    "appoint": "appoint appointment nominate nomination name swear inauguration inaugurate",
    "offensive": "offensive advance assault push counteroffensive invade invasion incursion operation campaign",
    "deploy": "deploy deployment send dispatch move transfer arrive arrival station",
    "withdraw": "withdraw withdrawal retreat pullout pull-out leave evacuate evacuation",
    "protest": "protest demonstrate demonstration rally march riot",
    "refuse": "refuse refusal reject rejection decline deny denial rebuff",
    "visit": "visit travel trip journey fly tour arrive",
    "crash": "crash collision collide derail derailment wreck accident sink capsize ground",
    "quake": "quake earthquake tremor tsunami flood hurricane typhoon cyclone storm eruption erupt landslide wildfire",
    "release": "release free liberate liberation",
    "publish": "publish publication release print issue",
    "walkout": "strike walkout stoppage stand down",
    "build": "build construct construction erect complete completion rise rising pile piling raise",
    "inspect": "inspect inspection examine examination survey check test testing",
    "approve": "approve approval adopt adoption pass authorise authorize decide decision agree",
    "shut": "close closure shut shutdown block blockade",
    "train": "train training program programme",
}  # fmt: skip


@cache
def concept_table() -> dict[str, str]:
    """Lemma to the name of its group; a lemma of several groups belongs to the first."""
    table: dict[str, str] = {}
    for name, words in _GROUPS.items():
        for word in words.split():
            table.setdefault(word, name)
    return table


@cache
def concept_of(word: str) -> str | None:
    """The group of a word, in any of its forms, null where it belongs to none."""
    low = word.lower()
    table = concept_table()
    if low in table:
        return table[low]
    form = VERB_FORMS.get(low)
    if form is not None and form.lemma in table:
        return table[form.lemma]
    noun = EVENT_NOUNS.get(low) or low.removesuffix("s")
    return table.get(noun)
