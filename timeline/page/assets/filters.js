import {count, events, flags, kinds, page} from "./data.js";
import {$, el, shortened} from "./dom.js";
import {holds, searched} from "./search.js";

// Which events are shown: the search, the fields of the filters, and the looks that are switched off.
const WORDS = {
  told: {
    asserted: "As fact",
    reported: "As a report",
    planned: "As a plan",
    denied: "As denied",
    conditional: "As a possibility",
  },
  certainty: {certain: "Certain", inferred: "Inferred", approximate: "Approximate"},
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

function filtering(state) {
  return Object.keys(state.filters).length;
}

export function wireFilters(changed) {
  for (const [key, {name, labels, of}] of Object.entries(facets)) {
    const sums = new Uint32Array(labels.length);
    for (const row of of) for (const n of row) sums[n]++;
    const order = [...labels.keys()];
    if (key === "source") order.sort((a, b) => shortened(labels[a]).localeCompare(shortened(labels[b]), "en"));
    const options = order.map((n) =>
      el("option", {value: labels[n]}, `${facetWord(key, labels[n])} (${sums[n].toLocaleString("en")})`),
    );
    $("filters").append(
      el(
        "label",
        {},
        el("span", {}, name),
        el(
          "select",
          {"data-facet": key, onchange: (event) => changed(key, event.target.value)},
          el("option", {value: ""}, "All"),
          ...options,
        ),
      ),
    );
  }
  $("more").addEventListener("click", () => {
    const open = $("filters").classList.toggle("open");
    $("more").setAttribute("aria-expanded", open);
  });
}

// The fields say what is filtered; on a phone, where they are folded away, the button counts them.
export function paintFilters(state) {
  for (const select of document.querySelectorAll("[data-facet]")) {
    select.value = state.filters[select.dataset.facet] || "";
    select.classList.toggle("on", Boolean(select.value));
  }
  const n = filtering(state);
  $("more").textContent = n ? `Filters (${n})` : "Filters";
  $("all").hidden = !n && !state.q && !state.hidden.size;
}
