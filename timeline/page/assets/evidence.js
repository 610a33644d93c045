import {flags, opens, page} from "./data.js";
import {el, sourceNode} from "./dom.js";
import {look} from "./filters.js";

// How an event is known: every sentence with its date marked, its source, and the reason for the reading.
export function quote(sentence) {
  const [before, said, after] = sentence.text;
  return el("blockquote", {}, before, said ? el("mark", {}, said) : null, after);
}

// What a person added is shown as theirs, not as a quotation.
export function byHand(sentence) {
  return Boolean(sentence.hand);
}

function evidenceItem(s) {
  const source = page.sources[s.source];
  if (byHand(s))
    return el(
      "li",
      {class: "by-hand"},
      el("p", {}, s.text.join("")),
      el("p", {class: "source"}, source),
      s.why && s.why !== s.text.join("") ? el("p", {class: "why"}, s.why) : null,
    );
  return el(
    "li",
    {},
    quote(s),
    el(
      "p",
      {class: "source"},
      source ? sourceNode(source) : "source not told",
      s.published ? `, published ${s.published}` : "",
    ),
    s.why ? el("p", {class: "why"}, s.why) : null,
  );
}

export function evidenceList(known) {
  return known.sentences.length
    ? el("ol", {class: "evidence"}, ...known.sentences.map(evidenceItem))
    : el("p", {class: "note"}, "No sentence is kept with this event.");
}

export function conflictBox(known) {
  return known.conflicts.length
    ? el(
        "section",
        {class: "conflicts"},
        el("h3", {}, "The sources disagree"),
        el("ul", {}, ...known.conflicts.map((c) => el("li", {}, c))),
      )
    : null;
}

const KIND_WORDS = {
  exact: "exact",
  inferred: "inferred",
  period: "a period",
  imprecise: "some time within",
  approximate: "approximate",
};

// How sure the date is, in words.
export function certaintyWords(i) {
  const kind = look(i),
    words = [KIND_WORDS[kind]];
  if (kind !== "inferred" && flags(i).inferred) words.push("inferred");
  if (opens(i)) words.push(opens(i) === "after" ? "no end told" : "no start told");
  return words;
}

export function traits(i) {
  const {planned, disputed, denied} = flags(i),
    words = certaintyWords(i);
  if (planned) words.push("planned");
  if (denied) words.push("denied");
  if (disputed) words.push("disputed");
  return words;
}
