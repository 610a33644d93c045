// What is known about one event: the tooltip says it briefly, the panel with all its evidence.
const KIND_WORDS = {exact: "exact", period: "period", imprecise: "some time within", approximate: "approximate"};

function traits(i) {
  const {planned, disputed} = flags(i),
    kind = kinds[events.kind[i]],
    // EDTF marks with "?" a day that was inferred: a day on the line, but not one that the text gives in full.
    inferred = (evidence(i).edtf || "").includes("?"),
    words = [inferred && kind === "exact" ? "inferred" : KIND_WORDS[kind], ...(inferred && kind !== "exact" ? ["inferred"] : [])];
  if (events.open[i]) words.push(events.open[i] === 1 ? "no end told" : "no start told");
  if (planned) words.push("planned");
  if (disputed) words.push("disputed");
  return words;
}

function showTip(item, x, y) {
  const tip = $("tip");
  if (!item) {
    tip.hidden = true;
    return;
  }
  if (item.count) tip.replaceChildren(el("strong", {}, plural(item.count, "more event")), el("p", {}, "click to zoom in"));
  else {
    const told = evidence(item.i),
      first = told.sentences[0];
    tip.replaceChildren(
      el("p", {class: "when"}, `${events.when[item.i]} · ${traits(item.i).join(", ")}`),
      el("strong", {}, events.title[item.i]),
      ...(first
        ? [
            quote(first),
            el(
              "p",
              {class: "source"},
              [shortened(page.sources[first.source] || ""), first.published].filter(Boolean).join(", "),
              told.sentences.length > 1 ? ` and ${told.sentences.length - 1} more` : "",
            ),
            el("p", {class: "why"}, first.why || ""),
          ]
        : []),
    );
  }
  tip.hidden = false;
  const box = tip.getBoundingClientRect(),
    edge = document.documentElement.clientWidth;
  tip.style.left = `${Math.max(8, Math.min(x + 14, edge - box.width - 8)) + scrollX}px`;
  tip.style.top = `${(y + 18 + box.height > innerHeight && y - box.height - 12 > 0 ? y - box.height - 12 : y + 18) + scrollY}px`;
}

function fact(name, value) {
  return value ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null;
}

function showDetails(i, moves) {
  const panel = $("details");
  if (i === undefined) {
    panel.hidden = true;
    document.body.classList.remove("reading");
    return;
  }
  const told = evidence(i);
  const head = el(
    "header",
    {},
    el("p", {class: "when"}, events.when[i]),
    el("h2", {id: "details-title", tabindex: "-1"}, events.title[i]),
  );
  const close = el("button", {class: "close", type: "button", "aria-label": "Close the details", onclick: moves.close}, "×");
  const facts = el(
    "dl",
    {},
    fact("Date", traits(i).join(", ")),
    fact("Place", told.place),
    fact("Who", told.actors.join(", ")),
    fact("Told", told.modality),
    fact("Told by", `${plural(told.sentences.length, "sentence")}, ${plural(events.tellings[i], "independent wording")}`),
    fact("EDTF", told.edtf),
  );
  const conflicts = told.conflicts.length
    ? el(
        "section",
        {class: "conflicts"},
        el("h3", {}, "The sources disagree"),
        el("ul", {}, ...told.conflicts.map((c) => el("li", {}, c))),
      )
    : null;
  const sentences = el(
    "ol",
    {class: "evidence"},
    ...told.sentences.map((s) =>
      el(
        "li",
        {},
        quote(s),
        el(
          "p",
          {class: "source"},
          page.sources[s.source] ? sourceNode(page.sources[s.source]) : "source not told",
          s.published ? `, published ${s.published}` : "",
        ),
        s.why ? el("p", {class: "why"}, s.why) : null,
      ),
    ),
  );
  const steps = el(
    "footer",
    {},
    el("button", {type: "button", onclick: () => moves.step(-1)}, "← Earlier"),
    el("button", {type: "button", onclick: () => moves.step(1)}, "Later →"),
  );
  panel.replaceChildren(
    close,
    head,
    facts,
    ...(conflicts ? [conflicts] : []),
    el("h3", {}, "How do you know?"),
    sentences,
    steps,
  );
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("reading");
}
