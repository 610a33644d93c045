import {count, events, page} from "./data.js";

// How wide text is, and how a label is cut to its room.
const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map();
let canvasFont = "";
export function measure(label, font = page.font) {
  const key = `${font}|${label}`;
  if (!widths.has(key)) {
    if (widths.size > 50000) widths.clear();
    if (canvasFont !== font) canvas.font = canvasFont = font;
    widths.set(key, canvas.measureText(label).width);
  }
  return widths.get(key);
}

// The label, cut at a word where it must be; null where the room is too small to say anything.
export function cut(label, room, font = page.font) {
  if (measure(label, font) <= room) return label;
  if (room < page.sizes.shortest) return null;
  const letters = [...label];
  let wide = measure("…", font),
    low = 0;
  while (low < letters.length && (wide += measure(letters[low], font)) <= room) low++;
  const whole = letters.slice(0, low).join(""),
    space = letters[low] === " " ? whole.length : whole.lastIndexOf(" ");
  return (space > whole.length * 0.6 ? whole.slice(0, space) : whole).replace(/[\s\p{P}]+$/u, "") + "…";
}

// An event that stands out has two lines: its date and articles, and below them its title in bold.
const leadLabelsOf = new Map();
export function leadLabels(i) {
  if (!leadLabelsOf.has(i)) {
    const articles = events.articles[i],
      told = articles > 1 ? `${events.when[i]} · ${articles} articles` : events.when[i],
      out = [];
    for (const room of page.sizes.labels) {
      const last = out[out.length - 1];
      if (last && last.wide <= room) continue;
      const label = cut(events.title[i], room, page.lead_font),
        over = cut(told, room) || events.when[i];
      if (label) out.push({label, over, wide: Math.max(measure(label, page.lead_font), measure(over))});
    }
    leadLabelsOf.set(i, out);
  }
  return leadLabelsOf.get(i);
}

// The labels of an event are measured once: measuring text is the slowest part of a frame.
const labelsOf = new Array(count);
export function labels(i) {
  if (!labelsOf[i]) {
    labelsOf[i] = [];
    for (const room of page.sizes.labels) {
      const last = labelsOf[i][labelsOf[i].length - 1];
      if (!last || last.wide > room) labelsOf[i].push(sized(cut(events.title[i], room)));
    }
  }
  return labelsOf[i];
}

function sized(label) {
  return {label, wide: measure(label)};
}
