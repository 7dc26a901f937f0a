// A check under way: how far it is, and what is understood so far, each figure to be tapped and corrected.

import { el, icon } from "./dom.js";
import { editor } from "./editors.js";

/** The strip above the messages; `update(question)` shows the open question's progress, or hides it. */
export class Strip {
  constructor(chat) {
    this.chat = chat;
    this.words = el("span", { className: "progress-words" });
    this.meter = el("span", { className: "meter", "aria-hidden": "true" }, el("span"));
    this.count = el("span");
    this.figures = el("div", { className: "strip-figures", hidden: true });
    this.toggle = el("button", { type: "button", className: "plain", "aria-expanded": "false", onclick: () => this.turn() }, this.count, icon("more"));
    const line = el("div", { className: "progress" }, this.words, this.meter, this.toggle);
    this.element = el("section", { className: "strip", "aria-label": "核对进度", hidden: true }, line, this.figures);
  }

  /** Opens or folds the summary. */
  turn(folded = !this.figures.hidden) {
    this.figures.hidden = folded;
    this.toggle.setAttribute("aria-expanded", String(!this.figures.hidden));
  }

  update(question) {
    this.element.hidden = !question;
    if (!question || question === this.question) return;
    this.question = question;
    const { answered, at_most_remaining: left, understood: rows } = question;
    this.words.textContent = `已答 ${answered}，最多还有 ${left}`;
    this.meter.firstChild.style.width = `${(100 * answered) / (answered + left)}%`;
    this.count.textContent = `已了解 ${rows.length} 项`;
    this.toggle.hidden = !rows.length;
    this.figures.replaceChildren(understood(rows, this.chat));
  }
}

/** Figures as rows; tapping one opens an editor in its place, which sends the correction as a message. */
export function understood(rows, chat) {
  return el("ul", { className: "figures" }, rows.map((row) => figureRow(row, chat)));
}

function figureRow(row, chat) {
  const item = el("li");
  const button = el(
    "button",
    { type: "button", className: "figure", "aria-label": `改：${row.name}，现在是 ${row.value}`, onclick: () => edit() },
    el("span", { className: "figure-name" }, row.name),
    el("strong", {}, row.value),
    icon("edit"),
  );
  const close = () => {
    item.replaceChildren(button);
    button.focus();
  };
  const save = (value) => {
    close();
    chat.say(`不对，${row.name}：${value}`);
  };
  const edit = async () => {
    const form = await editor(row, chat, save, close);
    item.replaceChildren(form);
    form.querySelector("input, button").focus();
  };
  item.append(button);
  return item;
}
