import {ends, evidence, events, rankOf, starts} from "./data.js";
import {$, el, plural, tell, toClipboard} from "./dom.js";
import {byHand, inOrder, placeOf} from "./evidence.js";
import {heaviest} from "./filters.js";
import {shownTop, state} from "./state.js";

// The linked table: all events in view, sortable, paged, copyable. Of a column with `down` the most comes first.
const PER_PAGE = 25;
const COLUMNS = [
  {name: "When", key: (i) => starts[i], cell: (i) => events.when[i]},
  {name: "Event", key: (i) => events.title[i], cell: (i) => events.title[i]},
  {name: "Place", key: (i) => place(i), cell: (i) => place(i)},
  {name: "Source", key: (i) => firstSource(i), cell: (i) => firstSource(i)},
  {name: "Articles", down: true, key: (i) => events.articles[i], cell: (i) => String(events.articles[i])},
  {name: "Weight", key: (i) => rankOf[i], cell: (i) => `#${rankOf[i]}`},
  {name: "How the date was found", key: (i) => why(i), cell: (i) => why(i)},
];
const sheet = {sort: 0, down: false, page: 0, rows: []};

function place(i) {
  return evidence(i).place || "";
}
// The sentence that carries the date of the event best: source and reason are of one and the same.
function first(i) {
  const all = inOrder(evidence(i)).filter((s) => !byHand(s));
  return all.find((s) => s.source >= 0) || all[0];
}
function firstSource(i) {
  const s = first(i);
  if (!s) return "";
  const {title, outlet} = placeOf(s);
  return title || outlet;
}
function why(i) {
  const s = first(i);
  return s ? s.why || "" : "";
}

function sortSheet() {
  const {key} = COLUMNS[sheet.sort],
    keys = new Map(sheet.rows.map((i) => [i, key(i)]));
  const order = (a, b) => (typeof a === "string" ? a.localeCompare(b, "en") : a - b);
  sheet.rows.sort((a, b) => order(keys.get(a), keys.get(b)) * (sheet.down ? -1 : 1) || a - b);
}

export function showTable(rows, open) {
  sheet.rows = rows.slice();
  sheet.page = 0;
  if (sheet.sort || sheet.down) sortSheet();
  paintTable(open);
}

function sortBy(n, open) {
  sheet.down = sheet.sort === n ? !sheet.down : Boolean(COLUMNS[n].down);
  sheet.sort = n;
  sheet.page = 0;
  sortSheet();
  paintTable(open);
  $("table").querySelectorAll("thead button")[n].focus();
}

export function turnPage(by, open) {
  sheet.page += by;
  paintTable(open);
}

const PRINTED = 20;

// `all` is for paper: the events of most weight, as many as the reader chose, and a head without buttons, for Chromium
// repeats no head that holds a control.
export function paintTable(open, all = false) {
  const pages = Math.max(1, Math.ceil(sheet.rows.length / PER_PAGE));
  sheet.page = Math.min(Math.max(0, sheet.page), pages - 1);
  const printed = all ? new Set(heaviest(sheet.rows.slice().sort((a, b) => a - b), shownTop(PRINTED))) : null;
  const shown = all ? sheet.rows.filter((i) => printed.has(i)) : sheet.rows.slice(sheet.page * PER_PAGE, (sheet.page + 1) * PER_PAGE);
  const sorted = (n) => (n === sheet.sort ? (sheet.down ? "descending" : "ascending") : "none");
  const head = el(
    "tr",
    {},
    ...COLUMNS.map((column, n) =>
      el(
        "th",
        {scope: "col", "aria-sort": sorted(n)},
        all ? el("span", {}, column.name) : el("button", {type: "button", onclick: () => sortBy(n, open)}, column.name),
      ),
    ),
  );
  const body = shown.map((i) =>
    el(
      "tr",
      {"data-id": events.id[i], onclick: (event) => openRow(event, i, open)},
      ...COLUMNS.map((column, n) =>
        el(
          n === 1 ? "th" : "td",
          n === 1 ? {scope: "row"} : {"data-name": column.name},
          n === 1
            ? el("button", {type: "button", class: "link", onclick: () => open(i)}, column.cell(i))
            : column.cell(i),
        ),
      ),
    ),
  );
  const rows = el("tbody");
  for (const row of body) rows.append(row); // spread as arguments, the rows of a long printed table overflow the stack
  $("table").replaceChildren(el("thead", {}, head), rows);
  const beyond =
    all && state.view === "timeline" ? sheet.rows.filter((i) => ends[i] <= state.lo || starts[i] > state.hi).length : 0;
  $("table-count").textContent =
    (all && shown.length < sheet.rows.length ? `The ${shown.length} of most weight among ` : "") +
    plural(sheet.rows.length, "event") + (beyond ? `, ${beyond} of them outside the picture` : " in view");
  $("pages").hidden = pages < 2;
  $("page-number").textContent = `Page ${sheet.page + 1} of ${pages}`;
  $("page-back").disabled = sheet.page === 0;
  $("page-on").disabled = sheet.page >= pages - 1;
}

// A click anywhere on the row opens its event, unless the reader selects text or follows a link.
function openRow(event, i, open) {
  if (!event.target.closest("button, a") && getSelection().isCollapsed) open(i);
}

// Tab-separated, so that a spreadsheet takes it as a table. A cell that it would run as a formula gets an apostrophe.
function sheetText() {
  const clean = (cell) => cell.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+\-@])/, "'");
  return [
    COLUMNS.map((c) => c.name).join("\t"),
    ...sheet.rows.map((i) => COLUMNS.map((c) => clean(c.cell(i))).join("\t")),
  ].join("\n");
}

export async function copyTable() {
  await toClipboard(sheetText());
  tell(`${plural(sheet.rows.length, "row")} copied`);
}
