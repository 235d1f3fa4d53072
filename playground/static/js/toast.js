import { button, el } from "./dom.js";

/** How long a short answer stays in sight: long enough for its 200 characters. */
const TOAST_MS = 4500;

/** The short answer that a bot gives to a tap, over the chat of one phone. */
export class Toast {
  constructor() {
    this.element = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
  }

  say(text) {
    const toast = el("p", { class: "toast" }, text);
    this.element.replaceChildren(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  }
}

/** An answer that asks to be read: covers the phone until it is closed, and then gives the focus back. */
export function showAlert(phone, text) {
  const before = document.activeElement;
  const close = () => {
    alert.remove();
    before?.focus?.();
  };
  const accept = button("Oké", close, { class: "primary" });
  const alert = el(
    "div",
    { class: "alert", role: "alertdialog", "aria-label": "Bericht van de bot" },
    el("div", {}, el("p", {}, text), accept),
  );
  alert.addEventListener("keydown", (event) => event.key === "Escape" && close());
  phone.append(alert);
  accept.focus();
}
