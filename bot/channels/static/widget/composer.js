// The field in which a message is written: sends with Enter, counts towards the limit, previews a number that is asked for.

import { el, iconButton } from "./dom.js";
import { Preview } from "./preview.js";
import { EXAMPLE, NUMERIC } from "./words.js";

const COUNT_FROM = 0.8;
const TALLEST = 140; // pixels, about five lines

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.field = el("textarea", { rows: 1, "aria-label": "您的问题", autocomplete: "off", enterKeyHint: "send", oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
    this.count = el("span", { className: "count", hidden: true });
    const stay = (event) => event.preventDefault(); // where the field has the focus it keeps it, and a telephone its keyboard
    this.send = iconButton("send", "发送", undefined, { type: "submit", className: "icon-button send", onmousedown: stay });
    this.preview = new Preview(chat.conversation.api, (unit) => this.append(unit));
    this.element = el("form", { className: "composer", onsubmit: (event) => this.submit(event) }, this.preview.element, el("div", { className: "writing" }, this.field, this.send), this.count);
    this.field.value = chat.conversation.storage.get("draft") || "";
    this.asked = null;
  }

  /** `figure`: the figure that is asked for (as in the guide), or null. */
  expect(figure) {
    this.asked = figure && NUMERIC.includes(figure.kind) ? figure : null;
    this.field.placeholder = this.asked ? `${figure.name}，${EXAMPLE[figure.kind]}` : figure ? "回答，或者随时提问" : "输入您的问题";
    this.typed();
  }

  get limit() {
    return this.chat.conversation.api.limit;
  }

  typed() {
    const length = [...this.field.value].length;
    const over = length > this.limit;
    this.count.hidden = length < this.limit * COUNT_FROM;
    this.count.textContent = over ? `${length}/${this.limit}，多了 ${length - this.limit} 字，请精简或分两次发` : `${length}/${this.limit}`;
    this.count.classList.toggle("bad", over);
    this.count.setAttribute("role", over ? "status" : "presentation");
    this.field.setAttribute("aria-invalid", String(over));
    this.send.disabled = over;
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight + 2, TALLEST)}px`;
    this.preview.show(this.asked && this.asked.id, this.field.value, this.asked && this.asked.kind);
    this.chat.conversation.storage.set("draft", this.field.value);
  }

  append(unit) {
    this.field.value = this.field.value.trim() + unit;
    this.field.focus();
    this.typed();
  }

  key(event) {
    // while an input method is composing, Enter chooses a word
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.submit(event);
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text || this.send.disabled) return;
    this.field.value = "";
    this.typed();
    this.chat.say(text);
  }
}
