// <guide-assistant>: the chat as a custom element in a shadow tree of its own. `in-place` fills the element that the page
// gives it; otherwise a button opens a panel, or the whole screen of a phone.

import { Chat } from "./chat.js";
import { Conversation } from "./conversation.js";
import { el, icon } from "./dom.js";

export const NAME = "guide-assistant";
const SHEETS = ["theme.css", "conversation.css", "cards.css"];
const PHONE = "(max-width: 40rem), (max-height: 30rem)";

let base;
let sheets;

/** Registers the element; `address` is where the server's paths begin. The style sheets are there before the first one. */
export async function define(address) {
  if (customElements.get(NAME)) return;
  base = address;
  sheets = await Promise.all(SHEETS.map(loaded));
  customElements.define(NAME, Assistant);
}

/** As a constructed sheet: a page that forbids styles which are not its own has nothing against it. */
async function loaded(name) {
  const response = await fetch(new URL(name, import.meta.url), { credentials: "omit" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
}

class Assistant extends HTMLElement {
  connectedCallback() {
    if (this.chat) return;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = sheets;
    this.root = el("div", { className: "root" });
    shadow.append(this.root);
    this.lang = this.lang || "zh-CN";
    const inPlace = this.hasAttribute("in-place");
    this.conversation = new Conversation(base);
    this.chat = new Chat(this.conversation, inPlace ? null : () => this.close());
    if (inPlace) this.settle();
    else this.hang();
  }

  /** Asks `text` as if the visitor had typed it; opens the panel first. */
  ask(text) {
    this.open();
    this.chat.say(String(text));
  }

  settle() {
    this.root.append(el("section", { className: "frame", "aria-label": "申报问答" }, this.chat.element));
    this.chat.start();
    this.chat.composer.typed();
  }

  hang() {
    this.button = el("button", { type: "button", className: "launcher", "aria-haspopup": "dialog", onclick: () => this.open() }, icon("chat"), "申报问答");
    this.dialog = el("dialog", { className: "panel", "aria-label": "申报问答", onclose: () => this.closed(), onkeydown: (event) => this.key(event) }, this.chat.element);
    this.root.append(this.button, this.dialog);
    this.phone = matchMedia(PHONE);
    this.phone.addEventListener("change", () => this.dialog.open && this.show());
    if (this.conversation.storage.get("open")) this.open();
  }

  open() {
    if (!this.dialog || this.dialog.open) return;
    this.show();
    this.conversation.storage.set("open", true);
    this.chat.start();
    this.chat.composer.typed();
    this.chat.settle();
  }

  /** On a phone the chat takes the whole screen and the page waits behind it; beside a page it leaves that usable. */
  show() {
    const focused = this.dialog.open && this.shadowRoot.activeElement; // the keyboard of a tablet may be what changed the size
    if (this.dialog.open) this.dialog.close();
    if (this.phone.matches) this.dialog.showModal();
    else this.dialog.show();
    this.button.hidden = true;
    if (focused) focused.focus();
  }

  close() {
    this.dialog.close();
  }

  closed() {
    if (this.dialog.open) return; // it was only moved
    this.button.hidden = false;
    this.conversation.storage.remove("open");
    this.button.focus();
  }

  key(event) {
    if (event.key === "Escape" && !event.defaultPrevented) this.close();
  }
}
