import { momentInFull, timeOfDay } from "./dates.js";
import { button, el, hiddenWords, iconButton } from "./dom.js";
import { renderText } from "./entities.js";
import { icon } from "./icons.js";
import { renderInlineKeyboard } from "./keyboard.js";
import { linksToOpen } from "./links.js";
import { renderMedia } from "./media.js";
import { renderPoll } from "./poll.js";

/**
 * One message as its owner sees it. `grouping` is {first, last} within messages of one sender; `answered` the message
 * that it replies to, if any; `waiting` {key, ballot}: the button that waits for the bot, and how far a vote is; `acts`
 * what can be done with it.
 */
export function renderBubble(message, grouping, answered, waiting, acts) {
  if (message.kind === "service") return serviceLine(message);
  const links = linksToOpen(message, acts.botUsername);
  const bare = message.kind === "sticker";
  return el(
    "li",
    { class: bubbleClasses(message, grouping), data: { message: message.message_id } },
    el(
      "div",
      { class: bare ? "bubble bare" : "bubble" },
      sender(message, grouping),
      message.forwarded ? el("p", { class: "forwarded" }, icon("forward"), "Doorgestuurd") : null,
      answered ? quoted(answered) : null,
      message.poll ? renderPoll(message, waiting.ballot, acts) : renderMedia(message),
      words(message, acts),
      details(message),
      moreButton(message, acts),
    ),
    links.map((link) => (link.invite ? inviteCard(link, acts) : deepLinkCard(link, acts))),
    message.inline_keyboard?.length ? renderInlineKeyboard(message.inline_keyboard, waiting.key, tapsOf(message, acts)) : null,
  );
}

function bubbleClasses(message, { first, last }) {
  return ["message", message.outgoing ? "out" : "in", first && "first", last && "last"].filter(Boolean).join(" ");
}

const tapsOf = (message, acts) => ({ ...acts, tap: (row, column) => acts.tap(message, row, column) });

function serviceLine(message) {
  return el("li", { class: "service", data: { message: message.message_id } }, el("span", {}, message.text));
}

function sender(message, { first, inGroup }) {
  if (message.outgoing) return hiddenWords("Jij: ");
  return inGroup && first ? el("p", { class: "sender" }, message.sender.name) : hiddenWords(`${message.sender.name}: `);
}

function quoted(answered) {
  return el("p", { class: "quoted" }, el("strong", {}, answered.sender.name), el("span", {}, summary(answered)));
}

const KINDS = { photo: "Foto", document: "Document", sticker: "Sticker", voice: "Spraakbericht", contact: "Contact" };

export const summary = (message) => message.text || message.poll?.question || KINDS[message.kind] || "Bericht";

function words(message, acts) {
  if (!message.text || message.kind === "sticker") return null;
  return el("div", { class: "words", dir: "auto" }, renderText(message.text, message.entities ?? [], acts));
}

function details(message) {
  const date = new Date(message.date);
  return el(
    "span",
    { class: "details" },
    message.protected ? el("span", { class: "protected", title: "Kan niet worden doorgestuurd of opgeslagen" }, icon("lock"), hiddenWords("beschermd, ")) : null,
    message.edited ? el("span", {}, "bewerkt ") : null,
    el("time", { datetime: message.date, title: momentInFull(date) }, timeOfDay(date)),
  );
}

function moreButton(message, acts) {
  return iconButton(icon("more"), "Meer met dit bericht", (event) => acts.menu(message, event.currentTarget), {
    class: "more",
    "aria-haspopup": "menu",
    data: { focus: "menu" },
  });
}

function deepLinkCard({ url, payload }, acts) {
  return el(
    "div",
    { class: "deep-link", role: "group", "aria-label": "Startlink" },
    icon("link"),
    button("Open hier", () => acts.start(payload)),
    button("Open op…", (event) => acts.startElsewhere(payload, event.currentTarget), { "aria-haspopup": "menu" }),
    button("Kopieer", () => acts.copy(url)),
  );
}

function inviteCard({ url, invite }, acts) {
  return el(
    "div",
    { class: "deep-link", role: "group", "aria-label": "Uitnodiging voor een groep" },
    icon("group"),
    button("Toegang vragen", () => acts.openInvite(invite), { "aria-haspopup": "dialog" }),
    button("Open op…", (event) => acts.inviteElsewhere(invite, event.currentTarget), { "aria-haspopup": "menu" }),
    button("Kopieer", () => acts.copy(url)),
  );
}

/** A message on its way: shown at once, replaced by the playground's own when that has it. */
export function renderPending(pending, acts) {
  const failed = pending.error !== null;
  return el(
    "li",
    { class: `message out first last ${failed ? "failed" : "pending"}` },
    el(
      "div",
      { class: "bubble" },
      el("div", { class: "words", dir: "auto" }, pending.text),
      el("span", { class: "details" }, failed ? null : icon("wait"), failed ? "niet verstuurd" : hiddenWords("wordt verstuurd")),
    ),
    failed
      ? el(
          "div",
          { class: "deep-link", role: "alert" },
          el("span", {}, pending.error),
          button("Opnieuw", () => acts.retry(pending)),
          button("Weghalen", () => acts.discard(pending)),
        )
      : null,
  );
}
