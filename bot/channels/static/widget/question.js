// A question to the visitor before something that cannot be taken back, over the chat.

import { el } from "./dom.js";

/** Asks; resolves to whether the visitor agrees. `behind` cannot be reached meanwhile; focus goes back to where it was. */
export function confirmed(place, behind, { title, words, yes, no = "不了" }) {
  const root = place.getRootNode();
  const before = root.activeElement;
  return new Promise((resolve) => {
    const end = (answer) => {
      veil.remove();
      for (const each of behind) each.inert = false;
      if (before) before.focus();
      resolve(answer);
    };
    const onkeydown = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      end(false);
    };
    const refuse = el("button", { type: "button", className: "choice", onclick: () => end(false) }, no);
    const agree = el("button", { type: "button", className: "choice danger", onclick: () => end(true) }, yes);
    const box = el("div", { className: "confirm", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-words" }, el("h3", { id: "confirm-title" }, title), el("p", { id: "confirm-words" }, words), el("div", { className: "row" }, refuse, agree));
    const veil = el("div", { className: "drawer centre", onkeydown }, box);
    for (const each of behind) each.inert = true;
    place.append(veil);
    refuse.focus();
  });
}
