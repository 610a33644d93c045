"""Whether a title stands alone: a subject that is named, a verb, no end that hangs in the air.

A title with a fault is not printed; the rules have names, so that an event can say which one spoke.
"""

from __future__ import annotations

import re

from timeline.languages.en.words import PREPOSITIONS, PRONOUNS

LEAST, MOST = 12, 118
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our|myself|ourselves|I['’]m|[Ww]e['’]re)\b(?!\.)"
)
_OPENS = PRONOUNS | frozenset(
    "this that these those his her its their when where why how if because although though while since until whether "
    "including during despite following amid among and but or nor so yet also then thus came was were is are been being "
    "to such the same others what whoever whatever".split()
) - {"the", "same"}  # fmt: skip
_ENDS = (PREPOSITIONS - {"up", "off", "out", "down", "over", "under", "in", "inside", "outside", "along", "around", "near"}) | frozenset(
    "the a an and or but that which who as than is was were are be been has had have will would could may might must not "
    "his her its their in also both such including effective dated due until ended".split()
)  # fmt: skip
_SIGNS = re.compile(
    r"[|*@{}<>•]|https?:|\b(?:Posted by|Report abuse|Click|Photograph|Getty Images|Last updated|Read more)\b"
)
# What only the sentence before explains.
_LEANS = re.compile(
    r"^(?:The (?:same|latter|former|two|three|move|incident|announcement|decision|statement|comments?|remarks?|ones?)\b"
    r"|(?:Both|Neither|Either|One|Another|Others|Some|Many|Most|All|Several|None|Each)(?: of (?:them|these|those))? "
    r"(?:was|were|is|are|have|has|had|will|would|said)\b)|\b(?:it|them|there|so)$|\b(?:the same (?:day|place|city|time|year)|the latter|the former)\b"
)
_MEASURES = re.compile(r"(?:At least|At most|About|Over|Under|Near|More|Up to|Around|Between)\b")
_FRONTED = re.compile(r"(?:In|At|On|By|From|After|Before|With|For|During|Following|Amid|Despite)\b[^,]{3,60}, ")
_OPEN_ASIDE = re.compile(
    r"^[^,]{2,40}, (?:who|which|whose|whom)\b[^,]*$|^[^,]+, [\w-]+$| [;:](?: |$)(?!“)|(?<!\w)[-–—]$"
)
_GLUED = re.compile(r"[a-z]{2,} (?:The|A|An|In|On|At|It|He|She|They|We|But|And)\b (?=[a-z])")


def faults(title: str, *, particle: bool = False) -> list[str]:
    """The names of what is wrong with a title, an empty list where it stands alone.

    `particle` says that its last word belongs to its verb: "The warden was sworn in".

    >>> faults("Rebels seized the port"), faults("he left them for"), faults("We met the mayor of Lund")
    ([], ['leaning opening', 'dangling end'], ['leaning opening', 'first person'])
    """
    words = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", title)
    if len(words) < 3:
        return ["too short"]
    wrong = []
    first = words[0]
    if (first.lower() in _OPENS and not (first.isupper() and len(first) > 1)) or (
        first.lower() in PREPOSITIONS and not _FRONTED.match(title) and not _MEASURES.match(title)
    ):
        wrong.append("leaning opening")
    if words[-1].lower() in _ENDS and not particle:
        wrong.append("dangling end")
    if _FIRST_PERSON.search(title) and not re.search(r"[“\"]", title):
        wrong.append("first person")
    if _SIGNS.search(title):
        wrong.append("furniture")
    if _LEANS.search(title):
        wrong.append("leans on its neighbour")
    if _GLUED.search(title):
        wrong.append("two texts run together")
    if _OPEN_ASIDE.search(title):
        wrong.append("open aside")
    if title.count("“") != title.count("”") or title.count('"') % 2 or title.count("(") != title.count(")"):
        wrong.append("half a pair of signs")
    if not LEAST <= len(title) <= MOST:
        wrong.append("length")
    return wrong
