import {byId, byScore, count, ends, events, flags, kinds, opens, page, starts} from "./data.js";
import {labels, leadLabels, measure} from "./labels.js";

// Where every event stands: rows in lanes, labels beside marks, nothing over anything else. The most important events
// choose first.
const sizes = page.sizes;
export const ROW = sizes.row;
const NARROW = 500; // in a picture of fewer pixels fewer events stand out
const LINE = 8; // the height of a line of small marks
const LINES = 5;
const SMALL = 6.5; // the height of a small mark
const HEAT = 28;
const LEAD_GROWTH = 5; // a mark that stands out is so much higher
const TWO = 44; // the height of a mark that holds two lines
const ENOUGH = 40; // so many in a row without a row to stand in: the lane is full

function height(i) {
  return Math.min(sizes.highest, sizes.lowest + sizes.growth * Math.log2(Math.max(1, events.tellings[i])));
}

// The mark in pixels: as wide as its span, and no narrower than its look allows. A small one may be as narrow as high.
function shape(i, view, small = false) {
  const h = small ? SMALL : height(i) + (view.leads.has(i) ? LEAD_GROWTH : 0);
  const least = small ? h : h * page.wide[kinds[events.kind[i]]];
  const start = (starts[i] - view.lo) / view.perPixel;
  const end = (ends[i] - view.lo) / view.perPixel;
  const air = Math.max(0, (least - (end - start)) / 2);
  const left = start - air - (opens(i) === "before" ? sizes.fade : 0);
  const right = end + air + (opens(i) === "after" ? sizes.fade : 0);
  return {start, end, left, right, h};
}

// The boxes that an event would take, from best to worst: its label whole or cut, inside the mark, right or left of it;
// or no label.
function* boxes(i, mark, view) {
  const from = Math.max(0, mark.left);
  const to = Math.min(view.width, mark.right);
  const lead = view.leads.has(i),
    tried = lead ? leadLabels(i) : labels(i);
  const gap = sizes.label_gap + (flags(i).disputed ? sizes.badge : 0);
  const soft = !lead && kinds[events.kind[i]] === "approximate" ? "≈ " : "";
  const start = Math.max(0, mark.start);
  const room = Math.min(view.width, mark.end) - start - sizes.slack - measure(soft);
  const long = tried.find(({wide}) => wide <= room);
  const inside = long && {left: from, right: to, label: soft + long.label, over: long.over, at: start + sizes.inset, inside: true};
  if (long && long === tried[0]) yield inside;
  const right = (n) =>
    to + gap + tried[n].wide <= view.width - sizes.edge && {
      left: from,
      right: to + gap + tried[n].wide,
      label: tried[n].label,
      over: tried[n].over,
      at: to + gap,
    };
  const left = (n) =>
    from - sizes.label_gap - tried[n].wide >= 0 && {
      left: from - sizes.label_gap - tried[n].wide,
      right: to,
      label: tried[n].label,
      over: tried[n].over,
      at: from - sizes.label_gap - tried[n].wide,
    };
  for (let n = 0; n < tried.length; n++) {
    if (n && tried[n].wide < tried[0].wide * 0.6 && inside) yield inside;
    for (const box of [right(n), left(n)]) if (box) yield box;
  }
  if (inside) yield inside;
  yield {left: from, right: to, label: null, at: 0};
}

// The first row in which the box is free, and so in as many rows below it as it is high.
function put(rows, box, most, wish, high = 1) {
  const free = (row) =>
    row.every((taken) => box.right + sizes.gap <= taken.left || taken.right + sizes.gap <= box.left);
  const fits = (at) => {
    for (let n = at; n < at + high; n++) if (n < rows.length ? !free(rows[n]) : n >= most) return false;
    return true;
  };
  if (wish !== undefined && rows[wish] && fits(wish)) return wish;
  for (let at = 0; at < Math.min(rows.length + 1, most); at++)
    if (fits(at)) {
      while (rows.length < at + high) rows.push([]);
      return at;
    }
  return -1;
}

// One lane. While a gesture lasts, the events that already stand keep their rows; then the highest score comes first.
function packLane(order, view, most, before) {
  const rows = [],
    placed = [],
    left = [];
  let missed = 0;
  for (const i of before ? standingFirst(order, before) : order) {
    if (missed > (before ? ENOUGH / 2 : ENOUGH)) {
      left.push(i);
      continue;
    }
    const mark = shape(i, view);
    if (mark.right < 1 || mark.left > view.width - 1) continue;
    if (before) while (rows.length < most) rows.push([]);
    const lead = view.leads.has(i),
      high = lead ? 2 : 1;
    let row = -1,
      box;
    for (box of boxes(i, mark, view)) {
      row = put(rows, box, most, before && before.get(i), high);
      if (row >= 0) break;
    }
    missed = row < 0 ? missed + 1 : 0;
    if (row < 0) {
      left.push(i);
      continue;
    }
    for (let n = row; n < row + high; n++) rows[n].push(box);
    if (box.inside) mark.h = lead ? TWO : sizes.inside;
    placed.push({i, row, high, mark, box});
  }
  return {rows: rows.length, placed, left};
}

function standingFirst(order, before) {
  const standing = [],
    rest = [];
  for (const i of order) (before.has(i) ? standing : rest).push(i);
  for (const i of rest) standing.push(i);
  return standing;
}

// Every lane gets the rows it needs; when that is more than there is room for, the neediest give first.
function share(needs, budget, least) {
  const given = needs.map((need, n) => Math.min(need, least[n]));
  let free = budget - given.reduce((a, b) => a + b, 0);
  for (let progress = true; free > 0 && progress;) {
    progress = false;
    for (let n = 0; n < needs.length && free > 0; n++) {
      if (given[n] < needs[n]) {
        given[n]++;
        free--;
        progress = true;
      }
    }
  }
  return given;
}

// The whole picture of a window. While a gesture lasts, `before` is the last layout: rows and lanes keep their places.
export function layout(state, picked, lane, width, budget, before) {
  const view = {lo: state.lo, perPixel: (state.hi - state.lo) / width, width, leads: new Set()};
  const inLane = lane.labels.map(() => []);
  const seen = new Uint8Array(count),
    reach = sizes.fade * view.perPixel,
    pad = sizes.highest * view.perPixel;
  let visible = 0;
  for (const i of picked) {
    const from = starts[i] - pad - (opens(i) === "before" ? reach : 0),
      to = ends[i] + pad + (opens(i) === "after" ? reach : 0);
    if (to > state.lo && from < state.hi) {
      seen[i] = 1;
      visible++;
    }
  }
  // While a gesture lasts, those that stand out stay the same.
  const leads = before ? before.view.leads : view.leads,
    most = width < NARROW ? Math.ceil(page.leads / 2) : page.leads;
  let last = -1;
  for (let n = 0; n < count; n++) {
    const i = byScore[n];
    if (!seen[i]) continue;
    if (!before && leads.size < most) leads.add(i);
    last = i;
    inLane[lane.of[i]].push(i);
  }
  // What weighs no more than the least does not stand out.
  if (!before) for (const i of [...leads]) if (events.score[i] <= events.score[last]) leads.delete(i);
  view.leads = leads;
  const chosenIndex = byId.get(state.lifted);
  if (chosenIndex !== undefined && seen[chosenIndex]) {
    const order = inLane[lane.of[chosenIndex]];
    order.unshift(order.splice(order.indexOf(chosenIndex), 1)[0]);
  }
  let given;
  if (before) given = before.lanes.map((l) => l.most);
  else {
    const tries = inLane.map((order) => packLane(order, view, budget, null));
    const needs = tries.map((t) => t.rows + (t.left.length ? 1 : 0));
    const least = inLane.map((order) => (order.some((i) => leads.has(i)) ? 2 : 1));
    given = share(needs, budget, least);
  }
  const lanes = [],
    placed = [],
    heat = [];
  let top = 0;
  lane.labels.forEach((name, n) => {
    if (!before && !inLane[n].length) {
      lanes.push({name, top, bottom: top, most: 0, rows: 0, heat: 0});
      return;
    }
    const standing = before ? before.rowsOf : null;
    const result = packLane(inLane[n], view, given[n], standing);
    const small = result.left.length
      ? crowd(result.left, view, before ? Math.floor((before.lanes[n].heat - 6) / LINE) : LINES)
      : null;
    const crowded = before
      ? before.lanes[n].heat
      : small
        ? Math.max(...small.map((item) => item.line)) * LINE + LINE + 6
        : result.left.length
          ? HEAT
          : 0;
    const head = state.narrow && name ? 18 : 0;
    const rows = before ? before.lanes[n].rows : result.rows;
    const y = top + sizes.lane_pad + head;
    for (const item of result.placed) placed.push({...item, lane: n, y: y + (item.row + item.high / 2) * ROW});
    const bottom = y + rows * ROW + crowded + sizes.lane_pad;
    if (crowded) {
      const at = y + rows * ROW + 3;
      if (small) for (const item of small) placed.push({...item, lane: n, y: at + LINE / 2 + item.line * LINE});
      else heat.push(...heatOf(result.left, view, n, at, at + Math.min(20, crowded - 6)));
    }
    lanes.push({name, top, bottom, most: given[n], rows, heat: crowded});
    top = bottom;
  });
  return {
    view,
    lanes,
    placed,
    heat,
    visible,
    moving: Boolean(before),
    tall: top || 60,
    rowsOf: new Map(placed.filter((p) => p.row >= 0).map((p) => [p.i, p.row])),
  };
}

// A few events that found no row are drawn small, without a label, in thin lines; null where even that is too much.
function crowd(left, view, most) {
  if (left.length > 120) return null;
  const lines = Array.from({length: most}, () => []),
    out = [];
  for (const i of left) {
    const mark = shape(i, view, true),
      box = {left: mark.left, right: mark.right, label: null, at: 0};
    const line = lines.findIndex((taken) =>
      taken.every((other) => box.right + 1.5 <= other.left || other.right + 1.5 <= box.left),
    );
    if (line < 0) return null;
    lines[line].push(box);
    out.push({i, row: -1, line, mark, box});
  }
  return out;
}

// The events without a row are counted, in cells that stay at their times, so that they do not flicker during a drag.
function heatOf(left, view, lane, top, bottom) {
  const cell = 2 ** Math.ceil(Math.log2(view.perPixel * 10)),
    first = Math.floor(view.lo / cell),
    edge = view.lo + view.width * view.perPixel;
  const counts = new Uint32Array(Math.ceil((edge - view.lo) / cell) + 2),
    out = [];
  for (const i of left) counts[Math.min(counts.length - 1, Math.max(0, Math.floor(starts[i] / cell) - first))]++;
  for (let n = 0; n < counts.length; n++) {
    const x = Math.max((first + n) * cell, view.lo),
      x2 = Math.min((first + n + 1) * cell, edge);
    if (counts[n] && x2 > x) out.push({lane, x, x2, top, bottom, count: counts[n]});
  }
  return out;
}
