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
