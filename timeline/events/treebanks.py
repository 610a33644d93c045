"""The labels of other treebanks, as those of English ones.

English pipelines label words by the Penn Treebank and by CLEAR, most others by Universal Dependencies, German ones by
STTS and TIGER. Clauses need few of the labels, so a small map serves.

>>> translate("fr", "VERB", "VERB", "nsubj:pass", {})
('VB', 'nsubjpass')
>>> translate("de", "VVFIN", "VERB", "oc", {"VerbForm": "Fin", "Tense": "Past"})
('VBD', 'xcomp')
"""

from __future__ import annotations

_UNIVERSAL = {
    "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "obj": "dobj", "iobj": "dative", "obl": "npadvmod",
    "obl:agent": "agent", "obl:arg": "npadvmod", "obl:mod": "npadvmod", "aux:pass": "auxpass", "acl:relcl": "relcl",
    "advmod:neg": "neg", "flat": "compound", "flat:name": "compound", "fixed": "compound", "nmod": "nmod",
    "case": "case", "root": "ROOT", "cop": "cop", "compound:prt": "prt", "expl:subj": "expl", "expl:pv": "expl",
}  # fmt: skip
_TIGER = {
    "sb": "nsubj", "sbp": "nsubjpass", "oa": "dobj", "oa2": "dobj", "da": "dative", "og": "dobj", "oc": "xcomp",
    "mo": "npadvmod", "mnr": "prep", "nk": "amod", "pd": "attr", "rc": "relcl", "cj": "conj", "cd": "cc", "ng": "neg",
    "cp": "mark", "app": "appos", "pg": "prep", "ag": "poss", "pnc": "compound", "svp": "prt", "ep": "expl",
    "op": "prep", "par": "parataxis", "re": "ccomp", "rs": "parataxis", "sbj": "nsubj", "ac": "case", "ju": "cc",
}  # fmt: skip
_CLEAR = frozenset("en".split())
_TAGS = {"NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "ADJ": "JJ", "ADV": "RB", "ADP": "IN", "DET": "DT", "NUM": "CD"}


def translate(language: str, tag: str, part: str, dep: str, features: dict[str, str]) -> tuple[str, str]:
    """The Penn tag and the CLEAR label of a word, from what the pipeline of a language says of it."""
    if language in _CLEAR:
        return tag, dep
    label = _TIGER.get(dep, dep) if language == "de" else _UNIVERSAL.get(dep, dep.partition(":")[0])
    if part in ("VERB", "AUX"):
        form = features.get("VerbForm", "")
        if form == "Part":
            return ("VBN" if features.get("Tense") != "Pres" else "VBG"), label
        if form == "Fin":
            return ("VBD" if features.get("Tense") in ("Past", "Imp") else "VBP"), label
        return "VB", label
    return _TAGS.get(part, tag), label
