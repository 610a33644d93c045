import {byScore, count, events, flags, kinds, page} from "./data.js";
import {$, el, plural, shortened} from "./dom.js";
import {holds, searched} from "./search.js";

// Which events are shown: the search, the fields of the filters, and the looks that are switched off.
const WORDS = {
  told: {
    asserted: "A fact",
    reported: "A claim",
    planned: "A plan",
    denied: "Denied",
    conditional: "A possibility",
  },
  certainty: {certain: "Told in full", inferred: "Worked out", approximate: "About then"},
};

export const facets = {};
for (const key of ["place", "actor", "source", ...Object.keys(page.facets)]) {
  if (key === "source") facets.source = {name: "Source", labels: page.sources, of: events.sources};
  else if (page.facets[key]) facets[key] = page.facets[key];
}

export function facetWord(key, label) {
  if (key === "source") return shortened(label);
  return (WORDS[key] && WORDS[key][label]) || label;
}

// The name of a facet in the address: a column of the user's may have the name of another part of the address.
export function facetParameter(key) {
  return ["place", "actor", "source", "told", "certainty"].includes(key) ? key : `only-${key}`;
}

// What an event looks like, as the key names it.
export function look(i) {
  const kind = kinds[events.kind[i]];
  return kind === "exact" && flags(i).inferred ? "inferred" : kind;
}

// The events that the search and the filters leave, in order of time.
export function chosen(state) {
  const sought = searched(state.q);
  const wanted = Object.entries(state.filters).map(([key, label]) => [
    facets[key].of,
    facets[key].labels.indexOf(label),
  ]);
  const out = [];
  for (let i = 0; i < count; i++) {
    if (state.hidden.size) {
      const flag = flags(i);
      if (
        state.hidden.has(look(i)) ||
        ["planned", "disputed", "denied"].some((name) => flag[name] && state.hidden.has(name))
      )
        continue;
    }
    if (!wanted.every(([of, n]) => of[i].includes(n))) continue;
    if (!sought.every((one) => holds(i, one))) continue;
    out.push(i);
  }
  return out;
}

// The `top` of most weight among the events found, in order of time; all where `top` is 0.
export function heaviest(found, top) {
  if (!top || found.length <= top) return found;
  const wanted = new Uint8Array(count),
    out = [];
  for (const i of found) wanted[i] = 1;
  for (let n = 0; out.length < top; n++) if (wanted[byScore[n]]) out.push(byScore[n]);
  return out.sort((a, b) => a - b);
}

function filtering(state) {
  return Object.keys(state.filters).length;
}

const SHORT = 12; // so many values fit a menu; of more the reader types a part of the name
const ONCE = 30; // of so many values those of a single event are not offered

export function wireFilters(changed) {
  for (const [key, {name, labels, of}] of Object.entries(facets)) {
    const sums = new Uint32Array(labels.length);
    for (const row of of) for (const n of row) sums[n]++;
    const offered = [...labels.keys()].filter((n) => labels.length <= ONCE || sums[n] > 1);
    offered.sort((a, b) => sums[b] - sums[a] || facetWord(key, labels[a]).localeCompare(facetWord(key, labels[b]), "en"));
    $("filters").append(
      el("label", {}, el("span", {}, name), ...(labels.length > SHORT ? typed : menu)(key, offered, sums, changed)),
    );
  }
  $("more").addEventListener("click", () => {
    const open = $("filters").classList.toggle("open");
    $("more").setAttribute("aria-expanded", open);
  });
}

function menu(key, offered, sums, changed) {
  const {labels} = facets[key];
  const options = offered.map((n) =>
    el("option", {value: labels[n]}, `${facetWord(key, labels[n])} (${sums[n].toLocaleString("en")})`),
  );
  const choose = (event) => changed(key, event.target.value);
  return [el("select", {"data-facet": key, onchange: choose}, el("option", {value: ""}, "All"), ...options)];
}

// A field with a list that the browser narrows to what is typed.
function typed(key, offered, sums, changed) {
  const {labels} = facets[key],
    list = `list-${key}`;
  const choose = (event) => {
    const said = event.target.value.trim().toLowerCase(),
      words = labels.map((label) => facetWord(key, label).toLowerCase());
    let n = words.indexOf(said);
    if (n < 0) n = offered.find((one) => words[one].includes(said)) ?? -1;
    changed(key, said && n >= 0 ? labels[n] : "");
  };
  const options = offered.map((n) =>
    el("option", {value: facetWord(key, labels[n])}, plural(sums[n], "event")),
  );
  return [
    el("input", {"data-facet": key, list, type: "search", placeholder: `one of ${labels.length}`, autocomplete: "off", onchange: choose}),
    el("datalist", {id: list}, ...options),
  ];
}

// The fields say what is filtered; the button, behind which they are folded away, counts them.
export function paintFilters(state) {
  for (const select of document.querySelectorAll("[data-facet]")) {
    const key = select.dataset.facet,
      label = state.filters[key];
    select.value = label === undefined ? "" : select.matches("select") ? label : facetWord(key, label);
    select.classList.toggle("on", Boolean(select.value));
  }
  const n = filtering(state);
  $("more").textContent = n ? `Filters (${n})` : "Filters";
  $("all").hidden = !n && !state.q && !state.hidden.size;
}
