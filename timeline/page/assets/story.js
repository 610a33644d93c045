import {byId, ends, evidence, events, starts} from "./data.js";
import {$, el} from "./dom.js";
import {conflictBox, evidenceList, traits} from "./evidence.js";
import {windowName} from "./time.js";
import {whole} from "./window.js";

// One event after another, each with its evidence.
const story = {rows: [], at: 0};

export function chapter(i) {
  const known = evidence(i);
  return el(
    "article",
    {class: "chapter", tabindex: "-1"},
    el("p", {class: "when"}, events.when[i]),
    el("h2", {}, events.title[i]),
    el(
      "p",
      {class: "traits"},
      [known.place, known.actors.join(", "), traits(i).join(", ")].filter(Boolean).join(" · "),
    ),
    ...[conflictBox(known)].filter(Boolean),
    evidenceList(known),
  );
}

export function showStory(rows, state, moves) {
  story.rows = rows;
  const found = rows.indexOf(byId.get(state.event));
  story.at = Math.max(0, found >= 0 ? found : Math.min(story.at, rows.length - 1));
  const node = $("story"),
    i = rows[story.at];
  if (i === undefined) {
    node.replaceChildren(el("p", {class: "note"}, "No event to tell."));
    return;
  }
  const near = [];
  for (let n = Math.max(0, story.at - 3); n <= Math.min(rows.length - 1, story.at + 3); n++) near.push(n);
  const go = (n) => moves.tell(rows[n]);
  node.replaceChildren(
    chapter(i),
    whereInTime(rows, story.at),
    el(
      "nav",
      {class: "over", "aria-label": "Through the story"},
      el(
        "button",
        {type: "button", id: "story-back", disabled: story.at === 0, onclick: () => go(story.at - 1)},
        "← Earlier",
      ),
      el("span", {role: "status"}, `${story.at + 1} of ${rows.length.toLocaleString("en")}`),
      el(
        "button",
        {type: "button", id: "story-on", disabled: story.at === rows.length - 1, onclick: () => go(story.at + 1)},
        "Later →",
      ),
    ),
    el(
      "ol",
      {class: "near", start: near[0] + 1},
      ...near.map((n) =>
        el(
          "li",
          {},
          el(
            "button",
            {type: "button", "aria-current": n === story.at ? "step" : null, onclick: () => go(n)},
            el("span", {class: "when"}, events.when[rows[n]]),
            el("span", {}, events.title[rows[n]]),
          ),
        ),
      ),
    ),
  );
}

// All events as ticks on one line, with a dot at the one that is shown.
function whereInTime(rows, at) {
  const line = el("div", {class: "where", "aria-hidden": "true"}),
    all = whole.hi - whole.lo,
    cells = new Set(rows.map((i) => Math.round(((starts[i] - whole.lo) / all) * 380)));
  for (const cell of cells) {
    const tick = el("i");
    tick.style.left = `${(cell / 380) * 100}%`;
    line.append(tick);
  }
  const here = el("b");
  here.style.left = `${((starts[rows[at]] - whole.lo) / all) * 100}%`;
  line.append(here);
  // Spread as arguments, 100,000 events would overflow the stack.
  const last = rows.reduce((t, i) => Math.max(t, ends[i]), -Infinity) - 1;
  const edge = (t) => el("span", {}, windowName(t, t).split(", ")[0]);
  return el("div", {class: "whole"}, line, el("div", {class: "edges"}, edge(starts[rows[0]]), edge(last)));
}

export function turnStory(by, moves) {
  const next = story.rows[story.at + by];
  if (next !== undefined) moves.tell(next);
}
