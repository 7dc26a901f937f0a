// A number against its threshold, drawn, with the gap written on it. The words beside it say the same.

import { el } from "./dom.js";

const MARGIN = 1.14; // of room beyond the larger of both

/** The bar of a requirement that has a `measure` with a value, or null. */
export function bar({ measure, status, gap, gap_text: gapText }) {
  if (!measure || measure.value === undefined) return null;
  const [low, high] = ends(measure.value);
  const full = Math.max(low, high === null ? low : high, measure.threshold) * MARGIN || 1;
  const percent = (value) => `${Math.min(100, (100 * value) / full)}%`;
  const missing = gap && gap.figure === measure.figure ? gapText.split("，").pop() : "";
  const track = el("div", { className: `track ${status}`, "aria-hidden": "true" });
  track.append(part("fill", "0%", percent(low)), part("maybe", percent(low), percent(high === null ? full : high)));
  if (status === "not_met") track.append(part("gap", percent(high === null ? full : high), percent(measure.threshold)));
  track.append(el("span", { className: "own" }, measure.shown.value), part("mark", percent(measure.threshold), percent(measure.threshold)));
  if (missing) track.append(label(missing, percent(measure.threshold)));
  const words = el("p", { className: "measure" }, el("span", {}, `您 ${measure.shown.value}`), el("span", {}, `门槛 ${measure.shown.threshold}`), missing && el("strong", {}, missing));
  return el("div", { className: "bar" }, track, words);
}

function ends(value) {
  return typeof value === "object" ? [value.low || 0, value.high] : [value, value];
}

function part(name, from, to) {
  const made = el("span", { className: name });
  made.style.left = from;
  made.style.right = `calc(100% - ${to})`;
  return made;
}

function label(text, at) {
  const made = el("span", { className: "missing" }, text);
  made.style.right = `calc(100% - ${at} + .5em)`;
  return made;
}
