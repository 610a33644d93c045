// Made by `make assets` from the modules beside it, of which this is the sha256: ea7b778fdcc40b7b9f6ca0dea91ccd8e465f49dc87cb4cc5bbea170ffd77ec41
(() => {
  // data.js
  function block(id) {
    return JSON.parse(document.getElementById(id).textContent);
  }
  var page = block("page-data");
  var events = page.events;
  var count = events.id.length;
  var starts = Float64Array.from(events.start);
  var ends = Float64Array.from(events.end);
  var kinds = page.kinds;
  var lanesOffered = Object.keys(page.lanes);
  var shortOf = new Map(page.sources.map((source, n) => [source, page.short[n]]));
  var rankOf = new Uint32Array(count);
  var byId = new Map(events.id.map((id, i) => [id, i]));
  var byScore = Uint32Array.from(events.id.keys()).sort((a, b) => events.score[b] - events.score[a] || a - b);
  byScore.forEach((i, n) => {
    rankOf[i] = n + 1;
  });
  var TOPS = [20, 50, 100];
  var usualTop = count > 2 * TOPS[2] ? TOPS[2] : 0;
  var blocks = document.querySelectorAll("script.told");
  var read = new Array(blocks.length);
  function evidence(i) {
    const n = Math.floor(i / page.block);
    read[n] = read[n] || JSON.parse(blocks[n].textContent);
    return read[n][i % page.block];
  }
  var flagged = Array.from(
    { length: 2 ** page.flags.length },
    (_, bits) => Object.fromEntries(page.flags.map((name, bit) => [name, (bits >> bit & 1) === 1]))
  );
  function flags(i) {
    return flagged[events.flags[i]];
  }
  function opens(i) {
    return page.opens[events.open[i]];
  }
  function link(source) {
    return /^https?:\/\//i.test(source) ? source : null;
  }

  // dom.js
  function el(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== void 0) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== void 0 && child !== false));
    return node;
  }
  var $ = (id) => document.getElementById(id);
  function plural(n, one, many = one + "s") {
    return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  }
  function sourceNode(name, words = shortened(name)) {
    const href = link(name);
    return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, words) : el("span", {}, words);
  }
  function shortened(name) {
    const bare = shortOf.get(name) || name;
    return bare.length > 60 ? bare.slice(0, 57) + "…" : bare;
  }
  async function toClipboard(text2) {
    try {
      await navigator.clipboard.writeText(text2);
    } catch {
      const area = el("textarea", { class: "unseen", "aria-hidden": "true" }), was = document.activeElement;
      document.body.append(area);
      area.value = text2;
      area.select();
      document.execCommand("copy");
      area.remove();
      if (was) was.focus({ preventScroll: true });
    }
  }
  function tell(text2) {
    $("said").textContent = text2;
  }

  // search.js
  var QUOTES = '"“-‟«»';
  var TOKENS = new RegExp(`([-−–]?)(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|(\\S+))`, "g");
  var LETTER = /[\p{L}\p{N}]/u;
  function folded(text2) {
    return text2.toLowerCase().replace(/\s+/g, " ").replace(/[\u2018\u2019\u02bc]/g, "'");
  }
  function searched(q) {
    const wanted = [];
    for (const [, minus, phrase, end, word] of folded(q).matchAll(TOKENS)) {
      const sought = (word === void 0 ? phrase : word).trim();
      if (/[^-\u2212\u2013]/.test(sought))
        wanted.push({ sought, without: Boolean(minus), whole: word === void 0, closed: Boolean(end) });
    }
    return wanted;
  }
  function standsWhole(held, { sought, closed }) {
    const inWord = (at) => LETTER.test(held[at] || "");
    for (let at = held.indexOf(sought); at >= 0; at = held.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      if (!(inWord(at) && inWord(at - 1)) && !(closed && inWord(end - 1) && inWord(end))) return true;
    }
    return false;
  }
  function holds(i, one) {
    const held = text(i);
    return (one.whole ? standsWhole(held, one) : held.includes(one.sought)) !== one.without;
  }
  var haystack = null;
  function text(i) {
    haystack = haystack || new Array(count);
    if (haystack[i] === void 0) {
      const known = evidence(i);
      const sentences = known.sentences.map((s) => `${page.sources[s.source] || ""} \0 ${s.text.join("")}`);
      haystack[i] = folded(
        [events.title[i], events.when[i], known.place || "", ...known.actors, ...sentences].join(" \0 ")
      );
    }
    return haystack[i];
  }
  function nearTo(q) {
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
  var vocabulary = null;
  function nearest(word) {
    if (!vocabulary) {
      vocabulary = /* @__PURE__ */ new Map();
      for (let i = 0; i < count; i++) {
        const known = evidence(i);
        for (const part of folded([events.title[i], known.place || "", ...known.actors].join(" ")).split(/[^\p{L}\p{N}]+/u))
          if (part.length > 2) vocabulary.set(part, (vocabulary.get(part) || 0) + 1);
      }
    }
    if (vocabulary.has(word)) return word;
    const most = word.length > 5 ? 2 : 1;
    let best = null, least = most + 1, often = 0;
    for (const [one, times] of vocabulary) {
      if (Math.abs(one.length - word.length) > most) continue;
      const far = distance(word, one, most);
      if (far < least || far === least && far <= most && times > often) [best, least, often] = [one, far, times];
    }
    return best;
  }
  function distance(a, b, most) {
    let row = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[b.length];
  }

  // filters.js
  var WORDS = {
    told: {
      asserted: "A fact",
      reported: "A claim",
      planned: "A plan",
      denied: "Denied",
      conditional: "A possibility"
    },
    certainty: { certain: "Told in full", inferred: "Worked out", approximate: "About then" }
  };
  var facets = {};
  for (const key of ["place", "actor", "source", ...Object.keys(page.facets)]) {
    if (key === "source") facets.source = { name: "Source", labels: page.sources, of: events.sources };
    else if (page.facets[key]) facets[key] = page.facets[key];
  }
  function facetWord(key, label) {
    if (key === "source") return shortened(label);
    return WORDS[key] && WORDS[key][label] || label;
  }
  function facetParameter(key) {
    return ["place", "actor", "source", "told", "certainty"].includes(key) ? key : `only-${key}`;
  }
  function look(i) {
    const kind = kinds[events.kind[i]];
    return kind === "exact" && flags(i).inferred ? "inferred" : kind;
  }
  function chosen(state2) {
    const sought = searched(state2.q);
    const wanted = Object.entries(state2.filters).map(([key, label]) => [
      facets[key].of,
      facets[key].labels.indexOf(label)
    ]);
    const out = [];
    for (let i = 0; i < count; i++) {
      if (state2.hidden.size) {
        const flag = flags(i);
        if (state2.hidden.has(look(i)) || ["planned", "disputed", "denied"].some((name) => flag[name] && state2.hidden.has(name)))
          continue;
      }
      if (!wanted.every(([of, n]) => of[i].includes(n))) continue;
      if (!sought.every((one) => holds(i, one))) continue;
      out.push(i);
    }
    return out;
  }
  function heaviest(found, top) {
    if (!top || found.length <= top) return found;
    const wanted = new Uint8Array(count), out = [];
    for (const i of found) wanted[i] = 1;
    for (let n = 0; out.length < top; n++) if (wanted[byScore[n]]) out.push(byScore[n]);
    return out.sort((a, b) => a - b);
  }
  function filtering(state2) {
    return Object.keys(state2.filters).length;
  }
  var SHORT = 12;
  var ONCE = 30;
  function wireFilters(changed) {
    for (const [key, { name, labels: labels2, of }] of Object.entries(facets)) {
      const sums = new Uint32Array(labels2.length);
      for (const row of of) for (const n of row) sums[n]++;
      const offered = [...labels2.keys()].filter((n) => labels2.length <= ONCE || sums[n] > 1);
      offered.sort((a, b) => sums[b] - sums[a] || facetWord(key, labels2[a]).localeCompare(facetWord(key, labels2[b]), "en"));
      $("filters").append(
        el("label", {}, el("span", {}, name), ...(labels2.length > SHORT ? typed : menu)(key, offered, sums, changed))
      );
    }
    $("more").addEventListener("click", () => {
      const open2 = $("filters").classList.toggle("open");
      $("more").setAttribute("aria-expanded", open2);
    });
  }
  function menu(key, offered, sums, changed) {
    const { labels: labels2 } = facets[key];
    const options = offered.map(
      (n) => el("option", { value: labels2[n] }, `${facetWord(key, labels2[n])} (${sums[n].toLocaleString("en")})`)
    );
    const choose = (event) => changed(key, event.target.value);
    return [el("select", { "data-facet": key, onchange: choose }, el("option", { value: "" }, "All"), ...options)];
  }
  function typed(key, offered, sums, changed) {
    const { labels: labels2 } = facets[key], list = `list-${key}`;
    const choose = (event) => {
      const said = event.target.value.trim().toLowerCase(), words = labels2.map((label) => facetWord(key, label).toLowerCase());
      let n = words.indexOf(said);
      if (n < 0) n = offered.find((one) => words[one].includes(said)) ?? -1;
      changed(key, said && n >= 0 ? labels2[n] : "");
    };
    const options = offered.map(
      (n) => el("option", { value: facetWord(key, labels2[n]) }, plural(sums[n], "event"))
    );
    return [
      el("input", { "data-facet": key, list, type: "search", placeholder: `one of ${labels2.length}`, autocomplete: "off", onchange: choose }),
      el("datalist", { id: list }, ...options)
    ];
  }
  function paintFilters(state2) {
    for (const select2 of document.querySelectorAll("[data-facet]")) {
      const key = select2.dataset.facet, label = state2.filters[key];
      select2.value = label === void 0 ? "" : select2.matches("select") ? label : facetWord(key, label);
      select2.classList.toggle("on", Boolean(select2.value));
    }
    const n = filtering(state2);
    $("more").textContent = n ? `Filters (${n})` : "Filters";
    $("all").hidden = !n && !state2.q && !state2.hidden.size;
  }

  // time.js
  var MINUTE = 6e4;
  var HOUR = 36e5;
  var DAY = 864e5;
  var YEAR = 365.2425 * DAY;
  var MONTH_NAMES = page.months;
  var WEEKDAY_NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  var FIRST = -86e14;
  var LAST = 86e14;
  function utc(year, month = 0, day = 1) {
    return (/* @__PURE__ */ new Date(0)).setUTCFullYear(year, month, day);
  }
  function yearName(year) {
    return year <= 0 ? `${1 - year} BC` : year < 1e3 ? `AD ${year}` : String(year);
  }
  function dayName(t) {
    const d = new Date(t);
    return `${d.getUTCDate()} ${MONTH_NAMES[d.getUTCMonth()]} ${yearName(d.getUTCFullYear())}`;
  }
  function clockName(t) {
    return new Date(t).toISOString().slice(-13, -8);
  }
  function daysName(lo, hi) {
    const [from, to] = [new Date(lo), new Date(hi)], first2 = dayName(lo), last = dayName(hi);
    if (hi - lo > 20 * YEAR) return windowName(lo, hi);
    if (first2 === last) return last;
    if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${first2} – ${last}`;
    const month = from.getUTCMonth() === to.getUTCMonth() ? "" : ` ${MONTH_NAMES[from.getUTCMonth()]}`;
    return `${from.getUTCDate()}${month} – ${last}`;
  }
  function windowName(lo, hi) {
    const span = hi - lo;
    const name = (t) => {
      const d = new Date(t);
      if (span > 20 * YEAR) return yearName(d.getUTCFullYear());
      if (span > 2 * YEAR) return `${MONTH_NAMES[d.getUTCMonth()].slice(0, 3)} ${yearName(d.getUTCFullYear())}`;
      return span > 3 * DAY ? dayName(t) : `${dayName(t)}, ${clockName(t)}`;
    };
    const from = name(lo), to = name(hi);
    return from === to ? from : `${from} – ${to}`;
  }
  var monthCells = {
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
    }
  };
  var yearCells = {
    floor: (t) => utc(new Date(t).getUTCFullYear()),
    next: (t) => utc(new Date(t).getUTCFullYear() + 1),
    name: (t) => yearName(new Date(t).getUTCFullYear())
  };
  var dayCells = {
    floor: (t) => Math.floor(t / DAY) * DAY,
    next: (t) => Math.floor(t / DAY) * DAY + DAY,
    name: (t) => `${WEEKDAY_NAMES[new Date(t).getUTCDay()]} ${dayName(t)}`
  };
  function fixed(step, room, name, above, offset = 0) {
    return {
      step,
      room,
      name,
      above,
      floor: (t) => Math.floor((t - offset) / step) * step + offset,
      next: (t) => t + step
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
      name: (t) => MONTH_NAMES[new Date(t).getUTCMonth()].slice(0, 3)
    };
  }
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
    return { step: n * YEAR, room: 0, floor, next, name: (t) => yearName(new Date(t).getUTCFullYear()), above: null };
  }
  var STEPS = [
    ...[1, 5, 15, 30].map((n) => fixed(n * MINUTE, 50, clockName, dayCells)),
    ...[1, 3, 6, 12].map((n) => fixed(n * HOUR, 50, clockName, dayCells)),
    fixed(DAY, 52, (t) => `${WEEKDAY_NAMES[new Date(t).getUTCDay()]} ${new Date(t).getUTCDate()}`, monthCells),
    fixed(DAY, 26, (t) => String(new Date(t).getUTCDate()), monthCells),
    fixed(7 * DAY, 26, (t) => String(new Date(t).getUTCDate()), monthCells, 4 * DAY),
    // 1970-01-05 was a Monday
    months(1),
    months(3),
    months(6),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(years),
    ...[1, 2, 5, 10, 20, 50, 100, 200].map((n) => years(n * 1e3))
  ];
  function ticksOf(lo, hi, width, measure2) {
    const perPixel = (hi - lo) / width;
    const widest = Math.max(measure2(yearName(new Date(lo).getUTCFullYear())), measure2(yearName(new Date(hi).getUTCFullYear()))) + 16;
    const step = STEPS.find((s) => s.step / perPixel >= (s.room || widest)) || STEPS[STEPS.length - 1];
    const ticks = [], above = [];
    for (let t = step.floor(Math.max(lo, FIRST)); t <= Math.min(hi, LAST) && ticks.length < 400; t = step.next(t)) {
      const label = step.name(t), x = (t - lo) / perPixel, half = measure2(label) / 2;
      if (x >= 0)
        ticks.push({
          t,
          label: x - half >= 0 && x + half <= width ? label : "",
          strong: Boolean(step.above) && t === step.above.floor(t)
        });
    }
    if (step.above) {
      for (let t = step.above.floor(lo); t < hi && above.length < 200; t = step.above.next(t)) {
        const from = Math.max(0, (t - lo) / perPixel), to = Math.min(width, (step.above.next(t) - lo) / perPixel);
        const label = step.above.name(t);
        if (measure2(label) + 12 <= to - from) above.push({ t: lo + (from + 4) * perPixel, label });
      }
    }
    return { ticks, above };
  }

  // window.js
  var SHARE = 0.75;
  var home = { lo: page.home[0], hi: page.home[1] };
  var whole = allTime();
  function allTime() {
    let lo = Infinity, hi = -Infinity;
    for (let i = 0; i < count; i++) {
      lo = Math.min(lo, starts[i]);
      hi = Math.max(hi, ends[i]);
    }
    return count ? aired(lo, hi) : home;
  }
  function weightOf(i) {
    return kinds[events.kind[i]] === "exact" ? Math.max(events.score[i], 1e-3) : 0;
  }
  function aired(lo, hi) {
    const pad = Math.max((hi - lo) * 0.03, hi - lo < 3 * DAY ? 4 * DAY : DAY);
    return { lo: Math.max(FIRST, lo - pad), hi: Math.min(LAST, hi + pad) };
  }
  function clamp(lo, hi) {
    const all = Math.max(whole.hi - whole.lo, home.hi - home.lo), span = Math.min(Math.max(hi - lo, HOUR), all * 1.2);
    const middle = Math.min(Math.max((lo + hi) / 2, whole.lo - span * 0.1), whole.hi + span * 0.1);
    return [Math.max(FIRST, middle - span / 2), Math.min(LAST, middle + span / 2)];
  }
  function busiestWindow(picked) {
    const precise = picked.filter((i) => weightOf(i) > 0), rows = (precise.length > 1 ? precise : picked).slice().sort((a, b) => starts[a] - starts[b]);
    if (!rows.length) return [home.lo, home.hi];
    const weight = (i) => weightOf(i) || 1, wanted = SHARE * rows.reduce((sum, i) => sum + weight(i), 0) * (1 - 1e-9);
    let best = [starts[rows[0]], rows.reduce((t, i) => Math.max(t, ends[i]), -Infinity)], held = 0, first2 = 0;
    for (const i of rows) {
      held += weight(i);
      while (held - weight(rows[first2]) >= wanted) held -= weight(rows[first2++]);
      if (held >= wanted && ends[i] - starts[rows[first2]] < best[1] - best[0]) best = [starts[rows[first2]], ends[i]];
    }
    const { lo, hi } = aired(...best);
    return [lo, hi];
  }
  function aim(state2, selected) {
    const { lo, hi, picked } = state2, middle = (i) => (starts[i] + Math.min(ends[i], starts[i] + (hi - lo))) / 2, inside = (i) => middle(i) >= lo && middle(i) <= hi;
    if (selected !== void 0 && inside(selected)) return middle(selected);
    const seen = picked.filter(inside), precise = seen.filter((i) => weightOf(i) > 0), rows = (precise.length ? precise : seen).sort((a, b) => middle(a) - middle(b));
    const weight = (i) => weightOf(i) || 1;
    let half = rows.reduce((sum, i) => sum + weight(i), 0) / 2;
    for (const i of rows) if ((half -= weight(i)) <= 0) return middle(i);
    const centre = (lo + hi) / 2;
    let nearest2 = centre;
    for (const i of picked)
      if (nearest2 === centre || Math.abs(middle(i) - centre) < Math.abs(nearest2 - centre)) nearest2 = middle(i);
    return nearest2;
  }
  function untouched(state2) {
    return Math.abs(state2.lo - home.lo) < 1 && Math.abs(state2.hi - home.hi) < 1;
  }
  function paintFar(state2, moveTo2) {
    const far = [[], []];
    for (const i of state2.picked)
      if (ends[i] <= home.lo || starts[i] >= home.hi) far[ends[i] <= home.lo ? 0 : 1].push(i);
    const away = state2.hi <= home.lo || state2.lo >= home.hi || state2.hi - state2.lo > (home.hi - home.lo) * 4, button = (there, words) => el("button", { type: "button", onclick: () => moveTo2(there.lo, there.hi, true) }, words);
    const out = far.map((those) => those.filter((i) => ends[i] <= state2.lo || starts[i] >= state2.hi));
    $("far").replaceChildren(
      ...out.flatMap((those, side) => {
        if (!those.length) return [];
        const from = those.reduce((t, i) => Math.min(t, starts[i]), Infinity), until = those.reduce((t, i) => Math.max(t, ends[i]), from);
        const [first2, last] = [from, until - 1].map((t) => yearName(new Date(t).getUTCFullYear()));
        const years2 = first2 === last ? first2 : `${first2} – ${last}`;
        const [arrow, where, tail] = side ? ["", "later", " →"] : ["← ", "earlier", ""];
        const there = aired(from, until);
        const only = side ? { ...there, lo: Math.max(there.lo, home.hi) } : { ...there, hi: Math.min(there.hi, home.lo) };
        return button(only, `${arrow}${those.length.toLocaleString("en")} ${where} (${years2})${tail}`);
      }),
      ...away ? [button(home, `Back to ${daysName(home.lo, home.hi)}`)] : []
    );
  }
  function centred(i, state2) {
    const half = (state2.hi - state2.lo) / 2;
    const middle = (starts[i] + Math.min(ends[i], starts[i] + half)) / 2;
    return clamp(middle - half, middle + half);
  }

  // state.js
  var state = {
    lo: home.lo,
    hi: home.hi,
    extent: home,
    // the stretch of time that the strip shows
    q: "",
    filters: {},
    hidden: /* @__PURE__ */ new Set(),
    top: null,
    // so many of most weight are shown, 0 for all; null until the reader chooses
    found: [],
    // the events that the search and the filters leave, in order of time
    picked: [],
    // those of them that are shown: the `top` of most weight
    lane: page.lane,
    lifted: "",
    // the id of the event that stands before the others, for it had no row among them
    event: "",
    // the id of the selected event
    hover: null,
    // the index of the event under the pointer or the focus
    view: page.view,
    plan: null,
    // where everything stands: the last answer of `layout`
    width: 800,
    narrow: false,
    gutter: 0
  };
  function shownTop(usual = usualTop) {
    return state.top === null ? usual : state.top;
  }
  function lane() {
    return page.lanes[state.lane];
  }

  // address.js
  var VIEWS = ["timeline", "story", "calendar"];
  var SHORT2 = 3 * DAY;
  function stamp(t, letters) {
    const [day, clock] = new Date(t).toISOString().split("T");
    return letters ? `${day}T${clock.slice(0, letters - 1)}Z` : day;
  }
  function moment(text2, last) {
    const t = Date.parse(text2);
    return last && /^[+-]?\d+-\d\d-\d\d$/.test(text2 || "") ? t + DAY - 1 : t;
  }
  function remember() {
    const now = new URLSearchParams();
    if (!untouched(state)) {
      const parts = state.hi - state.lo > SHORT2 ? 0 : 6;
      now.set("from", stamp(state.lo, parts));
      now.set("to", stamp(state.hi, parts));
    }
    if (state.q) now.set("q", state.q);
    for (const [key, label] of Object.entries(state.filters)) now.set(facetParameter(key), label);
    if (state.hidden.size) now.set("hide", [...state.hidden].join(" "));
    if (state.top !== null) now.set("top", state.top || "all");
    if (state.lane !== page.lane) now.set("lane", state.lane);
    if (state.event) now.set("event", state.event);
    if (state.view !== page.view) now.set("view", state.view);
    const hash = now.toString();
    if (hash === location.hash.slice(1)) return;
    try {
      history.replaceState(null, "", hash ? `#${hash}` : "#");
    } catch {
    }
  }
  function recall() {
    const then = new URLSearchParams(location.hash.slice(1));
    const lo = moment(then.get("from")), hi = moment(then.get("to"), true);
    if (hi > lo) [state.lo, state.hi] = clamp(lo, hi);
    else [state.lo, state.hi] = [home.lo, home.hi];
    state.q = then.get("q") || "";
    state.filters = {};
    for (const key of Object.keys(facets)) {
      const label = then.get(facetParameter(key));
      if (facets[key].labels.includes(label)) state.filters[key] = label;
    }
    state.hidden = new Set((then.get("hide") || "").split(" ").filter((kind) => Object.hasOwn(page.key, kind)));
    const top = then.get("top");
    state.top = top === "all" ? 0 : TOPS.includes(Number(top)) ? Number(top) : null;
    state.lane = lanesOffered.includes(then.get("lane")) ? then.get("lane") : page.lane;
    state.event = byId.has(then.get("event")) ? then.get("event") : "";
    $("q").value = state.q;
    $("lane").value = state.lane;
    $("top").value = shownTop();
    return VIEWS.includes(then.get("view")) ? then.get("view") : page.view;
  }

  // evidence.js
  function quote(sentence) {
    const [before, said, after] = sentence.text;
    return el("blockquote", {}, before, said ? el("mark", {}, said) : null, after);
  }
  function byHand(sentence) {
    return Boolean(sentence.hand);
  }
  var LONG_TITLE = 90;
  function placeOf(s) {
    const source = page.sources[s.source], title = brief(page.titles[s.title]), outlet = s.outlet || (source ? shortened(source) : "");
    return { source, title, outlet, parts: [title ? outlet : s.outlet || "", s.published || ""].filter(Boolean) };
  }
  function brief(title) {
    return title && title.length > LONG_TITLE ? title.slice(0, title.lastIndexOf(" ", LONG_TITLE)) + "…" : title;
  }
  function sourceLine(s) {
    const { source, title, parts } = placeOf(s);
    if (!source && !title) return el("p", { class: "source" }, ["Source not told", ...parts].join(", "));
    const words = title || shortened(source);
    return el(
      "p",
      { class: "source" },
      link(source) ? sourceNode(source, title ? `“${title}”` : void 0) : title ? `“${words}”` : words,
      parts.length ? `, ${parts.join(", ")}` : ""
    );
  }
  function evidenceItem(s, also) {
    if (byHand(s))
      return el(
        "li",
        { class: "by-hand" },
        el("p", {}, s.text.join("")),
        el("p", { class: "source" }, page.sources[s.source]),
        s.why && s.why !== s.text.join("") ? el("p", { class: "why" }, s.why) : null
      );
    return el(
      "li",
      {},
      quote(s),
      sourceLine(s),
      also && also.length ? el("p", { class: "source" }, `The same words: ${also.map(briefly).join("; ")}`) : null,
      s.why ? el("p", { class: "why" }, s.why) : null
    );
  }
  function briefly(s) {
    const { title, outlet } = placeOf(s);
    return [outlet || title, s.published].filter(Boolean).join(", ") || "source not told";
  }
  function wordings(sentences) {
    const by = /* @__PURE__ */ new Map();
    for (const s of sentences) {
      const words = s.text.join("").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
      if (by.has(words)) by.get(words).also.push(s);
      else by.set(words, { s, also: [] });
    }
    return [...by.values()];
  }
  var BEST = 3;
  function inOrder(known) {
    return known.best.map((n) => known.sentences[n]);
  }
  function evidenceList(known) {
    if (!known.sentences.length) return [el("p", { class: "note" }, "No sentence is kept with this event.")];
    const all = inOrder(known), hand = all.filter(byHand), kept2 = wordings(all.filter((s) => !byHand(s) && !s.aside)), aside = wordings(all.filter((s) => !byHand(s) && s.aside));
    const list = (items) => el("ol", { class: "evidence" }, ...items.map(({ s, also }) => evidenceItem(s, also)));
    const rest = kept2.slice(BEST);
    return [
      hand.length ? el("ol", { class: "evidence" }, ...hand.map((s) => evidenceItem(s))) : null,
      kept2.length ? list(kept2.slice(0, BEST)) : null,
      rest.length ? folded2("more", `${rest.length.toLocaleString("en")} more`, () => grouped(rest, list)) : null,
      aside.length ? folded2("aside", `Of the same time: ${aside.length.toLocaleString("en")}`, () => [list(aside)]) : null
    ].filter(Boolean);
  }
  function folded2(name, words, make) {
    const node = el("details", { class: `folded ${name}` }, el("summary", {}, words));
    node.addEventListener("toggle", () => {
      if (node.open && node.children.length === 1) node.append(...make());
    });
    return node;
  }
  function grouped(items, list) {
    const by = /* @__PURE__ */ new Map();
    for (const item of items) {
      const words = briefly(item.s);
      if (by.has(words)) by.get(words).push(item);
      else by.set(words, [item]);
    }
    return [...by].sort(([a], [b]) => a.localeCompare(b, "en")).flatMap(([words, those]) => [el("h4", {}, words), list(those)]);
  }
  function conflictBox(known) {
    return known.conflicts.length ? el(
      "section",
      { class: "conflicts" },
      el("h3", {}, "The sources disagree"),
      el("ul", {}, el("li", {}, known.conflicts[0])),
      known.conflicts.length > 1 ? folded2("others", `${known.conflicts.length - 1} more`, () => [
        el("ul", {}, ...known.conflicts.slice(1).map((c) => el("li", {}, c)))
      ]) : null
    ) : null;
  }
  var KIND_WORDS = {
    exact: "exact",
    inferred: "worked out, not told in full",
    period: "from one day to another",
    imprecise: "some time in",
    approximate: "about then"
  };
  function certaintyWords(i) {
    const kind = look(i), words = [kind === "imprecise" ? `${KIND_WORDS[kind]} ${events.when[i]}` : KIND_WORDS[kind]];
    if (kind !== "inferred" && flags(i).inferred) words.push(KIND_WORDS.inferred);
    if (opens(i)) words.push(opens(i) === "after" ? "no end told" : "no start told");
    return words;
  }
  function traits(i) {
    const { planned, disputed, denied } = flags(i), words = certaintyWords(i);
    if (planned) words.push("planned");
    if (denied) words.push("denied");
    if (disputed) words.push("disputed");
    return words;
  }

  // table.js
  var PER_PAGE = 25;
  var COLUMNS = [
    { name: "When", key: (i) => starts[i], cell: (i) => events.when[i] },
    { name: "Event", key: (i) => events.title[i], cell: (i) => events.title[i] },
    { name: "Place", key: (i) => place(i), cell: (i) => place(i) },
    { name: "Source", key: (i) => firstSource(i), cell: (i) => firstSource(i) },
    { name: "Articles", down: true, key: (i) => events.articles[i], cell: (i) => String(events.articles[i]) },
    { name: "Weight", key: (i) => rankOf[i], cell: (i) => `#${rankOf[i]}` },
    { name: "How the date was found", key: (i) => why(i), cell: (i) => why(i) }
  ];
  var sheet = { sort: 0, down: false, page: 0, rows: [] };
  function place(i) {
    return evidence(i).place || "";
  }
  function first(i) {
    const all = inOrder(evidence(i)).filter((s) => !byHand(s));
    return all.find((s) => s.source >= 0) || all[0];
  }
  function firstSource(i) {
    const s = first(i);
    if (!s) return "";
    const { title, outlet } = placeOf(s);
    return title || outlet;
  }
  function why(i) {
    const s = first(i);
    return s ? s.why || "" : "";
  }
  function sortSheet() {
    const { key } = COLUMNS[sheet.sort], keys2 = new Map(sheet.rows.map((i) => [i, key(i)]));
    const order = (a, b) => typeof a === "string" ? a.localeCompare(b, "en") : a - b;
    sheet.rows.sort((a, b) => order(keys2.get(a), keys2.get(b)) * (sheet.down ? -1 : 1) || a - b);
  }
  function showTable(rows, open2) {
    sheet.rows = rows.slice();
    sheet.page = 0;
    if (sheet.sort || sheet.down) sortSheet();
    paintTable(open2);
  }
  function sortBy(n, open2) {
    sheet.down = sheet.sort === n ? !sheet.down : Boolean(COLUMNS[n].down);
    sheet.sort = n;
    sheet.page = 0;
    sortSheet();
    paintTable(open2);
    $("table").querySelectorAll("thead button")[n].focus();
  }
  function turnPage(by, open2) {
    sheet.page += by;
    paintTable(open2);
  }
  var PRINTED = 20;
  function paintTable(open2, all = false) {
    const pages = Math.max(1, Math.ceil(sheet.rows.length / PER_PAGE));
    sheet.page = Math.min(Math.max(0, sheet.page), pages - 1);
    const printed = all ? new Set(heaviest(sheet.rows.slice().sort((a, b) => a - b), shownTop(PRINTED))) : null;
    const shown = all ? sheet.rows.filter((i) => printed.has(i)) : sheet.rows.slice(sheet.page * PER_PAGE, (sheet.page + 1) * PER_PAGE);
    const sorted = (n) => n === sheet.sort ? sheet.down ? "descending" : "ascending" : "none";
    const head = el(
      "tr",
      {},
      ...COLUMNS.map(
        (column, n) => el(
          "th",
          { scope: "col", "aria-sort": sorted(n) },
          all ? el("span", {}, column.name) : el("button", { type: "button", onclick: () => sortBy(n, open2) }, column.name)
        )
      )
    );
    const body = shown.map(
      (i) => el(
        "tr",
        { "data-id": events.id[i], onclick: (event) => openRow(event, i, open2) },
        ...COLUMNS.map(
          (column, n) => el(
            n === 1 ? "th" : "td",
            n === 1 ? { scope: "row" } : { "data-name": column.name },
            n === 1 ? el("button", { type: "button", class: "link", onclick: () => open2(i) }, column.cell(i)) : column.cell(i)
          )
        )
      )
    );
    const rows = el("tbody");
    for (const row of body) rows.append(row);
    $("table").replaceChildren(el("thead", {}, head), rows);
    const beyond = all && state.view === "timeline" ? sheet.rows.filter((i) => ends[i] <= state.lo || starts[i] > state.hi).length : 0;
    $("table-count").textContent = (all && shown.length < sheet.rows.length ? `The ${shown.length} of most weight among ` : "") + plural(sheet.rows.length, "event") + (beyond ? `, ${beyond} of them outside the picture` : " in view");
    $("pages").hidden = pages < 2;
    $("page-number").textContent = `Page ${sheet.page + 1} of ${pages}`;
    $("page-back").disabled = sheet.page === 0;
    $("page-on").disabled = sheet.page >= pages - 1;
  }
  function openRow(event, i, open2) {
    if (!event.target.closest("button, a") && getSelection().isCollapsed) open2(i);
  }
  function sheetText() {
    const clean = (cell) => cell.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+\-@])/, "'");
    return [
      COLUMNS.map((c) => c.name).join("	"),
      ...sheet.rows.map((i) => COLUMNS.map((c) => clean(c.cell(i))).join("	"))
    ].join("\n");
  }
  async function copyTable() {
    await toClipboard(sheetText());
    tell(`${plural(sheet.rows.length, "row")} copied`);
  }

  // corrections.js
  var ACTIONS = [
    ["change", "Change date, title or place"],
    ["check", "Mark as checked"],
    ["pin", "Pin: always among the most important"],
    ["drop", "Drop: no event, or not wanted"]
  ];
  var DONE = { add: "Add", change: "Change", check: "Checked", pin: "Pinned", drop: "Dropped" };
  var YEAR_TOLD = /\d{3}|\d{2}XX|\d0s|century|\b(BCE?|AD|CE)\b|\b(B\. ?C|A\. ?D)\./i;
  var LONG_YEAR = /(?<!Y-?\d*)\d{5}/;
  var pending = [];
  var kept = 0;
  var signer = "";
  function csvCell(value) {
    const text2 = (value || "").replace(/\s+/g, " ").trim().replace(/^'*[=+\-@]/, "'$&");
    return /[",]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
  }
  function correctionsText() {
    const line = (row) => page.corrections.map((name) => csvCell(row[name])).join(",");
    return [page.corrections.join(","), ...pending.map(({ row }) => line(row))].join("\n") + "\n";
  }
  function keep(how) {
    kept = pending.length;
    tell(`${plural(pending.length, "correction")} ${how}`);
    paintPending();
  }
  async function copyCorrections() {
    await toClipboard(correctionsText());
    keep("copied");
  }
  function downloadCorrections() {
    const href = URL.createObjectURL(new Blob([correctionsText()], { type: "text/csv" }));
    el("a", { href, download: "corrections.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1e3);
    keep("saved as corrections.csv");
  }
  function note(row, title, before) {
    const line = JSON.stringify(row);
    const at = pending.findIndex(
      (one) => one === before && one.row.action === row.action || JSON.stringify(one.row) === line
    );
    if (at < 0) pending.push({ row, title });
    else if (JSON.stringify(pending[at].row) !== line) {
      pending[at] = { row, title };
      kept = -1;
    }
    return pending[at < 0 ? pending.length - 1 : at];
  }
  function corrected(form, i, known) {
    const said = (name) => form.elements[name].value.trim();
    const row = { note: said("note"), who: said("who") };
    if (i === void 0) row.action = "add";
    else {
      row.action = said("action");
      row.event_id = events.id[i];
      row.evidence = known.sentences.map((s) => s.key).filter(Boolean).join(" ");
    }
    if (row.action === "drop") return { row };
    if (i === void 0 || said("title") !== events.title[i]) row.title = said("title");
    if (said("place") !== (known && known.place || "")) row.place = said("place") || "-";
    row.date = said("date");
    if ((row.date || row.action === "add") && !YEAR_TOLD.test(row.date))
      return { missing: "Write the date with its year, as in 2015-10-07.", field: "date" };
    if (LONG_YEAR.test(row.date))
      return { missing: "A year of more than four digits begins with Y; a day is written 2015-10-07.", field: "date" };
    if (row.action === "add" && !row.title) return { missing: "Give the event a title.", field: "title" };
    if (row.action === "change" && !row.title && !row.place && !row.date)
      return { missing: "Change the date, the title or the place first, or choose another action.", field: "date" };
    return { row };
  }
  function correctionForm(i, known) {
    const field = (name, label, value, more = {}) => el(
      "label",
      { class: `field ${name}` },
      el("span", {}, label),
      el("input", { name, value, autocomplete: "off", maxlength: 1e3, ...more })
    );
    const fault = el("p", { class: "fault", role: "alert" });
    let noted = null;
    const form = el(
      "form",
      {
        novalidate: true,
        onsubmit: async (event) => {
          event.preventDefault();
          const found = corrected(form, i, known);
          fault.textContent = found.missing || "";
          if (found.missing) return form.elements[found.field].focus();
          signer = found.row.who;
          noted = note(found.row, i === void 0 ? found.row.title : events.title[i], i === void 0 ? null : noted);
          if (event.submitter && event.submitter.value === "copy") await copyCorrections();
          else tell("Correction noted");
          if (i === void 0) for (const name of ["note", "date", "title", "place"]) form.elements[name].value = "";
          paintPending();
        }
      },
      i !== void 0 && el(
        "label",
        { class: "field action" },
        el("span", {}, "What to do"),
        el(
          "select",
          { name: "action", onchange: (event) => form.classList.toggle("drop", event.target.value === "drop") },
          ...ACTIONS.map(([value, name]) => el("option", { value }, name))
        )
      ),
      field("date", i === void 0 ? "Date" : `Date (now ${known.edtf || events.when[i]})`, "", {
        placeholder: "2015-10-07, 2015-10, 2014-01/2014-02, early May 2015"
      }),
      field("title", "Title", i === void 0 ? "" : events.title[i]),
      field("place", "Place", known && known.place || ""),
      field("note", "Why", "", { placeholder: "what you know, and from where" }),
      field("who", "Who says so", signer, { placeholder: "name or initials" }),
      fault,
      i !== void 0 && el(
        "p",
        { class: "why" },
        "Two events that are one, or one that is two, are put right in a notebook: ",
        el("code", {}, `line.correct("merge", "${events.id[i]}", into=…)`),
        " or ",
        el("code", {}, `line.correct("split", "${events.id[i]}", article=…)`),
        "."
      ),
      el(
        "div",
        { class: "row" },
        el("button", { type: "submit", value: "copy" }, "Copy as correction"),
        el("button", { type: "submit", value: "add" }, "Note it")
      )
    );
    return el(
      "details",
      { class: "correct" },
      el("summary", {}, i === void 0 ? "Add an event that is missing" : "Correct this event"),
      form,
      el("div", { class: "waiting" })
    );
  }
  function pendingButtons() {
    return el(
      "div",
      { class: "row" },
      el("button", { type: "button", onclick: copyCorrections }, "Copy as CSV"),
      el("button", { type: "button", class: "save-corrections", onclick: downloadCorrections }, "Save corrections.csv")
    );
  }
  function sayCorrection({ row, title }) {
    const parts = ["date", "title", "place"].filter((name) => row[name] && (name !== "title" || row.action !== "add")).map((name) => `${name}: ${row[name]}`);
    const changes = parts.length ? ` (${parts.join("; ")})` : "";
    return `${DONE[row.action]} “${title}”${changes}${row.note ? ` — ${row.note}` : ""}`;
  }
  function paintPending() {
    const waiting = $("details").querySelector(".waiting"), n = pending.length, words = `${plural(n, "correction")} noted${kept === n ? "" : ", not saved yet"}`;
    if (waiting) waiting.replaceChildren(...n ? [el("p", { class: "why" }, words), pendingButtons()] : []);
    $("corrections").hidden = !n;
    $("corrections").replaceChildren(
      el("div", { class: "over" }, el("h2", { tabindex: "-1" }, words), pendingButtons()),
      el(
        "ol",
        {},
        ...pending.map(
          (one, at) => el(
            "li",
            {},
            sayCorrection(one),
            " ",
            el(
              "button",
              {
                type: "button",
                class: "link",
                "aria-label": `Remove: ${sayCorrection(one)}`,
                onclick: () => {
                  pending.splice(at, 1);
                  kept = -1;
                  paintPending();
                  if (pending.length) $("corrections").querySelector("h2").focus();
                }
              },
              "Remove"
            )
          )
        )
      ),
      el(
        "p",
        { class: "why" },
        "They change nothing here: build the timeline again with this file (",
        el("code", {}, "--corrections corrections.csv"),
        ")."
      )
    );
  }
  function wireCorrections() {
    $("missing").append(correctionForm());
    addEventListener("beforeunload", (event) => {
      if (pending.length && kept !== pending.length) event.preventDefault();
    });
  }

  // labels.js
  var canvas = document.createElement("canvas").getContext("2d");
  var widths = /* @__PURE__ */ new Map();
  var canvasFont = "";
  function measure(label, font = page.font) {
    const key = `${font}|${label}`;
    if (!widths.has(key)) {
      if (widths.size > 5e4) widths.clear();
      if (canvasFont !== font) canvas.font = canvasFont = font;
      widths.set(key, canvas.measureText(label).width);
    }
    return widths.get(key);
  }
  function cut(label, room, font = page.font) {
    if (measure(label, font) <= room) return label;
    if (room < page.sizes.shortest) return null;
    const letters = [...label];
    let wide = measure("…", font), low = 0;
    while (low < letters.length && (wide += measure(letters[low], font)) <= room) low++;
    const whole2 = letters.slice(0, low).join(""), space = letters[low] === " " ? whole2.length : whole2.lastIndexOf(" ");
    return (space > whole2.length * 0.6 ? whole2.slice(0, space) : whole2).replace(/[\s\p{P}]+$/u, "") + "…";
  }
  var leadLabelsOf = /* @__PURE__ */ new Map();
  function leadLabels(i) {
    if (!leadLabelsOf.has(i)) {
      const articles = events.articles[i], told3 = articles > 1 ? `${events.when[i]} · ${articles} articles` : events.when[i], out = [];
      for (const room of page.sizes.labels) {
        const last = out[out.length - 1];
        if (last && last.wide <= room) continue;
        const label = cut(events.title[i], room, page.lead_font), over = cut(told3, room) || events.when[i];
        if (label) out.push({ label, over, wide: Math.max(measure(label, page.lead_font), measure(over)) });
      }
      leadLabelsOf.set(i, out);
    }
    return leadLabelsOf.get(i);
  }
  var labelsOf = new Array(count);
  function labels(i) {
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
    return { label, wide: measure(label) };
  }

  // draw.js
  function dark() {
    return document.documentElement.dataset.theme === "dark";
  }
  function palette() {
    return page.colors[dark() ? "dark" : "light"];
  }
  function laneColor(lane2, n, { lanes, other }) {
    return lane2.plain[n] || lane2.labels.length > lanes.length + 2 ? other : lanes[n % lanes.length];
  }
  async function drawing(id, spec) {
    const refusing = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
    const made = await window.vegaEmbed(`#${id}`, spec, {
      mode: "vega",
      ast: true,
      renderer: "svg",
      actions: false,
      hover: false,
      tooltip: () => {
      },
      defaultStyle: false,
      loader: refusing
    });
    return made.view;
  }
  function refuse() {
    return Promise.reject(new Error("this page loads nothing"));
  }
  function drawDetail(view, state2, lane2, plan, ring) {
    const { perPixel, lo, width } = plan.view, colors = palette();
    const time = (x) => lo + x * perPixel;
    const full = plan.lanes.filter((l) => l.bottom > l.top), behind = plan.lanes.map((l) => full.indexOf(l) % 2 ? colors.paper : colors.band);
    const { ticks, above } = ticksOf(state2.lo, state2.hi, width, measure);
    if (!plan.moving) {
      view.data(
        "bands",
        full.map((l) => ({ y: l.top, y2: l.bottom, fill: behind[plan.lanes.indexOf(l)] }))
      );
      view.data(
        "lanes",
        full.filter((l) => l.name).map((l) => laneRow(l, plan.lanes.indexOf(l), lane2, state2, colors))
      );
    }
    view.data(
      "grid",
      ticks.map((t) => ({ x: t.t, y: 0, y2: plan.tall, color: t.strong ? colors.strong : colors.line }))
    );
    view.data("ticks", [
      ...ticks.filter((t) => t.label).map((t) => ({ x: t.t, y: -10, label: t.label, align: "center", color: colors.muted, weight: "normal" })),
      ...above.map((t) => ({ x: t.t, y: -29, label: t.label, align: "left", color: colors.ink, weight: "bold" }))
    ]);
    const most = Math.max(1, ...plan.heat.map((h) => h.count));
    view.data(
      "heat",
      plan.heat.map((h) => ({
        x: h.x,
        x2: h.x2,
        y: h.top,
        y2: h.bottom,
        color: laneColor(lane2, h.lane, colors),
        opacity: 0.16 + 0.74 * Math.sqrt(h.count / most)
      }))
    );
    view.data(
      "marks",
      plan.placed.map((p) => markRow(p, lane2, time, colors))
    );
    view.data(
      "labels",
      plan.placed.filter((p) => p.box.label).flatMap((p) => {
        const line = { x: time(p.box.at), halo: p.box.inside ? "transparent" : behind[p.lane], lead: false };
        if (!p.box.over) {
          const color = p.box.inside || ring.includes(p) ? colors.ink : colors.muted;
          return [{ ...line, y: p.y, label: p.box.label, color }];
        }
        return [
          { ...line, y: p.y - 9, label: p.box.over, color: p.box.inside ? colors.ink : colors.muted },
          { ...line, y: p.y + 9, label: p.box.label, color: colors.ink, lead: true }
        ];
      })
    );
    view.data(
      "ring",
      ring.map((p) => ({
        x: time(Math.max(p.mark.left, 0) - 3),
        x2: time(Math.min(p.mark.right, width) + 3),
        y: p.y - p.mark.h / 2 - 3,
        y2: p.y + p.mark.h / 2 + 3,
        color: colors.ink
      }))
    );
    view.signal("lo", state2.lo).signal("hi", state2.hi).signal("tall", plan.tall).width(width).height(plan.tall).run();
  }
  function markRow(p, lane2, time, colors) {
    const i = p.i;
    return {
      id: events.id[i],
      x: time(p.mark.left),
      x2: time(p.mark.right),
      y: p.y - p.mark.h / 2,
      y2: p.y + p.mark.h / 2,
      middle: p.y,
      kind: kinds[events.kind[i]],
      open: opens(i),
      ...flags(i),
      h: p.mark.h,
      inside: Boolean(p.box.inside),
      color: laneColor(lane2, p.lane, colors),
      ink: colors.ink
    };
  }
  function laneRow(l, n, lane2, state2, colors) {
    const color = laneColor(lane2, n, colors), bold = `bold ${page.font}`;
    if (state2.narrow) return { px: 6, y: l.top + 14, label: cut(l.name, 240, bold) || "", align: "left", color };
    return {
      px: -14,
      y: (l.top + l.bottom) / 2,
      label: cut(l.name, state2.gutter - 20, bold) || l.name,
      align: "right",
      color
    };
  }
  function drawStrip(view, picked, extent, width, tall) {
    const colors = palette();
    const bins = Math.max(20, Math.floor(width / 7)), step = (extent.hi - extent.lo) / bins;
    const sums = new Uint32Array(bins);
    for (const i of picked) {
      if (ends[i] <= extent.lo || starts[i] >= extent.hi) continue;
      const n = Math.min(
        bins - 1,
        Math.max(0, Math.floor((starts[i] / 2 + Math.min(ends[i], starts[i] + 366 * DAY) / 2 - extent.lo) / step))
      );
      sums[n]++;
    }
    const unit = Math.min(8, tall / Math.max(1, ...sums)), rows = [];
    for (let n = 0; n < bins; n++)
      if (sums[n])
        rows.push({
          x: extent.lo + n * step,
          x2: extent.lo + (n + 0.86) * step,
          y: tall,
          y2: tall - sums[n] * unit,
          color: colors.heat[1]
        });
    const { ticks, above } = ticksOf(extent.lo, extent.hi, width, measure);
    const labels2 = above.length && above.length < 14 ? above.map((t) => ({ x: t.t, label: t.label, align: "left" })) : ticks.filter((t) => t.label).map((t) => ({ x: t.t, label: t.label, align: "center" }));
    view.data("bins", rows);
    view.data(
      "ticks",
      labels2.map((t) => ({ ...t, y: tall + 14, color: colors.muted, weight: "normal" }))
    );
    view.data("base", [{ x: extent.lo, x2: extent.hi, y: tall, color: colors.strong }]);
    view.signal("lo", extent.lo).signal("hi", extent.hi).signal("tall", tall).width(width).height(tall).run();
  }

  // gestures.js
  function gestures(node, moves2) {
    const fingers = /* @__PURE__ */ new Map();
    let start2 = null, moved = false;
    const where = (event) => event.clientX - node.getBoundingClientRect().left - moves2.left();
    const span = () => {
      const [a, b] = [...fingers.values()];
      return { middle: (a + b) / 2, apart: Math.max(10, Math.abs(a - b)) };
    };
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      fingers.set(event.pointerId, where(event));
      start2 = { ...moves2.window(), x: where(event), y: event.clientY, two: fingers.size === 2 ? span() : null };
      moved = false;
    });
    node.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) {
        moves2.hover(where(event), event);
        return;
      }
      fingers.set(event.pointerId, where(event));
      const perPixel = (start2.hi - start2.lo) / moves2.width();
      if (fingers.size === 2 && start2.two) {
        const now = span(), anchor = start2.lo + start2.two.middle * perPixel, scale = start2.two.apart / now.apart;
        moved = true;
        moves2.to(anchor - now.middle * perPixel * scale, anchor + (moves2.width() - now.middle) * perPixel * scale);
        return;
      }
      const by = where(event) - start2.x;
      if (!moved && Math.abs(by) < 4) return;
      if (!moved) {
        moved = true;
        node.setPointerCapture(event.pointerId);
        moves2.hover(null);
      }
      moves2.to(start2.lo - by * perPixel, start2.hi - by * perPixel);
    });
    const lift = (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (moved) {
        if (!fingers.size) moves2.settle();
      } else if (event.type === "pointerup") moves2.click(where(event), event);
      if (fingers.size === 1) start2 = { ...moves2.window(), x: [...fingers.values()][0], two: null };
    };
    node.addEventListener("pointerup", lift);
    node.addEventListener("pointercancel", lift);
    node.addEventListener("pointerleave", () => moves2.hover(null));
    node.addEventListener(
      "wheel",
      (event) => {
        const { lo, hi } = moves2.window(), perPixel = (hi - lo) / moves2.width();
        const amount = (event.deltaY || event.deltaX) * (event.deltaMode === 1 ? 16 : 1);
        if (event.ctrlKey || event.shiftKey || event.metaKey) {
          event.preventDefault();
          moves2.zoom(
            Math.exp(amount * (event.ctrlKey && Math.abs(amount) < 40 ? 0.01 : 16e-4)),
            lo + where(event) * perPixel
          );
        } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
          event.preventDefault();
          moves2.to(lo + event.deltaX * perPixel, hi + event.deltaX * perPixel);
          moves2.settleSoon();
        }
      },
      { passive: false }
    );
  }
  function brush(strip, moves2) {
    let drag = null;
    const at = (event) => {
      const box = strip.getBoundingClientRect(), all = moves2.extent();
      return all.lo + (event.clientX - box.left) / box.width * (all.hi - all.lo);
    };
    strip.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const part = event.target.dataset.part || "new", { lo, hi } = moves2.window();
      drag = { part, t: at(event), lo, hi, moved: false };
      strip.setPointerCapture(event.pointerId);
      event.preventDefault();
      if (event.target.focus && part !== "new") event.target.focus({ preventScroll: true });
    });
    strip.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const t = at(event), by = t - drag.t;
      drag.moved = true;
      if (drag.part === "middle") moves2.to(drag.lo + by, drag.hi + by);
      else if (drag.part === "from") moves2.to(Math.min(t, drag.hi), Math.max(t, drag.hi));
      else if (drag.part === "until") moves2.to(Math.min(t, drag.lo), Math.max(t, drag.lo));
      else moves2.to(Math.min(t, drag.t), Math.max(t, drag.t));
    });
    const lift = (event) => {
      if (!drag) return;
      if (!drag.moved && drag.part === "new") {
        const half = (drag.hi - drag.lo) / 2, t = at(event);
        moves2.to(t - half, t + half);
      }
      drag = null;
      moves2.settle();
    };
    strip.addEventListener("pointerup", lift);
    strip.addEventListener("pointercancel", lift);
  }

  // panel.js
  function showTip(item, x, y) {
    const tip = $("tip");
    if (!item) {
      tip.hidden = true;
      return;
    }
    if (item.count)
      tip.replaceChildren(el("strong", {}, plural(item.count, "more event")), el("p", {}, "click to zoom in"));
    else {
      const known = evidence(item.i), first2 = inOrder(known).find((s) => !byHand(s));
      tip.replaceChildren(
        el("p", { class: "when" }, `${events.when[item.i]} · ${traits(item.i).join(", ")}`),
        el("strong", {}, events.title[item.i]),
        ...first2 ? [
          quote(first2),
          el(
            "p",
            { class: "source" },
            [placeOf(first2).title, ...placeOf(first2).parts].filter(Boolean).join(", "),
            known.sentences.length > 1 ? ` and ${known.sentences.length - 1} more` : ""
          ),
          el("p", { class: "why" }, first2.why || "")
        ] : []
      );
    }
    tip.hidden = false;
    const box = tip.getBoundingClientRect(), edge = document.documentElement.clientWidth;
    tip.style.left = `${Math.max(8, Math.min(x + 14, edge - box.width - 8)) + scrollX}px`;
    const above = y - box.height - 12;
    const below = y + 18;
    tip.style.top = `${(below + box.height > innerHeight && above > 0 ? above : below) + scrollY}px`;
  }
  function filterLink(key, label, moves2) {
    if (!facets[key] || !facets[key].labels.includes(label)) return el("span", {}, label);
    return el(
      "button",
      { type: "button", class: "link name", title: `Show only: ${label}`, onclick: () => moves2.only(key, label) },
      label
    );
  }
  function fact(name, value) {
    return value ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null;
  }
  function mentions(i, sentences) {
    const own = Math.min(events.tellings[i], sentences.length), words = `${plural(sentences.length, "sentence")} in ${plural(events.articles[i], "article")}`;
    return sentences.length > 1 ? `${words}, ${own === sentences.length ? "each" : own} in words of ${own === 1 ? "its" : "their"} own` : words;
  }
  function showDetails(i, moves2) {
    const panel = $("details");
    if (i === void 0) {
      panel.hidden = true;
      document.body.classList.remove("reading");
      return;
    }
    const known = evidence(i);
    const bar = el(
      "div",
      { class: "bar" },
      el("p", { class: "when" }, events.when[i]),
      el("button", { type: "button", "aria-label": "Earlier event", onclick: () => moves2.step(-1) }, "←"),
      el("button", { type: "button", "aria-label": "Later event", onclick: () => moves2.step(1) }, "→"),
      el("button", { class: "close", type: "button", "aria-label": "Close the details", onclick: moves2.close }, "×")
    );
    const only = (key, label) => filterLink(key, label, moves2);
    const sentences = known.sentences.filter((s) => !byHand(s) && !s.aside);
    const facts = el(
      "dl",
      {},
      fact("How sure", certaintyWords(i).join(", ")),
      fact("Place", known.place && only("place", known.place)),
      fact(
        "Who",
        known.actors.length ? el("span", { class: "names" }, ...known.actors.map((name) => only("actor", name))) : null
      ),
      fact("Reported as", known.modality && facetWord("told", known.modality).toLowerCase()),
      fact("Mentions", mentions(i, sentences)),
      fact("Weight", `number ${rankOf[i].toLocaleString("en")} of ${count.toLocaleString("en")}`),
      fact("EDTF", known.edtf)
    );
    panel.replaceChildren(
      bar,
      el("h2", { id: "details-title", tabindex: "-1" }, events.title[i]),
      facts,
      ...[conflictBox(known)].filter(Boolean),
      el("h3", {}, "How do you know?"),
      ...evidenceList(known),
      correctionForm(i, known)
    );
    paintPending();
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("reading");
  }

  // calendar.js
  var calendarAt = { from: null };
  var YEARS_SHOWN = 2;
  var HATCHED = 92;
  var WEEKDAYS = ["M", "T", "W", "T", "F", "S", "S"];
  function showCalendar(rows, moves2) {
    const days = /* @__PURE__ */ new Map(), vague = /* @__PURE__ */ new Set(), coarse = /* @__PURE__ */ new Map(), spans = /* @__PURE__ */ new Set();
    for (const i of rows) {
      const year = new Date(starts[i]).getUTCFullYear();
      spans.add(year);
      const long = ends[i] - starts[i], kind = kinds[events.kind[i]];
      if (kind === "imprecise" || kind === "approximate" || long > page.longest * DAY) {
        coarse.set(year, (coarse.get(year) || 0) + 1);
        if (long <= HATCHED * DAY)
          for (let t = Math.floor(starts[i] / DAY) * DAY; t < ends[i]; t += DAY) {
            vague.add(t);
            spans.add(new Date(t).getUTCFullYear());
          }
        continue;
      }
      for (let t = Math.floor(starts[i] / DAY) * DAY; t < Math.max(ends[i], starts[i] + 1); t += DAY) {
        spans.add(new Date(t).getUTCFullYear());
        const list = days.get(t);
        if (list) list.push(i);
        else days.set(t, [i]);
      }
    }
    const all = [...spans].sort((a, b) => a - b), node = $("calendar");
    if (!all.length) {
      node.replaceChildren(el("p", { class: "note" }, "No event to show."));
      return;
    }
    let from = all.indexOf(calendarAt.from);
    if (from < 0) from = busiest(all, days, coarse);
    let most = 1;
    for (const list of days.values()) most = Math.max(most, list.length);
    const turn = (n) => {
      calendarAt.from = all[n];
      showCalendar(rows, moves2);
    };
    node.replaceChildren(
      el(
        "nav",
        { class: "over", "aria-label": "Years" },
        el(
          "button",
          { type: "button", disabled: from === 0, onclick: () => turn(Math.max(0, from - YEARS_SHOWN)) },
          "← Earlier years"
        ),
        el("span", { class: "scale" }, "1 event ", ...[1, 2, 3, 4].map((n) => el("i", { class: `day d${n}` })), ` ${most}`, el("i", { class: "day vague" }), "some day in these weeks"),
        el(
          "button",
          { type: "button", disabled: from + YEARS_SHOWN >= all.length, onclick: () => turn(from + YEARS_SHOWN) },
          "Later years →"
        )
      ),
      ...all.slice(from, from + YEARS_SHOWN).map((year) => yearBlock(year, { days, vague, most }, coarse.get(year) || 0, moves2))
    );
  }
  function busiest(all, days, coarse) {
    const sums = days.size ? /* @__PURE__ */ new Map() : new Map(coarse);
    for (const [t, list] of days) {
      const y = new Date(t).getUTCFullYear();
      sums.set(y, (sums.get(y) || 0) + list.length);
    }
    const best = all.reduce((a, b) => (sums.get(b) || 0) > (sums.get(a) || 0) ? b : a);
    return all.indexOf(best);
  }
  function yearBlock(year, counted, coarse, moves2) {
    const months2 = [];
    for (let month = 0; month < 12; month++) months2.push(monthBlock(year, month, counted, moves2));
    return el(
      "section",
      { class: "year", "aria-label": yearName(year) },
      el("h2", {}, yearName(year), coarse ? el("small", {}, ` and ${plural(coarse, "event")} without an exact day`) : null),
      el("div", { class: "months" }, ...months2)
    );
  }
  function monthBlock(year, month, { days, vague, most }, moves2) {
    const cells = [], first2 = utc(year, month), offset = (new Date(first2).getUTCDay() + 6) % 7;
    for (let t = first2; t < utc(year, month + 1); t += DAY) {
      const list = days.get(t), number = String(new Date(t).getUTCDate());
      const depth = list ? 1 + Math.floor(3.99 * Math.sqrt((list.length - 1) / most)) : 0;
      const said = list && `${dayName(t)}: ${plural(list.length, "event")}`;
      const cell = list ? el(
        "button",
        { type: "button", class: `day d${depth}`, "aria-label": said, title: said, onclick: () => moves2.day(t) },
        number
      ) : el("span", { class: vague.has(t) ? "day vague" : "day" }, number);
      if (t === first2) cell.style.gridColumnStart = offset + 1;
      cells.push(cell);
    }
    return el(
      "div",
      { class: "month" },
      el("h3", {}, MONTH_NAMES[month]),
      el(
        "div",
        { class: "days" },
        ...WEEKDAYS.map((name) => el("span", { class: "weekday", "aria-hidden": "true" }, name)),
        ...cells
      )
    );
  }

  // key.js
  function paintKey(state2, refilter2) {
    $("key").replaceChildren(
      ...Object.entries(page.key).map(
        ([kind, name]) => el(
          "button",
          {
            type: "button",
            "aria-pressed": String(!state2.hidden.has(kind)),
            "data-kind": kind,
            onclick: () => {
              if (state2.hidden.has(kind)) state2.hidden.delete(kind);
              else state2.hidden.add(kind);
              refilter2();
              $("key").querySelector(`[data-kind=${kind}]`).focus();
            }
          },
          el("i", { class: `glyph ${kind}`, "aria-hidden": "true" }),
          name
        )
      ),
      el(
        "span",
        { class: "size" },
        el("i", { class: "glyph small", "aria-hidden": "true" }),
        el("i", { class: "glyph exact", "aria-hidden": "true" }),
        "larger: told in more words of their own"
      ),
      el(
        "span",
        { class: "size", id: "key-small" },
        el("i", { class: "glyph tiny", "aria-hidden": "true" }),
        "small: no room for its title"
      ),
      el(
        "span",
        { class: "size", id: "key-heat" },
        el("i", { class: "glyph heat", "aria-hidden": "true" }),
        el("span", {}, "band: more events, darker where more", el("span", { class: "onscreen" }, "; click to zoom in"))
      )
    );
    if (state2.plan) paintCrowd(state2.plan);
  }
  function paintCrowd({ placed, heat }) {
    if (!$("key-heat")) return;
    $("key-small").hidden = !placed.some((p) => p.line !== void 0);
    $("key-heat").hidden = !heat.length;
  }

  // list.js
  var listed = 0;
  var entry;
  function listEvents(picked) {
    const list = $("list"), run = ++listed;
    list.replaceChildren();
    let n = 0;
    const more = (idle) => {
      if (run !== listed) return;
      const items = [];
      do {
        for (const until = Math.min(picked.length, n + 25); n < until; n++) {
          const i = picked[n];
          items.push(
            el(
              "li",
              {},
              el(
                "button",
                { type: "button", tabindex: i === entry ? 0 : -1, "data-i": i },
                `${events.when[i]}: ${events.title[i]} (${traits(i).join(", ")})`
              )
            )
          );
        }
      } while (n < picked.length && (n < 300 || idle && idle.timeRemaining() > 6));
      list.append(...items);
      if (n < picked.length) whenIdle(more);
    };
    more();
  }
  var whenIdle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  function enterAt(i) {
    const list = $("list");
    entry = i;
    if (list.contains(document.activeElement)) return;
    for (const other of list.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
    const button = list.querySelector(i === void 0 ? "button" : `[data-i="${i}"]`);
    if (button) button.tabIndex = 0;
  }
  function focusEvent(i) {
    const button = i === void 0 ? null : $("list").querySelector(`[data-i="${i}"]`);
    if (button) button.focus({ preventScroll: true });
  }

  // pack.js
  var sizes = page.sizes;
  var ROW = sizes.row;
  var NARROW = 500;
  var LINE = 8;
  var LINES = 5;
  var SMALL = 6.5;
  var HEAT = 28;
  var LEAD_GROWTH = 5;
  var TWO = 44;
  var ENOUGH = 40;
  function height(i) {
    return Math.min(sizes.highest, sizes.lowest + sizes.growth * Math.log2(Math.max(1, events.tellings[i])));
  }
  function shape(i, view, small = false) {
    const h = small ? SMALL : height(i) + (view.leads.has(i) ? LEAD_GROWTH : 0);
    const least = small ? h : h * page.wide[kinds[events.kind[i]]];
    const start2 = (starts[i] - view.lo) / view.perPixel;
    const end = (ends[i] - view.lo) / view.perPixel;
    const air = Math.max(0, (least - (end - start2)) / 2);
    const left = start2 - air - (opens(i) === "before" ? sizes.fade : 0);
    const right = end + air + (opens(i) === "after" ? sizes.fade : 0);
    return { start: start2, end, left, right, h };
  }
  function* boxes(i, mark, view) {
    const from = Math.max(0, mark.left);
    const to = Math.min(view.width, mark.right);
    const lead = view.leads.has(i), tried = lead ? leadLabels(i) : labels(i);
    const gap = sizes.label_gap + (flags(i).disputed ? sizes.badge : 0);
    const soft = !lead && kinds[events.kind[i]] === "approximate" ? "≈ " : "";
    const start2 = Math.max(0, mark.start);
    const room = Math.min(view.width, mark.end) - start2 - sizes.slack - measure(soft);
    const long = tried.find(({ wide }) => wide <= room);
    const inside = long && { left: from, right: to, label: soft + long.label, over: long.over, at: start2 + sizes.inset, inside: true };
    if (long && long === tried[0]) yield inside;
    const right = (n) => to + gap + tried[n].wide <= view.width - sizes.edge && {
      left: from,
      right: to + gap + tried[n].wide,
      label: tried[n].label,
      over: tried[n].over,
      at: to + gap
    };
    const left = (n) => from - sizes.label_gap - tried[n].wide >= 0 && {
      left: from - sizes.label_gap - tried[n].wide,
      right: to,
      label: tried[n].label,
      over: tried[n].over,
      at: from - sizes.label_gap - tried[n].wide
    };
    for (let n = 0; n < tried.length; n++) {
      if (n && tried[n].wide < tried[0].wide * 0.6 && inside) yield inside;
      for (const box of [right(n), left(n)]) if (box) yield box;
    }
    if (inside) yield inside;
    yield { left: from, right: to, label: null, at: 0 };
  }
  function put(rows, box, most, wish, high = 1) {
    const free = (row) => row.every((taken) => box.right + sizes.gap <= taken.left || taken.right + sizes.gap <= box.left);
    const fits = (at) => {
      for (let n = at; n < at + high; n++) if (n < rows.length ? !free(rows[n]) : n >= most) return false;
      return true;
    };
    if (wish !== void 0 && rows[wish] && fits(wish)) return wish;
    for (let at = 0; at < Math.min(rows.length + 1, most); at++)
      if (fits(at)) {
        while (rows.length < at + high) rows.push([]);
        return at;
      }
    return -1;
  }
  function packLane(order, view, most, before) {
    const rows = [], placed = [], left = [];
    let missed = 0;
    for (const i of before ? standingFirst(order, before) : order) {
      if (missed > (before ? ENOUGH / 2 : ENOUGH)) {
        left.push(i);
        continue;
      }
      const mark = shape(i, view);
      if (mark.right < 1 || mark.left > view.width - 1) continue;
      if (before) while (rows.length < most) rows.push([]);
      const lead = view.leads.has(i), high = lead ? 2 : 1;
      let row = -1, box;
      for (box of boxes(i, mark, view)) {
        row = put(rows, box, most, before && before.get(i), high);
        if (row >= 0) break;
      }
      missed = row < 0 ? missed + 1 : 0;
      if (row < 0) {
        left.push(i);
        continue;
      }
      for (let n = row; n < row + high; n++) rows[n].push(box);
      if (box.inside) mark.h = lead ? TWO : sizes.inside;
      placed.push({ i, row, high, mark, box });
    }
    return { rows: rows.length, placed, left };
  }
  function standingFirst(order, before) {
    const standing = [], rest = [];
    for (const i of order) (before.has(i) ? standing : rest).push(i);
    for (const i of rest) standing.push(i);
    return standing;
  }
  function share(needs, budget2, least) {
    const given = needs.map((need, n) => Math.min(need, least[n]));
    let free = budget2 - given.reduce((a, b) => a + b, 0);
    for (let progress = true; free > 0 && progress; ) {
      progress = false;
      for (let n = 0; n < needs.length && free > 0; n++) {
        if (given[n] < needs[n]) {
          given[n]++;
          free--;
          progress = true;
        }
      }
    }
    return given;
  }
  function layout(state2, picked, lane2, width, budget2, before) {
    const view = { lo: state2.lo, perPixel: (state2.hi - state2.lo) / width, width, leads: /* @__PURE__ */ new Set() };
    const inLane = lane2.labels.map(() => []);
    const seen = new Uint8Array(count), reach = sizes.fade * view.perPixel, pad = sizes.highest * view.perPixel;
    let visible = 0;
    for (const i of picked) {
      const from = starts[i] - pad - (opens(i) === "before" ? reach : 0), to = ends[i] + pad + (opens(i) === "after" ? reach : 0);
      if (to > state2.lo && from < state2.hi) {
        seen[i] = 1;
        visible++;
      }
    }
    const leads = before ? before.view.leads : view.leads, most = width < NARROW ? Math.ceil(page.leads / 2) : page.leads;
    let last = -1;
    for (let n = 0; n < count; n++) {
      const i = byScore[n];
      if (!seen[i]) continue;
      if (!before && leads.size < most) leads.add(i);
      last = i;
      inLane[lane2.of[i]].push(i);
    }
    if (!before) {
      for (const i of [...leads]) if (events.score[i] <= events.score[last]) leads.delete(i);
    }
    view.leads = leads;
    const chosenIndex = byId.get(state2.lifted);
    if (chosenIndex !== void 0 && seen[chosenIndex]) {
      const order = inLane[lane2.of[chosenIndex]];
      order.unshift(order.splice(order.indexOf(chosenIndex), 1)[0]);
    }
    let given;
    if (before) given = before.lanes.map((l) => l.most);
    else {
      const tries = inLane.map((order) => packLane(order, view, budget2, null));
      const needs = tries.map((t) => t.rows + (t.left.length ? 1 : 0));
      const least = inLane.map((order) => order.some((i) => leads.has(i)) ? 2 : 1);
      given = share(needs, budget2, least);
    }
    const lanes = [], placed = [], heat = [];
    let top = 0;
    lane2.labels.forEach((name, n) => {
      if (!before && !inLane[n].length) {
        lanes.push({ name, top, bottom: top, most: 0, rows: 0, heat: 0 });
        return;
      }
      const standing = before ? before.rowsOf : null;
      const result = packLane(inLane[n], view, given[n], standing);
      const small = result.left.length ? crowd(result.left, view, before ? Math.floor((before.lanes[n].heat - 6) / LINE) : LINES) : null;
      const crowded = before ? before.lanes[n].heat : small ? Math.max(...small.map((item) => item.line)) * LINE + LINE + 6 : result.left.length ? HEAT : 0;
      const head = state2.narrow && name ? 18 : 0;
      const rows = before ? before.lanes[n].rows : result.rows;
      const y = top + sizes.lane_pad + head;
      for (const item of result.placed) placed.push({ ...item, lane: n, y: y + (item.row + item.high / 2) * ROW });
      const bottom = y + rows * ROW + crowded + sizes.lane_pad;
      if (crowded) {
        const at = y + rows * ROW + 3;
        if (small) for (const item of small) placed.push({ ...item, lane: n, y: at + LINE / 2 + item.line * LINE });
        else heat.push(...heatOf(result.left, view, n, at, at + Math.min(20, crowded - 6)));
      }
      lanes.push({ name, top, bottom, most: given[n], rows, heat: crowded });
      top = bottom;
    });
    return {
      view,
      lanes,
      placed,
      heat,
      visible,
      moving: Boolean(before),
      tall: top || 60,
      rowsOf: new Map(placed.filter((p) => p.row >= 0).map((p) => [p.i, p.row]))
    };
  }
  function crowd(left, view, most) {
    if (left.length > 120) return null;
    const lines = Array.from({ length: most }, () => []), out = [];
    for (const i of left) {
      const mark = shape(i, view, true), box = { left: mark.left, right: mark.right, label: null, at: 0 };
      const line = lines.findIndex(
        (taken) => taken.every((other) => box.right + 1.5 <= other.left || other.right + 1.5 <= box.left)
      );
      if (line < 0) return null;
      lines[line].push(box);
      out.push({ i, row: -1, line, mark, box });
    }
    return out;
  }
  function heatOf(left, view, lane2, top, bottom) {
    const cell = 2 ** Math.ceil(Math.log2(view.perPixel * 10)), first2 = Math.floor(view.lo / cell), edge = view.lo + view.width * view.perPixel;
    const counts = new Uint32Array(Math.ceil((edge - view.lo) / cell) + 2), out = [];
    for (const i of left) counts[Math.min(counts.length - 1, Math.max(0, Math.floor(starts[i] / cell) - first2))]++;
    for (let n = 0; n < counts.length; n++) {
      const x = Math.max((first2 + n) * cell, view.lo), x2 = Math.min((first2 + n + 1) * cell, edge);
      if (counts[n] && x2 > x) out.push({ lane: lane2, x, x2, top, bottom, count: counts[n] });
    }
    return out;
  }

  // story.js
  var LENGTH = 5;
  var CHAPTERS = 6;
  var SILENCE = 1.8;
  function phases(rows) {
    const gaps = [];
    let until = -Infinity;
    rows.forEach((i, n) => {
      if (n) gaps.push([Math.max(0, starts[i] - until), n]);
      until = Math.max(until, Math.min(ends[i], starts[i] + DAY));
    });
    const sorted = gaps.map(([gap]) => gap).sort((a, b) => a - b), middle = sorted[Math.floor(sorted.length / 2)] || 0, most = Math.min(CHAPTERS, Math.max(1, Math.round(rows.length / LENGTH))) - 1;
    const cuts = gaps.filter(([gap]) => gap > Math.max(middle * SILENCE, DAY / 2)).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, most).map(([, n]) => n);
    return [0, ...cuts.sort((a, b) => a - b)];
  }
  function told(i, moves2) {
    const known = evidence(i), first2 = inOrder(known).find((s) => !byHand(s));
    const where = first2 ? placeOf(first2) : null;
    const others = known.actors.filter((name) => name !== known.place);
    return el(
      "article",
      { class: "telling", "data-id": events.id[i] },
      el("p", { class: "when" }, events.when[i]),
      el("h3", {}, el("button", { type: "button", class: "link", onclick: () => moves2.read(i) }, events.title[i])),
      el(
        "p",
        { class: "traits" },
        [known.place, others.slice(0, 4).join(", "), plural(events.articles[i], "article"), traits(i).join(", ")].filter(Boolean).join(" · ")
      ),
      first2 ? quote(first2) : null,
      where ? el("p", { class: "source" }, [where.title || where.outlet, ...where.parts].filter((part, n, all) => part && all.indexOf(part) === n).join(", ")) : null,
      known.conflicts.length ? el("p", { class: "disagree" }, `The sources disagree: ${known.conflicts[0]}`) : null
    );
  }
  function showStory(rows, found, moves2) {
    const node = $("story");
    if (!rows.length) {
      node.replaceChildren(el("p", { class: "note" }, "No event to tell."));
      return;
    }
    const from = phases(rows), chapters = from.map((at, n) => rows.slice(at, from[n + 1]));
    const named = chapters.map((those) => {
      const last = those.reduce((t, i) => Math.max(t, ends[i]), -Infinity);
      return daysName(starts[those[0]], Math.max(starts[those[0]], last - 1));
    });
    node.replaceChildren(
      el(
        "p",
        { class: "note", role: "status" },
        rows.length < found ? `The ${rows.length} of most weight among ${plural(found, "event")}, in order of time. “Show” says how many.` : `${plural(found, "event")}, in order of time.`
      ),
      chapters.length > 1 ? el(
        "nav",
        { class: "chapters", "aria-label": "Chapters" },
        ...named.map(
          (name, n) => el("button", { type: "button", onclick: () => document.getElementById(`chapter-${n}`).scrollIntoView({ block: "start" }) }, name)
        )
      ) : ""
    );
    chapters.forEach(
      (those, n) => node.append(
        el(
          "section",
          { class: "chapter", "aria-labelledby": `chapter-${n}` },
          el("h2", { id: `chapter-${n}` }, named[n]),
          ...those.map((i) => told(i, moves2))
        )
      )
    );
  }

  // stage.js
  var views = {};
  var settling = 0;
  var PAPER = 690;
  var TITLE_LINE = 30;
  var LONG_STORY = 200;
  var SHORT_STORY = 12;
  var MONTH = 31 * DAY;
  function budget() {
    return Math.max(14, Math.min(40, Math.floor(innerHeight / ROW))) + page.leads;
  }
  function layoutOnPaper() {
    const title = document.querySelector("h1"), lines = Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight)) - 1, most = PAPER - lines * TITLE_LINE;
    let rows = 1, best = null;
    for (let step = 32; step >= 1; step /= 2) {
      const tried = layout(state, state.picked, lane(), state.width, rows + step);
      if (tried.tall <= most) {
        rows += step;
        best = tried;
      }
    }
    return best || layout(state, state.picked, lane(), state.width, rows);
  }
  var asked = null;
  function draw(before) {
    if (asked) {
      asked.before = asked.before && before;
      return;
    }
    asked = { before };
    requestAnimationFrame(() => {
      const { before: keep2 } = asked;
      asked = null;
      drawNow(keep2);
    });
  }
  function drawNow(before) {
    if (state.view !== "timeline") return;
    if (document.documentElement.dataset.print) state.plan = layoutOnPaper();
    else state.plan = layout(state, state.picked, lane(), state.width, budget(), before ? state.plan : null);
    const { plan, extent } = state;
    const marked = plan.placed.filter((p) => events.id[p.i] === state.event || p.i === state.hover);
    drawDetail(views.detail, state, lane(), plan, marked);
    const all = extent.hi - extent.lo, from = Math.max(0, (state.lo - extent.lo) / all), until = Math.min(1, (state.hi - extent.lo) / all);
    const box = $("brush");
    box.style.left = `${from * 100}%`;
    box.style.width = `${Math.max(0.4, (until - from) * 100)}%`;
    paintEmpty(plan.visible > 0);
    if (!before) paintCrowd(plan);
  }
  function paintEmpty(some) {
    $("empty").hidden = some;
    $("key").hidden = !some;
    $("sheet").classList.toggle("without", !state.found.length);
    if (some) return;
    const { found, picked, q } = state, sought = q ? ` “${q}”` : "";
    if (found.length) {
      $("empty-words").textContent = `${plural(found.length, "event")} found${q ? ` for${sought}` : ""}, none of them at this time. `;
      $("near").replaceChildren(
        el("button", { type: "button", class: "link", onclick: () => moveTo(...busiestWindow(picked), true) }, "Go there")
      );
      return;
    }
    $("empty-words").textContent = q ? `Nothing holds${sought}${Object.keys(state.filters).length ? " with these filters" : ""}. ` : "No event matches. ";
    const near = q ? nearTo(q) : null;
    $("near").replaceChildren(
      ...near ? ["Did you mean ", el("button", { type: "button", class: "link", onclick: () => searchFor(near) }, near), "?"] : []
    );
  }
  function searchFor(q) {
    state.q = $("q").value = q;
    refilter();
    goToHits();
  }
  function goToHits() {
    const { picked, q, lo, hi } = state;
    if (!q || !picked.length || state.view !== "timeline") return;
    const [from, to] = busiestWindow(picked), seen = picked.some((i) => ends[i] > lo && starts[i] < hi);
    if (!seen || to - from < (hi - lo) / 8 && picked.length > 1) moveTo(from, to, true);
  }
  function settleSoon() {
    clearTimeout(settling);
    settling = setTimeout(settle, 160);
  }
  function moveTo(lo, hi, rest) {
    [state.lo, state.hi] = clamp(lo, hi);
    if (rest) settle();
    else draw(true);
  }
  function zoom(factor, at = aim(state, byId.get(state.event))) {
    moveTo(at - (at - state.lo) * factor, at + (state.hi - at) * factor);
    settleSoon();
  }
  function settle() {
    clearTimeout(settling);
    stretchStrip();
    drawNow(false);
    paintFar(state, moveTo);
    $("window").textContent = windowName(state.lo, state.hi);
    const { picked, extent } = state;
    const inView = picked.filter((i) => ends[i] > state.lo && starts[i] < state.hi || starts[i] === state.hi);
    showTable(state.view === "timeline" ? inView : picked, select);
    enterAt(inView[0]);
    for (const [part, t] of [
      ["from", state.lo],
      ["until", state.hi]
    ]) {
      const handle = document.querySelector(`[data-part=${part}]`);
      handle.setAttribute("aria-valuemin", Math.round(extent.lo / DAY));
      handle.setAttribute("aria-valuemax", Math.round(extent.hi / DAY));
      handle.setAttribute("aria-valuenow", Math.round(Math.min(Math.max(t, extent.lo), extent.hi) / DAY));
      handle.setAttribute("aria-valuetext", dayName(t));
    }
    remember();
  }
  function stretchStrip() {
    const air = (home.hi - home.lo) * 0.2, shown = state.lo >= home.lo - air && state.hi <= home.hi + air ? home : whole;
    if (shown === state.extent) return;
    state.extent = shown;
    if (state.view === "timeline") paintStrip();
  }
  function paintStrip() {
    drawStrip(views.strip, state.picked, state.extent, $("strip").clientWidth, 46);
  }
  function told2() {
    if (state.top !== null) return heaviest(state.found, state.top || LONG_STORY);
    const core = state.found.filter((i) => starts[i] >= home.lo && ends[i] <= home.hi && ends[i] - starts[i] <= MONTH);
    return heaviest(core.length >= SHORT_STORY ? core : state.found, TOPS[0]);
  }
  function refilter() {
    state.found = chosen(state);
    const picked = state.picked = heaviest(state.found, shownTop());
    if (state.view === "timeline") paintStrip();
    listEvents(picked);
    settle();
    if (state.view === "story") showStory(told2(), state.found.length, moves);
    if (state.view === "calendar") showCalendar(picked, moves);
    paintHits();
    paintKey(state, refilter);
    paintFilters(state);
  }
  function paintHits() {
    const { found, picked } = state, hits = plural(found.length, "event");
    $("hits").textContent = picked.length < found.length ? `${hits}, top ${picked.length} shown` : hits;
    tell(`${hits} found`);
  }
  function select(i, quiet) {
    state.event = i === void 0 ? "" : events.id[i];
    showDetails(i, moves);
    showTip(null);
    const away = i !== void 0 && (ends[i] < state.lo || starts[i] > state.hi);
    if (away) [state.lo, state.hi] = centred(i, state);
    const stands = i === void 0 || state.plan && state.plan.placed.some((p) => p.i === i && p.row >= 0);
    if (!stands) state.lifted = state.event;
    if (away || !stands) settle();
    else {
      if (state.view === "timeline") drawNow(true);
      remember();
    }
    if (i !== void 0 && !quiet) $("details-title").focus({ preventScroll: true });
  }
  var moves = {
    close() {
      const id = state.event;
      select(void 0);
      focusEvent(byId.get(id));
    },
    step(by) {
      const rows = state.view === "story" ? told2() : state.picked, at = rows.indexOf(byId.get(state.event)), next = rows[at + by];
      if (next !== void 0) select(next);
    },
    read(i) {
      select(i);
    },
    only(key, label) {
      if (label) state.filters[key] = label;
      else delete state.filters[key];
      refilter();
    },
    day(t) {
      state.lo = t - 3 * DAY;
      state.hi = t + 4 * DAY;
      setView("timeline");
    }
  };
  function resize() {
    state.narrow = $("plot").clientWidth < 700;
    const names = lane().labels.filter(Boolean);
    state.gutter = state.narrow || !names.length ? 0 : Math.min(page.sizes.lane_name, Math.max(...names.map((name) => measure(name, `bold ${page.font}`)))) + 22;
    state.width = Math.max(200, $("plot").clientWidth - state.gutter);
    $("strip").style.marginLeft = `${state.gutter}px`;
    if (!views.detail) return;
    views.detail.padding({ ...page.detail.padding, left: state.gutter });
    if (state.view === "timeline") paintStrip();
    settle();
  }
  function setView(name) {
    state.view = document.body.dataset.view = name;
    for (const id of ["story", "calendar"]) $(id).hidden = name !== id;
    $("stage").hidden = name !== "timeline";
    $("sheet").hidden = name === "story";
    for (const button of document.querySelectorAll("button[data-view]"))
      button.setAttribute("aria-pressed", button.dataset.view === name);
    if (name === "timeline") resize();
    refilter();
  }
  async function drawFirst() {
    views.strip = await drawing("strip-view", page.strip);
    views.detail = await drawing("detail-view", page.detail);
  }

  // keyboard.js
  function listKeys(event) {
    const button = event.target.closest("[data-i]");
    if (!button) return;
    const item = button.parentElement, list = $("list");
    const to = {
      ArrowRight: item.nextElementSibling,
      ArrowDown: item.nextElementSibling,
      ArrowLeft: item.previousElementSibling,
      ArrowUp: item.previousElementSibling,
      Home: list.firstElementChild,
      End: list.lastElementChild
    }[event.key];
    if (to) {
      event.preventDefault();
      to.firstElementChild.focus({ preventScroll: true });
    }
  }
  function listFocus(event) {
    const button = event.target.closest("[data-i]");
    if (!button) return;
    for (const other of $("list").querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
    button.tabIndex = 0;
    state.hover = +button.dataset.i;
    $("plot").classList.toggle("focused", button.matches(":focus-visible"));
    if (ends[state.hover] < state.lo || starts[state.hover] > state.hi) {
      [state.lo, state.hi] = centred(state.hover, state);
      settleSoon();
    }
    drawNow(true);
    if (!state.plan.placed.some((p) => p.i === state.hover)) drawNow(false);
  }
  function keys(event) {
    if (event.target.matches("input, select, textarea") || event.altKey || event.metaKey || event.ctrlKey) return;
    const span = state.hi - state.lo;
    const does = {
      "+": () => zoom(0.6),
      "=": () => zoom(0.6),
      "-": () => zoom(1 / 0.6),
      0: () => moveTo(whole.lo, whole.hi, true),
      PageUp: () => {
        moveTo(state.lo - span * 0.8, state.hi - span * 0.8);
        settleSoon();
      },
      PageDown: () => {
        moveTo(state.lo + span * 0.8, state.hi + span * 0.8);
        settleSoon();
      }
    };
    const inPlot2 = event.target.closest("#stage");
    if (event.key === "Escape") showTip(null);
    if (event.key === "Escape" && state.event) moves.close();
    else if (inPlot2 && does[event.key]) {
      event.preventDefault();
      does[event.key]();
    }
  }

  // pointer.js
  function itemAt(x, y) {
    const plan = state.plan;
    if (!plan) return null;
    return plan.placed.find(
      (p) => Math.abs(y - p.y) <= ROW / 2 * (p.high || 1) && x >= Math.min(p.box.left, p.mark.left) - 3 && x <= Math.max(p.box.right, p.mark.right) + 3
    ) || plan.heat.find(
      (h) => y >= h.top && y <= h.bottom && x >= (h.x - state.lo) / plan.view.perPixel && x <= (h.x2 - state.lo) / plan.view.perPixel
    ) || null;
  }
  function inPlot(event) {
    return event.clientY - $("detail-view").getBoundingClientRect().top - page.detail.padding.top;
  }
  var touch = {
    window: () => state,
    width: () => state.width,
    left: () => state.gutter,
    to: (lo, hi) => moveTo(lo, hi),
    settle,
    settleSoon,
    zoom,
    hover(x, event) {
      const item = event ? itemAt(x, inPlot(event)) : null, over = item && item.i !== void 0 ? item.i : null;
      $("plot").classList.toggle("over-event", Boolean(item));
      showTip(item, event && event.clientX, event && event.clientY);
      if (over !== state.hover) {
        state.hover = over;
        draw(true);
      }
    },
    click(x, event) {
      const item = itemAt(x, inPlot(event));
      if (item && item.i !== void 0) select(item.i);
      else if (item) {
        const middle = (item.x + item.x2) / 2, half = (item.x2 - item.x) * 4;
        moveTo(middle - half, middle + half, true);
      } else if (state.event) select(void 0);
    }
  };

  // controls.js
  function wireTools() {
    $("lane").append(...lanesOffered.map((name) => el("option", { value: name }, page.lanes[name].name)));
    $("top").append(
      ...TOPS.filter((n) => n < count).map((n) => el("option", { value: n }, `top ${n}`)),
      el("option", { value: 0 }, `all ${count.toLocaleString("en")}`)
    );
    $("top").value = usualTop;
    $("top").addEventListener("change", () => {
      state.top = Number($("top").value);
      refilter();
    });
    wireFilters((key, label) => moves.only(key, label));
    let typing = 0;
    $("q").addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        state.q = $("q").value;
        refilter();
        goToHits();
      }, 120);
    });
    $("lane").addEventListener("change", () => {
      state.lane = $("lane").value;
      resize();
      refilter();
    });
    $("tools").addEventListener("submit", (event) => event.preventDefault());
    for (const id of ["clear", "all"])
      $(id).addEventListener("click", () => {
        showAll();
        $("q").focus();
      });
    $("copy").addEventListener("click", copyTable);
    $("page-back").addEventListener("click", () => turnPage(-1, select));
    $("page-on").addEventListener("click", () => turnPage(1, select));
    for (const button of document.querySelectorAll("button[data-view]"))
      button.addEventListener("click", () => setView(button.dataset.view));
  }
  function showAll() {
    state.q = $("q").value = "";
    state.filters = {};
    state.hidden.clear();
    [state.lo, state.hi] = [home.lo, home.hi];
    refilter();
  }
  function wireWindow() {
    const step = () => (state.hi - state.lo) * 0.4;
    const buttons = {
      back: () => moveTo(state.lo - step(), state.hi - step(), true),
      on: () => moveTo(state.lo + step(), state.hi + step(), true),
      in: () => zoom(0.6),
      out: () => zoom(1 / 0.6),
      fit: () => moveTo(whole.lo, whole.hi, true),
      busy: () => moveTo(...busiestWindow(state.picked), true)
    };
    for (const button of document.querySelectorAll("[data-move]"))
      button.addEventListener("click", () => buttons[button.dataset.move]());
    gestures($("detail-view"), touch);
    brush($("strip"), { extent: () => state.extent, window: () => state, to: (lo, hi) => moveTo(lo, hi), settle });
    for (const handle of document.querySelectorAll(".handle"))
      handle.addEventListener("keydown", (event) => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key] * (state.extent.hi - state.extent.lo) / 100;
        if (!by) return;
        event.preventDefault();
        if (handle.dataset.part === "from") moveTo(Math.min(state.lo + by, state.hi - HOUR), state.hi);
        else moveTo(state.lo, Math.max(state.hi + by, state.lo + HOUR));
        settleSoon();
      });
  }
  function wireList() {
    $("list").addEventListener("keydown", listKeys);
    $("list").addEventListener("focusin", listFocus);
    $("list").addEventListener("focusout", () => {
      state.hover = null;
      $("plot").classList.remove("focused");
      draw(true);
    });
    $("list").addEventListener("click", (event) => {
      const button = event.target.closest("[data-i]");
      if (button) select(+button.dataset.i);
    });
  }
  function wear(theme) {
    document.documentElement.dataset.theme = theme;
    resize();
  }
  function wireTheme() {
    const system = matchMedia("(prefers-color-scheme: dark)");
    document.documentElement.dataset.theme = system.matches ? "dark" : "light";
    system.addEventListener("change", () => wear(system.matches ? "dark" : "light"));
    $("theme").addEventListener("click", () => wear(dark() ? "light" : "dark"));
    let worn = "";
    addEventListener("beforeprint", () => {
      worn = document.documentElement.dataset.theme;
      document.documentElement.dataset.print = "yes";
      wear("light");
      if (untouched(state)) showTable(state.picked, select);
      paintTable(select, true);
      for (const list of document.querySelectorAll(".notes")) list.open = list.id === "undated";
    });
    addEventListener("afterprint", () => {
      delete document.documentElement.dataset.print;
      wear(worn);
      for (const list of document.querySelectorAll(".notes")) list.open = false;
    });
  }
  function wirePage() {
    wireCorrections();
    document.addEventListener("keydown", keys);
    let sizing = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(sizing);
      sizing = requestAnimationFrame(() => {
        if ($("plot").clientWidth - state.gutter !== state.width) resize();
      });
    }).observe($("plot"));
  }

  // main.js
  async function start() {
    await drawFirst();
    wireTools();
    wireWindow();
    wireList();
    wireTheme();
    wirePage();
    addEventListener("hashchange", open);
    open();
    document.documentElement.dataset.ready = "yes";
  }
  function open() {
    const view = recall();
    if (!state.event) showDetails(void 0, moves);
    setView(view);
    if (state.event) select(byId.get(state.event), true);
  }
  start();
})();
