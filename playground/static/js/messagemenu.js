/** What can be done with one message of this phone. */
export function messageChoices(message, phone) {
  const own = message.outgoing && message.kind === "text";
  return [
    { label: "Beantwoorden", icon: "reply", act: () => replyTo(message, phone) },
    own && { label: "Bewerken", icon: "edit", act: () => phone.composer.edit(message) },
    message.text && { label: "Tekst kopiëren", icon: "copy", act: () => phone.messageActs().copy(message.text) },
    forwarding(message, phone),
  ].filter(Boolean);
}

function replyTo(message, phone) {
  phone.composer.replyTo(message);
  phone.composer.focus();
}

function forwarding(message, phone) {
  if (message.protected) return { label: "Doorsturen", detail: "kan niet: dit bericht is beschermd", icon: "forward", disabled: true };
  if (!message.text) return null;
  return { label: "Doorsturen", detail: "terug naar de bot", icon: "forward", act: () => phone.send(message.text, null, true) };
}
