import { el } from "./dom.js";
import { icon } from "./icons.js";
import { enlarge } from "./lightbox.js";
import { notice } from "./notices.js";

/**
 * What a message holds besides its text: a picture, a document, a sticker, a voice message or a contact.
 * What is protected can be looked at and not saved.
 */
export function renderMedia(message) {
  const views = { photo, document: documentCard, sticker, voice, contact };
  return views[message.kind]?.(message) ?? null;
}

function photo({ file, text, protected: kept }) {
  const words = text ? `Foto: ${text}` : "Foto";
  const picture = el("img", { src: file.url, alt: words, width: file.width, height: file.height, loading: "lazy" });
  return el(
    "button",
    { type: "button", class: "photo", "aria-label": `${words}. Groter bekijken`, on: { click: () => enlarge(file, words, kept) } },
    picture,
  );
}

function documentCard({ file, protected: kept }) {
  const name = file.name ?? "bestand";
  return el(
    "div",
    { class: "file" },
    el(
      "a",
      { class: "file-open", href: file.url, target: "_blank", rel: "noopener", title: `${name} openen` },
      el("span", { class: "file-picture" }, icon("document")),
      el("span", { class: "file-words" }, el("span", { class: "file-name" }, name), el("small", {}, sizeInWords(file.size))),
    ),
    kept
      ? null
      : el("a", { class: "icon-button", href: file.url, download: name, "aria-label": `${name} opslaan`, title: "Opslaan" }, icon("download")),
  );
}

function sizeInWords(bytes) {
  if (!bytes) return "";
  if (bytes < 1000) return `${bytes} bytes`;
  const number = (value) => value.toLocaleString("nl-NL", { maximumFractionDigits: 1 });
  return bytes < 1e6 ? `${number(bytes / 1e3)} kB` : `${number(bytes / 1e6)} MB`;
}

function sticker({ file, text }) {
  const card = el("span", { class: "sticker-card" }, icon("sticker"), el("span", {}, text || "Sticker"));
  if (!file?.mime_type?.startsWith("image/") || !file.width) return card;
  const picture = el("img", { class: "sticker-picture", src: file.url, alt: `Sticker ${text ?? ""}`, width: 140, height: 140 });
  picture.addEventListener("error", () => picture.replaceWith(card));
  return picture;
}

function voice({ file }) {
  const play = async () => {
    try {
      await new Audio(file.url).play();
    } catch {
      notice("Dit spraakbericht bevat geen geluid dat de browser kan afspelen.");
    }
  };
  return el(
    "div",
    { class: "file" },
    el("button", { type: "button", class: "file-picture", "aria-label": "Spraakbericht afspelen", on: { click: play } }, icon("play")),
    el("span", { class: "file-words" }, el("span", { class: "file-name" }, "Spraakbericht"), el("small", {}, sizeInWords(file?.size))),
  );
}

function contact({ contact: card }) {
  return el(
    "div",
    { class: "file" },
    el("span", { class: "file-picture" }, icon("person")),
    el("span", { class: "file-words" }, el("span", { class: "file-name" }, card.first_name), el("small", {}, card.phone_number)),
  );
}
