// A year a block, a day a cell: how many events touch each day. Coarse dates are counted apart, for no day is theirs.
const calendarAt = {from: null};
const YEARS_SHOWN = 4;

function showCalendar(rows, moves) {
  const days = new Map(), coarse = new Map(), spans = new Set();
  for (const i of rows) {
    const year = new Date(starts[i]).getUTCFullYear();
    spans.add(year);
    if (kinds[events.kind[i]] === "imprecise" || ends[i] - starts[i] > 62 * DAY) { coarse.set(year, (coarse.get(year) || 0) + 1); continue; }
    for (let t = Math.floor(starts[i] / DAY) * DAY; t < Math.max(ends[i], starts[i] + 1); t += DAY) {
      spans.add(new Date(t).getUTCFullYear());
      const list = days.get(t);
      if (list) list.push(i); else days.set(t, [i]);
    }
  }
  const all = [...spans].sort((a, b) => a - b), node = $("calendar");
  if (!all.length) { node.replaceChildren(el("p", {class: "note"}, "No event to show.")); return; }
  let from = all.indexOf(calendarAt.from);
  if (from < 0) from = busiest(all, days, coarse);
  const most = Math.max(1, ...[...days.values()].map((list) => list.length));
  const turn = (n) => { calendarAt.from = all[n]; showCalendar(rows, moves); };
  node.replaceChildren(
    el("nav", {class: "over", "aria-label": "Years"},
      el("button", {type: "button", disabled: from === 0, onclick: () => turn(Math.max(0, from - YEARS_SHOWN))}, "← Earlier years"),
      el("span", {class: "scale"}, "1 event ", ...[1, 2, 3, 4].map((n) => el("i", {class: `day d${n}`})), ` ${most}`),
      el("button", {type: "button", disabled: from + YEARS_SHOWN >= all.length, onclick: () => turn(from + YEARS_SHOWN)}, "Later years →")),
    ...all.slice(from, from + YEARS_SHOWN).map((year) => yearBlock(year, days, coarse.get(year) || 0, most, moves)));
}

function busiest(all, days, coarse) {
  const sums = new Map(coarse);
  for (const [t, list] of days) { const y = new Date(t).getUTCFullYear(); sums.set(y, (sums.get(y) || 0) + list.length); }
  const best = all.reduce((a, b) => (sums.get(b) || 0) > (sums.get(a) || 0) ? b : a);
  return Math.min(Math.max(0, all.indexOf(best) - 1), Math.max(0, all.length - YEARS_SHOWN));
}

function yearBlock(year, days, coarse, most, moves) {
  const first = utc(year), cells = [], names = [];
  for (let t = first; t < utc(year + 1); t += DAY) {
    const d = new Date(t), week = Math.floor((t - first) / DAY + (new Date(first).getUTCDay() + 6) % 7) / 7 | 0, weekday = (d.getUTCDay() + 6) % 7;
    if (d.getUTCDate() === 1) names.push(el("span", {style: null, class: "month", "data-week": week}, MONTH_NAMES[d.getUTCMonth()].slice(0, 3)));
    const list = days.get(t) || [], depth = list.length ? 1 + Math.floor(3.99 * Math.sqrt((list.length - 1) / most)) : 0;
    const cell = list.length ? el("button", {type: "button", class: `day d${depth}`, "aria-label": `${dayName(t)}: ${plural(list.length, "event")}`, title: `${dayName(t)}: ${plural(list.length, "event")}`, onclick: () => moves.day(t)})
      : el("span", {class: "day"});
    cell.style.gridColumn = week + 1;
    cell.style.gridRow = weekday + 2;
    cells.push(cell);
  }
  for (const name of names) { name.style.gridColumn = `${+name.dataset.week + 1} / span 4`; name.style.gridRow = 1; }
  return el("section", {class: "year"}, el("h3", {}, yearName(year), coarse ? el("small", {}, ` and ${plural(coarse, "event")} without a day`) : null), el("div", {class: "days"}, ...names, ...cells));
}
