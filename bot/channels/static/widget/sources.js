// Sources: chips that name a clause, and the drawer that shows the guide's sentence where it stands.

import { el, icon, iconButton } from "./dom.js";
import { covered } from "./modal.js";

const SHOWN_AT_FIRST = 3;

/** A chip for `clause`; it opens the clause with `quote` highlighted. */
export function chip(clause, quote, open) {
  return el("button", { type: "button", className: "chip", "aria-label": `查看指南原文 ${clause}`, onclick: (event) => open(clause, quote, event.currentTarget) }, clause);
}

/** The citations of an answer: one row for each quote, the first few at once. */
export function sources(citations, open) {
  const rows = citations.map(({ clause, quote }) => row(clause, quote, open));
  const more = rows.slice(SHOWN_AT_FIRST);
  const list = el("ul", { className: "source-list" }, rows);
  const button = more.length > 1 && el("button", { type: "button", className: "plain", onclick: () => reveal(more, button) }, `还有 ${more.length} 条原文`);
  if (button) for (const each of more) each.hidden = true;
  return el("section", { className: "sources", "aria-label": "依据" }, el("p", { className: "caption" }, icon("quote"), "依据指南原文"), list, button);
}

function reveal(rows, button) {
  for (const each of rows) each.hidden = false;
  rows[0].querySelector("button").focus();
  button.remove();
}

function row(clause, quote, open) {
  const onclick = (event) => open(clause, quote, event.currentTarget);
  const label = `查看指南原文 ${clause}：${quote}`;
  return el("li", {}, el("button", { type: "button", className: "source", "aria-label": label, onclick }, el("span", { className: "tag" }, clause), el("q", {}, quote)));
}

/** The drawer over the chat; `behind` are the elements that cannot be reached while it is open. */
export class Drawer {
  constructor(api, behind) {
    Object.assign(this, { api, behind });
    this.title = el("h3", { tabIndex: -1, id: "source-title" });
    this.body = el("div", { className: "drawer-body", tabIndex: 0, role: "group", "aria-labelledby": "source-title" });
    this.link = el("a", { target: "_blank", rel: "noopener" }, "在指南全文中查看");
    const close = iconButton("close", "关闭原文", () => this.close());
    const head = el("header", {}, this.title, close);
    this.sheet = el("div", { className: "sheet", role: "dialog", "aria-modal": "true", "aria-labelledby": "source-title" }, head, this.body, el("footer", {}, this.link));
    this.element = el("div", { className: "drawer", hidden: true }, this.sheet);
    this.element.addEventListener("click", (event) => event.target === this.element && this.close());
  }

  async open(clause, quote, opener) {
    this.title.textContent = `指南原文 ${clause}`;
    this.link.href = `${this.api.address("guide")}#c-${encodeURIComponent(clause)}`;
    this.body.replaceChildren(el("p", { className: "note" }, "正在取原文…"));
    this.element.hidden = false;
    this.uncover = covered(this.behind, this.element, this.title, opener, () => this.close());
    try {
      this.guide = this.guide || (await this.api.guide());
      this.body.replaceChildren(...context(this.guide.clauses, clause, quote));
      const mark = this.body.querySelector("mark");
      if (mark) this.body.scrollTop = mark.offsetTop - this.body.clientHeight / 4;
    } catch {
      this.body.replaceChildren(el("p", { className: "note" }, "暂时取不到原文，请稍后再试。"));
    }
  }

  close() {
    this.element.hidden = true;
    this.uncover();
  }
}

/** The clause with its neighbours of the same heading, and the quote marked. */
function context(clauses, id, quote) {
  const place = clauses.findIndex((clause) => clause.id === id);
  if (place < 0) return [el("p", { className: "note" }, "指南里没有找到这一条。")];
  const near = clauses.slice(Math.max(place - 1, 0), place + 2).filter((clause) => clause.heading === clauses[place].heading);
  const heading = clauses[place].heading;
  return [heading && el("p", { className: "caption" }, heading), ...near.map((clause) => shown(clause, clause.id === id, quote))].filter(Boolean);
}

function shown(clause, wanted, quote) {
  const text = wanted && quote ? marked(clause.text, quote) : [clause.text];
  return el("p", { className: wanted ? "clause wanted" : "clause" }, el("span", { className: "tag" }, clause.id), ...text);
}

function marked(text, quote) {
  const place = text.indexOf(quote);
  if (place < 0) return [text];
  return [text.slice(0, place), el("mark", {}, quote), text.slice(place + quote.length)];
}
