// The assessment as a card: each program with its state, each requirement with its clause, what would turn it, the
// section, the materials as a checklist, and the figures it was worked out with.

import { bar } from "./bar.js";
import { understood } from "./check.js";
import { el, icon } from "./dom.js";
import { chip } from "./sources.js";
import { blocks } from "./text.js";
import { PROMISE, STATUSES, VERDICTS } from "./words.js";

export function verdict(payload, chat) {
  const several = payload.programs.length > 1;
  const programs = payload.programs.map((program, place) => programCard(program, payload, chat, several, place === 0));
  return el(
    "div", // a group: several verdicts of one name are no landmarks of the page
    { className: "verdict", role: "group", "aria-label": heading(payload) },
    (payload.notes || []).map((note) => el("div", { className: "notes" }, blocks(note.split("\n"), () => null))),
    el("h3", {}, heading(payload)),
    several && tally(payload.programs),
    el("div", { className: "programs" }, programs),
    basis(payload, chat),
    ending(payload, chat),
  );
}

function heading({ complete, hypothesis }) {
  if (hypothesis) return "假如这样改，结果会是";
  return complete ? "核对结果" : "到目前为止";
}

function tally(programs) {
  const counts = Object.entries(VERDICTS).map(([id, state]) => [state, programs.filter((program) => program.verdict === id).length]);
  return el("p", { className: "tally" }, counts.filter(([, count]) => count).map(([state, count]) => el("span", { className: `state ${state.tone}` }, icon(state.icon), `${state.word} ${count}`)));
}

function programCard(program, payload, chat, several, open) {
  const state = VERDICTS[program.verdict];
  const pill = el("span", { className: `state ${state.tone}` }, icon(state.icon), state.word);
  const title = el("span", { className: "program-name" }, program.name);
  const content = [
    requirements(program, chat),
    turning(program),
    sectionLine(program),
    judged(program),
    program.verdict !== "not_eligible" && materials(program, chat),
  ];
  if (!several) return el("article", { className: `program ${state.tone}` }, el("h4", {}, pill, title), content);
  return el("details", { className: `program ${state.tone}`, open }, el("summary", {}, pill, title, icon("more")), content);
}

function requirements(program, chat) {
  const rows = program.requirements.filter((each) => each.status !== "not_applicable");
  const own = !program.own_requirements && el("p", { className: "note" }, "指南没有为它单列申报要求，只核对了支持方向。");
  return [el("ul", { className: "requirements" }, rows.map((each) => requirement(each, chat))), own];
}

function requirement(each, chat) {
  const state = STATUSES[each.status];
  const gap = each.gap_text && !(each.measure && each.gap.figure === each.measure.figure);
  return el(
    "li",
    { className: state.tone },
    icon(state.icon),
    el(
      "div",
      {},
      el("p", {}, el("strong", { className: "status" }, state.word), each.strength === "in_principle" && el("span", { className: "soft" }, "原则上"), each.text, chip(each.clause, each.quote, chat.open)),
      bar(each),
      gap && el("p", { className: "gap-words" }, each.gap_text),
    ),
  );
}

function turning({ turns = [], verdict }) {
  if (!turns.length) return verdict === "not_eligible" && el("p", { className: "turning" }, "标“不符合”的，每一条都要满足才行。");
  const rows = turns.map((turn) => el("li", {}, `${turn.change}，${turn.outcome}`));
  return el("div", { className: "turning" }, el("p", {}, verdict === "undetermined" ? "只差一项没有确定：" : "只改变一项就能变："), el("ul", {}, rows));
}

function sectionLine({ section, possible_sections: possible, verdict: id }) {
  const where = section || possible.join("、");
  const label = id === "consult" ? "请先咨询" : section || !where ? "受理科室" : "受理科室（看单位类型和领域）";
  return el("p", { className: "facts" }, el("span", {}, label), el("strong", {}, where || "指南没有写明"));
}

function judged({ judged: sentences }) {
  if (!sentences.length) return null;
  return el("details", { className: "more" }, el("summary", {}, `另有 ${sentences.length} 项由科室判断`, icon("more")), el("ul", {}, sentences.map((each) => el("li", {}, each))));
}

/** The checklist; what is ticked is remembered on this device. */
function materials(program, chat) {
  if (!program.materials.length) return null;
  const storage = chat.conversation.storage;
  const box = (name) => {
    const key = `${program.id} ${name}`;
    const onchange = ({ target }) => storage.set("materials", { ...storage.get("materials"), [key]: target.checked });
    return el("li", {}, el("label", {}, el("input", { type: "checkbox", checked: Boolean((storage.get("materials") || {})[key]), onchange }), name));
  };
  return el("div", { className: "materials" }, el("p", { className: "caption" }, "要准备的材料"), el("ul", {}, program.materials.map(box)));
}

function basis(payload, chat) {
  if (payload.hypothesis || !payload.understood.length) return null;
  return el("div", { className: "basis" }, el("p", { className: "caption" }, "我是按这些算的，点一项可以改"), understood(payload.understood, chat));
}

function ending({ receipt, report }, chat) {
  const address = report && safeLink(report, chat.conversation.api.base);
  return el(
    "div",
    { className: "ending" },
    address && el("a", { className: "button", href: address, target: "_blank", rel: "noopener" }, icon("print"), "打开核对报告"),
    receipt && el("p", {}, "回执编号 ", el("strong", { className: "receipt" }, receipt), "，以后在这里发这个编号就能再看。"),
    el("p", { className: "note" }, PROMISE),
  );
}

/** The report's address where it is one of the web, else null. */
function safeLink(link, base) {
  const address = new URL(link, base);
  return /^https?:$/.test(address.protocol) ? address.href : null;
}
