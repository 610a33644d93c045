import {count, ends, starts} from "./data.js";
import {$, el, plural} from "./dom.js";
import {DAY, FIRST, HOUR, LAST, windowName, YEAR, yearName} from "./time.js";

// The window: the stretch of time in sight, and where it may lie.
// Where at most this share of all the time holds nearly every event, the others lie far away.
const FAR = 0.15;
const FEW = 0.1; // the largest share of the events that may lie far away
const AGES = 60 * YEAR; // over so much time the axis shows no months,
const FEW_OF_AGES = 0.25; // and a larger share may
const MOST_FAR = 1000;
export const [whole, home] = stretches();

// All the time that the events take, and the stretch of it where the page opens: without the few that lie far away.
function stretches() {
  const first = starts.slice().sort(),
    last = ends.slice().sort();
  const stretch = (a, b) => [first[a], last[count - 1 - b]];
  let early = 0,
    late = 0;
  const few = count > 3 && last[count - 1] - first[0] > AGES ? FEW_OF_AGES : FEW,
    allowed = count > 3 ? Math.max(1, Math.min(MOST_FAR, Math.floor(count * few))) : 0;
  for (let free = allowed, found = true; free && found;) {
    const [lo, hi] = stretch(early, late);
    found = false;
    for (let n = 1; n <= free && !found; n++) {
      for (let a = 0; a <= n && !found; a++) {
        const [from, until] = stretch(early + a, late + n - a);
        if (!(until > from) || until - from > (hi - lo) * FAR) continue;
        found = true;
        early += a;
        late += n - a;
        free -= n;
      }
    }
  }
  return [aired(...(count ? stretch(0, 0) : [0, YEAR])), early || late ? aired(...stretch(early, late)) : null].map(
    (one, n, [all]) => one || all,
  );
}

function aired(lo, hi) {
  const pad = Math.max((hi - lo) * 0.03, hi - lo < 3 * DAY ? 4 * DAY : DAY);
  return {lo: Math.max(FIRST, lo - pad), hi: Math.min(LAST, hi + pad * 1.6)};
}

export function clamp(lo, hi) {
  const all = whole.hi - whole.lo,
    span = Math.min(Math.max(hi - lo, HOUR), all * 1.2);
  const middle = Math.min(Math.max((lo + hi) / 2, whole.lo - span * 0.1), whole.hi + span * 0.1);
  return [Math.max(FIRST, middle - span / 2), Math.min(LAST, middle + span / 2)];
}

// The shortest window that holds three quarters of what is picked.
export function busiestWindow(picked) {
  const middles = picked.map((i) => (starts[i] + ends[i]) / 2).sort((a, b) => a - b),
    n = Math.ceil(middles.length * 0.75);
  if (n < 2) return [home.lo, home.hi];
  let best = 0;
  for (let k = 0; k + n <= middles.length; k++)
    if (middles[k + n - 1] - middles[k] < middles[best + n - 1] - middles[best]) best = k;
  const lo = middles[best],
    hi = middles[best + n - 1],
    air = Math.max((hi - lo) * 0.05, DAY);
  return [lo - air, hi + air * 3];
}

export function untouched(state) {
  return Math.abs(state.lo - home.lo) < 1 && Math.abs(state.hi - home.hi) < 1;
}

// A button for the few events that lie far before all others, and one for those far after.
export function paintFar(state, moveTo) {
  const far = [[], []];
  if (home !== whole)
    for (const i of state.picked)
      if (ends[i] <= home.lo || starts[i] >= home.hi) far[ends[i] <= home.lo ? 0 : 1].push(i);
  const away = state.hi <= home.lo || state.lo >= home.hi || state.hi - state.lo > (home.hi - home.lo) * 4,
    button = (there, words) => el("button", {type: "button", onclick: () => moveTo(there.lo, there.hi, true)}, words);
  const out = far.map((those) => those.filter((i) => ends[i] <= state.lo || starts[i] >= state.hi));
  $("far").replaceChildren(
    ...out.flatMap((those, side) => {
      if (!those.length) return [];
      const from = starts[those[0]],
        until = those.reduce((t, i) => Math.max(t, ends[i]), from);
      const [first, last] = [from, until - 1].map((t) => yearName(new Date(t).getUTCFullYear()));
      const years = first === last ? first : `${first} – ${last}`;
      const [arrow, where, tail] = side ? ["", "later", " →"] : ["← ", "earlier", ""];
      const words = `${arrow}${plural(those.length, "event")} far ${where} (${years})${tail}`;
      return button(aired(from, until), words);
    }),
    ...(home !== whole && away ? [button(home, `Where most events are (${windowName(home.lo, home.hi)})`)] : []),
  );
}

// The window, as long as it is, moved to where the event is in its middle.
export function centred(i, state) {
  const half = (state.hi - state.lo) / 2;
  const middle = (starts[i] + Math.min(ends[i], starts[i] + half)) / 2;
  return clamp(middle - half, middle + half);
}
