// Editors for one figure, by its kind: words with a preview of how they are understood, one choice, several, yes or no.

import { el } from "./dom.js";
import { Preview } from "./preview.js";
import { EXAMPLE, NUMERIC } from "./words.js";

/** A form for the figure of `row`; `save(words)` takes the new value as words, `cancel()` leaves it as it was. */
export async function editor(row, chat, save, cancel) {
  const figure = (await chat.figure(row.figure)) || { kind: "text" };
  const onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    cancel();
  };
  const onsubmit = (event) => {
    event.preventDefault();
    const words = event.currentTarget.querySelector("input[type=text]").value.trim();
    if (words) save(words);
  };
  return el("form", { className: "editor", "aria-label": `改${row.name}`, onkeydown, onsubmit }, el("p", { className: "caption" }, row.name), fields(figure, row, chat, save, cancel));
}

function fields(figure, row, chat, save, cancel) {
  const back = el("button", { type: "button", className: "plain", onclick: cancel }, "取消");
  if (figure.kind === "yes_no") return buttons(["是", "否"], save, back);
  if (figure.kind === "choice") return buttons(figure.choices.map((choice) => choice.name), save, back);
  if (figure.kind === "choices") return several(figure, row, save, back);
  return words(figure, row, chat, back);
}

function buttons(titles, save, back) {
  return el("div", { className: "row" }, titles.map((title) => el("button", { type: "button", className: "choice", onclick: () => save(title) }, title)), back);
}

function several(figure, row, save, back) {
  const chosen = new Set(row.value.split("、"));
  const boxes = figure.choices.map((choice) => el("input", { type: "checkbox", value: choice.name, checked: chosen.has(choice.name) }));
  const onclick = () => save(boxes.filter((box) => box.checked).map((box) => box.value).join("、") || "都没有");
  const rows = boxes.map((box) => el("li", {}, el("label", {}, box, box.value)));
  return [el("ul", { className: "boxes" }, rows), el("div", { className: "row" }, el("button", { type: "button", className: "choice primary", onclick }, "保存"), back)];
}

function words(figure, row, chat, back) {
  const field = el("input", { type: "text", value: row.value, autocomplete: "off", placeholder: EXAMPLE[figure.kind] || "", maxLength: 100, "aria-label": row.name });
  const submit = el("button", { type: "submit", className: "choice primary" }, "保存");
  const preview = NUMERIC.includes(figure.kind) && new Preview(chat.conversation.api);
  if (preview) field.addEventListener("input", () => preview.show(figure.id, field.value));
  return [el("div", { className: "row" }, field, submit, back), preview && preview.element];
}
