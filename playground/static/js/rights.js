import { el } from "./dom.js";

/** What Telegram's dialog for administrators shows of the rights, in its words; `on` is switched on there by itself. */
const RIGHTS = [
  { name: "can_change_info", words: "Groep wijzigen", on: true },
  { name: "can_delete_messages", words: "Berichten verwijderen", on: true },
  { name: "can_restrict_members", words: "Leden verwijderen", on: true },
  { name: "can_invite_users", words: "Leden uitnodigen via een link", on: true },
  { name: "can_pin_messages", words: "Berichten vastzetten", on: true },
  { name: "can_manage_video_chats", words: "Videochats beheren", on: true },
  { name: "can_promote_members", words: "Beheerders benoemen", on: false },
];

/** The rights as a set of checkboxes, ticked as `rights` says, or else as Telegram proposes. */
export function rightsFields(rights = null) {
  return el(
    "fieldset",
    { class: "checks" },
    el("legend", {}, "Wat de bot als beheerder mag"),
    RIGHTS.map(({ name, words, on }) => check(words, { name, checked: rights ? Boolean(rights[name]) : on })),
  );
}

/** The rights that are ticked within an element, as the playground takes them. Every administrator manages the chat. */
export function chosenRights(within) {
  const ticked = RIGHTS.map(({ name }) => [name, within.querySelector(`input[name="${name}"]`).checked]);
  return { can_manage_chat: true, ...Object.fromEntries(ticked) };
}

export function check(words, attributes = {}, detail = null) {
  return el(
    "label",
    { class: "check" },
    el("input", { type: "checkbox", ...attributes }),
    el("span", { class: "menu-words" }, words, detail ? el("small", {}, detail) : null),
  );
}
