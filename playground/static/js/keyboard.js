import { el, hiddenWords } from "./dom.js";
import { icon } from "./icons.js";
import { inviteLink, safeAddress, startPayload } from "./links.js";

/**
 * The buttons under a message. `acts.tap(row, column)` presses one; `busy` is the "row:column" that waits for the
 * bot's answer. A link to elsewhere is a link; a deep link to this bot is pressed like any other button; one into a group
 * opens with `acts.openInvite(link)`.
 */
export function renderInlineKeyboard(rows, busy, acts) {
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": "Knoppen bij dit bericht" },
    rows.map((keys, row) => el("div", { class: "key-row" }, keys.map((key, column) => inlineKey(key, row, column, busy, acts)))),
  );
}

function inlineKey(key, row, column, busy, acts) {
  const address = key.url ? safeAddress(key.url) : null;
  const invite = key.url ? inviteLink(key.url) : null;
  if (invite) {
    return el("button", { type: "button", class: "key", "aria-haspopup": "dialog", on: { click: () => acts.openInvite(invite) } }, key.text);
  }
  if (address && startPayload(key.url, acts.botUsername) === null) {
    return el(
      "a",
      { class: "key", href: address.href, target: "_blank", rel: "noopener noreferrer" },
      key.text,
      icon("outside"),
    );
  }
  const place = `${row}:${column}`;
  return el(
    "button",
    {
      type: "button",
      class: "key",
      "aria-busy": busy === place ? "true" : null,
      data: { focus: `key-${place}` },
      on: { click: () => acts.tap(row, column) },
    },
    key.text,
    busy === place ? hiddenWords(" (even wachten)") : null,
  );
}

/** The keyboard under the composer, as the bot asked for it. */
export function renderReplyKeyboard(rows, onTap) {
  return rows.map((keys) =>
    el(
      "div",
      { class: "key-row" },
      keys.map((key) =>
        el(
          "button",
          { type: "button", class: "key", on: { click: () => onTap(key) } },
          key.request_contact ? icon("phone") : null,
          key.text,
        ),
      ),
    ),
  );
}
