// A bot's text as paragraphs and lists, with the clauses that it names as chips. Lines that the page shows in another
// form (quotes, the list of possible answers) are left out; nothing is reworded.

import { el } from "./dom.js";

const QUOTE = /^【(.+?)】“.*”$/;
const NUMBERED = /^(\d+)[.、]\s*/;
const BULLET = /^[·•]\s*/;
const CLAUSE = /[（【]([一二三四五六七八九十]+(?:（[一二三四五六七八九十]+）)?(?:\d+)?(?:（\d+）)?(?:¶\d+)?)[）】]/g;

/** Splits a turn's text at the question that ends it: `{body, lead, question}`. */
export function parted(text, question) {
  if (!question || !text.endsWith(question.text)) return { body: text, lead: "", question: "" };
  const before = text.slice(0, -question.text.length).trimEnd();
  const cut = before.lastIndexOf("\n") + 1; // the last line leads back to the question
  return { body: before.slice(0, cut), lead: before.slice(cut), question: question.text };
}

/** The lines that are shown: without the quotes of `citations` and without the titles of `choices`. */
export function shownLines(text, { citations = [], choices = [] } = {}) {
  const cited = new Set(citations.map((citation) => citation.clause));
  const titles = choices.map((choice) => choice.title).join(" / ");
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.filter((line, place) => !isQuote(line, cited) && !(endsList(line, lines[place + 1], cited))).map((line) => withoutTitles(line, titles)).filter(Boolean);
}

function isQuote(line, cited) {
  const found = QUOTE.exec(line);
  return found !== null && cited.has(found[1]);
}

/** Whether this line only announces quotes that follow it. */
function endsList(line, next, cited) {
  return line === "依据：" && (next === undefined || isQuote(next, cited));
}

function withoutTitles(line, titles) {
  if (!titles || !line.endsWith(titles)) return line;
  const rest = line.slice(0, -titles.length).trim();
  return rest === "可以回答：" ? "" : rest;
}

/** Paragraphs and lists. `chip(clause)` gives a button for a clause of the guide, or null where there is no such clause. */
export function blocks(lines, chip) {
  const made = [];
  for (const line of lines) {
    const kind = NUMBERED.test(line) ? "ol" : BULLET.test(line) ? "ul" : "p";
    const content = inline(line.replace(kind === "ul" ? BULLET : NUMBERED, ""), chip);
    if (kind === "p") made.push(el("p", {}, content));
    else listFor(made, kind, line).append(el("li", {}, content));
  }
  return made;
}

function listFor(made, kind, line) {
  const last = made[made.length - 1];
  if (last && last.localName === kind) return last;
  const list = el(kind, kind === "ol" ? { start: Number(NUMBERED.exec(line)[1]) } : {});
  made.push(list);
  return list;
}

/** The line as text nodes and chips. */
export function inline(line, chip) {
  const parts = [];
  let from = 0;
  for (const found of line.matchAll(CLAUSE)) {
    const button = chip(found[1]);
    if (!button) continue;
    parts.push(line.slice(from, found.index), button);
    from = found.index + found[0].length;
  }
  return [...parts, line.slice(from)];
}
