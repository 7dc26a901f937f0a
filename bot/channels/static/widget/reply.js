// One message of the bot or of the visitor as an element.

import { el } from "./dom.js";
import { actions } from "./feedback.js";
import { chip, sources } from "./sources.js";
import { blocks, parted, shownLines } from "./text.js";
import { verdict } from "./verdict.js";

/** The answers that can be tapped after this message, `[{title, payload}]`; 不知道 where a number is asked for. */
export function choicesOf({ payload = {} }) {
  const question = openQuestion(payload);
  const choices = payload.choices || payload.suggestions || (question && question.choices);
  return choices || (question ? [{ title: "不知道", payload: "不知道" }] : []);
}

/** The question that is open after a turn, or null. */
export function openQuestion(payload = {}) {
  return payload.kind === "question" ? payload : payload.question || null;
}

export function visitorMessage(message) {
  return el("article", { className: "message own" }, el("h3", { className: "away" }, "您说"), el("p", {}, message.title || message.text));
}

export function botMessage(message, chat) {
  const payload = message.payload || {};
  const parts = parted(message.text, payload.question);
  const content = payload.kind === "assessment" ? [verdict(payload, chat)] : answer(parts.body, payload, chat);
  return el("article", { className: `message bot ${payload.kind || ""}` }, el("h3", { className: "away" }, "助手说"), content, question(parts, payload, chat), payload.kind !== "question" && actions(message, chat));
}

function answer(text, payload, chat) {
  const { citations = [], choices, suggestions } = payload;
  const chips = (clause) => chip(clause, quoteOf(citations, clause), chat.open);
  const lines = shownLines(text, { citations, choices: choices || suggestions });
  const made = blocks(lines, chips);
  if (payload.kind === "question" && made.length) made[made.length - 1].className = "asked";
  return [...made, citations.length ? sources(citations, chat.open) : ""];
}

function quoteOf(citations, clause) {
  const found = citations.find((citation) => citation.clause === clause);
  return found && found.quote;
}

/** The question of a check that goes on after an interruption. */
function question({ lead, question: text }, payload, chat) {
  if (!text) return "";
  const lines = shownLines(text, { choices: payload.question.choices });
  const made = blocks(lines, (clause) => chip(clause, "", chat.open));
  if (made.length) made[made.length - 1].className = "asked";
  return el("div", { className: "again" }, el("p", { className: "caption" }, lead), made);
}
