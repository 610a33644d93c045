import {events} from "./data.js";
import {$, el} from "./dom.js";
import {traits} from "./evidence.js";

// Every event is an item of a list, in order of time; the arrows walk it and the picture follows.
let listed = 0,
  entry; // the event at which Tab enters

export function listEvents(picked) {
  const list = $("list"),
    run = ++listed;
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
              {type: "button", tabindex: i === entry ? 0 : -1, "data-i": i},
              `${events.when[i]}: ${events.title[i]} (${traits(i).join(", ")})`,
            ),
          ),
        );
      }
    } while (n < picked.length && (n < 300 || (idle && idle.timeRemaining() > 6)));
    list.append(...items);
    if (n < picked.length) whenIdle(more);
  };
  more();
}

const whenIdle = window.requestIdleCallback || ((work) => setTimeout(work, 50));

// Tab enters the list at the first event in sight, so that nothing moves.
export function enterAt(i) {
  const list = $("list");
  entry = i;
  if (list.contains(document.activeElement)) return;
  for (const other of list.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  const button = list.querySelector(i === undefined ? "button" : `[data-i="${i}"]`);
  if (button) button.tabIndex = 0;
}

export function focusEvent(i) {
  const button = i === undefined ? null : $("list").querySelector(`[data-i="${i}"]`);
  if (button) button.focus({preventScroll: true});
}
