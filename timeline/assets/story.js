// One event after another, as a reader would be told them.
const story = {rows: [], at: 0};

function showStory(rows, state, moves) {
  story.rows = rows;
  const found = rows.indexOf(byId.get(state.event));
  story.at = Math.max(0, found >= 0 ? found : Math.min(story.at, rows.length - 1));
  const node = $("story"),
    i = rows[story.at];
  if (i === undefined) {
    node.replaceChildren(el("p", {class: "note"}, "No event to tell."));
    return;
  }
  const told = evidence(i),
    first = told.sentences[0],
    near = [];
  for (let n = Math.max(0, story.at - 3); n <= Math.min(rows.length - 1, story.at + 3); n++) near.push(n);
  const go = (n) => moves.tell(rows[n]);
  node.replaceChildren(
    el(
      "article",
      {class: "chapter", tabindex: "-1", id: "chapter"},
      el("p", {class: "when"}, events.when[i]),
      el("h2", {}, events.title[i]),
      el("p", {class: "traits"}, [told.place, told.actors.join(", "), traits(i).join(", ")].filter(Boolean).join(" · ")),
      ...(told.conflicts.length
        ? [
            el(
              "section",
              {class: "conflicts"},
              el("h3", {}, "The sources disagree"),
              el("ul", {}, ...told.conflicts.map((c) => el("li", {}, c))),
            ),
          ]
        : []),
      ...(first
        ? [
            el(
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
            ),
          ]
        : []),
    ),
    el(
      "nav",
      {class: "over", "aria-label": "Through the story"},
      el("button", {type: "button", id: "story-back", disabled: story.at === 0, onclick: () => go(story.at - 1)}, "← Earlier"),
      el("span", {role: "status"}, `${story.at + 1} of ${rows.length.toLocaleString("en")}`),
      el(
        "button",
        {type: "button", id: "story-on", disabled: story.at === rows.length - 1, onclick: () => go(story.at + 1)},
        "Later →",
      ),
    ),
    el(
      "ol",
      {class: "near", start: near[0] + 1},
      ...near.map((n) =>
        el(
          "li",
          {},
          el(
            "button",
            {type: "button", "aria-current": n === story.at ? "step" : null, onclick: () => go(n)},
            el("span", {class: "when"}, events.when[rows[n]]),
            el("span", {}, events.title[rows[n]]),
          ),
        ),
      ),
    ),
  );
}

function turnStory(by, moves) {
  const next = story.rows[story.at + by];
  if (next !== undefined) moves.tell(next);
}
