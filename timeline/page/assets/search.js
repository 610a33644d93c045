import {count, evidence, events, page} from "./data.js";

// The search: words that an event must hold, "words in quotation marks" in this very form, and -words it must not hold.
// An optional minus, then words in quotation marks of any kind or one word.
const QUOTES = '"\u201c-\u201f\u00ab\u00bb';
const TOKENS = new RegExp(`([-\u2212\u2013]?)(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|(\\S+))`, "g");
const LETTER = /[\p{L}\p{N}]/u;

// Texts and searches are compared in small letters, with one kind of space and of apostrophe.
function folded(text) {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\u2018\u2019\u02bc]/g, "'");
}

export function searched(q) {
  const wanted = [];
  for (const [, minus, phrase, end, word] of folded(q).matchAll(TOKENS)) {
    const sought = (word === undefined ? phrase : word).trim();
    if (/[^-\u2212\u2013]/.test(sought))
      wanted.push({sought, without: Boolean(minus), whole: word === undefined, closed: Boolean(end)});
  }
  return wanted;
}

// What stands in quotation marks begins and ends with a word; it is not ended before its second mark is typed.
function standsWhole(held, {sought, closed}) {
  const inWord = (at) => LETTER.test(held[at] || "");
  for (let at = held.indexOf(sought); at >= 0; at = held.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!(inWord(at) && inWord(at - 1)) && !(closed && inWord(end - 1) && inWord(end))) return true;
  }
  return false;
}

export function holds(i, one) {
  const held = text(i);
  return (one.whole ? standsWhole(held, one) : held.includes(one.sought)) !== one.without;
}

let haystack = null;
function text(i) {
  haystack = haystack || new Array(count);
  if (haystack[i] === undefined) {
    const known = evidence(i);
    const sentences = known.sentences.map((s) => `${page.sources[s.source] || ""} \0 ${s.text.join("")}`);
    haystack[i] = folded(
      [events.title[i], events.when[i], known.place || "", ...known.actors, ...sentences].join(" \0 "),
    );
  }
  return haystack[i];
}

// Where a search finds nothing: the search with each word that no event holds replaced by the nearest that one does.
export function nearTo(q) {
  const wanted = searched(q);
  let changed = false;
  const out = [];
  for (const one of wanted) {
    if (one.without) continue;
    if (any((i) => holds(i, one))) {
      out.push(one.whole ? `"${one.sought}"` : one.sought);
      continue;
    }
    const near = one.sought.split(" ").map((word) => nearest(word));
    if (near.includes(null)) return null;
    changed = true;
    out.push(one.whole ? `"${near.join(" ")}"` : near.join(" "));
  }
  return changed ? out.join(" ") : null;
}

function any(test) {
  for (let i = 0; i < count; i++) if (test(i)) return true;
  return false;
}

let vocabulary = null;
function nearest(word) {
  if (!vocabulary) {
    vocabulary = new Map();
    for (let i = 0; i < count; i++) {
      const known = evidence(i);
      for (const part of folded([events.title[i], known.place || "", ...known.actors].join(" ")).split(/[^\p{L}\p{N}]+/u))
        if (part.length > 2) vocabulary.set(part, (vocabulary.get(part) || 0) + 1);
    }
  }
  if (vocabulary.has(word)) return word;
  const most = word.length > 5 ? 2 : 1;
  let best = null,
    least = most + 1,
    often = 0;
  for (const [one, times] of vocabulary) {
    if (Math.abs(one.length - word.length) > most) continue;
    const far = distance(word, one, most);
    if (far < least || (far === least && far <= most && times > often)) [best, least, often] = [one, far, times];
  }
  return best;
}

// How many letters must be put in, taken out or changed to make one word of another; `most` + 1 where it is more.
function distance(a, b, most) {
  let row = Array.from({length: b.length + 1}, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length];
}
