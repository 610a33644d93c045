import {byId, lanesOffered, page} from "./data.js";
import {$} from "./dom.js";
import {facetParameter, facets} from "./filters.js";
import {state} from "./state.js";
import {clamp, home, untouched} from "./window.js";

const VIEWS = ["timeline", "story", "calendar"];

// The address: window, search, filter, lanes, selection and view, so that a link shows what its sender saw.
export function remember() {
  const now = new URLSearchParams();
  if (!untouched(state)) {
    now.set("from", new Date(state.lo).toISOString());
    now.set("to", new Date(state.hi).toISOString());
  }
  if (state.q) now.set("q", state.q);
  for (const [key, label] of Object.entries(state.filters)) now.set(facetParameter(key), label);
  if (state.hidden.size) now.set("hide", [...state.hidden].join(" "));
  if (state.lane !== page.lane) now.set("lane", state.lane);
  if (state.event) now.set("event", state.event);
  if (state.view !== page.view) now.set("view", state.view);
  const hash = now.toString();
  if (hash === location.hash.slice(1)) return;
  try {
    history.replaceState(null, "", hash ? `#${hash}` : "#");
  } catch {
    /* inside a notebook the page has no address of its own */
  }
}

// Puts into the state what the address says, and returns the view that it names.
export function recall() {
  const then = new URLSearchParams(location.hash.slice(1));
  const lo = Date.parse(then.get("from")),
    hi = Date.parse(then.get("to"));
  if (hi > lo) [state.lo, state.hi] = clamp(lo, hi);
  else [state.lo, state.hi] = [home.lo, home.hi];
  state.q = then.get("q") || "";
  state.filters = {};
  for (const key of Object.keys(facets)) {
    const label = then.get(facetParameter(key));
    if (facets[key].labels.includes(label)) state.filters[key] = label;
  }
  state.hidden = new Set((then.get("hide") || "").split(" ").filter((kind) => Object.hasOwn(page.key, kind)));
  state.lane = lanesOffered.includes(then.get("lane")) ? then.get("lane") : page.lane;
  state.event = byId.has(then.get("event")) ? then.get("event") : "";
  $("q").value = state.q;
  $("lane").value = state.lane;
  return VIEWS.includes(then.get("view")) ? then.get("view") : page.view;
}
