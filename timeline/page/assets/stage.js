import {remember} from "./address.js";
import {showCalendar} from "./calendar.js";
import {byId, ends, events, page, starts, TOPS} from "./data.js";
import {$, el, plural, tell} from "./dom.js";
import {drawDetail, drawing, drawStrip} from "./draw.js";
import {chosen, heaviest, paintFilters} from "./filters.js";
import {paintCrowd, paintKey} from "./key.js";
import {measure} from "./labels.js";
import {enterAt, focusEvent, listEvents} from "./list.js";
import {layout, ROW} from "./pack.js";
import {showDetails, showTip} from "./panel.js";
import {nearTo} from "./search.js";
import {lane, shownTop, state} from "./state.js";
import {showStory} from "./story.js";
import {showTable} from "./table.js";
import {DAY, dayName, windowName} from "./time.js";
import {aim, busiestWindow, centred, clamp, home, paintFar, whole} from "./window.js";

// What follows from a change of the state: the picture at once, the table and the address when the window rests.
const views = {};
let settling = 0;

const PAPER = 690; // pixels that the shorter of the two papers (Letter) leaves for the lanes below a title of one line
const TITLE_LINE = 30;
const LONG_STORY = 200, // no story tells more
  SHORT_STORY = 12,
  MONTH = 31 * DAY;

function budget() {
  return Math.max(14, Math.min(40, Math.floor(innerHeight / ROW))) + page.leads;
}

// As many rows as let the picture stand on the first printed page.
function layoutOnPaper() {
  const title = document.querySelector("h1"),
    lines = Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight)) - 1,
    most = PAPER - lines * TITLE_LINE;
  let rows = 1,
    best = null;
  for (let step = 32; step >= 1; step /= 2) {
    const tried = layout(state, state.picked, lane(), state.width, rows + step);
    if (tried.tall <= most) {
      rows += step;
      best = tried;
    }
  }
  return best || layout(state, state.picked, lane(), state.width, rows);
}

// The detail is drawn at most once a frame, however many events of the mouse arrive.
let asked = null;

export function draw(before) {
  if (asked) {
    asked.before = asked.before && before;
    return;
  }
  asked = {before};
  requestAnimationFrame(() => {
    const {before: keep} = asked;
    asked = null;
    drawNow(keep);
  });
}

export function drawNow(before) {
  if (state.view !== "timeline") return;
  if (document.documentElement.dataset.print) state.plan = layoutOnPaper();
  else state.plan = layout(state, state.picked, lane(), state.width, budget(), before ? state.plan : null);
  const {plan, extent} = state;
  const marked = plan.placed.filter((p) => events.id[p.i] === state.event || p.i === state.hover);
  drawDetail(views.detail, state, lane(), plan, marked);
  const all = extent.hi - extent.lo,
    from = Math.max(0, (state.lo - extent.lo) / all),
    until = Math.min(1, (state.hi - extent.lo) / all);
  const box = $("brush");
  box.style.left = `${from * 100}%`;
  box.style.width = `${Math.max(0.4, (until - from) * 100)}%`;
  paintEmpty(plan.visible > 0);
  if (!before) paintCrowd(plan);
}

// What to do where nothing stands: it tells a search without hits from one whose hits lie elsewhere.
function paintEmpty(some) {
  $("empty").hidden = some;
  $("key").hidden = !some;
  $("sheet").classList.toggle("without", !state.found.length);
  if (some) return;
  const {found, picked, q} = state,
    sought = q ? ` “${q}”` : "";
  if (found.length) {
    $("empty-words").textContent = `${plural(found.length, "event")} found${q ? ` for${sought}` : ""}, none of them at this time. `;
    $("near").replaceChildren(
      el("button", {type: "button", class: "link", onclick: () => moveTo(...busiestWindow(picked), true)}, "Go there"),
    );
    return;
  }
  $("empty-words").textContent = q ? `Nothing holds${sought}${Object.keys(state.filters).length ? " with these filters" : ""}. ` : "No event matches. ";
  const near = q ? nearTo(q) : null;
  $("near").replaceChildren(
    ...(near ? ["Did you mean ", el("button", {type: "button", class: "link", onclick: () => searchFor(near)}, near), "?"] : []),
  );
}

function searchFor(q) {
  state.q = $("q").value = q;
  refilter();
  goToHits();
}

// After a search the window goes to the hits where none is in sight, or where they are crowded into a corner.
export function goToHits() {
  const {picked, q, lo, hi} = state;
  if (!q || !picked.length || state.view !== "timeline") return;
  const [from, to] = busiestWindow(picked),
    seen = picked.some((i) => ends[i] > lo && starts[i] < hi);
  if (!seen || (to - from < (hi - lo) / 8 && picked.length > 1)) moveTo(from, to, true);
}

export function settleSoon() {
  clearTimeout(settling);
  settling = setTimeout(settle, 160);
}

export function moveTo(lo, hi, rest) {
  [state.lo, state.hi] = clamp(lo, hi);
  if (rest) settle();
  else draw(true);
}

export function zoom(factor, at = aim(state, byId.get(state.event))) {
  moveTo(at - (at - state.lo) * factor, at + (state.hi - at) * factor);
  settleSoon();
}

// What may lag behind the picture: the table, the address, the sliders' words.
export function settle() {
  clearTimeout(settling);
  stretchStrip();
  drawNow(false);
  paintFar(state, moveTo);
  $("window").textContent = windowName(state.lo, state.hi);
  const {picked, extent} = state;
  const inView = picked.filter((i) => (ends[i] > state.lo && starts[i] < state.hi) || starts[i] === state.hi);
  showTable(state.view === "timeline" ? inView : picked, select);
  enterAt(inView[0]);
  for (const [part, t] of [
    ["from", state.lo],
    ["until", state.hi],
  ]) {
    const handle = document.querySelector(`[data-part=${part}]`);
    handle.setAttribute("aria-valuemin", Math.round(extent.lo / DAY));
    handle.setAttribute("aria-valuemax", Math.round(extent.hi / DAY));
    handle.setAttribute("aria-valuenow", Math.round(Math.min(Math.max(t, extent.lo), extent.hi) / DAY));
    handle.setAttribute("aria-valuetext", dayName(t));
  }
  remember();
}

// The strip shows where the page opens for as long as the window stays there, and all the time once it leaves.
function stretchStrip() {
  const air = (home.hi - home.lo) * 0.2,
    shown = state.lo >= home.lo - air && state.hi <= home.hi + air ? home : whole;
  if (shown === state.extent) return;
  state.extent = shown;
  if (state.view === "timeline") paintStrip();
}

function paintStrip() {
  drawStrip(views.strip, state.picked, state.extent, $("strip").clientWidth, 46);
}

// A story is of the events of most weight; until the reader chooses how many, of those where most of the weight lies,
// without what is vaguer than a month.
function told() {
  if (state.top !== null) return heaviest(state.found, state.top || LONG_STORY);
  const core = state.found.filter((i) => starts[i] >= home.lo && ends[i] <= home.hi && ends[i] - starts[i] <= MONTH);
  return heaviest(core.length >= SHORT_STORY ? core : state.found, TOPS[0]);
}

// After the search, a filter or the lanes changed.
export function refilter() {
  state.found = chosen(state);
  const picked = (state.picked = heaviest(state.found, shownTop()));
  if (state.view === "timeline") paintStrip();
  listEvents(picked);
  settle();
  if (state.view === "story") showStory(told(), state.found.length, moves);
  if (state.view === "calendar") showCalendar(picked, moves);
  paintHits();
  paintKey(state, refilter);
  paintFilters(state);
}

function paintHits() {
  const {found, picked} = state,
    hits = plural(found.length, "event");
  $("hits").textContent = picked.length < found.length ? `${hits}, top ${picked.length} shown` : hits;
  tell(`${hits} found`);
}

export function select(i, quiet) {
  state.event = i === undefined ? "" : events.id[i];
  showDetails(i, moves);
  showTip(null);
  const away = i !== undefined && (ends[i] < state.lo || starts[i] > state.hi);
  if (away) [state.lo, state.hi] = centred(i, state);
  // The picture keeps its rows: only what has no row in it is packed anew, to stand before the others.
  const stands = i === undefined || (state.plan && state.plan.placed.some((p) => p.i === i && p.row >= 0));
  if (!stands) state.lifted = state.event;
  if (away || !stands) settle();
  else {
    if (state.view === "timeline") drawNow(true);
    remember();
  }
  if (i !== undefined && !quiet) $("details-title").focus({preventScroll: true});
}

export const moves = {
  close() {
    const id = state.event;
    select(undefined);
    focusEvent(byId.get(id));
  },
  step(by) {
    const rows = state.view === "story" ? told() : state.picked,
      at = rows.indexOf(byId.get(state.event)),
      next = rows[at + by];
    if (next !== undefined) select(next);
  },
  read(i) {
    select(i);
  },
  only(key, label) {
    if (label) state.filters[key] = label;
    else delete state.filters[key];
    refilter();
  },
  day(t) {
    state.lo = t - 3 * DAY;
    state.hi = t + 4 * DAY;
    setView("timeline");
  },
};

export function resize() {
  state.narrow = $("plot").clientWidth < 700;
  const names = lane().labels.filter(Boolean);
  state.gutter =
    state.narrow || !names.length
      ? 0
      : Math.min(page.sizes.lane_name, Math.max(...names.map((name) => measure(name, `bold ${page.font}`)))) + 22;
  state.width = Math.max(200, $("plot").clientWidth - state.gutter);
  $("strip").style.marginLeft = `${state.gutter}px`;
  if (!views.detail) return;
  views.detail.padding({...page.detail.padding, left: state.gutter});
  if (state.view === "timeline") paintStrip();
  settle();
}

export function setView(name) {
  state.view = document.body.dataset.view = name;
  for (const id of ["story", "calendar"]) $(id).hidden = name !== id;
  $("stage").hidden = name !== "timeline";
  $("sheet").hidden = name === "story";
  for (const button of document.querySelectorAll("button[data-view]"))
    button.setAttribute("aria-pressed", button.dataset.view === name);
  if (name === "timeline") resize();
  refilter();
}

export async function drawFirst() {
  views.strip = await drawing("strip-view", page.strip);
  views.detail = await drawing("detail-view", page.detail);
}
