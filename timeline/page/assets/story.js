import {ends, evidence, events, starts} from "./data.js";
import {$, el, plural} from "./dom.js";
import {byHand, inOrder, placeOf, quote, traits} from "./evidence.js";
import {DAY, daysName} from "./time.js";

// The events of most weight, one below the other, in chapters: a new one begins after a long silence.
const LENGTH = 5; // so many events a chapter has, more or less
const CHAPTERS = 6;
const SILENCE = 1.8; // a gap so many times as long as the middle one ends a chapter

// The places in `rows` where a chapter begins.
function phases(rows) {
  const gaps = [];
  let until = -Infinity;
  rows.forEach((i, n) => {
    if (n) gaps.push([Math.max(0, starts[i] - until), n]);
    until = Math.max(until, Math.min(ends[i], starts[i] + DAY));
  });
  const sorted = gaps.map(([gap]) => gap).sort((a, b) => a - b),
    middle = sorted[Math.floor(sorted.length / 2)] || 0,
    most = Math.min(CHAPTERS, Math.max(1, Math.round(rows.length / LENGTH))) - 1;
  const cuts = gaps
    .filter(([gap]) => gap > Math.max(middle * SILENCE, DAY / 2))
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .slice(0, most)
    .map(([, n]) => n);
  return [0, ...cuts.sort((a, b) => a - b)];
}

function told(i, moves) {
  const known = evidence(i),
    first = inOrder(known).find((s) => !byHand(s));
  const where = first ? placeOf(first) : null;
  const others = known.actors.filter((name) => name !== known.place); // a country is a place and acts: named once
  return el(
    "article",
    {class: "telling", "data-id": events.id[i]},
    el("p", {class: "when"}, events.when[i]),
    el("h3", {}, el("button", {type: "button", class: "link", onclick: () => moves.read(i)}, events.title[i])),
    el(
      "p",
      {class: "traits"},
      [known.place, others.slice(0, 4).join(", "), plural(events.articles[i], "article"), traits(i).join(", ")]
        .filter(Boolean)
        .join(" · "),
    ),
    first ? quote(first) : null,
    where ? el("p", {class: "source"}, [where.title || where.outlet, ...where.parts].filter((part, n, all) => part && all.indexOf(part) === n).join(", ")) : null,
    known.conflicts.length ? el("p", {class: "disagree"}, `The sources disagree: ${known.conflicts[0]}`) : null,
  );
}

export function showStory(rows, found, moves) {
  const node = $("story");
  if (!rows.length) {
    node.replaceChildren(el("p", {class: "note"}, "No event to tell."));
    return;
  }
  const from = phases(rows),
    chapters = from.map((at, n) => rows.slice(at, from[n + 1]));
  const named = chapters.map((those) => {
    const last = those.reduce((t, i) => Math.max(t, ends[i]), -Infinity);
    return daysName(starts[those[0]], Math.max(starts[those[0]], last - 1));
  });
  node.replaceChildren(
    el(
      "p",
      {class: "note", role: "status"},
      rows.length < found
        ? `The ${rows.length} of most weight among ${plural(found, "event")}, in order of time. “Show” says how many.`
        : `${plural(found, "event")}, in order of time.`,
    ),
    chapters.length > 1
      ? el(
          "nav",
          {class: "chapters", "aria-label": "Chapters"},
          ...named.map((name, n) =>
            el("button", {type: "button", onclick: () => document.getElementById(`chapter-${n}`).scrollIntoView({block: "start"})}, name),
          ),
        )
      : "",
  );
  chapters.forEach((those, n) =>
    node.append(
      el(
        "section",
        {class: "chapter", "aria-labelledby": `chapter-${n}`},
        el("h2", {id: `chapter-${n}`}, named[n]),
        ...those.map((i) => told(i, moves)),
      ),
    ),
  );
}
