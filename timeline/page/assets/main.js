// The state of the page and what follows from it: every change goes through here, and the address keeps it.
const lanesOffered = Object.keys(page.lanes);

const state = {
  lo: home.lo,
  hi: home.hi,
  q: "",
  filters: {},
  hidden: new Set(),
  lane: page.lane,
  event: "",
  view: page.view,
  narrow: false,
  gutter: 0,
};

let picked = [],
  plan = null,
  hover = null,
  settling = 0,
  width = 800;

const views = {};

function lane() {
  return page.lanes[state.lane];
}

const PAPER = 690; // pixels that the shorter of the two papers (Letter) leaves for the lanes below a title of one line
const TITLE_LINE = 30;

function budget() {
  return Math.max(14, Math.min(40, Math.floor(innerHeight / ROW)));
}

// As many rows as let the picture stand on the first printed page.
function layoutOnPaper() {
  const title = document.querySelector("h1"),
    lines = Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight)) - 1,
    most = PAPER - lines * TITLE_LINE;
  let rows = 1,
    best = null;
  for (let step = 32; step >= 1; step /= 2) {
    const tried = layout(state, picked, lane(), width, rows + step);
    if (tried.tall <= most) {
      rows += step;
      best = tried;
    }
  }
  return best || layout(state, picked, lane(), width, rows);
}

// The detail is drawn at most once a frame, however many events of the mouse arrive.
let asked = null;

function draw(before) {
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

function drawNow(before) {
  if (state.view !== "timeline") return;
  if (document.documentElement.dataset.print) plan = layoutOnPaper();
  else plan = layout(state, picked, lane(), width, budget(), before ? plan : null);
  const marked = plan.placed.filter((p) => events.id[p.i] === state.event || p.i === hover);
  drawDetail(views.detail, state, lane(), plan, marked);
  const all = extent.hi - extent.lo,
    from = Math.max(0, (state.lo - extent.lo) / all),
    until = Math.min(1, (state.hi - extent.lo) / all);
  const box = $("brush");
  box.style.left = `${from * 100}%`;
  box.style.width = `${Math.max(0.4, (until - from) * 100)}%`;
  $("empty").hidden = plan.visible > 0;
  if (!before) paintCrowd(plan);
}

// What may lag behind the picture: the table, the address, the sliders' words.
function settle() {
  clearTimeout(settling);
  stretchStrip();
  drawNow(false);
  paintFar();
  $("window").textContent = windowName(state.lo, state.hi);
  const inView = picked.filter((i) => (ends[i] > state.lo && starts[i] < state.hi) || starts[i] === state.hi);
  showTable(state.view === "timeline" ? inView : picked, select);
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
  if (shown === extent) return;
  extent = shown;
  if (state.view === "timeline") paintStrip();
}

function paintStrip() {
  drawStrip(views.strip, picked, lane(), extent, $("strip").clientWidth, 46);
}

// After the search, a filter or the lanes changed.
function refilter() {
  picked = chosen(state);
  if (state.view === "timeline") paintStrip();
  settle();
  listEvents();
  if (state.view === "story") showStory(picked, state, moves);
  if (state.view === "calendar") showCalendar(picked, moves);
  tell(`${plural(picked.length, "event")} found`);
  paintKey();
  paintFilters(state);
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

const moves = {
  close() {
    const id = state.event;
    select(undefined);
    focusEvent(byId.get(id));
  },
  step(by) {
    const at = picked.indexOf(byId.get(state.event)),
      next = picked[at + by];
    if (next !== undefined) select(next);
  },
  tell(i) {
    state.event = events.id[i];
    showStory(picked, state, moves);
    remember();
    document.querySelector(".chapter").focus({preventScroll: true});
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

function resize() {
  state.narrow = $("plot").clientWidth < 700;
  const names = lane().labels.filter(Boolean);
  state.gutter =
    state.narrow || !names.length ? 0 : Math.min(150, Math.max(...names.map((name) => measure(name, `bold ${page.font}`)))) + 22;
  width = Math.max(200, $("plot").clientWidth - state.gutter);
  $("strip").style.marginLeft = `${state.gutter}px`;
  if (!views.detail) return;
  views.detail.padding({left: state.gutter, right: 0, top: 42, bottom: 2});
  if (state.view === "timeline") paintStrip();
  settle();
}

function setView(name) {
  state.view = document.body.dataset.view = name;
  for (const id of ["story", "calendar"]) $(id).hidden = name !== id;
  $("stage").hidden = name !== "timeline";
  $("sheet").hidden = name === "story";
  for (const button of document.querySelectorAll("button[data-view]"))
    button.setAttribute("aria-pressed", button.dataset.view === name);
  if (name === "story") showDetails(undefined, moves);
  if (name === "timeline") resize();
  refilter();
}

async function start() {
  views.strip = await drawing("strip-view", page.strip);
  views.detail = await drawing("detail-view", page.detail);
  wireTools();
  wireWindow();
  wireList();
  wireTheme();
  wirePage();
  recall();
  document.documentElement.dataset.ready = "yes";
}

start();
