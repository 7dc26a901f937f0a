// What can be done with an answer: copy it, say that it helped, or say why not.

import { el, icon, iconButton } from "./dom.js";

const REASONS = ["答错了", "没答到点子上", "看不懂"];
const LONGEST_REASON = 200;
const COPIED_MILLISECONDS = 2000;

/** The row below an answer. */
export function actions(message, chat) {
  const said = el("span", { className: "note", role: "status" });
  const row = el("div", { className: "actions" }, copyButton(message.text, said));
  if (message.seq) row.append(thumbs(message, chat, row, said));
  row.append(said, el("time", { dateTime: message.at }, clock(message.at)));
  return row;
}

function clock(at) {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
}

function copyButton(text, said) {
  return iconButton("copy", "复制这条回答", async (event) => {
    said.textContent = (await copy(text, event.currentTarget)) ? "已复制" : "没有复制成功";
    setTimeout(() => (said.textContent = ""), COPIED_MILLISECONDS);
  });
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, button); // no permission, or the page is not served securely
  }
}

function copyBySelection(text, button) {
  const area = el("textarea", { value: text, className: "away", "aria-hidden": "true" });
  button.after(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  button.focus();
  return done;
}

function thumbs(message, chat, row, said) {
  const send = async (verdict, reason) => {
    up.setAttribute("aria-pressed", String(verdict === "up"));
    down.setAttribute("aria-pressed", String(verdict === "down"));
    try {
      await chat.conversation.api.feedback({ seq: message.seq, verdict, reason });
      said.textContent = "谢谢，已记下";
    } catch (error) {
      said.textContent = error.words || "没有记下，请稍后再试";
    }
  };
  const up = iconButton("up", "有帮助", () => send("up"), { "aria-pressed": "false" });
  const down = iconButton("down", "没帮助", () => why(row, down, send), { "aria-pressed": "false" });
  return el("span", { className: "thumbs" }, up, down);
}

function why(row, down, send) {
  if (row.nextElementSibling) return;
  const close = () => {
    form.remove();
    down.focus();
  };
  const done = (reason) => {
    send("down", reason || undefined);
    close();
  };
  const field = el("input", { type: "text", maxLength: LONGEST_REASON, placeholder: "也可以写一句", "aria-label": "哪里没帮上忙", autocomplete: "off" });
  const chips = REASONS.map((reason) => el("button", { type: "button", className: "choice", onclick: () => done(reason) }, reason));
  const onsubmit = (event) => {
    event.preventDefault();
    done(field.value.trim());
  };
  const onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const form = el("form", { className: "why", "aria-label": "哪里没帮上忙", onsubmit, onkeydown }, el("p", {}, "哪里没帮上忙？请不要写个人信息。"), el("div", { className: "row" }, chips), el("div", { className: "row" }, field, el("button", { type: "submit", className: "choice primary" }, "提交"), el("button", { type: "button", className: "plain", onclick: close }, "取消")));
  row.after(form);
  chips[0].focus();
}
