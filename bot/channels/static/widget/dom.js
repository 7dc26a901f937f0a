// Elements and icons. Whatever comes from outside becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

const STROKES = {
  chat: "M4 5h16v11H10l-5 4v-4H4z M8 9h8 M8 12h5",
  close: "M6 6l12 12 M18 6L6 18",
  send: "M4 12l16-8-5 16-4-6z M11 14l9-10",
  plus: "M12 5v14 M5 12h14",
  trash: "M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13",
  copy: "M9 9h11v11H9z M5 15H4V4h11v1",
  up: "M7 11v9H4v-9z M7 11l4-7c2 0 3 1 2 4l-.5 2H19l-2 10H7",
  down: "M7 13V4H4v9z M7 13l4 7c2 0 3-1 2-4l-.5-2H19L17 4H7",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  met: "M5 12.5l4.5 4.5L19 7.5",
  not_met: "M7 7l10 10 M17 7L7 17",
  unknown: "M8.5 9a3.5 3.5 0 116 2.5c-1.5 1.3-2.5 1.7-2.5 3 M12 18.5v.3",
  open: "M12 5a7 7 0 100 14 7 7 0 000-14 M12 9v3l2 2",
  quote: "M5 4h11l3 3v13H5z M8 10h8 M8 14h8",
  print: "M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z",
  more: "M7 10l5 5 5-5",
};

/** An element: `properties` are set as such, `aria-…`, `data-…` and `role` as attributes, `on…` as listeners. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (/^(aria-|data-|role$|for$|list$)/.test(key)) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

/** An icon of 24 by 24 units that screen readers pass over: a word stands beside it, or the button has a label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}

/** A button with an icon alone; `label` is what it is called. */
export function iconButton(name, label, onclick, properties = {}) {
  return el("button", { type: "button", className: "icon-button", title: label, "aria-label": label, onclick, ...properties }, icon(name));
}

/** Calls `work` once nobody has called for `milliseconds`. */
export function debounced(work, milliseconds) {
  let timer;
  return (...parameters) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds, ...parameters);
  };
}

/** A random UUID, also where the page is not served securely and crypto.randomUUID is missing. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
