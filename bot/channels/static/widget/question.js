// A question to the visitor before something that cannot be taken back, over the chat.

import { el } from "./dom.js";
import { covered } from "./modal.js";

/** Asks over `place`; resolves to whether the visitor agrees. `behind` cannot be reached meanwhile. */
export function confirmed(place, behind, { title, words, yes, no = "不了" }) {
  const opener = place.getRootNode().activeElement;
  return new Promise((resolve) => {
    let uncover;
    const end = (answer) => {
      veil.remove();
      uncover();
      resolve(answer);
    };
    const refuse = el("button", { type: "button", className: "choice", onclick: () => end(false) }, no);
    const agree = el("button", { type: "button", className: "choice danger", onclick: () => end(true) }, yes);
    const box = el(
      "div",
      { className: "confirm", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-words" },
      el("h3", { id: "confirm-title" }, title),
      el("p", { id: "confirm-words" }, words),
      el("div", { className: "row" }, refuse, agree),
    );
    const veil = el("div", { className: "drawer centre" }, box);
    place.append(veil);
    uncover = covered(behind, veil, refuse, opener, () => end(false));
  });
}
