// The server's addresses (docs/web.md): session tokens taken, renewed and replaced without a word, streams read line by line.

const SECONDS_TO_ANSWER = 60;

/** The server said no, or could not be reached (`code` "network"). `words` are for the visitor. */
export class ApiError extends Error {
  constructor(code, words, status = 0, retryAfter = 0) {
    super(code);
    Object.assign(this, { code, words, status, retryAfter });
  }
}

export class Api {
  /** `onNewVisitor` is called when the former visitor is gone: expired, or erased. */
  constructor(base, storage, onNewVisitor) {
    Object.assign(this, { base, storage, onNewVisitor, limit: 500 });
  }

  address(path) {
    return new URL(path, this.base).href;
  }

  get visitor() {
    return Boolean(this.storage.get("session"));
  }

  async ready() {
    return (await (await this.fetch("webhooks/web/status")).json()).ready;
  }

  async guide() {
    return (await this.fetch("webhooks/web/guide")).json();
  }

  async history(after) {
    const query = after ? `?after=${after}` : "";
    return (await this.authorized(`webhooks/web/messages${query}`)).json();
  }

  async preview(figure, text) {
    return (await this.authorized("webhooks/web/preview", { method: "POST", body: { figure, text } })).json();
  }

  feedback(body) {
    return this.authorized("webhooks/web/feedback", { method: "POST", body });
  }

  /** Erases the visitor; one who is not known any more has nothing left to erase. */
  async erase() {
    const { token } = this.storage.get("session") || {};
    if (!token) return;
    try {
      await this.fetch("webhooks/web/visitor", { method: "DELETE", token });
    } catch (error) {
      if (error.code !== "session") throw error;
    }
  }

  /** Sends a message and hands each line of its turn to `online`. Raises ApiError "cut" for a stream without an end. */
  async send(message, online) {
    const response = await this.authorized("webhooks/web/messages", { method: "POST", body: message });
    for await (const line of lines(response)) {
      if (line.type === "error") throw new ApiError(line.code, line.error, response.status);
      if (line.type === "done") return;
      online(line);
    }
    throw new ApiError("cut");
  }

  async authorized(path, options = {}) {
    const token = await this.token();
    try {
      return await this.fetch(path, { ...options, token });
    } catch (error) {
      if (error.code !== "session") throw error;
      return this.fetch(path, { ...options, token: await this.token(token) });
    }
  }

  /** A token that is good; `refused` is one that the server did not take. One tab at a time asks for it. */
  token(refused) {
    return this.storage.exclusively(async () => {
      const kept = this.storage.get("session");
      if (kept && kept.token !== refused) return Date.now() < kept.refreshAt ? kept.token : this.renewed(kept.token);
      if (kept) this.onNewVisitor();
      return this.session();
    });
  }

  async renewed(token) {
    try {
      return await this.session(token);
    } catch (error) {
      if (error.code !== "session") throw error;
      this.onNewVisitor();
      return this.session();
    }
  }

  async session(token) {
    const response = await this.fetch("webhooks/web/session", { method: "POST", token });
    const session = await response.json();
    this.limit = session.limit || this.limit;
    this.storage.set("session", { token: session.token, refreshAt: Date.now() + session.refresh_in * 1000 });
    return session.token;
  }

  async fetch(path, { method = "GET", body, token } = {}) {
    const headers = {};
    if (body) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    const options = { method, headers, body: body && JSON.stringify(body), credentials: "omit", cache: "no-store" };
    let response;
    try {
      response = await fetch(this.address(path), { ...options, signal: patience() });
    } catch {
      throw new ApiError("network");
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

function patience() {
  const control = new AbortController();
  setTimeout(() => control.abort(), SECONDS_TO_ANSWER * 1000);
  return control.signal;
}

async function refusal(response) {
  const said = await response.json().catch(() => ({}));
  const wait = said.retry_after || Number(response.headers.get("Retry-After")) || 0;
  return new ApiError(said.code || "", said.error || "", response.status, wait);
}

async function* lines(response) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true }));
      rest += done ? "" : decoder.decode(value, { stream: true });
      const whole = rest.split("\n");
      rest = whole.pop();
      for (const line of whole) if (line) yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {}); // nothing is left to be read, or nobody reads on
  }
}
