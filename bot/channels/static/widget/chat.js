// The chat as a whole: header, progress, messages, what can be tapped, the field; and what happens between them.

import { Strip } from "./check.js";
import { Composer } from "./composer.js";
import { el, icon, iconButton } from "./dom.js";
import { confirmed } from "./question.js";
import { choicesOf, openQuestion } from "./reply.js";
import { Drawer } from "./sources.js";
import { parted, shownLines } from "./text.js";
import { Thread } from "./thread.js";
import { CONNECTIONS, VERDICTS } from "./words.js";

const STARTERS = ["我们公司能申报哪些项目？", "有哪些专项可以申报？", "要准备哪些材料？", "什么时候截止？"];
const ERASED = "已经删除您在这里留下的全部信息，包括说过的数和聊天记录。";

export class Chat {
  /** `onclose`: what the button for closing does; none where the chat stands in its place. */
  constructor(conversation, onclose) {
    this.conversation = conversation;
    this.open = (clause, quote, opener) => this.drawer.open(clause, quote, opener);
    this.banner = el("p", { className: "banner", role: "status", hidden: true });
    this.strip = new Strip(this);
    this.thread = new Thread(this);
    this.welcome = this.greeting();
    this.thread.element.prepend(this.welcome);
    this.replies = el("div", { className: "replies", role: "group", "aria-label": "可以直接点的回答", hidden: true });
    this.composer = new Composer(this);
    this.spoken = el("p", { className: "away", role: "status" });
    const main = el("div", { className: "main" }, this.header(onclose), this.banner, this.strip.element, this.thread.element, this.replies, this.composer.element, this.footer());
    this.drawer = new Drawer(conversation.api, [main]);
    this.main = main;
    this.element = el("div", { className: "chat" }, main, this.drawer.element, this.spoken);
    conversation.addEventListener("change", () => this.update());
    conversation.addEventListener("reply", ({ detail }) => this.speak(detail));
    this.update();
  }

  header(onclose) {
    const title = el("h2", {}, "科技计划项目申报助手");
    const guide = el("a", { className: "icon-button", href: this.conversation.api.address("guide"), target: "_blank", rel: "noopener", title: "申报指南全文", "aria-label": "申报指南全文" }, icon("quote"));
    return el("header", { className: "head" }, title, guide, iconButton("plus", "新对话", () => this.anew()), onclose && iconButton("close", "关闭", onclose));
  }

  footer() {
    const erase = el("button", { type: "button", className: "plain", onclick: () => this.erase() }, "删除我的信息");
    return el("footer", { className: "foot" }, el("span", {}, "依据申报指南回答，不代表立项或获批"), erase);
  }

  greeting() {
    const starters = STARTERS.map((title) => el("li", {}, el("button", { type: "button", className: "choice", onclick: () => this.say(title) }, title)));
    const words = ["您好！我依据申报指南回答条件、材料、支持方向和受理科室，每个答案都附原文。", "也可以一问一答，帮您核对能申报哪些项目、还差什么。"];
    return el("section", { className: "welcome", "aria-label": "开始" }, words.map((each) => el("p", {}, each)), el("ul", {}, starters));
  }

  start() {
    this.conversation.connect();
  }

  say(text, title) {
    this.strip.turn(true);
    this.conversation.say(text, title);
  }

  /** Puts the focus where one goes on from; on a touch screen not into the field, which would bring up the keyboard. */
  settle() {
    const place = matchMedia("(pointer: coarse)").matches ? this.thread.element : this.composer.field;
    place.focus({ preventScroll: true });
  }

  async figure(id) {
    this.guide = this.guide || (await this.conversation.api.guide().catch(() => null));
    return this.guide && this.guide.figures.find((figure) => figure.id === id);
  }

  update() {
    const messages = this.conversation.list();
    const last = messages[messages.length - 1];
    const waiting = Boolean(last) && last.role === "visitor";
    const question = last && last.role === "bot" ? openQuestion(last.payload) : null;
    this.welcome.hidden = messages.length > 0;
    this.thread.update(messages, this.conversation.busy);
    this.offer(waiting || !last ? null : last);
    if (!waiting) this.strip.update(question);
    if (!waiting) this.expect(question);
    this.connection();
  }

  /** Tells the field which figure is asked for, as soon as the guide says of which kind it is. */
  async expect(question) {
    const id = question ? question.figure : null;
    if (this.expected === id) return;
    this.expected = id;
    const figure = id && (await this.figure(id));
    if (this.expected === id) this.composer.expect(figure || null);
  }

  offer(message) {
    const key = message ? message.key : "";
    if (this.offered === key) return;
    this.offered = key;
    const choices = message ? choicesOf(message) : [];
    this.replies.hidden = !choices.length;
    this.replies.replaceChildren(...choices.map((choice) => this.choice(choice)));
  }

  choice({ title, payload }) {
    const onclick = () => {
      this.say(payload, title === payload ? undefined : title);
      this.settle();
    };
    return el("button", { type: "button", className: "choice", onclick }, title);
  }

  connection() {
    const { connection, waitWords } = this.conversation;
    const words = (connection === "rate" && waitWords) || CONNECTIONS[connection] || "";
    if (this.banner.textContent !== words) this.banner.textContent = words;
    this.banner.hidden = !words;
    this.banner.dataset.connection = connection;
  }

  /** Says a reply once to those who listen: its words, without what the page offers as buttons. */
  speak({ text, payload = {} }) {
    const { body, question } = parted(text, payload.question);
    const words = payload.kind === "assessment" ? verdicts(payload) : shownLines(body, payload).join("\n");
    this.spoken.textContent = [words, question].filter(Boolean).join("\n");
  }

  async anew() {
    const going = Boolean(this.strip.question) && !this.strip.element.hidden;
    const asks = { title: "开始新对话？", words: "正在核对的数会清空。之前的消息仍可查看。", yes: "开始" };
    if (going && !(await this.confirm(asks))) return;
    this.thread.all = false;
    this.say("重新开始");
    this.settle();
  }

  async erase() {
    const asks = { title: "删除我的信息？", words: "您说过的数、聊天记录、回执和核对报告都会删除，不能恢复。", yes: "删除" };
    if (!(await this.confirm(asks))) return;
    try {
      await this.conversation.erase();
      this.spoken.textContent = ERASED;
      this.notice(ERASED);
    } catch (error) {
      this.notice(error.words || "没有连上服务，信息还没有删除，请稍后再试。");
    }
  }

  confirm(asks) {
    return confirmed(this.element, [this.main], asks);
  }

  /** A word of the page itself, above the messages; the next change of the connection takes its place. */
  notice(words) {
    this.banner.textContent = words;
    this.banner.hidden = false;
    this.banner.dataset.connection = "";
  }
}

function verdicts({ programs, notes = [] }) {
  return [...notes, "核对结果", ...programs.map((program) => `${program.name}：${VERDICTS[program.verdict].word}`)].join("\n");
}
