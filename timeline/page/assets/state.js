import {page, usualTop} from "./data.js";
import {home} from "./window.js";

// What the page shows now. `stage.js` changes it, and the address keeps the part that a reader would send.
export const state = {
  lo: home.lo,
  hi: home.hi,
  extent: home, // the stretch of time that the strip shows
  q: "",
  filters: {},
  hidden: new Set(),
  top: null, // so many of most weight are shown, 0 for all; null until the reader chooses
  found: [], // the events that the search and the filters leave, in order of time
  picked: [], // those of them that are shown: the `top` of most weight
  lane: page.lane,
  lifted: "", // the id of the event that stands before the others, for it had no row among them
  event: "", // the id of the selected event
  hover: null, // the index of the event under the pointer or the focus
  view: page.view,
  plan: null, // where everything stands: the last answer of `layout`
  width: 800,
  narrow: false,
  gutter: 0,
};

// How many events of most weight are shown; `usual` where the reader has not chosen.
export function shownTop(usual = usualTop) {
  return state.top === null ? usual : state.top;
}

export function lane() {
  return page.lanes[state.lane];
}
