import {events, flags, link, opens, page} from "./data.js";
import {el, shortened, sourceNode} from "./dom.js";
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

const LONG_TITLE = 90;

// Where a sentence stands: the title of its article, the outlet and the day.
export function placeOf(s) {
  const source = page.sources[s.source],
    title = brief(page.titles[s.title]),
    outlet = s.outlet || (source ? shortened(source) : "");
  return {source, title, outlet, parts: [title ? outlet : s.outlet || "", s.published || ""].filter(Boolean)};
}

function brief(title) {
  return title && title.length > LONG_TITLE ? title.slice(0, title.lastIndexOf(" ", LONG_TITLE)) + "…" : title;
}

function sourceLine(s) {
  const {source, title, parts} = placeOf(s);
  if (!source && !title) return el("p", {class: "source"}, ["Source not told", ...parts].join(", "));
  const words = title || shortened(source);
  return el(
    "p",
    {class: "source"},
    link(source) ? sourceNode(source, title ? `“${title}”` : undefined) : title ? `“${words}”` : words,
    parts.length ? `, ${parts.join(", ")}` : "",
  );
}

function evidenceItem(s, also) {
  if (byHand(s))
    return el(
      "li",
      {class: "by-hand"},
      el("p", {}, s.text.join("")),
      el("p", {class: "source"}, page.sources[s.source]),
      s.why && s.why !== s.text.join("") ? el("p", {class: "why"}, s.why) : null,
    );
  return el(
    "li",
    {},
    quote(s),
    sourceLine(s),
    also && also.length ? el("p", {class: "source"}, `The same words: ${also.map(briefly).join("; ")}`) : null,
    s.why ? el("p", {class: "why"}, s.why) : null,
  );
}

function briefly(s) {
  const {title, outlet} = placeOf(s);
  return [outlet || title, s.published].filter(Boolean).join(", ") || "source not told";
}

// Each wording once, with where else it stands; in the order given.
function wordings(sentences) {
  const by = new Map();
  for (const s of sentences) {
    const words = s.text
      .join("")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (by.has(words)) by.get(words).also.push(s);
    else by.set(words, {s, also: []});
  }
  return [...by.values()];
}

const BEST = 3;

export function inOrder(known) {
  return known.best.map((n) => known.sentences[n]);
}

// The three best wordings; the others are folded away, by outlet and day, and made only when they are asked for.
export function evidenceList(known) {
  if (!known.sentences.length) return [el("p", {class: "note"}, "No sentence is kept with this event.")];
  const all = inOrder(known),
    hand = all.filter(byHand),
    kept = wordings(all.filter((s) => !byHand(s) && !s.aside)),
    aside = wordings(all.filter((s) => !byHand(s) && s.aside));
  const list = (items) => el("ol", {class: "evidence"}, ...items.map(({s, also}) => evidenceItem(s, also)));
  const rest = kept.slice(BEST);
  return [
    hand.length ? el("ol", {class: "evidence"}, ...hand.map((s) => evidenceItem(s))) : null,
    kept.length ? list(kept.slice(0, BEST)) : null,
    rest.length ? folded("more", `${rest.length.toLocaleString("en")} more`, () => grouped(rest, list)) : null,
    aside.length ? folded("aside", `Of the same time: ${aside.length.toLocaleString("en")}`, () => [list(aside)]) : null,
  ].filter(Boolean);
}

function folded(name, words, make) {
  const node = el("details", {class: `folded ${name}`}, el("summary", {}, words));
  node.addEventListener("toggle", () => {
    if (node.open && node.children.length === 1) node.append(...make());
  });
  return node;
}

// In order of outlet and day.
function grouped(items, list) {
  const by = new Map();
  for (const item of items) {
    const words = briefly(item.s);
    if (by.has(words)) by.get(words).push(item);
    else by.set(words, [item]);
  }
  return [...by]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .flatMap(([words, those]) => [el("h4", {}, words), list(those)]);
}

export function conflictBox(known) {
  return known.conflicts.length
    ? el(
        "section",
        {class: "conflicts"},
        el("h3", {}, "The sources disagree"),
        el("ul", {}, el("li", {}, known.conflicts[0])),
        known.conflicts.length > 1
          ? folded("others", `${known.conflicts.length - 1} more`, () => [
              el("ul", {}, ...known.conflicts.slice(1).map((c) => el("li", {}, c))),
            ])
          : null,
      )
    : null;
}

const KIND_WORDS = {
  exact: "exact",
  inferred: "worked out, not told in full",
  period: "from one day to another",
  imprecise: "some time in",
  approximate: "about then",
};

// How sure the date is, in words.
export function certaintyWords(i) {
  const kind = look(i),
    words = [kind === "imprecise" ? `${KIND_WORDS[kind]} ${events.when[i]}` : KIND_WORDS[kind]];
  if (kind !== "inferred" && flags(i).inferred) words.push(KIND_WORDS.inferred);
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
