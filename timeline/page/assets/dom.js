import {link, shortOf} from "./data.js";

// Every text reaches the page as text: no script reads markup.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const $ = (id) => document.getElementById(id);

export function plural(n, one, many = one + "s") {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

// A source is a link only where it is an http(s) address.
export function sourceNode(name, words = shortened(name)) {
  const href = link(name);
  return href
    ? el("a", {href, target: "_blank", rel: "noopener noreferrer nofollow"}, words)
    : el("span", {}, words);
}

export function shortened(name) {
  const bare = shortOf.get(name) || name;
  return bare.length > 60 ? bare.slice(0, 57) + "…" : bare;
}

// Inside a notebook the page has no clipboard of its own; the browser's older command still works.
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", {class: "unseen", "aria-hidden": "true"}),
      was = document.activeElement;
    document.body.append(area);
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
    if (was) was.focus({preventScroll: true});
  }
}

export function tell(text) {
  $("said").textContent = text;
}
