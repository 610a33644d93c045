import {ends, starts} from "./data.js";
import {$} from "./dom.js";
import {showTip} from "./panel.js";
import {drawNow, moves, moveTo, settleSoon, zoom} from "./stage.js";
import {state} from "./state.js";
import {centred, whole} from "./window.js";

// What the keys do: the arrows walk the list of events, and the others move the window.
export function listKeys(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  const item = button.parentElement,
    list = $("list");
  const to = {
    ArrowRight: item.nextElementSibling,
    ArrowDown: item.nextElementSibling,
    ArrowLeft: item.previousElementSibling,
    ArrowUp: item.previousElementSibling,
    Home: list.firstElementChild,
    End: list.lastElementChild,
  }[event.key];
  if (to) {
    event.preventDefault();
    to.firstElementChild.focus({preventScroll: true});
  }
}

export function listFocus(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  for (const other of $("list").querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  button.tabIndex = 0;
  state.hover = +button.dataset.i;
  $("plot").classList.toggle("focused", button.matches(":focus-visible"));
  if (ends[state.hover] < state.lo || starts[state.hover] > state.hi) {
    [state.lo, state.hi] = centred(state.hover, state);
    settleSoon();
  }
  drawNow(true);
  if (!state.plan.placed.some((p) => p.i === state.hover)) drawNow(false);
}

export function keys(event) {
  if (event.target.matches("input, select, textarea") || event.altKey || event.metaKey || event.ctrlKey) return;
  const span = state.hi - state.lo;
  const does = {
    "+": () => zoom(0.6),
    "=": () => zoom(0.6),
    "-": () => zoom(1 / 0.6),
    0: () => moveTo(whole.lo, whole.hi, true),
    PageUp: () => {
      moveTo(state.lo - span * 0.8, state.hi - span * 0.8);
      settleSoon();
    },
    PageDown: () => {
      moveTo(state.lo + span * 0.8, state.hi + span * 0.8);
      settleSoon();
    },
  };
  const inPlot = event.target.closest("#stage");
  if (event.key === "Escape") showTip(null);
  if (event.key === "Escape" && state.event) moves.close();
  else if (inPlot && does[event.key]) {
    event.preventDefault();
    does[event.key]();
  }
}
