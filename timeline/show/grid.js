// The grid of the notebook: native inputs in a table, so that keyboards and screen readers know what to do.
// One module, which imports nothing: anywidget calls the `render` of its default export with the model and an element.
// Everything from the articles goes in as text or as the value of an input, never as markup.

const COLUMNS = [
  {name: "date", label: "Date", width: "8.5em"},
  {name: "title", label: "Title"},
  {name: "place", label: "Place", width: "8em"},
  {name: "pin", label: "Pin", width: "3em", tick: true, hint: "keep it among the most important"},
  {name: "checked", label: "Checked", width: "5em", tick: true, hint: "looked at and found right"},
  {name: "drop", label: "Drop", width: "3.5em", tick: true, hint: "take it out"},
  {name: "note", label: "Note", width: "11em"},
];
const AT_ONCE = 100;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function render({model, el}) {
  const added = Object.keys(model.get("edits")).filter((id) => !model.get("rows").some((row) => row.id === id));
  let shown = AT_ONCE;

  const search = make("input", {type: "search", placeholder: "word or name", ariaLabel: "Search the events"});
  const who = make("input", {type: "text", size: 12, value: model.get("who"), ariaLabel: "Who corrects"});
  const add = make("button", {type: "button", textContent: "Add an event"});
  const status = make("span", {className: "status", role: "status"});
  const more = make("button", {type: "button"});
  const body = make("tbody");
  const head = make(
    "tr",
    {},
    ...COLUMNS.map((column) => {
      const cell = make("th", {
        scope: "col",
        textContent: column.label,
        title: column.hint || "",
        className: column.tick ? "tick" : "",
      });
      if (column.width) cell.style.width = column.width;
      return cell;
    }),
  );
  const table = make("table", {}, make("thead", {}, head), body);
  const bar = make(
    "div",
    {className: "bar"},
    make("label", {}, "Search ", search),
    make("label", {}, "Who ", who),
    add,
    status,
  );
  el.replaceChildren(make("div", {className: "tl-grid"}, bar, make("div", {className: "scroll"}, table), more));

  const edit = (id) => model.get("edits")[id] || {};
  const original = (row, name) => (name === "pin" ? row.pinned : row[name]) ?? (name === "note" ? "" : false);

  function keep(row, name, value) {
    const changed = {...edit(row.id), [name]: value};
    if (value === original(row, name)) delete changed[name];
    const edits = {...model.get("edits"), [row.id]: changed};
    if (!Object.keys(changed).length && !row.added) delete edits[row.id];
    model.set("edits", edits);
    model.save_changes();
  }

  function input(row, column) {
    const value = edit(row.id)[column.name] ?? original(row, column.name);
    const label = `${column.label} of ${row.title || "the new event"}`;
    if (column.tick) {
      const already = original(row, column.name) === true;
      const tick = make("input", {type: "checkbox", checked: Boolean(value), disabled: already, ariaLabel: label});
      tick.onchange = () => keep(row, column.name, tick.checked);
      return tick;
    }
    const box = make(column.name === "title" ? "textarea" : "input", {value, ariaLabel: label});
    if (column.name === "title") box.rows = 1;
    else box.type = "text";
    box.name = column.name;
    box.oninput = () => mark(row, box);
    box.onchange = () => keep(row, column.name, box.value.trim());
    box.onkeydown = (event) => {
      event.stopPropagation(); // the notebook has shortcuts of its own
      if (event.key === "Enter") {
        event.preventDefault();
        box.blur();
      }
      if (event.key === "Escape") {
        box.value = original(row, column.name);
        mark(row, box);
        box.onchange();
        box.blur();
      }
    };
    mark(row, box);
    return box;
  }

  function mark(row, box) {
    box.classList.toggle("edited", box.value.trim() !== original(row, box.name));
    fit([box]);
  }

  // A title shows whole, however many lines that takes.
  function fit(boxes) {
    const titles = [...boxes].filter((box) => box.name === "title" && box.isConnected);
    for (const box of titles) box.style.height = "auto";
    const heights = titles.map((box) => box.scrollHeight + 2);
    titles.forEach((box, number) => {
      box.style.height = `${heights[number]}px`;
    });
  }

  function line(row) {
    const cells = COLUMNS.map((column) => {
      const cell = make("td", {className: column.tick ? "tick" : ""}, input(row, column));
      if (column.name === "date" && row.when !== row.date) cell.append(make("small", {textContent: row.when}));
      if (column.name === "title") {
        cell.append(make("div", {className: "complaint", hidden: true}));
        if (row.sentences.length) {
          const sentences = row.sentences.map(([source, sentence]) =>
            make("p", {textContent: `${sentence} (${source})`}),
          );
          const count = `${row.articles} article${row.articles === 1 ? "" : "s"}`;
          cell.append(make("details", {}, make("summary", {textContent: count}), ...sentences));
        }
      }
      return cell;
    });
    const made = make("tr", {}, ...cells);
    made.dataset.event = row.id;
    return made;
  }

  function rows() {
    const words = search.value.trim().toLowerCase();
    const news = added.map((id) => ({id, date: "", title: "", place: "", sentences: [], articles: 0, added: true}));
    const holds = (row) =>
      [row.when, row.date, row.title, row.place, ...row.sentences.flat()].join(" ").toLowerCase().includes(words);
    return [...news, ...model.get("rows").filter((row) => !words || holds(row))];
  }

  function draw() {
    const all = rows();
    body.replaceChildren(...all.slice(0, shown).map(line));
    fit(body.querySelectorAll("textarea"));
    more.hidden = all.length <= shown;
    more.textContent = `Show ${Math.min(AT_ONCE, all.length - shown)} more of ${all.length - shown}`;
    tell();
  }

  function tell() {
    const complaints = model.get("complaints");
    for (const row of body.children) {
      const complaint = complaints[row.dataset.event];
      row.classList.toggle("wrong", Boolean(complaint));
      row.classList.toggle("dropped", Boolean(edit(row.dataset.event).drop));
      const box = row.querySelector(".complaint");
      box.hidden = !complaint;
      box.textContent = complaint || "";
    }
    const edited = Object.keys(model.get("edits")).length;
    const wrong = Object.keys(complaints).length;
    const parts = [`${model.get("rows").length} events`, `${edited} edited`];
    if (wrong) parts.push(`${wrong} to be mended`);
    status.textContent = parts.join(", ");
  }

  search.oninput = () => {
    shown = AT_ONCE;
    draw();
  };
  search.onkeydown = who.onkeydown = (event) => event.stopPropagation();
  who.onchange = () => {
    model.set("who", who.value.trim());
    model.save_changes();
  };
  more.onclick = () => {
    shown += AT_ONCE;
    draw();
  };
  add.onclick = () => {
    const numbers = added.map((id) => Number(id.slice(4)));
    added.unshift(`new-${Math.max(0, ...numbers) + 1}`);
    draw();
    body.querySelector("input").focus();
  };
  model.on("change:complaints change:edits", tell);
  draw();
  let width = 0;
  const watch = new ResizeObserver(() => {
    if (table.offsetWidth === width) return;
    width = table.offsetWidth;
    fit(body.querySelectorAll("textarea"));
  });
  watch.observe(table);
  return () => watch.disconnect();
}

export default {render};
