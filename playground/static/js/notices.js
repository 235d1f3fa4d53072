import { button, el, iconButton } from "./dom.js";
import { icon } from "./icons.js";

const shown = new Map();

/** A calm line at the top of the page, until it is closed or has been there for `seconds`. The same line comes once. */
export function notice(words, { kind = "error", seconds = 12 } = {}) {
  const place = document.getElementById("notices");
  clearNotice(words);
  const line = el(
    "p",
    { class: `notice ${kind}` },
    icon(kind === "error" ? "warning" : "check"),
    el("span", {}, words),
    iconButton(icon("close"), "Melding sluiten", () => clearNotice(words)),
  );
  place.append(line);
  shown.set(words, { line, timer: setTimeout(() => clearNotice(words), seconds * 1000) });
}

function clearNotice(words) {
  const entry = shown.get(words);
  if (!entry) return;
  clearTimeout(entry.timer);
  entry.line.remove();
  shown.delete(words);
}

export const reportError = (error) => {
  notice(error.message);
  if (error.name !== "ApiError") console.error(error);
};

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice("Gekopieerd.", { kind: "done", seconds: 3 });
  } catch {
    askToCopy(text);
  }
}

/** When the browser gives no access to the clipboard, the text is shown selected, to copy by hand. */
function askToCopy(text) {
  const field = el("input", { readonly: true, value: text, "aria-label": "Tekst om te kopiëren" });
  const dialog = el(
    "dialog",
    { class: "dialog", "aria-label": "Kopiëren" },
    el("p", {}, "Kopieer de tekst hieronder:"),
    field,
    button("Sluiten", () => dialog.close(), { class: "primary" }),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.select();
}
