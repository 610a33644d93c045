// The events as columns: numbers that every frame needs in typed arrays, text that only reading needs beside them.
function block(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const page = block("page-data");
const events = page.events;
const count = events.id.length;
const starts = Float64Array.from(events.start),
  ends = Float64Array.from(events.end);
const kinds = page.kinds,
  scores = Float64Array.from(events.score);
const shortOf = new Map(page.sources.map((source, n) => [source, page.short[n]]));
const byId = new Map(events.id.map((id, i) => [id, i]));
const byScore = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);

// Evidence is most of the page's bytes and none of its first picture: each block is parsed when one of its events is read.
const blocks = document.querySelectorAll("script.told"),
  read = new Array(blocks.length);
function evidence(i) {
  const n = Math.floor(i / page.block);
  read[n] = read[n] || JSON.parse(blocks[n].textContent);
  return read[n][i % page.block];
}

function flags(i) {
  const bits = events.flags[i];
  return {planned: (bits & 1) > 0, disputed: (bits & 2) > 0, inferred: (bits & 4) > 0, denied: (bits & 8) > 0};
}

function link(source) {
  return /^https?:\/\//i.test(source) ? source : null;
}
