import {ends, events, flags, kinds, opens, page, starts} from "./data.js";
import {cut, measure} from "./labels.js";
import {DAY, ticksOf} from "./time.js";

// Two pictures, the strip and the detail: Vega draws them from the specifications that Python made.
export function dark() {
  return document.documentElement.dataset.theme === "dark";
}

function palette() {
  return page.colors[dark() ? "dark" : "light"];
}

function laneColor(lane, n, {lanes, other}) {
  return lane.plain[n] || lane.labels.length > lanes.length + 2 ? other : lanes[n % lanes.length];
}

// `vegaEmbed` is a global name of the script before this one. `ast` lets Vega interpret its expressions, so that the
// page's policy can forbid eval.
export async function drawing(id, spec) {
  const refusing = {load: refuse, sanitize: refuse, http: refuse, file: refuse};
  const made = await window.vegaEmbed(`#${id}`, spec, {
    mode: "vega",
    ast: true,
    renderer: "svg",
    actions: false,
    hover: false,
    tooltip: () => {},
    defaultStyle: false,
    loader: refusing,
  });
  return made.view;
}

function refuse() {
  return Promise.reject(new Error("this page loads nothing"));
}

export function drawDetail(view, state, lane, plan, ring) {
  const {perPixel, lo, width} = plan.view,
    colors = palette();
  const time = (x) => lo + x * perPixel;
  const full = plan.lanes.filter((l) => l.bottom > l.top),
    behind = plan.lanes.map((l) => (full.indexOf(l) % 2 ? colors.paper : colors.band));
  const {ticks, above} = ticksOf(state.lo, state.hi, width, measure);
  if (!plan.moving) {
    view.data(
      "bands",
      full.map((l) => ({y: l.top, y2: l.bottom, fill: behind[plan.lanes.indexOf(l)]})),
    );
    view.data(
      "lanes",
      full.filter((l) => l.name).map((l) => laneRow(l, plan.lanes.indexOf(l), lane, state, colors)),
    );
  }
  view.data(
    "grid",
    ticks.map((t) => ({x: t.t, y: 0, y2: plan.tall, color: t.strong ? colors.strong : colors.line})),
  );
  view.data("ticks", [
    ...ticks
      .filter((t) => t.label)
      .map((t) => ({x: t.t, y: -10, label: t.label, align: "center", color: colors.muted, weight: "normal"})),
    ...above.map((t) => ({x: t.t, y: -29, label: t.label, align: "left", color: colors.ink, weight: "bold"})),
  ]);
  const most = Math.max(1, ...plan.heat.map((h) => h.count));
  view.data(
    "heat",
    plan.heat.map((h) => ({
      x: h.x,
      x2: h.x2,
      y: h.top,
      y2: h.bottom,
      color: laneColor(lane, h.lane, colors),
      opacity: 0.16 + 0.74 * Math.sqrt(h.count / most),
    })),
  );
  view.data(
    "marks",
    plan.placed.map((p) => markRow(p, lane, time, colors)),
  );
  view.data(
    "labels",
    plan.placed
      .filter((p) => p.box.label)
      .flatMap((p) => {
        const line = {x: time(p.box.at), halo: p.box.inside ? "transparent" : behind[p.lane], lead: false};
        if (!p.box.over) {
          const color = p.box.inside || ring.includes(p) ? colors.ink : colors.muted;
          return [{...line, y: p.y, label: p.box.label, color}];
        }
        return [
          {...line, y: p.y - 9, label: p.box.over, color: p.box.inside ? colors.ink : colors.muted},
          {...line, y: p.y + 9, label: p.box.label, color: colors.ink, lead: true},
        ];
      }),
  );
  view.data(
    "ring",
    ring.map((p) => ({
      x: time(Math.max(p.mark.left, 0) - 3),
      x2: time(Math.min(p.mark.right, width) + 3),
      y: p.y - p.mark.h / 2 - 3,
      y2: p.y + p.mark.h / 2 + 3,
      color: colors.ink,
    })),
  );
  view.signal("lo", state.lo).signal("hi", state.hi).signal("tall", plan.tall).width(width).height(plan.tall).run();
}

function markRow(p, lane, time, colors) {
  const i = p.i;
  return {
    id: events.id[i],
    x: time(p.mark.left),
    x2: time(p.mark.right),
    y: p.y - p.mark.h / 2,
    y2: p.y + p.mark.h / 2,
    middle: p.y,
    kind: kinds[events.kind[i]],
    open: opens(i),
    ...flags(i),
    h: p.mark.h,
    inside: Boolean(p.box.inside),
    color: laneColor(lane, p.lane, colors),
    ink: colors.ink,
  };
}

function laneRow(l, n, lane, state, colors) {
  const color = laneColor(lane, n, colors),
    bold = `bold ${page.font}`;
  if (state.narrow) return {px: 6, y: l.top + 14, label: cut(l.name, 240, bold) || "", align: "left", color};
  return {
    px: -14,
    y: (l.top + l.bottom) / 2,
    label: cut(l.name, state.gutter - 20, bold) || l.name,
    align: "right",
    color,
  };
}

// The strip: how many events each stretch holds, in one hue, over all there is.
export function drawStrip(view, picked, extent, width, tall) {
  const colors = palette();
  const bins = Math.max(20, Math.floor(width / 7)),
    step = (extent.hi - extent.lo) / bins;
  const sums = new Uint32Array(bins);
  for (const i of picked) {
    if (ends[i] <= extent.lo || starts[i] >= extent.hi) continue;
    const n = Math.min(
      bins - 1,
      Math.max(0, Math.floor((starts[i] / 2 + Math.min(ends[i], starts[i] + 366 * DAY) / 2 - extent.lo) / step)),
    );
    sums[n]++;
  }
  const unit = Math.min(8, tall / Math.max(1, ...sums)),
    rows = [];
  for (let n = 0; n < bins; n++)
    if (sums[n])
      rows.push({
        x: extent.lo + n * step,
        x2: extent.lo + (n + 0.86) * step,
        y: tall,
        y2: tall - sums[n] * unit,
        color: colors.heat[1],
      });
  const {ticks, above} = ticksOf(extent.lo, extent.hi, width, measure);
  const labels =
    above.length && above.length < 14
      ? above.map((t) => ({x: t.t, label: t.label, align: "left"}))
      : ticks.filter((t) => t.label).map((t) => ({x: t.t, label: t.label, align: "center"}));
  view.data("bins", rows);
  view.data(
    "ticks",
    labels.map((t) => ({...t, y: tall + 14, color: colors.muted, weight: "normal"})),
  );
  view.data("base", [{x: extent.lo, x2: extent.hi, y: tall, color: colors.strong}]);
  view.signal("lo", extent.lo).signal("hi", extent.hi).signal("tall", tall).width(width).height(tall).run();
}
