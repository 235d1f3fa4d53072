import { button, el } from "./dom.js";

/**
 * A dialog over the page, with its title above `content`; it is gone when it is closed. Escape closes it, and the
 * browser gives the focus back to what opened it.
 */
export function openDialog(title, content, attributes = {}) {
  const dialog = el("dialog", { class: "dialog", "aria-label": title, ...attributes }, el("h2", {}, title), content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks whether something that cannot be undone is meant; calls `act` when it is. */
export function confirmDeed(title, words, label, act) {
  const dialog = openDialog(title, [
    el("p", { class: "dialog-words" }, words),
    el(
      "p",
      { class: "dialog-buttons" },
      button("Annuleren", () => dialog.close(), { autofocus: true }),
      button(
        label,
        () => {
          dialog.close();
          act();
        },
        { class: "primary" },
      ),
    ),
  ]);
}
