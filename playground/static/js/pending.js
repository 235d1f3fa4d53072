let sequence = 0;

/** Messages shown at once, before the playground has confirmed them; one that failed stays until retried or removed. */
export class PendingMessages {
  constructor(onChange) {
    this.waiting = [];
    this.onChange = onChange;
  }

  /** `after` is the newest message there was: the playground's own copy of this one will be newer. */
  send(text, after, deliver) {
    const waiting = { key: (sequence += 1), text, after, deliver, error: null, messageId: null, arrived: false };
    this.waiting.push(waiting);
    return this.deliver(waiting);
  }

  retry(waiting) {
    waiting.error = null;
    return this.deliver(waiting);
  }

  discard(waiting) {
    this.waiting = this.waiting.filter((other) => other !== waiting);
    this.onChange();
  }

  async deliver(waiting) {
    this.onChange();
    try {
      const sent = await waiting.deliver();
      waiting.messageId = sent.message_id;
    } catch (error) {
      waiting.error = error.message;
      waiting.arrived = false;
      this.onChange();
    }
  }

  /** Drops what the playground now shows itself; its event may be faster than its answer, so equal words count too. */
  settle(messages) {
    const there = new Set(messages.map((message) => message.message_id));
    this.waiting = this.waiting.filter(({ messageId }) => !there.has(messageId));
    for (const waiting of this.waiting) {
      waiting.arrived = messages.some(
        (message) => message.outgoing && message.message_id > waiting.after && message.text === waiting.text,
      );
    }
  }

  get shown() {
    return this.waiting.filter(({ arrived, error }) => !arrived || error !== null);
  }
}
