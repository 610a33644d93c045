import {events, page} from "./data.js";
import {$, el, plural, tell, toClipboard} from "./dom.js";

// What a reader corrects: the page keeps it, and saves it as the table of corrections that `build_timeline` reads.
const ACTIONS = [
  ["change", "Change date, title or place"],
  ["check", "Mark as checked"],
  ["pin", "Pin: always among the most important"],
  ["drop", "Drop: no event, or not wanted"],
];
const DONE = {add: "Add", change: "Change", check: "Checked", pin: "Pinned", drop: "Dropped"};
// A year, a decade, a century, or an era: before AD 100 a year has fewer than three digits.
const YEAR_TOLD = /\d{3}|\d{2}XX|\d0s|century|\b(BCE?|AD|CE)\b|\b(B\. ?C|A\. ?D)\./i;
// `timeline.revision.CODE` has the same rule.
const LONG_YEAR = /(?<!Y-?\d*)\d{5}/;
const pending = [];
let kept = 0, // so many of them have been copied or saved
  signer = "";

// A cell of CSV. What a spreadsheet would run as a formula gets an apostrophe, which `read_corrections` takes off.
function csvCell(value) {
  const text = (value || "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'*[=+\-@]/, "'$&");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function correctionsText() {
  const line = (row) => page.corrections.map((name) => csvCell(row[name])).join(",");
  return [page.corrections.join(","), ...pending.map(({row}) => line(row))].join("\n") + "\n";
}

function keep(how) {
  kept = pending.length;
  tell(`${plural(pending.length, "correction")} ${how}`);
  paintPending();
}

async function copyCorrections() {
  await toClipboard(correctionsText());
  keep("copied");
}

function downloadCorrections() {
  const href = URL.createObjectURL(new Blob([correctionsText()], {type: "text/csv"}));
  el("a", {href, download: "corrections.csv"}).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
  keep("saved as corrections.csv");
}

// A correction that is noted twice is kept once: it replaces the one from the same form, or one with the same words.
function note(row, title, before) {
  const line = JSON.stringify(row);
  const at = pending.findIndex(
    (one) => (one === before && one.row.action === row.action) || JSON.stringify(one.row) === line,
  );
  if (at < 0) pending.push({row, title});
  else if (JSON.stringify(pending[at].row) !== line) {
    pending[at] = {row, title};
    kept = -1;
  }
  return pending[at < 0 ? pending.length - 1 : at];
}

// The correction that a form holds, or what is missing in it; without an event, one is added.
function corrected(form, i, known) {
  const said = (name) => form.elements[name].value.trim();
  const row = {note: said("note"), who: said("who")};
  if (i === undefined) row.action = "add";
  else {
    row.action = said("action");
    row.event_id = events.id[i];
    row.evidence = known.sentences
      .map((s) => s.key)
      .filter(Boolean)
      .join(" ");
  }
  if (row.action === "drop") return {row};
  if (i === undefined || said("title") !== events.title[i]) row.title = said("title");
  // A dash says that the place is wrong and that there is no better one.
  if (said("place") !== ((known && known.place) || "")) row.place = said("place") || "-";
  row.date = said("date");
  if ((row.date || row.action === "add") && !YEAR_TOLD.test(row.date))
    return {missing: "Write the date with its year, as in 2015-10-07.", field: "date"};
  if (LONG_YEAR.test(row.date))
    return {missing: "A year of more than four digits begins with Y; a day is written 2015-10-07.", field: "date"};
  if (row.action === "add" && !row.title) return {missing: "Give the event a title.", field: "title"};
  if (row.action === "change" && !row.title && !row.place && !row.date)
    return {missing: "Change the date, the title or the place first, or choose another action.", field: "date"};
  return {row};
}

export function correctionForm(i, known) {
  const field = (name, label, value, more = {}) =>
    el(
      "label",
      {class: `field ${name}`},
      el("span", {}, label),
      el("input", {name, value, autocomplete: "off", maxlength: 1000, ...more}),
    );
  const fault = el("p", {class: "fault", role: "alert"});
  let noted = null;
  const form = el(
    "form",
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        const found = corrected(form, i, known);
        fault.textContent = found.missing || "";
        if (found.missing) return form.elements[found.field].focus();
        signer = found.row.who;
        noted = note(found.row, i === undefined ? found.row.title : events.title[i], i === undefined ? null : noted);
        if (event.submitter && event.submitter.value === "copy") await copyCorrections();
        else tell("Correction noted");
        if (i === undefined) for (const name of ["note", "date", "title", "place"]) form.elements[name].value = "";
        paintPending();
      },
    },
    i !== undefined &&
      el(
        "label",
        {class: "field action"},
        el("span", {}, "What to do"),
        el(
          "select",
          {name: "action", onchange: (event) => form.classList.toggle("drop", event.target.value === "drop")},
          ...ACTIONS.map(([value, name]) => el("option", {value}, name)),
        ),
      ),
    field("date", i === undefined ? "Date" : `Date (now ${known.edtf || events.when[i]})`, "", {
      placeholder: "2015-10-07, 2015-10, 2014-01/2014-02, early May 2015",
    }),
    field("title", "Title", i === undefined ? "" : events.title[i]),
    field("place", "Place", (known && known.place) || ""),
    field("note", "Why", "", {placeholder: "what you know, and from where"}),
    field("who", "Who says so", signer, {placeholder: "name or initials"}),
    fault,
    i !== undefined &&
      el(
        "p",
        {class: "why"},
        "Two events that are one, or one that is two, are put right in a notebook: ",
        el("code", {}, `line.correct("merge", "${events.id[i]}", into=…)`),
        " or ",
        el("code", {}, `line.correct("split", "${events.id[i]}", article=…)`),
        ".",
      ),
    el(
      "div",
      {class: "row"},
      el("button", {type: "submit", value: "copy"}, "Copy as correction"),
      el("button", {type: "submit", value: "add"}, "Note it"),
    ),
  );
  return el(
    "details",
    {class: "correct"},
    el("summary", {}, i === undefined ? "Add an event that is missing" : "Correct this event"),
    form,
    el("div", {class: "waiting"}),
  );
}

function pendingButtons() {
  return el(
    "div",
    {class: "row"},
    el("button", {type: "button", onclick: copyCorrections}, "Copy as CSV"),
    el("button", {type: "button", class: "save-corrections", onclick: downloadCorrections}, "Save corrections.csv"),
  );
}

function sayCorrection({row, title}) {
  const parts = ["date", "title", "place"]
    .filter((name) => row[name] && (name !== "title" || row.action !== "add"))
    .map((name) => `${name}: ${row[name]}`);
  const changes = parts.length ? ` (${parts.join("; ")})` : "";
  return `${DONE[row.action]} “${title}”${changes}${row.note ? ` — ${row.note}` : ""}`;
}

// The corrections that wait: all of them below the chart, their number in the panel.
export function paintPending() {
  const waiting = $("details").querySelector(".waiting"),
    n = pending.length,
    words = `${plural(n, "correction")} noted${kept === n ? "" : ", not saved yet"}`;
  if (waiting) waiting.replaceChildren(...(n ? [el("p", {class: "why"}, words), pendingButtons()] : []));
  $("corrections").hidden = !n;
  $("corrections").replaceChildren(
    el("div", {class: "over"}, el("h2", {tabindex: "-1"}, words), pendingButtons()),
    el(
      "ol",
      {},
      ...pending.map((one, at) =>
        el(
          "li",
          {},
          sayCorrection(one),
          " ",
          el(
            "button",
            {
              type: "button",
              class: "link",
              "aria-label": `Remove: ${sayCorrection(one)}`,
              onclick: () => {
                pending.splice(at, 1);
                kept = -1;
                paintPending();
                if (pending.length) $("corrections").querySelector("h2").focus();
              },
            },
            "Remove",
          ),
        ),
      ),
    ),
    el(
      "p",
      {class: "why"},
      "They change nothing here: build the timeline again with this file (",
      el("code", {}, "--corrections corrections.csv"),
      ").",
    ),
  );
}

export function wireCorrections() {
  $("missing").append(correctionForm());
  addEventListener("beforeunload", (event) => {
    if (pending.length && kept !== pending.length) event.preventDefault();
  });
}
