import { formattedMoment, momentInFull } from "./dates.js";
import { el } from "./dom.js";
import { inviteLink, safeAddress, startPayload } from "./links.js";

const SIMPLE_TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

/** These stand on lines of their own, so that the line break after them is already there. */
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * The nodes for a text with MessageEntity objects. Offsets count UTF-16 units, which is what JavaScript slices by.
 * `acts` says what a tap does: `start(payload)`, `openInvite(link)`, `command(text)`; and gives `botUsername` and `now`.
 */
export function renderText(text, entities, acts) {
  const known = entities.filter(({ offset, length }) => length > 0 && offset >= 0 && offset < text.length);
  return renderRange(text, 0, text.length, sortedByStart(known), acts);
}

function sortedByStart(entities) {
  return [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
}

function renderRange(text, start, end, entities, acts) {
  const nodes = [];
  const waiting = [...entities];
  let at = start;
  while (waiting.length > 0) {
    const entity = waiting.shift();
    const to = Math.min(entity.offset + entity.length, end);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const [inside, sticking] = takeInside(waiting, to);
    waiting.unshift(...sticking);
    const content = renderRange(text, entity.offset, to, inside, acts);
    nodes.push(renderEntity(entity, text.slice(entity.offset, to), content, acts));
    at = BLOCKS.has(entity.type) && text[to] === "\n" ? Math.min(to + 1, end) : to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

/** Takes from `waiting` what starts before `to`; what ends later is cut in two, so that elements nest. */
function takeInside(waiting, to) {
  const inside = [];
  const sticking = [];
  while (waiting.length > 0 && waiting[0].offset < to) {
    const entity = waiting.shift();
    const surplus = entity.offset + entity.length - to;
    inside.push(surplus > 0 ? { ...entity, length: entity.length - surplus } : entity);
    if (surplus > 0) sticking.push({ ...entity, offset: to, length: surplus });
  }
  return [inside, sticking];
}

function renderEntity(entity, words, content, acts) {
  if (SIMPLE_TAGS[entity.type]) return el(SIMPLE_TAGS[entity.type], {}, content);
  switch (entity.type) {
    case "pre":
      return el("pre", { data: { language: entity.language ?? "" } }, el("code", {}, content));
    case "blockquote":
      return el("blockquote", {}, content);
    case "expandable_blockquote":
      return expandableQuote(content);
    case "spoiler":
      return spoiler(content);
    case "url":
      return link(words, content, acts);
    case "text_link":
      return link(entity.url, content, acts);
    case "email":
      return link(`mailto:${words}`, content, acts);
    case "phone_number":
      return link(`tel:${words.replaceAll(/[^+\d]/g, "")}`, content, acts);
    case "bot_command":
      return el("button", { type: "button", class: "text-button", on: { click: () => acts.command(words) } }, content);
    case "date_time":
      return moment(entity, content, acts);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "mention" }, content);
    default:
      return el("span", {}, content);
  }
}

function link(written, content, acts) {
  const payload = startPayload(written, acts.botUsername);
  if (payload !== null) {
    const start = () => acts.start(payload);
    return el("button", { type: "button", class: "text-button", title: `Openen: ${written}`, on: { click: start } }, content);
  }
  const invite = inviteLink(written);
  if (invite !== null) {
    const open = () => acts.openInvite(invite);
    return el("button", { type: "button", class: "text-button", "aria-haspopup": "dialog", on: { click: open } }, content);
  }
  const address = safeAddress(written);
  if (!address) return el("span", {}, content);
  return el("a", { href: address.href, target: "_blank", rel: "noopener noreferrer", title: address.href }, content);
}

function spoiler(content) {
  const hidden = el("span", { class: "spoiler-words" }, content);
  const cover = el("button", { type: "button", class: "spoiler", "aria-label": "Verborgen tekst, tik om te lezen" }, hidden);
  cover.addEventListener("click", () => {
    const read = el("span", { class: "spoiler-read", tabindex: "-1" }, ...hidden.childNodes);
    cover.replaceWith(read);
    read.focus();
  });
  return cover;
}

function expandableQuote(content) {
  const quote = el("blockquote", { class: "folded" }, content);
  const unfold = el("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "Meer");
  unfold.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    unfold.setAttribute("aria-expanded", String(!folded));
    unfold.textContent = folded ? "Meer" : "Minder";
  });
  return el("div", { class: "quote" }, quote, unfold);
}

function moment(entity, content, acts) {
  const date = new Date(entity.unix_time * 1000);
  const words = formattedMoment(date, entity.date_time_format, acts.now());
  return el("time", { datetime: date.toISOString(), title: momentInFull(date) }, words ?? content);
}
