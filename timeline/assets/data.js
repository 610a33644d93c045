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

let haystack = null;
function text(i) {
  if (!haystack) {
    haystack = new Array(count);
    for (let n = 0; n < count; n++) {
      const told = evidence(n);
      haystack[n] = [
        events.title[n],
        events.when[n],
        told.place,
        ...told.actors,
        ...told.sentences.map((s) => `${page.sources[s.source] || ""} ${s.text.join("")}`),
      ]
        .join(" \n ")
        .toLowerCase();
    }
  }
  return haystack[i];
}

function flags(i) {
  return {planned: (events.flags[i] & 1) > 0, disputed: (events.flags[i] & 2) > 0};
}

// The events that the search and the filters leave, in order of time.
function chosen(state) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const source = state.source === "" ? -1 : page.sources.indexOf(state.source);
  const out = [];
  for (let i = 0; i < count; i++) {
    if (state.hidden.has(kinds[events.kind[i]])) continue;
    const flag = events.flags[i];
    if ((flag & 1 && state.hidden.has("planned")) || (flag & 2 && state.hidden.has("disputed"))) continue;
    if (source >= 0 && !events.sources[i].includes(source)) continue;
    if (words.length && !words.every((word) => text(i).includes(word))) continue;
    out.push(i);
  }
  return out;
}

function link(source) {
  return /^https?:\/\//i.test(source) ? source : null;
}
