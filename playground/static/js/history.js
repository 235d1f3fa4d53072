/**
 * What was said in a group before it became a supergroup stands above what was said since. Telegram keeps it as another
 * chat with numbers of its own; here those are moved below all others, so that each message of a chat has one number.
 */
const DOWN = 2 ** 40;

export const isEarlier = ({ message_id: id }) => id < 0;

/** The messages of the group that was, with numbers below those of the supergroup. */
export function movedDown(messages) {
  return messages.map((message) => ({
    ...message,
    message_id: message.message_id - DOWN,
    reply_to: message.reply_to === null ? null : message.reply_to - DOWN,
  }));
}

/** All messages in their order. Both chats tell of the move; it is shown once. */
export function joined(earlier, later) {
  const toldTwice = earlier.at(-1)?.kind === "service" && earlier.at(-1).text === later[0]?.text;
  return [...(toldTwice ? earlier.slice(0, -1) : earlier), ...later];
}

/** The number that an earlier message has in its own chat. */
export const ownNumber = (id) => id + DOWN;
