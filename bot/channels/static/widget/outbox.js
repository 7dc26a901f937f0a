// Messages on their way: kept until they are answered, sent in order, sent again under the same id after a lost
// connection, so that none is lost and none is doubled.

import { ApiError } from "./api.js";
import { uuid } from "./dom.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
// What passes by itself: the network, a restart, a proxy that lost its server, too many messages at once.
const PASSING = new Set(["network", "cut", "starting", "rate"]);

export class Outbox {
  /** `handlers`: onchange(), online(entry, line), onlost(error), onback(). */
  constructor(api, storage, handlers) {
    Object.assign(this, { api, storage, handlers, waited: FIRST_WAIT, running: false, wake: () => {} });
    this.entries = (storage.get("outbox") || []).map((entry) => ({ ...entry, state: "waiting" }));
    this.seen = new Set(this.entries.map((entry) => entry.id));
  }

  add(text, title) {
    const entry = { id: uuid(), text, title, at: new Date().toISOString(), state: "waiting" };
    this.entries.push(entry);
    this.seen.add(entry.id);
    this.keep();
    this.pump();
  }

  /** Sends a failed message again, under the id that it had. */
  retry(id) {
    const entry = this.entries.find((each) => each.id === id);
    entry.state = "waiting";
    this.keep();
    this.pump();
  }

  drop(id) {
    this.entries = this.entries.filter((each) => each.id !== id);
    this.keep();
  }

  clear() {
    this.entries = [];
    this.keep();
  }

  keep() {
    const kept = this.entries.map(({ id, text, title, at }) => ({ id, text, title, at }));
    const others = (this.storage.get("outbox") || []).filter((entry) => !this.seen.has(entry.id)); // of other tabs
    this.storage.set("outbox", [...others, ...kept]);
    this.handlers.onchange();
  }

  /** Sends what waits, one after the other; called again while it runs, it goes on at once. */
  async pump() {
    this.wake();
    if (this.running) return;
    this.running = true;
    let entry;
    while ((entry = this.entries.find((each) => each.state === "waiting"))) await this.attempt(entry);
    this.running = false;
  }

  async attempt(entry) {
    try {
      this.state(entry, "sending");
      await this.api.send({ id: entry.id, text: entry.text, title: entry.title }, (line) => this.line(entry, line));
      this.back();
      this.drop(entry.id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.failed(entry, error);
    }
  }

  line(entry, line) {
    this.back();
    this.handlers.online(entry, line);
  }

  back() {
    this.waited = FIRST_WAIT;
    this.handlers.onback();
  }

  async failed(entry, error) {
    if (!PASSING.has(error.code) && error.status < 502) {
      entry.words = error.words;
      this.state(entry, "failed");
      return;
    }
    this.state(entry, "waiting");
    this.handlers.onlost(error);
    await this.pause(error.retryAfter * 1000 || this.waited);
    this.waited = Math.min(this.waited * 2, LONGEST_WAIT);
  }

  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  state(entry, state) {
    entry.state = state;
    this.handlers.onchange();
  }
}
