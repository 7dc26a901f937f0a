// A number against its threshold, drawn, with the gap written on it. The words beside it say the same.

import { el } from "./dom.js";

const MARGIN = 1.14; // of room beyond the larger of both

/** The bar of a requirement that has a `measure` with a value, or null. */
export function bar({ measure, status, gap, gap_text: gapText }) {
  if (!measure || measure.value === undefined) return null;
  const [low, high] = ends(measure.value);
  const top = high === null ? low : high;
  const full = Math.max(low, top, measure.threshold) * MARGIN || 1;
  const percent = (value) => (100 * value) / full;
  const at = percent(measure.threshold);
  const missing = gap && gap.figure === measure.figure ? gapText.split("，").pop() : "";
  const track = el("div", { className: `track ${status}` }, span("fill", 0, percent(low)), span("maybe", percent(low), high === null ? 100 : percent(high)));
  if (status === "not_met") track.append(span("gap", percent(top), at));
  track.append(span("mark", at, at), el("span", { className: "own" }, `您 ${measure.shown.value}`));
  if (missing) track.append(span("missing", 0, at, el("b", {}, missing)));
  const limit = `门槛 ${measure.shown.threshold}`;
  const below = el("div", { className: "limit" }, at > 45 ? span("", 0, at, limit) : span("left", at, 100, limit));
  const words = [`您 ${measure.shown.value}`, limit, missing].filter(Boolean).join("，");
  return el("div", { className: "bar" }, el("p", { className: "away" }, words), el("div", { "aria-hidden": "true" }, track, below));
}

function ends(value) {
  return typeof value === "object" ? [value.low || 0, value.high] : [value, value];
}

/** A part of the bar from one percentage to another. */
function span(name, from, to, content = "") {
  const made = el("span", { className: name }, content);
  made.style.left = `${from}%`;
  made.style.right = `${100 - to}%`;
  return made;
}
