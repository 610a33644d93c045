import {copyTable, paintTable, showTable, turnPage} from "./table.js";
import {count, lanesOffered, page, TOPS, usualTop} from "./data.js";
import {wireCorrections} from "./corrections.js";
import {$, el} from "./dom.js";
import {dark} from "./draw.js";
import {wireFilters} from "./filters.js";
import {brush, gestures} from "./gestures.js";
import {keys, listFocus, listKeys} from "./keyboard.js";
import {touch} from "./pointer.js";
import {draw, goToHits, moves, moveTo, refilter, resize, select, setView, settle, settleSoon, zoom} from "./stage.js";
import {state} from "./state.js";
import {HOUR} from "./time.js";
import {busiestWindow, home, untouched, whole} from "./window.js";

// The controls: what each button, field and handle does.
export function wireTools() {
  $("lane").append(...lanesOffered.map((name) => el("option", {value: name}, page.lanes[name].name)));
  $("top").append(
    ...TOPS.filter((n) => n < count).map((n) => el("option", {value: n}, `top ${n}`)),
    el("option", {value: 0}, `all ${count.toLocaleString("en")}`),
  );
  $("top").value = usualTop;
  $("top").addEventListener("change", () => {
    state.top = Number($("top").value);
    refilter();
  });
  wireFilters((key, label) => moves.only(key, label));
  let typing = 0;
  $("q").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      state.q = $("q").value;
      refilter();
      goToHits();
    }, 120);
  });
  $("lane").addEventListener("change", () => {
    state.lane = $("lane").value;
    resize();
    refilter();
  });
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["clear", "all"])
    $(id).addEventListener("click", () => {
      showAll();
      $("q").focus();
    });
  $("copy").addEventListener("click", copyTable);
  $("page-back").addEventListener("click", () => turnPage(-1, select));
  $("page-on").addEventListener("click", () => turnPage(1, select));
  for (const button of document.querySelectorAll("button[data-view]"))
    button.addEventListener("click", () => setView(button.dataset.view));
}

function showAll() {
  state.q = $("q").value = "";
  state.filters = {};
  state.hidden.clear();
  [state.lo, state.hi] = [home.lo, home.hi];
  refilter();
}

export function wireWindow() {
  const step = () => (state.hi - state.lo) * 0.4;
  const buttons = {
    back: () => moveTo(state.lo - step(), state.hi - step(), true),
    on: () => moveTo(state.lo + step(), state.hi + step(), true),
    in: () => zoom(0.6),
    out: () => zoom(1 / 0.6),
    fit: () => moveTo(whole.lo, whole.hi, true),
    busy: () => moveTo(...busiestWindow(state.picked), true),
  };
  for (const button of document.querySelectorAll("[data-move]"))
    button.addEventListener("click", () => buttons[button.dataset.move]());
  gestures($("detail-view"), touch);
  brush($("strip"), {extent: () => state.extent, window: () => state, to: (lo, hi) => moveTo(lo, hi), settle});
  for (const handle of document.querySelectorAll(".handle"))
    handle.addEventListener("keydown", (event) => {
      const by =
        ({ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key] * (state.extent.hi - state.extent.lo)) /
        100;
      if (!by) return;
      event.preventDefault();
      if (handle.dataset.part === "from") moveTo(Math.min(state.lo + by, state.hi - HOUR), state.hi);
      else moveTo(state.lo, Math.max(state.hi + by, state.lo + HOUR));
      settleSoon();
    });
}

export function wireList() {
  $("list").addEventListener("keydown", listKeys);
  $("list").addEventListener("focusin", listFocus);
  $("list").addEventListener("focusout", () => {
    state.hover = null;
    $("plot").classList.remove("focused");
    draw(true);
  });
  $("list").addEventListener("click", (event) => {
    const button = event.target.closest("[data-i]");
    if (button) select(+button.dataset.i);
  });
}

function wear(theme) {
  document.documentElement.dataset.theme = theme;
  resize();
}

// Light or dark as the system wears it, until the reader says otherwise; paper is light.
export function wireTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  document.documentElement.dataset.theme = system.matches ? "dark" : "light";
  system.addEventListener("change", () => wear(system.matches ? "dark" : "light"));
  $("theme").addEventListener("click", () => wear(dark() ? "light" : "dark"));
  let worn = "";
  addEventListener("beforeprint", () => {
    worn = document.documentElement.dataset.theme;
    document.documentElement.dataset.print = "yes";
    wear("light");
    if (untouched(state)) showTable(state.picked, select); // paper has no button that leads to what lies far
    paintTable(select, true);
    for (const list of document.querySelectorAll(".notes")) list.open = list.id === "undated";
  });
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    wear(worn);
    for (const list of document.querySelectorAll(".notes")) list.open = false;
  });
}

export function wirePage() {
  wireCorrections();
  document.addEventListener("keydown", keys);
  let sizing = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(sizing);
    sizing = requestAnimationFrame(() => {
      if ($("plot").clientWidth - state.gutter !== state.width) resize();
    });
  }).observe($("plot"));
}
