// The window: the stretch of time in sight, and everything that moves it.
const extent = wholeExtent();

function wholeExtent() {
  let lo = Infinity,
    hi = -Infinity;
  for (let i = 0; i < count; i++) {
    lo = Math.min(lo, starts[i]);
    hi = Math.max(hi, ends[i]);
  }
  if (!count) {
    lo = 0;
    hi = YEAR;
  }
  const pad = Math.max((hi - lo) * 0.03, hi - lo < 3 * DAY ? 4 * DAY : DAY);
  return {lo: Math.max(FIRST, lo - pad), hi: Math.min(LAST, hi + pad * 1.6)};
}

function clamp(lo, hi) {
  const all = extent.hi - extent.lo,
    span = Math.min(Math.max(hi - lo, HOUR), all * 1.2);
  const middle = Math.min(Math.max((lo + hi) / 2, extent.lo - span * 0.1), extent.hi + span * 0.1);
  return [Math.max(FIRST, middle - span / 2), Math.min(LAST, middle + span / 2)];
}

function settleSoon() {
  clearTimeout(settling);
  settling = setTimeout(settle, 160);
}

function moveTo(lo, hi, rest) {
  [state.lo, state.hi] = clamp(lo, hi);
  if (rest) settle();
  else draw(true);
}

function zoom(factor, at = (state.lo + state.hi) / 2) {
  moveTo(at - (at - state.lo) * factor, at + (state.hi - at) * factor);
  settleSoon();
}

// The shortest window that holds three quarters of what is picked.
function busiestWindow() {
  const middles = picked.map((i) => (starts[i] + ends[i]) / 2).sort((a, b) => a - b),
    n = Math.ceil(middles.length * 0.75);
  if (n < 2) return [extent.lo, extent.hi];
  let best = 0;
  for (let k = 0; k + n <= middles.length; k++)
    if (middles[k + n - 1] - middles[k] < middles[best + n - 1] - middles[best]) best = k;
  const lo = middles[best],
    hi = middles[best + n - 1],
    air = Math.max((hi - lo) * 0.05, DAY);
  return [lo - air, hi + air * 3];
}

function centre(i) {
  const half = (state.hi - state.lo) / 2,
    middle = (starts[i] + Math.min(ends[i], starts[i] + half)) / 2;
  [state.lo, state.hi] = clamp(middle - half, middle + half);
}
