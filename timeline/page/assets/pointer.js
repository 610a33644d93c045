import {page} from "./data.js";
import {$} from "./dom.js";
import {ROW} from "./pack.js";
import {showTip} from "./panel.js";
import {draw, moveTo, select, settle, settleSoon, zoom} from "./stage.js";
import {state} from "./state.js";

// What the pointer finds in the picture, and what a gesture on it does.
function itemAt(x, y) {
  const plan = state.plan;
  if (!plan) return null;
  return (
    plan.placed.find(
      (p) =>
        Math.abs(y - p.y) <= (ROW / 2) * (p.high || 1) &&
        x >= Math.min(p.box.left, p.mark.left) - 3 &&
        x <= Math.max(p.box.right, p.mark.right) + 3,
    ) ||
    plan.heat.find(
      (h) =>
        y >= h.top &&
        y <= h.bottom &&
        x >= (h.x - state.lo) / plan.view.perPixel &&
        x <= (h.x2 - state.lo) / plan.view.perPixel,
    ) ||
    null
  );
}

function inPlot(event) {
  return event.clientY - $("detail-view").getBoundingClientRect().top - page.detail.padding.top;
}

export const touch = {
  window: () => state,
  width: () => state.width,
  left: () => state.gutter,
  to: (lo, hi) => moveTo(lo, hi),
  settle,
  settleSoon,
  zoom,
  hover(x, event) {
    const item = event ? itemAt(x, inPlot(event)) : null,
      over = item && item.i !== undefined ? item.i : null;
    $("plot").classList.toggle("over-event", Boolean(item));
    showTip(item, event && event.clientX, event && event.clientY);
    if (over !== state.hover) {
      state.hover = over;
      draw(true);
    }
  },
  click(x, event) {
    const item = itemAt(x, inPlot(event));
    if (item && item.i !== undefined) select(item.i);
    else if (item) {
      const middle = (item.x + item.x2) / 2,
        half = (item.x2 - item.x) * 4;
      moveTo(middle - half, middle + half, true);
    } else if (state.event) select(undefined);
  },
};
