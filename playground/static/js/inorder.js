/**
 * Does one thing after another: each waits until the one before it was answered, or failed. The acts of one person
 * reach the bot in the order in which they were done, as they do from a real phone.
 */
export class InOrder {
  constructor() {
    this.last = Promise.resolve();
  }

  /** What `act` answers, or how it failed; a failure holds up nothing that comes after. */
  add(act) {
    const done = this.last.then(act);
    this.last = done.catch(() => {});
    return done;
  }
}
