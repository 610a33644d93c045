import {count, evidence, events, page} from "./data.js";

// The search: words that an event must hold, "words in quotation marks" as they stand there, and -words it must not hold.
const TOKENS =
  /([-\u2212\u2013]?)(?:["\u201c-\u201f\u00ab\u00bb]([^"\u201c-\u201f\u00ab\u00bb]*)(["\u201c-\u201f\u00ab\u00bb]?)|(\S+))/g;
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
function standsWhole(told, {sought, closed}) {
  const inWord = (at) => LETTER.test(told[at] || "");
  for (let at = told.indexOf(sought); at >= 0; at = told.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!(inWord(at) && inWord(at - 1)) && !(closed && inWord(end - 1) && inWord(end))) return true;
  }
  return false;
}

export function holds(i, one) {
  const told = text(i);
  return (one.whole ? standsWhole(told, one) : told.includes(one.sought)) !== one.without;
}

let haystack = null;
function text(i) {
  haystack = haystack || new Array(count);
  if (haystack[i] === undefined) {
    const told = evidence(i);
    const sentences = told.sentences.map((s) => `${page.sources[s.source] || ""} \0 ${s.text.join("")}`);
    haystack[i] = folded(
      [events.title[i], events.when[i], told.place || "", ...told.actors, ...sentences].join(" \0 "),
    );
  }
  return haystack[i];
}
