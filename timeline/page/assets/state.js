import {page} from "./data.js";
import {home} from "./window.js";

// What the page shows now. `stage.js` changes it, and the address keeps the part that a reader would send.
export const state = {
  lo: home.lo,
  hi: home.hi,
  extent: home, // the stretch of time that the strip shows
  q: "",
  filters: {},
  hidden: new Set(),
  picked: [], // the events that the search and the filters leave, in order of time
  lane: page.lane,
  event: "", // the id of the selected event
  hover: null, // the index of the event under the pointer or the focus
  view: page.view,
  plan: null, // where everything stands: the last answer of `layout`
  width: 800,
  narrow: false,
  gutter: 0,
};

export function lane() {
  return page.lanes[state.lane];
}
