import { fullName } from "./avatar.js";
import { el } from "./dom.js";

/** What a person can send besides text: small examples at a tap, or a file of one's own. */
export function attachmentChoices(chat) {
  const attach = (kind, content = {}) => chat.attempt(() => chat.api.attach(kind, content));
  const other = chat.phone.around.someoneElse(chat.person.id);
  return [
    { label: "Foto", icon: "photo", act: () => attach("photo") },
    { label: "Document", icon: "document", act: () => attach("document") },
    { label: "Eigen bestand…", icon: "attach", act: () => chooseFile((kind, form) => attach(kind, form)) },
    { label: "Sticker", icon: "sticker", act: () => attach("sticker") },
    { label: "Spraakbericht", icon: "voice", act: () => attach("voice") },
    { label: "Mijn telefoonnummer", icon: "person", act: () => attach("contact") },
    other && {
      label: "Nummer van een ander",
      detail: fullName(other),
      icon: "person",
      act: () => attach("contact", { phone_number: other.phone_number, user_id: other.id }),
    },
  ].filter(Boolean);
}

function chooseFile(send) {
  const input = el("input", { type: "file" });
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (!file) return;
    const form = new FormData();
    form.append("file", file, file.name);
    send(file.type.startsWith("image/") ? "photo" : "document", form);
  });
  input.click();
}
