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
