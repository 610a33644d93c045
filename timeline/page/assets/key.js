import {page} from "./data.js";
import {$, el} from "./dom.js";

// The key tells the marks apart and hides or shows a kind.
export function paintKey(state, refilter) {
  $("key").replaceChildren(
    ...Object.entries(page.key).map(([kind, name]) =>
      el(
        "button",
        {
          type: "button",
          "aria-pressed": String(!state.hidden.has(kind)),
          "data-kind": kind,
          onclick: () => {
            if (state.hidden.has(kind)) state.hidden.delete(kind);
            else state.hidden.add(kind);
            refilter();
            $("key").querySelector(`[data-kind=${kind}]`).focus();
          },
        },
        el("i", {class: `glyph ${kind}`, "aria-hidden": "true"}),
        name,
      ),
    ),
    el(
      "span",
      {class: "size"},
      el("i", {class: "glyph small", "aria-hidden": "true"}),
      el("i", {class: "glyph exact", "aria-hidden": "true"}),
      "larger: told in more words of their own",
    ),
    el(
      "span",
      {class: "size", id: "key-small"},
      el("i", {class: "glyph tiny", "aria-hidden": "true"}),
      "small: no room for its title",
    ),
    el(
      "span",
      {class: "size", id: "key-heat"},
      el("i", {class: "glyph heat", "aria-hidden": "true"}),
      el("span", {}, "band: more events, darker where more", el("span", {class: "onscreen"}, "; click to zoom in")),
    ),
  );
  if (state.plan) paintCrowd(state.plan);
}

// What stands in for events without room is explained where it occurs.
export function paintCrowd({placed, heat}) {
  if (!$("key-heat")) return;
  $("key-small").hidden = !placed.some((p) => p.line !== undefined);
  $("key-heat").hidden = !heat.length;
}
