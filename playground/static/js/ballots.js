/** How far this phone is with voting in the polls of one chat; what was voted is with the playground. */
export class Ballots {
  constructor(onChange) {
    this.onChange = onChange;
    this.ballots = new Map();
  }

  /** {changing, busy, ticked}: the numbers of the options that are ticked and not yet sent. */
  of(messageId) {
    if (!this.ballots.has(messageId)) this.ballots.set(messageId, { changing: false, busy: false, ticked: new Set() });
    return this.ballots.get(messageId);
  }

  change(message) {
    const chosen = message.poll.options.flatMap((option, number) => (option.chosen ? [number] : []));
    this.ballots.set(message.message_id, { changing: true, busy: false, ticked: new Set(chosen) });
    this.onChange();
  }

  keep(messageId) {
    this.ballots.delete(messageId);
    this.onChange();
  }

  /** Sends a vote, one at a time; it stands as it was when `send` answers null. */
  async cast(messageId, send) {
    const ballot = this.of(messageId);
    if (ballot.busy) return;
    ballot.busy = true;
    this.onChange();
    const answer = await send();
    if (answer) this.ballots.delete(messageId);
    else ballot.busy = false;
    this.onChange();
  }
}
