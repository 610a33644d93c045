// The events as columns: the numbers that every frame needs are in typed arrays.
function block(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

export const page = block("page-data");
export const events = page.events;
export const count = events.id.length;
export const starts = Float64Array.from(events.start);
export const ends = Float64Array.from(events.end);
export const kinds = page.kinds;
export const lanesOffered = Object.keys(page.lanes);
export const shortOf = new Map(page.sources.map((source, n) => [source, page.short[n]]));
export const rankOf = new Uint32Array(count); // 1 for the event of most weight
export const byId = new Map(events.id.map((id, i) => [id, i]));
export const byScore = Uint32Array.from(events.id.keys()).sort((a, b) => events.score[b] - events.score[a] || a - b);

byScore.forEach((i, n) => {
  rankOf[i] = n + 1;
});

// A big pile opens with the events of most weight; the reader chooses how many.
export const TOPS = [20, 50, 100];
export const usualTop = count > 2 * TOPS[2] ? TOPS[2] : 0; // 0 is all

// Evidence is most of the page's bytes, and its first picture needs none: a block is parsed when one of its events is
// read.
const blocks = document.querySelectorAll("script.told"),
  read = new Array(blocks.length);
export function evidence(i) {
  const n = Math.floor(i / page.block);
  read[n] = read[n] || JSON.parse(blocks[n].textContent);
  return read[n][i % page.block];
}

// The flags of an event are the bits of a number; here they are by name, one object for each number.
const flagged = Array.from({length: 2 ** page.flags.length}, (_, bits) =>
  Object.fromEntries(page.flags.map((name, bit) => [name, ((bits >> bit) & 1) === 1])),
);
export function flags(i) {
  return flagged[events.flags[i]];
}

export function opens(i) {
  return page.opens[events.open[i]];
}

export function link(source) {
  return /^https?:\/\//i.test(source) ? source : null;
}
