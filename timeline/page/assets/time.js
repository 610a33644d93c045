import {page} from "./data.js";

// Time is a number of milliseconds since 1970 in UTC, everywhere; only the functions here know a calendar.
const MINUTE = 6e4;
export const HOUR = 36e5;
export const DAY = 864e5;
const YEAR = 365.2425 * DAY;
export const MONTH_NAMES = page.months;
const WEEKDAY_NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
// What a JavaScript date can hold.
export const FIRST = -8.6e15;
export const LAST = 8.6e15;

export function utc(year, month = 0, day = 1) {
  return new Date(0).setUTCFullYear(year, month, day);
}

export function yearName(year) {
  return year <= 0 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year);
}

export function dayName(t) {
  const d = new Date(t);
  return `${d.getUTCDate()} ${MONTH_NAMES[d.getUTCMonth()]} ${yearName(d.getUTCFullYear())}`;
}

function clockName(t) {
  return new Date(t).toISOString().slice(-13, -8);
}

// A stretch of days in words, without saying a month or a year twice.
export function daysName(lo, hi) {
  const [from, to] = [new Date(lo), new Date(hi)],
    first = dayName(lo),
    last = dayName(hi);
  if (hi - lo > 20 * YEAR) return windowName(lo, hi);
  if (first === last) return last;
  if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${first} – ${last}`;
  const month = from.getUTCMonth() === to.getUTCMonth() ? "" : ` ${MONTH_NAMES[from.getUTCMonth()]}`;
  return `${from.getUTCDate()}${month} – ${last}`;
}

// The window in words: the narrower it is, the finer they are.
export function windowName(lo, hi) {
  const span = hi - lo;
  const name = (t) => {
    const d = new Date(t);
    if (span > 20 * YEAR) return yearName(d.getUTCFullYear());
    if (span > 2 * YEAR) return `${MONTH_NAMES[d.getUTCMonth()].slice(0, 3)} ${yearName(d.getUTCFullYear())}`;
    return span > 3 * DAY ? dayName(t) : `${dayName(t)}, ${clockName(t)}`;
  };
  const from = name(lo),
    to = name(hi);
  return from === to ? from : `${from} – ${to}`;
}

// Each step of the axis: its length, the room that its label needs, where it starts, its name, and the larger cell
// above it.
const monthCells = {
  floor: (t) => {
    const d = new Date(t);
    return utc(d.getUTCFullYear(), d.getUTCMonth());
  },
  next: (t) => {
    const d = new Date(t);
    return utc(d.getUTCFullYear(), d.getUTCMonth() + 1);
  },
  name: (t) => {
    const d = new Date(t);
    return `${MONTH_NAMES[d.getUTCMonth()]} ${yearName(d.getUTCFullYear())}`;
  },
};
const yearCells = {
  floor: (t) => utc(new Date(t).getUTCFullYear()),
  next: (t) => utc(new Date(t).getUTCFullYear() + 1),
  name: (t) => yearName(new Date(t).getUTCFullYear()),
};
const dayCells = {
  floor: (t) => Math.floor(t / DAY) * DAY,
  next: (t) => Math.floor(t / DAY) * DAY + DAY,
  name: (t) => `${WEEKDAY_NAMES[new Date(t).getUTCDay()]} ${dayName(t)}`,
};

function fixed(step, room, name, above, offset = 0) {
  return {
    step,
    room,
    name,
    above,
    floor: (t) => Math.floor((t - offset) / step) * step + offset,
    next: (t) => t + step,
  };
}

function months(n) {
  return {
    step: n * 30.44 * DAY,
    room: 44,
    above: yearCells,
    floor: (t) => {
      const d = new Date(t);
      return utc(d.getUTCFullYear(), Math.floor(d.getUTCMonth() / n) * n);
    },
    next: (t) => {
      const d = new Date(t);
      return utc(d.getUTCFullYear(), d.getUTCMonth() + n);
    },
    name: (t) => MONTH_NAMES[new Date(t).getUTCMonth()].slice(0, 3),
  };
}

// Years before Christ are counted back from the year 1, so that the labels are round on both sides: 200 BC, 100 BC,
// AD 1, AD 100.
function years(n) {
  const floor = (t) => {
    const year = new Date(t).getUTCFullYear();
    if (year > 0) return utc(n === 1 ? year : Math.max(1, Math.floor(year / n) * n));
    return utc(1 - Math.ceil((1 - year) / n) * n);
  };
  const next = (t) => {
    const year = new Date(t).getUTCFullYear();
    if (year === 1 && n > 1) return utc(n);
    return year <= 0 && year + n > 0 ? utc(1) : utc(year + n);
  };
  return {step: n * YEAR, room: 0, floor, next, name: (t) => yearName(new Date(t).getUTCFullYear()), above: null};
}

const STEPS = [
  ...[1, 5, 15, 30].map((n) => fixed(n * MINUTE, 50, clockName, dayCells)),
  ...[1, 3, 6, 12].map((n) => fixed(n * HOUR, 50, clockName, dayCells)),
  fixed(DAY, 52, (t) => `${WEEKDAY_NAMES[new Date(t).getUTCDay()]} ${new Date(t).getUTCDate()}`, monthCells),
  fixed(DAY, 26, (t) => String(new Date(t).getUTCDate()), monthCells),
  fixed(7 * DAY, 26, (t) => String(new Date(t).getUTCDate()), monthCells, 4 * DAY), // 1970-01-05 was a Monday
  months(1),
  months(3),
  months(6),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(years),
  ...[1, 2, 5, 10, 20, 50, 100, 200].map((n) => years(n * 1000)),
];

// The ticks of a window and, above them, the larger cells that they lie in. The name of a cell is in sight as long as
// the cell is.
export function ticksOf(lo, hi, width, measure) {
  const perPixel = (hi - lo) / width;
  const widest =
    Math.max(measure(yearName(new Date(lo).getUTCFullYear())), measure(yearName(new Date(hi).getUTCFullYear()))) + 16;
  const step = STEPS.find((s) => s.step / perPixel >= (s.room || widest)) || STEPS[STEPS.length - 1];
  const ticks = [],
    above = [];
  for (let t = step.floor(Math.max(lo, FIRST)); t <= Math.min(hi, LAST) && ticks.length < 400; t = step.next(t)) {
    const label = step.name(t),
      x = (t - lo) / perPixel,
      half = measure(label) / 2;
    if (x >= 0)
      ticks.push({
        t,
        label: x - half >= 0 && x + half <= width ? label : "",
        strong: Boolean(step.above) && t === step.above.floor(t),
      });
  }
  if (step.above) {
    for (let t = step.above.floor(lo); t < hi && above.length < 200; t = step.above.next(t)) {
      const from = Math.max(0, (t - lo) / perPixel),
        to = Math.min(width, (step.above.next(t) - lo) / perPixel);
      const label = step.above.name(t);
      if (measure(label) + 12 <= to - from) above.push({t: lo + (from + 4) * perPixel, label});
    }
  }
  return {ticks, above};
}
