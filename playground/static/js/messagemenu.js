import { isEarlier } from "./history.js";

/** What can be done with one message of a chat on a phone. */
export function messageChoices(message, chat) {
  const earlier = isEarlier(message);
  const own = message.outgoing && message.kind === "text" && !earlier;
  return [
    !earlier && { label: "Beantwoorden", icon: "reply", act: () => replyTo(message, chat) },
    own && { label: "Bewerken", icon: "edit", act: () => chat.composer.edit(message) },
    message.text && { label: "Tekst kopiëren", icon: "copy", act: () => chat.messageActs().copy(message.text) },
    chat.isGroup ? null : forwarding(message, chat),
    chat.mayDelete(message) && { label: "Verwijderen", detail: "voor iedereen", icon: "remove", act: () => chat.deleteMessage(message) },
  ].filter(Boolean);
}

function replyTo(message, chat) {
  chat.composer.replyTo(message);
  chat.composer.focus();
}

function forwarding(message, chat) {
  if (message.protected) return { label: "Doorsturen", detail: "kan niet: dit bericht is beschermd", icon: "forward", disabled: true };
  if (!message.text) return null;
  return { label: "Doorsturen", detail: "terug naar de bot", icon: "forward", act: () => chat.send(message.text, null, true) };
}
