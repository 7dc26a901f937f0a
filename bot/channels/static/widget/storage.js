// What the page remembers of a visitor: in local storage, so that other tabs and a reload find it; in memory where
// storage is switched off, and then the conversation ends with the page.

export class Storage {
  /** `base` keeps assistants of several servers on one page apart. */
  constructor(base) {
    this.prefix = `guide-assistant ${base} `;
    this.memory = new Map();
  }

  get(key) {
    let text;
    try {
      text = localStorage.getItem(this.prefix + key);
    } catch {
      return this.memory.get(key);
    }
    try {
      return text === null ? this.memory.get(key) : JSON.parse(text);
    } catch {
      return undefined; // somebody else wrote there
    }
  }

  set(key, value) {
    this.memory.set(key, value);
    try {
      localStorage.setItem(this.prefix + key, JSON.stringify(value));
    } catch {
      // switched off or full: memory has it
    }
  }

  remove(key) {
    this.memory.delete(key);
    try {
      localStorage.removeItem(this.prefix + key);
    } catch {
      // switched off
    }
  }

  /** Runs `work` in one tab at a time, where the browser can tell. */
  exclusively(work) {
    return navigator.locks ? navigator.locks.request(this.prefix, work) : work();
  }
}
