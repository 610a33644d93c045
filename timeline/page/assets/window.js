import {count, ends, events, kinds, page, starts} from "./data.js";
import {$, el} from "./dom.js";
import {DAY, daysName, FIRST, HOUR, LAST, yearName} from "./time.js";

// The window: the stretch of time in sight, and where it may lie. Where the page opens, Python says
// (timeline/charts/stretch.py): where three quarters of the weight of the events with a day lie.
const SHARE = 0.75;
export const home = {lo: page.home[0], hi: page.home[1]};
export const whole = allTime();

function allTime() {
  let lo = Infinity,
    hi = -Infinity;
  for (let i = 0; i < count; i++) {
    lo = Math.min(lo, starts[i]);
    hi = Math.max(hi, ends[i]);
  }
  return count ? aired(lo, hi) : home;
}

// What has a day or a time of day counts by its weight; where nothing has any weight, each counts one.
function weightOf(i) {
  return kinds[events.kind[i]] === "exact" ? Math.max(events.score[i], 1e-3) : 0;
}

function aired(lo, hi) {
  const pad = Math.max((hi - lo) * 0.03, hi - lo < 3 * DAY ? 4 * DAY : DAY);
  return {lo: Math.max(FIRST, lo - pad), hi: Math.min(LAST, hi + pad)};
}

export function clamp(lo, hi) {
  const all = Math.max(whole.hi - whole.lo, home.hi - home.lo),
    span = Math.min(Math.max(hi - lo, HOUR), all * 1.2);
  const middle = Math.min(Math.max((lo + hi) / 2, whole.lo - span * 0.1), whole.hi + span * 0.1);
  return [Math.max(FIRST, middle - span / 2), Math.min(LAST, middle + span / 2)];
}

// The shortest window that holds three quarters of the weight of what is picked and has a day; of what has none where
// nothing has.
export function busiestWindow(picked) {
  const precise = picked.filter((i) => weightOf(i) > 0),
    rows = (precise.length > 1 ? precise : picked).slice().sort((a, b) => starts[a] - starts[b]);
  if (!rows.length) return [home.lo, home.hi];
  const weight = (i) => weightOf(i) || 1,
    wanted = SHARE * rows.reduce((sum, i) => sum + weight(i), 0) * (1 - 1e-9);
  let best = [starts[rows[0]], rows.reduce((t, i) => Math.max(t, ends[i]), -Infinity)],
    held = 0,
    first = 0;
  for (const i of rows) {
    held += weight(i);
    while (held - weight(rows[first]) >= wanted) held -= weight(rows[first++]);
    if (held >= wanted && ends[i] - starts[rows[first]] < best[1] - best[0]) best = [starts[rows[first]], ends[i]];
  }
  const {lo, hi} = aired(...best);
  return [lo, hi];
}

// Where a zoom aims: the selected event, else the middle of the weight in sight, else the event that lies nearest.
export function aim(state, selected) {
  const {lo, hi, picked} = state,
    middle = (i) => (starts[i] + Math.min(ends[i], starts[i] + (hi - lo))) / 2,
    inside = (i) => middle(i) >= lo && middle(i) <= hi;
  if (selected !== undefined && inside(selected)) return middle(selected);
  const seen = picked.filter(inside),
    precise = seen.filter((i) => weightOf(i) > 0),
    rows = (precise.length ? precise : seen).sort((a, b) => middle(a) - middle(b));
  const weight = (i) => weightOf(i) || 1;
  let half = rows.reduce((sum, i) => sum + weight(i), 0) / 2;
  for (const i of rows) if ((half -= weight(i)) <= 0) return middle(i);
  const centre = (lo + hi) / 2;
  let nearest = centre;
  for (const i of picked)
    if (nearest === centre || Math.abs(middle(i) - centre) < Math.abs(nearest - centre)) nearest = middle(i);
  return nearest;
}

export function untouched(state) {
  return Math.abs(state.lo - home.lo) < 1 && Math.abs(state.hi - home.hi) < 1;
}

// A button for the events that lie before the stretch where the page opens, and one for those after it. It shows them
// and nothing else; another leads back.
export function paintFar(state, moveTo) {
  const far = [[], []];
  for (const i of state.picked)
    if (ends[i] <= home.lo || starts[i] >= home.hi) far[ends[i] <= home.lo ? 0 : 1].push(i);
  const away = state.hi <= home.lo || state.lo >= home.hi || state.hi - state.lo > (home.hi - home.lo) * 4,
    button = (there, words) => el("button", {type: "button", onclick: () => moveTo(there.lo, there.hi, true)}, words);
  const out = far.map((those) => those.filter((i) => ends[i] <= state.lo || starts[i] >= state.hi));
  $("far").replaceChildren(
    ...out.flatMap((those, side) => {
      if (!those.length) return [];
      const from = those.reduce((t, i) => Math.min(t, starts[i]), Infinity),
        until = those.reduce((t, i) => Math.max(t, ends[i]), from);
      const [first, last] = [from, until - 1].map((t) => yearName(new Date(t).getUTCFullYear()));
      const years = first === last ? first : `${first} – ${last}`;
      const [arrow, where, tail] = side ? ["", "later", " →"] : ["← ", "earlier", ""];
      const there = aired(from, until);
      const only = side ? {...there, lo: Math.max(there.lo, home.hi)} : {...there, hi: Math.min(there.hi, home.lo)};
      return button(only, `${arrow}${those.length.toLocaleString("en")} ${where} (${years})${tail}`);
    }),
    ...(away ? [button(home, `Back to ${daysName(home.lo, home.hi)}`)] : []),
  );
}

// The window, as long as it is, moved to where the event is in its middle.
export function centred(i, state) {
  const half = (state.hi - state.lo) / 2;
  const middle = (starts[i] + Math.min(ends[i], starts[i] + half)) / 2;
  return clamp(middle - half, middle + half);
}
