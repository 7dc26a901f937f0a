// How a typed number will be understood, said before it is sent.

import { debounced, el } from "./dom.js";

const MILLISECONDS = 250;
const NUMBER = /[\d０-９一二两三四五六七八九十百千万亿半%％]/;
const BARE = /^[\d,，.]+$/;
const QUESTION = /[?？]|什么|怎么|为啥|吗$/;

export class Preview {
  /** `onunit(unit)`, where given, is called when the visitor taps the unit that a bare amount lacks. */
  constructor(api, onunit) {
    Object.assign(this, { api, onunit });
    this.words = el("span", { role: "status" });
    this.units = el("span", { className: "units", hidden: true }, ["万元", "元"].map((unit) => el("button", { type: "button", className: "choice", onclick: () => onunit(unit) }, unit)));
    this.element = el("p", { className: "preview", hidden: true }, this.words, this.units);
    this.ask = debounced((figure, text) => this.fetch(figure, text), MILLISECONDS);
  }

  /** Shows how `text` is understood as a value of `figure` (id; null: there is nothing to show). */
  show(figure, text, kind) {
    const said = text.trim();
    this.text = said;
    if (!figure || !said || !NUMBER.test(said) || QUESTION.test(said)) return this.say("");
    this.units.hidden = !(this.onunit && kind === "money" && BARE.test(said));
    this.ask(figure, said);
  }

  async fetch(figure, text) {
    let known;
    try {
      known = await this.api.preview(figure, text);
    } catch {
      return; // a preview is a courtesy: without it the message is sent all the same
    }
    if (text !== this.text) return;
    this.say(known.ok ? `理解为 ${known.shown}` : known.reason, known.ok ? "good" : "warn");
  }

  say(words, tone = "") {
    this.words.textContent = words;
    this.element.className = `preview ${tone}`;
    this.element.hidden = !words;
    if (!words) this.text = "";
  }
}
