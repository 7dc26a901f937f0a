// The page's conversation with the bot. Whatever comes from outside is put on the page as text, never as markup.
"use strict";

const log = document.getElementById("log");
const form = document.getElementById("form");
const input = document.getElementById("text");
const send = form.querySelector("button");
const sender = conversation();

function conversation() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = "web-" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const known = sessionStorage.getItem("conversation") || fresh;
    sessionStorage.setItem("conversation", known);
    return known;
  } catch {
    return fresh; // storage is switched off: the conversation ends with the page
  }
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function show(node) {
  log.append(node);
  log.scrollTop = log.scrollHeight;
}

function showCitations(citations) {
  const details = element("details");
  details.append(element("summary", "", "指南原文"));
  for (const citation of citations) {
    details.append(element("blockquote", "", `${citation.clause}　${citation.quote}`));
  }
  show(details);
}

function showChoices(choices) {
  const row = element("div", "choices");
  for (const choice of choices) {
    const button = element("button", "", choice.title);
    button.type = "button";
    button.addEventListener("click", () => ask(choice.payload, choice.title));
    row.append(button);
  }
  show(row);
}

function showReply(message) {
  if (message.text) show(element("p", "message", message.text));
  const custom = message.custom || {};
  if (custom.citations?.length) showCitations(custom.citations);
  const choices = custom.choices || custom.suggestions || [];
  if (choices.length) showChoices(choices);
}

async function post(message) {
  const reply = await fetch("/webhooks/rest/webhook", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sender, message }),
  });
  const body = await reply.json();
  if (!reply.ok) throw new Error(body.error);
  return body;
}

async function ask(message, title) {
  if (send.disabled) return;
  for (const row of log.querySelectorAll(".choices")) row.remove();
  const question = element("p", "message own", title || message);
  show(question);
  send.disabled = true;
  log.setAttribute("aria-busy", "true");
  try {
    for (const reply of await post(message)) showReply(reply);
  } catch {
    show(element("p", "message error", "暂时没有连上问答服务，请稍后再试。"));
  }
  question.scrollIntoView({ block: "start" }); // a long answer is read from its first line
  log.setAttribute("aria-busy", "false");
  send.disabled = false;
  input.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const message = input.value.trim();
  input.value = "";
  if (message) ask(message);
});

input.focus();
