// Drag, pinch, wheel with a modifier: each only says how the window moves.
export function gestures(node, moves) {
  const fingers = new Map();
  let start = null,
    moved = false;
  const where = (event) => event.clientX - node.getBoundingClientRect().left - moves.left();
  const span = () => {
    const [a, b] = [...fingers.values()];
    return {middle: (a + b) / 2, apart: Math.max(10, Math.abs(a - b))};
  };

  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, where(event));
    start = {...moves.window(), x: where(event), y: event.clientY, two: fingers.size === 2 ? span() : null};
    moved = false;
  });
  node.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) {
      moves.hover(where(event), event);
      return;
    }
    fingers.set(event.pointerId, where(event));
    const perPixel = (start.hi - start.lo) / moves.width();
    if (fingers.size === 2 && start.two) {
      const now = span(),
        anchor = start.lo + start.two.middle * perPixel,
        scale = start.two.apart / now.apart;
      moved = true;
      moves.to(anchor - now.middle * perPixel * scale, anchor + (moves.width() - now.middle) * perPixel * scale);
      return;
    }
    const by = where(event) - start.x;
    if (!moved && Math.abs(by) < 4) return;
    if (!moved) {
      moved = true;
      node.setPointerCapture(event.pointerId);
      moves.hover(null);
    }
    moves.to(start.lo - by * perPixel, start.hi - by * perPixel);
  });
  const lift = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    if (moved) {
      if (!fingers.size) moves.settle();
    } else if (event.type === "pointerup") moves.click(where(event), event);
    if (fingers.size === 1) start = {...moves.window(), x: [...fingers.values()][0], two: null};
  };
  node.addEventListener("pointerup", lift);
  node.addEventListener("pointercancel", lift);
  node.addEventListener("pointerleave", () => moves.hover(null));
  // A plain wheel scrolls the page; with a modifier it zooms, sideways it pans.
  node.addEventListener(
    "wheel",
    (event) => {
      const {lo, hi} = moves.window(),
        perPixel = (hi - lo) / moves.width();
      const amount = (event.deltaY || event.deltaX) * (event.deltaMode === 1 ? 16 : 1);
      if (event.ctrlKey || event.shiftKey || event.metaKey) {
        event.preventDefault();
        moves.zoom(
          Math.exp(amount * (event.ctrlKey && Math.abs(amount) < 40 ? 0.01 : 0.0016)),
          lo + where(event) * perPixel,
        );
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        moves.to(lo + event.deltaX * perPixel, hi + event.deltaX * perPixel);
        moves.settleSoon();
      }
    },
    {passive: false},
  );
}

// The brush on the strip: its middle moves the window, its ends (sliders for the keyboard) resize it, and a drag
// elsewhere draws a new one.
export function brush(strip, moves) {
  let drag = null;
  const at = (event) => {
    const box = strip.getBoundingClientRect(),
      all = moves.extent();
    return all.lo + ((event.clientX - box.left) / box.width) * (all.hi - all.lo);
  };
  strip.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const part = event.target.dataset.part || "new",
      {lo, hi} = moves.window();
    drag = {part, t: at(event), lo, hi, moved: false};
    strip.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (event.target.focus && part !== "new") event.target.focus({preventScroll: true});
  });
  strip.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const t = at(event),
      by = t - drag.t;
    drag.moved = true;
    if (drag.part === "middle") moves.to(drag.lo + by, drag.hi + by);
    else if (drag.part === "from") moves.to(Math.min(t, drag.hi), Math.max(t, drag.hi));
    else if (drag.part === "until") moves.to(Math.min(t, drag.lo), Math.max(t, drag.lo));
    else moves.to(Math.min(t, drag.t), Math.max(t, drag.t));
  });
  const lift = (event) => {
    if (!drag) return;
    if (!drag.moved && drag.part === "new") {
      const half = (drag.hi - drag.lo) / 2,
        t = at(event);
      moves.to(t - half, t + half);
    }
    drag = null;
    moves.settle();
  };
  strip.addEventListener("pointerup", lift);
  strip.addEventListener("pointercancel", lift);
}
