// Every event is an item of a list, in order of time; the arrows walk it and the picture follows.
let listed = 0;

function listEvents() {
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
              {type: "button", tabindex: n ? -1 : 0, "data-i": i},
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

function focusEvent(i) {
  const button = i === undefined ? null : $("list").querySelector(`[data-i="${i}"]`);
  if (button) button.focus({preventScroll: true});
}

function listKeys(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  const item = button.parentElement,
    list = $("list");
  const to = {
    ArrowRight: item.nextElementSibling,
    ArrowDown: item.nextElementSibling,
    ArrowLeft: item.previousElementSibling,
    ArrowUp: item.previousElementSibling,
    Home: list.firstElementChild,
    End: list.lastElementChild,
  }[event.key];
  if (to) {
    event.preventDefault();
    to.firstElementChild.focus({preventScroll: true});
  }
}

function listFocus(event) {
  const button = event.target.closest("[data-i]");
  if (!button) return;
  for (const other of $("list").querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  button.tabIndex = 0;
  hover = +button.dataset.i;
  $("plot").classList.toggle("focused", button.matches(":focus-visible"));
  if (ends[hover] < state.lo || starts[hover] > state.hi) {
    centre(hover);
    settleSoon();
  }
  drawNow(true);
  if (!plan.placed.some((p) => p.i === hover)) drawNow(false);
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
    },
  };
  const inPlot = event.target.closest("#stage");
  const turn = {ArrowLeft: -1, ArrowRight: 1}[event.key];
  if (turn && state.view === "story") turnStory(turn, moves);
  if (event.key === "Escape") showTip(null);
  if (event.key === "Escape" && state.event && state.view !== "story") moves.close();
  else if (inPlot && does[event.key]) {
    event.preventDefault();
    does[event.key]();
  }
}
