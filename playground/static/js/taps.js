/** After how long a button stops waiting for an answer; the playground lets a query expire then too. */
const ANSWER_MS = 15_000;

/** Which inline buttons wait for the bot, and which of its answers are new. */
export class Taps {
  constructor(onChange) {
    this.onChange = onChange;
    this.busy = new Map();
    this.queries = new Map();
    this.known = new Set();
  }

  async press(messageId, row, column, send) {
    this.busy.set(messageId, `${row}:${column}`);
    this.onChange();
    const sent = await send();
    const query = sent?.callback_query_id;
    if (!query || this.known.has(query)) {
      this.release(messageId);
      return;
    }
    this.queries.set(query, messageId);
    setTimeout(() => this.queries.has(query) && this.finish(query), ANSWER_MS);
  }

  /** The answers that were not there before; their buttons stop waiting. */
  heard(answers) {
    const fresh = answers.filter(({ callback_query_id: query }) => !this.known.has(query));
    for (const { callback_query_id: query } of fresh) {
      this.known.add(query);
      if (this.queries.has(query)) this.finish(query);
    }
    return fresh;
  }

  finish(query) {
    const messageId = this.queries.get(query);
    this.queries.delete(query);
    this.release(messageId);
  }

  release(messageId) {
    this.busy.delete(messageId);
    this.onChange();
  }
}
