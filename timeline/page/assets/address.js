import {byId, lanesOffered, page, TOPS} from "./data.js";
import {$} from "./dom.js";
import {facetParameter, facets} from "./filters.js";
import {shownTop, state} from "./state.js";
import {DAY} from "./time.js";
import {clamp, home, untouched} from "./window.js";

const VIEWS = ["timeline", "story", "calendar"];

const SHORT = 3 * DAY;

// A moment as its day, or with the hour and minute.
function stamp(t, letters) {
  const [day, clock] = new Date(t).toISOString().split("T");
  return letters ? `${day}T${clock.slice(0, letters - 1)}Z` : day;
}

// A day that ends a window belongs to it.
function moment(text, last) {
  const t = Date.parse(text);
  return last && /^[+-]?\d+-\d\d-\d\d$/.test(text || "") ? t + DAY - 1 : t;
}

// The address: window, search, filter, lanes, selection and view, so that a link shows what its sender saw.
export function remember() {
  const now = new URLSearchParams();
  if (!untouched(state)) {
    const parts = state.hi - state.lo > SHORT ? 0 : 6; // of a few hours, hours and minutes too
    now.set("from", stamp(state.lo, parts));
    now.set("to", stamp(state.hi, parts));
  }
  if (state.q) now.set("q", state.q);
  for (const [key, label] of Object.entries(state.filters)) now.set(facetParameter(key), label);
  if (state.hidden.size) now.set("hide", [...state.hidden].join(" "));
  if (state.top !== null) now.set("top", state.top || "all");
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
  const lo = moment(then.get("from")),
    hi = moment(then.get("to"), true);
  if (hi > lo) [state.lo, state.hi] = clamp(lo, hi);
  else [state.lo, state.hi] = [home.lo, home.hi];
  state.q = then.get("q") || "";
  state.filters = {};
  for (const key of Object.keys(facets)) {
    const label = then.get(facetParameter(key));
    if (facets[key].labels.includes(label)) state.filters[key] = label;
  }
  state.hidden = new Set((then.get("hide") || "").split(" ").filter((kind) => Object.hasOwn(page.key, kind)));
  const top = then.get("top");
  state.top = top === "all" ? 0 : TOPS.includes(Number(top)) ? Number(top) : null;
  state.lane = lanesOffered.includes(then.get("lane")) ? then.get("lane") : page.lane;
  state.event = byId.has(then.get("event")) ? then.get("event") : "";
  $("q").value = state.q;
  $("lane").value = state.lane;
  $("top").value = shownTop();
  return VIEWS.includes(then.get("view")) ? then.get("view") : page.view;
}
