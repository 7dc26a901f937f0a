// The list of messages. Elements are made once for each message and stay; only their state changes.

import { el } from "./dom.js";
import { botMessage, visitorMessage } from "./reply.js";

const MARGIN = 12; // pixels above a message that is read from its first line
const STATES = { waiting: "等待发出", sending: "正在发送", failed: "没有发出", sent: "" };

export class Thread {
  constructor(chat) {
    this.chat = chat;
    this.nodes = new Map();
    this.typing = el("p", { className: "typing", hidden: true }, el("span", { className: "away" }, "助手正在查指南"), el("i"), el("i"), el("i"));
    this.before = el("button", { type: "button", className: "plain before", hidden: true, onclick: () => this.showBefore() }, "查看之前的对话");
    this.list = el("div", { className: "messages" });
    this.element = el("div", { className: "thread", role: "log", "aria-live": "off", "aria-label": "对话", tabIndex: 0, onscroll: () => this.scrolled() }, this.before, this.list, this.typing);
    this.atEnd = true;
    new ResizeObserver(() => this.resized()).observe(this.element); // a keyboard comes up, choices are offered
  }

  /** The browser tells of scrolling before it tells of a new height: that the end is out of sight may be due to the latter. */
  scrolled() {
    if (this.element.clientHeight === this.height) this.measure();
  }

  resized() {
    this.height = this.element.clientHeight;
    if (this.atEnd) this.toEnd();
  }

  measure() {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    this.atEnd = scrollTop + clientHeight > scrollHeight - MARGIN;
  }

  /** Shows `messages`; those before the last new beginning only when asked for. */
  update(messages, busy) {
    const begun = this.all ? 0 : messages.map(beginsAnew).lastIndexOf(true);
    const shown = messages.slice(Math.max(begun, 0));
    this.before.hidden = begun <= 0;
    const keys = new Set(shown.map((message) => message.key));
    for (const [key, node] of this.nodes) if (!keys.has(key)) this.remove(key, node);
    const added = shown.filter((message) => !this.nodes.has(message.key));
    shown.forEach((message, place) => this.put(message, place));
    const last = shown[shown.length - 1];
    const typing = busy && Boolean(last) && last.role === "visitor";
    const begins = typing && this.typing.hidden;
    this.typing.hidden = !typing;
    if (added.length) this.follow(added[added.length - 1], added.length);
    else if (begins) this.toEnd();
  }

  remove(key, node) {
    node.remove();
    this.nodes.delete(key);
  }

  put(message, place) {
    let node = this.nodes.get(message.key);
    if (!node) {
      node = message.role === "bot" ? botMessage(message, this.chat) : visitorMessage(message);
      this.nodes.set(message.key, node);
    }
    if (this.list.children[place] !== node) this.list.insertBefore(node, this.list.children[place] || null);
    if (message.role === "visitor") this.mark(node, message);
  }

  /** What became of a message that the visitor sent, with a way to send it again. */
  mark(node, message) {
    if (node.dataset.state === message.state) return;
    node.dataset.state = message.state;
    const outbox = this.chat.conversation.outbox;
    const again = el("button", { type: "button", className: "plain", onclick: () => outbox.retry(message.id) }, "重发");
    const drop = el("button", { type: "button", className: "plain", onclick: () => outbox.drop(message.id) }, "删去");
    const words = STATES[message.state] && el("p", { className: "sending" }, message.words || STATES[message.state], message.state === "failed" && [again, drop]);
    node.replaceChildren(...[...node.children].filter((child) => child.className !== "sending"), words || "");
  }

  /** A long answer is read from its first line; anything else is shown at the end. */
  follow(message, count) {
    const node = this.nodes.get(message.key);
    const tall = node.offsetHeight > this.element.clientHeight * 0.8;
    const asks = message.payload && message.payload.kind === "question"; // which ends with what matters
    if (message.role !== "bot" || asks || !tall || count > 2) return this.toEnd();
    this.element.scrollTop = node.offsetTop - MARGIN;
    this.measure();
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.atEnd = true;
  }

  showBefore() {
    this.all = true;
    this.chat.update();
    this.element.focus();
  }
}

function beginsAnew({ payload }) {
  return Boolean(payload) && payload.kind === "talk" && payload.topic === "start_over";
}
