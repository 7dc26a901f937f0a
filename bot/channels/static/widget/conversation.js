// The conversation as this page knows it: what the server has, what is on its way, and whether it can be reached.
// Tabs tell each other that something happened, and each asks the server what.

import { Api } from "./api.js";
import { Outbox } from "./outbox.js";
import { Storage } from "./storage.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 8000;

export class Conversation extends EventTarget {
  constructor(base) {
    super();
    this.storage = new Storage(base);
    this.api = new Api(base, this.storage, () => this.empty());
    this.messages = new Map(); // by seq
    this.connection = "connecting"; // or "starting", "online", "offline", "rate"
    this.outbox = new Outbox(this.api, this.storage, {
      onchange: () => this.changed(),
      online: (entry, line) => this.heard(entry, line),
      onlost: (error) => this.lost(error),
      onback: () => this.reached(),
    });
    this.listen();
  }

  listen() {
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(this.storage.prefix) : null;
    if (this.channel) this.channel.onmessage = ({ data }) => this.told(data);
    addEventListener("online", () => this.started && this.connect());
    addEventListener("offline", () => this.connected("offline"));
    document.addEventListener("visibilitychange", () => document.hidden || !this.started || this.connect());
  }

  told(what) {
    if (what === "erased") this.outbox.clear();
    if (what === "erased") this.empty();
    else if (this.started) this.catchUp().catch(() => this.connect());
  }

  tell(what) {
    if (this.channel) this.channel.postMessage(what);
  }

  /** Reaches the server, waiting until it is ready; then what is missing is fetched, and what waits is sent. */
  async connect() {
    this.started = true;
    if (this.connecting) return;
    this.connecting = true;
    for (let wait = FIRST_WAIT; !(await this.arrived()); wait = Math.min(wait * 2, LONGEST_WAIT)) await pause(wait);
    this.connecting = false;
    this.connected("online");
    this.outbox.pump();
  }

  async arrived() {
    try {
      const ready = await this.api.ready();
      if (ready) await this.catchUp();
      else this.connected("starting");
      return ready;
    } catch (error) {
      this.lost(error);
      return false;
    }
  }

  connected(connection) {
    if (this.connection === connection) return;
    this.connection = connection;
    this.changed();
  }

  lost(error) {
    this.waitWords = error.words;
    this.connected({ starting: "starting", rate: "rate" }[error.code] || "offline");
  }

  reached() {
    this.connected("online");
  }

  /** Fetches what the server has beyond what is known here. */
  async catchUp() {
    if (!this.api.visitor) return;
    for (let more = true; more; ) {
      const page = await this.api.history(this.last);
      for (const message of page.messages) this.messages.set(message.seq, message);
      more = page.more;
    }
    this.changed();
  }

  get last() {
    return Math.max(0, ...this.messages.keys());
  }

  say(text, title) {
    this.outbox.add(text, title);
    this.connect();
  }

  heard(entry, line) {
    if (line.type === "accepted") {
      this.messages.set(line.seq, { seq: line.seq, id: entry.id, role: "visitor", text: entry.text, title: entry.title, at: entry.at });
    } else if (line.type === "reply") {
      this.answered(entry, line);
    }
    this.changed();
    this.tell("changed");
  }

  answered(entry, line) {
    if (line.payload && line.payload.topic === "forget") return this.forgotten(line);
    this.messages.set(line.seq, { ...line, id: entry.id, role: "bot" });
    this.dispatchEvent(new CustomEvent("reply", { detail: line }));
  }

  /** The bot has erased the visitor: only its word on that is still shown, until the page is left. */
  forgotten(line) {
    this.forget();
    this.messages.set(0, { ...line, seq: 0, id: "forgotten", role: "bot" });
    this.dispatchEvent(new CustomEvent("reply", { detail: line }));
  }

  async erase() {
    await this.api.erase();
    this.forget();
    this.changed();
  }

  forget() {
    for (const key of ["session", "outbox", "materials", "draft"]) this.storage.remove(key);
    this.outbox.clear();
    this.empty();
    this.tell("erased");
  }

  empty() {
    this.messages.clear();
    this.changed();
  }

  /** All messages in order; what is not accepted yet comes last. `state`: "sent", "sending", "waiting" or "failed". */
  list() {
    const entries = new Map(this.outbox.entries.map((entry) => [entry.id, entry]));
    const known = [...this.messages.values()].sort((one, other) => one.seq - other.seq);
    const shown = known.map((message) => ({ ...message, key: `${message.role} ${message.id}`, state: stateOf(message, entries) }));
    const accepted = new Set(known.map((message) => message.id));
    const waiting = this.outbox.entries.filter((entry) => !accepted.has(entry.id));
    return [...shown, ...waiting.map((entry) => ({ ...entry, role: "visitor", key: `visitor ${entry.id}` }))];
  }

  get busy() {
    return this.outbox.entries.some((entry) => entry.state === "sending");
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }
}

function stateOf(message, entries) {
  const entry = message.role === "visitor" && entries.get(message.id);
  return entry && entry.state === "failed" ? "failed" : "sent";
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
