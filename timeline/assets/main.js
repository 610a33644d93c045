// The state of the page and what follows from it: every change goes through here, and the address keeps it.
const lanesOffered = Object.keys(page.lanes);
const extent = wholeExtent();
const state = {lo: extent.lo, hi: extent.hi, q: "", source: "", hidden: new Set(), lane: page.lane, event: "", view: page.view, narrow: false, gutter: 0};
let picked = [], plan = null, hover = null, settling = 0, width = 800;
const views = {};

function wholeExtent() {
  let lo = Infinity, hi = -Infinity;
  for (let i = 0; i < count; i++) { lo = Math.min(lo, starts[i]); hi = Math.max(hi, ends[i]); }
  if (!count) { lo = 0; hi = YEAR; }
  const pad = Math.max((hi - lo) * 0.03, hi - lo < 3 * DAY ? 4 * DAY : DAY);
  return {lo: Math.max(FIRST, lo - pad), hi: Math.min(LAST, hi + pad * 1.6)};
}

function lane() { return page.lanes[state.lane]; }

function clamp(lo, hi) {
  const all = extent.hi - extent.lo, span = Math.min(Math.max(hi - lo, HOUR), all * 1.2);
  const middle = Math.min(Math.max((lo + hi) / 2, extent.lo - span * 0.1), extent.hi + span * 0.1);
  return [Math.max(FIRST, middle - span / 2), Math.min(LAST, middle + span / 2)];
}

function budget() {
  return Math.max(14, Math.min(40, Math.floor(innerHeight / ROW)));
}

// The detail is drawn at most once a frame, however many events of the mouse arrive.
let asked = 0;
function draw(before) {
  if (asked) { asked.before = asked.before && before; return; }
  asked = {before};
  requestAnimationFrame(() => { const {before: keep} = asked; asked = 0; drawNow(keep); });
}

function drawNow(before) {
  if (state.view !== "timeline") return;
  plan = layout(state, picked, lane(), width, budget(), before ? plan : null);
  const marked = plan.placed.filter((p) => events.id[p.i] === state.event || p.i === hover);
  drawDetail(views.detail, state, lane(), plan, marked);
  const all = extent.hi - extent.lo, from = Math.max(0, (state.lo - extent.lo) / all), until = Math.min(1, (state.hi - extent.lo) / all);
  const box = $("brush");
  box.style.left = `${from * 100}%`;
  box.style.width = `${Math.max(0.4, (until - from) * 100)}%`;
  $("empty").hidden = plan.visible > 0;
}

// What may lag behind the picture: the table, the address, the sliders' words.
function settle() {
  clearTimeout(settling);
  drawNow(false);
  $("window").textContent = windowName(state.lo, state.hi);
  const inView = picked.filter((i) => ends[i] > state.lo && starts[i] < state.hi || starts[i] === state.hi);
  showTable(state.view === "timeline" ? inView : picked, select);
  for (const [part, t] of [["from", state.lo], ["until", state.hi]]) {
    const handle = document.querySelector(`[data-part=${part}]`);
    handle.setAttribute("aria-valuemin", Math.round(extent.lo / DAY));
    handle.setAttribute("aria-valuemax", Math.round(extent.hi / DAY));
    handle.setAttribute("aria-valuenow", Math.round(Math.min(Math.max(t, extent.lo), extent.hi) / DAY));
    handle.setAttribute("aria-valuetext", dayName(t));
  }
  remember();
}

function settleSoon() {
  clearTimeout(settling);
  settling = setTimeout(settle, 160);
}

function moveTo(lo, hi, rest) {
  [state.lo, state.hi] = clamp(lo, hi);
  if (rest) settle(); else draw(true);
}

function zoom(factor, at = (state.lo + state.hi) / 2) {
  moveTo(at - (at - state.lo) * factor, at + (state.hi - at) * factor);
  settleSoon();
}

// After the search, a filter or the lanes changed.
function refilter() {
  picked = chosen(state);
  if (state.view === "timeline") drawStrip(views.strip, picked, lane(), extent, $("strip").clientWidth, 46);
  settle();
  listEvents();
  if (state.view === "story") showStory(picked, state, moves);
  if (state.view === "calendar") showCalendar(picked, moves);
  $("said").textContent = `${plural(picked.length, "event")} found`;
  paintKey();
}

// The shortest window that holds three quarters of what is picked.
function busiestWindow() {
  const middles = picked.map((i) => (starts[i] + ends[i]) / 2).sort((a, b) => a - b), n = Math.ceil(middles.length * 0.75);
  if (n < 2) return [extent.lo, extent.hi];
  let best = 0;
  for (let k = 0; k + n <= middles.length; k++) if (middles[k + n - 1] - middles[k] < middles[best + n - 1] - middles[best]) best = k;
  const lo = middles[best], hi = middles[best + n - 1], air = Math.max((hi - lo) * 0.05, DAY);
  return [lo - air, hi + air * 3];
}

function select(i, quiet) {
  state.event = i === undefined ? "" : events.id[i];
  showDetails(i, moves);
  showTip(null);
  if (i !== undefined && (ends[i] < state.lo || starts[i] > state.hi)) centre(i);
  if (state.view === "story" && i !== undefined) showStory(picked, state, moves);
  resize();
  if (i !== undefined && !quiet) $("details-title").focus({preventScroll: true});
}

function centre(i) {
  const half = (state.hi - state.lo) / 2, middle = (starts[i] + Math.min(ends[i], starts[i] + half)) / 2;
  [state.lo, state.hi] = clamp(middle - half, middle + half);
}

const moves = {
  close() { const id = state.event; select(undefined); focusEvent(byId.get(id)); },
  step(by) {
    const at = picked.indexOf(byId.get(state.event)), next = picked[at + by];
    if (next !== undefined) select(next);
  },
  tell(i) { state.event = events.id[i]; showStory(picked, state, moves); remember(); $("chapter").focus({preventScroll: true}); },
  day(t) { state.lo = t - 3 * DAY; state.hi = t + 4 * DAY; setView("timeline"); },
};

// Every event is an item of a list, in order of time; the arrows walk it and the picture follows.
let listed = 0;
function listEvents() {
  const list = $("list"), run = ++listed;
  list.replaceChildren();
  let n = 0;
  const more = (idle) => {
    if (run !== listed) return;
    const items = [];
    do {
      for (const until = Math.min(picked.length, n + 25); n < until; n++) {
        const i = picked[n];
        items.push(el("li", {}, el("button", {type: "button", tabindex: n ? -1 : 0, "data-i": i}, `${events.when[i]}: ${events.title[i]} (${traits(i).join(", ")})`)));
      }
    } while (n < picked.length && (n < 300 || (idle && idle.timeRemaining() > 6)));
    list.append(...items);
    if (n < picked.length) whenIdle(more);
  };
  more();
}

const whenIdle = window.requestIdleCallback || ((work) => setTimeout(work, 50));

function focusEvent(i) {
  const button = i === undefined ? null : $("list").querySelector(`[data-i="${i}"]`);
  if (button) button.focus({preventScroll: true});
}

function listKeys(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  const item = button.parentElement, list = $("list");
  const to = {ArrowRight: item.nextElementSibling, ArrowDown: item.nextElementSibling, ArrowLeft: item.previousElementSibling, ArrowUp: item.previousElementSibling,
    Home: list.firstElementChild, End: list.lastElementChild}[event.key];
  if (to) { event.preventDefault(); to.firstElementChild.focus({preventScroll: true}); }
}

function listFocus(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  for (const other of $("list").querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  button.tabIndex = 0;
  hover = +button.dataset.i;
  $("plot").classList.toggle("focused", button.matches(":focus-visible"));
  if (ends[hover] < state.lo || starts[hover] > state.hi) { centre(hover); settleSoon(); }
  drawNow(true);
  if (!plan.placed.some((p) => p.i === hover)) drawNow(false);
}

function keys(event) {
  if (event.target.matches("input, select, textarea") || event.altKey || event.metaKey || event.ctrlKey) return;
  const span = state.hi - state.lo;
  const does = {"+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), "0": () => moveTo(extent.lo, extent.hi, true),
    PageUp: () => { moveTo(state.lo - span * 0.8, state.hi - span * 0.8); settleSoon(); }, PageDown: () => { moveTo(state.lo + span * 0.8, state.hi + span * 0.8); settleSoon(); }};
  const inPlot = event.target.closest("#stage");
  if (event.key === "Escape" && state.event && state.view !== "story") moves.close();
  else if (inPlot && does[event.key]) { event.preventDefault(); does[event.key](); }
}

function itemAt(x, y) {
  if (!plan) return null;
  return plan.placed.find((p) => Math.abs(y - p.y) <= ROW / 2 && x >= Math.min(p.box.left, p.mark.left) - 3 && x <= Math.max(p.box.right, p.mark.right) + 3)
    || plan.heat.find((h) => y >= h.top && y <= h.bottom && x >= (h.x - state.lo) / plan.view.perPixel && x <= (h.x2 - state.lo) / plan.view.perPixel) || null;
}

function inPlot(event) {
  return event.clientY - $("detail-view").getBoundingClientRect().top - 42;
}

const touch = {
  window: () => state, width: () => width, left: () => state.gutter, to: (lo, hi) => moveTo(lo, hi), settle, settleSoon, zoom,
  hover(x, event) {
    const item = event ? itemAt(x, inPlot(event)) : null, over = item && item.i !== undefined ? item.i : null;
    $("plot").classList.toggle("over-event", Boolean(item));
    showTip(item, event && event.clientX, event && event.clientY);
    if (over !== hover) { hover = over; draw(true); }
  },
  click(x, event) {
    const item = itemAt(x, inPlot(event));
    if (item && item.i !== undefined) select(item.i);
    else if (item) { const middle = (item.x + item.x2) / 2, half = (item.x2 - item.x) * 4; moveTo(middle - half, middle + half, true); }
    else if (state.event) select(undefined);
  },
};

function resize() {
  state.narrow = $("plot").clientWidth < 700;
  const names = lane().labels.filter(Boolean);
  state.gutter = state.narrow || !names.length ? 0 : Math.min(150, Math.max(...names.map((name) => measure(name, `bold ${page.font}`)))) + 22;
  width = Math.max(200, $("plot").clientWidth - state.gutter);
  $("strip").style.marginLeft = `${state.gutter}px`;
  if (!views.detail) return;
  views.detail.padding({left: state.gutter, right: 0, top: 42, bottom: 2});
  if (state.view === "timeline") drawStrip(views.strip, picked, lane(), extent, $("strip").clientWidth, 46);
  settle();
}

function setView(name) {
  state.view = document.body.dataset.view = name;
  for (const id of ["story", "calendar"]) $(id).hidden = name !== id;
  $("stage").hidden = name !== "timeline";
  $("sheet").hidden = name === "story";
  for (const button of document.querySelectorAll("button[data-view]")) button.setAttribute("aria-pressed", button.dataset.view === name);
  if (name === "story") showDetails(undefined, moves);
  if (name === "timeline") resize();
  refilter();
}

const KEY = [["exact", "Exact day or time"], ["period", "Period"], ["imprecise", "Some time within"], ["approximate", "Approximate"], ["planned", "Planned"], ["disputed", "Disputed"]];
function paintKey() {
  $("key").replaceChildren(...KEY.filter(([kind]) => page.present.includes(kind)).map(([kind, name]) => el("button", {type: "button", "aria-pressed": !state.hidden.has(kind), "data-kind": kind, onclick: () => {
    if (state.hidden.has(kind)) state.hidden.delete(kind); else state.hidden.add(kind);
    refilter();
    $("key").querySelector(`[data-kind=${kind}]`).focus();
  }}, el("i", {class: `glyph ${kind}`, "aria-hidden": "true"}), name)), el("span", {class: "size"}, el("i", {class: "glyph small", "aria-hidden": "true"}), el("i", {class: "glyph exact", "aria-hidden": "true"}), "larger: told independently more often"));
}

// The address: window, search, filter, lanes, selection and view, so that a link shows what its sender saw.
function remember() {
  const now = new URLSearchParams();
  const whole = Math.abs(state.lo - extent.lo) < 1 && Math.abs(state.hi - extent.hi) < 1;
  if (!whole) { now.set("from", new Date(state.lo).toISOString()); now.set("to", new Date(state.hi).toISOString()); }
  if (state.q) now.set("q", state.q);
  if (state.source) now.set("source", state.source);
  if (state.hidden.size) now.set("hide", [...state.hidden].join(" "));
  if (state.lane !== page.lane) now.set("lane", state.lane);
  if (state.event) now.set("event", state.event);
  if (state.view !== page.view) now.set("view", state.view);
  const hash = now.toString();
  if (hash === location.hash.slice(1)) return;
  try { history.replaceState(null, "", hash ? `#${hash}` : "#"); } catch { /* inside a notebook the page has no address of its own */ }
}

function recall() {
  const then = new URLSearchParams(location.hash.slice(1));
  const lo = Date.parse(then.get("from")), hi = Date.parse(then.get("to"));
  if (hi > lo) [state.lo, state.hi] = clamp(lo, hi); else [state.lo, state.hi] = [extent.lo, extent.hi];
  state.q = then.get("q") || "";
  state.source = page.sources.includes(then.get("source")) ? then.get("source") : "";
  state.hidden = new Set((then.get("hide") || "").split(" ").filter((kind) => KEY.some(([name]) => name === kind)));
  state.lane = lanesOffered.includes(then.get("lane")) ? then.get("lane") : page.lane;
  state.event = byId.has(then.get("event")) ? then.get("event") : "";
  $("q").value = state.q;
  $("source").value = state.source;
  $("lane").value = state.lane;
  setView(["timeline", "story", "calendar"].includes(then.get("view")) ? then.get("view") : page.view);
  if (state.event && state.view !== "story") select(byId.get(state.event), true);
}

async function start() {
  views.strip = await drawing("strip-view", page.strip);
  views.detail = await drawing("detail-view", page.detail);
  $("lane").append(...lanesOffered.map((name) => el("option", {value: name}, page.lanes[name].name)));
  $("source").append(el("option", {value: ""}, "All sources"), ...page.sources.slice().sort((a, b) => a.localeCompare(b)).map((name) => el("option", {value: name}, shortened(name))));
  let typing = 0;
  $("q").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { state.q = $("q").value; refilter(); }, 120); });
  $("source").addEventListener("change", () => { state.source = $("source").value; refilter(); });
  $("lane").addEventListener("change", () => { state.lane = $("lane").value; resize(); refilter(); });
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  const system = matchMedia("(prefers-color-scheme: dark)"), wear = (theme) => { document.documentElement.dataset.theme = theme; resize(); };
  document.documentElement.dataset.theme = system.matches ? "dark" : "light";
  system.addEventListener("change", () => wear(system.matches ? "dark" : "light"));
  $("theme").addEventListener("click", () => wear(dark() ? "light" : "dark"));
  $("clear").addEventListener("click", () => { state.q = state.source = ""; state.hidden.clear(); $("q").value = $("source").value = ""; [state.lo, state.hi] = [extent.lo, extent.hi]; refilter(); });
  $("copy").addEventListener("click", copyTable);
  $("page-back").addEventListener("click", () => { sheet.page--; paintTable(select); });
  $("page-on").addEventListener("click", () => { sheet.page++; paintTable(select); });
  for (const button of document.querySelectorAll("button[data-view]")) button.addEventListener("click", () => setView(button.dataset.view));
  const step = () => (state.hi - state.lo) * 0.4;
  const buttons = {back: () => moveTo(state.lo - step(), state.hi - step(), true), on: () => moveTo(state.lo + step(), state.hi + step(), true), in: () => zoom(0.6), out: () => zoom(1 / 0.6), fit: () => moveTo(extent.lo, extent.hi, true), busy: () => moveTo(...busiestWindow(), true)};
  for (const button of document.querySelectorAll("[data-move]")) button.addEventListener("click", () => buttons[button.dataset.move]());
  gestures($("detail-view"), touch);
  brush($("strip"), {extent: () => extent, window: () => state, to: (lo, hi) => moveTo(lo, hi), settle});
  for (const handle of document.querySelectorAll(".handle")) handle.addEventListener("keydown", (event) => {
    const by = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key] * (extent.hi - extent.lo) / 100;
    if (!by) return;
    event.preventDefault();
    if (handle.dataset.part === "from") moveTo(Math.min(state.lo + by, state.hi - HOUR), state.hi); else moveTo(state.lo, Math.max(state.hi + by, state.lo + HOUR));
    settleSoon();
  });
  $("list").addEventListener("keydown", listKeys);
  $("list").addEventListener("focusin", listFocus);
  $("list").addEventListener("focusout", () => { hover = null; $("plot").classList.remove("focused"); draw(true); });
  $("list").addEventListener("click", (event) => { const button = event.target.closest("[data-i]"); if (button) select(+button.dataset.i); });
  document.addEventListener("keydown", keys);
  addEventListener("hashchange", recall);
  let sizing = 0;
  new ResizeObserver(() => { cancelAnimationFrame(sizing); sizing = requestAnimationFrame(() => { if ($("plot").clientWidth - state.gutter !== width) resize(); }); }).observe($("plot"));
  let worn = "";
  addEventListener("beforeprint", () => {
    worn = document.documentElement.dataset.theme;
    document.documentElement.dataset.print = "yes";
    wear("light");
    paintTable(select, true);
  });
  addEventListener("afterprint", () => { delete document.documentElement.dataset.print; wear(worn); });
  recall();
  document.documentElement.dataset.ready = "yes";
}

start();
