import {ends, events, kinds, page, starts} from "./data.js";
import {$, el, plural} from "./dom.js";
import {DAY, dayName, MONTH_NAMES, utc, yearName} from "./time.js";

// A month a block, a day a cell: how many events each day has. What is known to some weeks only hatches its days, and
// what is vaguer still is counted beside its year: no day is theirs.
const calendarAt = {from: null};
const YEARS_SHOWN = 2,
  HATCHED = 92, // so many days long at most, a vague event hatches its days
  WEEKDAYS = ["M", "T", "W", "T", "F", "S", "S"];

export function showCalendar(rows, moves) {
  const days = new Map(),
    vague = new Set(),
    coarse = new Map(),
    spans = new Set();
  for (const i of rows) {
    const year = new Date(starts[i]).getUTCFullYear();
    spans.add(year);
    const long = ends[i] - starts[i],
      kind = kinds[events.kind[i]];
    if (kind === "imprecise" || kind === "approximate" || long > page.longest * DAY) {
      coarse.set(year, (coarse.get(year) || 0) + 1);
      if (long <= HATCHED * DAY)
        for (let t = Math.floor(starts[i] / DAY) * DAY; t < ends[i]; t += DAY) {
          vague.add(t);
          spans.add(new Date(t).getUTCFullYear());
        }
      continue;
    }
    for (let t = Math.floor(starts[i] / DAY) * DAY; t < Math.max(ends[i], starts[i] + 1); t += DAY) {
      spans.add(new Date(t).getUTCFullYear());
      const list = days.get(t);
      if (list) list.push(i);
      else days.set(t, [i]);
    }
  }
  const all = [...spans].sort((a, b) => a - b),
    node = $("calendar");
  if (!all.length) {
    node.replaceChildren(el("p", {class: "note"}, "No event to show."));
    return;
  }
  let from = all.indexOf(calendarAt.from);
  if (from < 0) from = busiest(all, days, coarse);
  let most = 1;
  for (const list of days.values()) most = Math.max(most, list.length);
  const turn = (n) => {
    calendarAt.from = all[n];
    showCalendar(rows, moves);
  };
  node.replaceChildren(
    el(
      "nav",
      {class: "over", "aria-label": "Years"},
      el(
        "button",
        {type: "button", disabled: from === 0, onclick: () => turn(Math.max(0, from - YEARS_SHOWN))},
        "← Earlier years",
      ),
      el("span", {class: "scale"}, "1 event ", ...[1, 2, 3, 4].map((n) => el("i", {class: `day d${n}`})), ` ${most}`, el("i", {class: "day vague"}), "some day in these weeks"),
      el(
        "button",
        {type: "button", disabled: from + YEARS_SHOWN >= all.length, onclick: () => turn(from + YEARS_SHOWN)},
        "Later years →",
      ),
    ),
    ...all.slice(from, from + YEARS_SHOWN).map((year) => yearBlock(year, {days, vague, most}, coarse.get(year) || 0, moves)),
  );
}

// The year with the most events that have a day; without any, the one with the most that have none.
function busiest(all, days, coarse) {
  const sums = days.size ? new Map() : new Map(coarse);
  for (const [t, list] of days) {
    const y = new Date(t).getUTCFullYear();
    sums.set(y, (sums.get(y) || 0) + list.length);
  }
  const best = all.reduce((a, b) => ((sums.get(b) || 0) > (sums.get(a) || 0) ? b : a));
  return all.indexOf(best);
}

function yearBlock(year, counted, coarse, moves) {
  const months = [];
  for (let month = 0; month < 12; month++) months.push(monthBlock(year, month, counted, moves));
  return el(
    "section",
    {class: "year", "aria-label": yearName(year)},
    el("h2", {}, yearName(year), coarse ? el("small", {}, ` and ${plural(coarse, "event")} without an exact day`) : null),
    el("div", {class: "months"}, ...months),
  );
}

function monthBlock(year, month, {days, vague, most}, moves) {
  const cells = [],
    first = utc(year, month),
    offset = (new Date(first).getUTCDay() + 6) % 7;
  for (let t = first; t < utc(year, month + 1); t += DAY) {
    const list = days.get(t),
      number = String(new Date(t).getUTCDate());
    const depth = list ? 1 + Math.floor(3.99 * Math.sqrt((list.length - 1) / most)) : 0;
    const said = list && `${dayName(t)}: ${plural(list.length, "event")}`;
    const cell = list
      ? el(
          "button",
          {type: "button", class: `day d${depth}`, "aria-label": said, title: said, onclick: () => moves.day(t)},
          number,
        )
      : el("span", {class: vague.has(t) ? "day vague" : "day"}, number);
    if (t === first) cell.style.gridColumnStart = offset + 1;
    cells.push(cell);
  }
  return el(
    "div",
    {class: "month"},
    el("h3", {}, MONTH_NAMES[month]),
    el(
      "div",
      {class: "days"},
      ...WEEKDAYS.map((name) => el("span", {class: "weekday", "aria-hidden": "true"}, name)),
      ...cells,
    ),
  );
}
