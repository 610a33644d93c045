// The key tells the marks apart and hides or shows a kind.
const KEY = [
  ["exact", "Exact day or time"],
  ["period", "Period"],
  ["imprecise", "Some time within"],
  ["approximate", "Approximate"],
  ["planned", "Planned"],
  ["disputed", "Disputed"],
];

function paintKey() {
  $("key").replaceChildren(
    ...KEY.filter(([kind]) => page.present.includes(kind)).map(([kind, name]) =>
      el(
        "button",
        {
          type: "button",
          "aria-pressed": !state.hidden.has(kind),
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
      "larger: told independently more often",
    ),
  );
}
