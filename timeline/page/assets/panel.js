import {correctionForm, paintPending} from "./corrections.js";
import {count, evidence, events, rankOf} from "./data.js";
import {$, el, plural} from "./dom.js";
import {byHand, certaintyWords, conflictBox, evidenceList, inOrder, placeOf, quote, traits} from "./evidence.js";
import {facets, facetWord} from "./filters.js";

// What is known about one event: the tooltip says it briefly, the panel with all its evidence.
export function showTip(item, x, y) {
  const tip = $("tip");
  if (!item) {
    tip.hidden = true;
    return;
  }
  if (item.count)
    tip.replaceChildren(el("strong", {}, plural(item.count, "more event")), el("p", {}, "click to zoom in"));
  else {
    const known = evidence(item.i),
      first = inOrder(known).find((s) => !byHand(s));
    tip.replaceChildren(
      el("p", {class: "when"}, `${events.when[item.i]} · ${traits(item.i).join(", ")}`),
      el("strong", {}, events.title[item.i]),
      ...(first
        ? [
            quote(first),
            el(
              "p",
              {class: "source"},
              [placeOf(first).title, ...placeOf(first).parts].filter(Boolean).join(", "),
              known.sentences.length > 1 ? ` and ${known.sentences.length - 1} more` : "",
            ),
            el("p", {class: "why"}, first.why || ""),
          ]
        : []),
    );
  }
  tip.hidden = false;
  const box = tip.getBoundingClientRect(),
    edge = document.documentElement.clientWidth;
  tip.style.left = `${Math.max(8, Math.min(x + 14, edge - box.width - 8)) + scrollX}px`;
  const above = y - box.height - 12;
  const below = y + 18;
  tip.style.top = `${(below + box.height > innerHeight && above > 0 ? above : below) + scrollY}px`;
}

// A name that filters the timeline by itself, where there is a choice.
function filterLink(key, label, moves) {
  if (!facets[key] || !facets[key].labels.includes(label)) return el("span", {}, label);
  return el(
    "button",
    {type: "button", class: "link name", title: `Show only: ${label}`, onclick: () => moves.only(key, label)},
    label,
  );
}

function fact(name, value) {
  return value ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null;
}

function mentions(i, sentences) {
  const own = Math.min(events.tellings[i], sentences.length),
    words = `${plural(sentences.length, "sentence")} in ${plural(events.articles[i], "article")}`;
  return sentences.length > 1 ? `${words}, ${own === sentences.length ? "each" : own} in words of ${own === 1 ? "its" : "their"} own` : words;
}

export function showDetails(i, moves) {
  const panel = $("details");
  if (i === undefined) {
    panel.hidden = true;
    document.body.classList.remove("reading");
    return;
  }
  const known = evidence(i);
  const bar = el(
    "div",
    {class: "bar"},
    el("p", {class: "when"}, events.when[i]),
    el("button", {type: "button", "aria-label": "Earlier event", onclick: () => moves.step(-1)}, "←"),
    el("button", {type: "button", "aria-label": "Later event", onclick: () => moves.step(1)}, "→"),
    el("button", {class: "close", type: "button", "aria-label": "Close the details", onclick: moves.close}, "×"),
  );
  const only = (key, label) => filterLink(key, label, moves);
  const sentences = known.sentences.filter((s) => !byHand(s) && !s.aside);
  const facts = el(
    "dl",
    {},
    fact("How sure", certaintyWords(i).join(", ")),
    fact("Place", known.place && only("place", known.place)),
    fact(
      "Who",
      known.actors.length ? el("span", {class: "names"}, ...known.actors.map((name) => only("actor", name))) : null,
    ),
    fact("Reported as", known.modality && facetWord("told", known.modality).toLowerCase()),
    fact("Mentions", mentions(i, sentences)),
    fact("Weight", `number ${rankOf[i].toLocaleString("en")} of ${count.toLocaleString("en")}`),
    fact("EDTF", known.edtf),
  );
  panel.replaceChildren(
    bar,
    el("h2", {id: "details-title", tabindex: "-1"}, events.title[i]),
    facts,
    ...[conflictBox(known)].filter(Boolean),
    el("h3", {}, "How do you know?"),
    ...evidenceList(known),
    correctionForm(i, known),
  );
  paintPending();
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("reading");
}
