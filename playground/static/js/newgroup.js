import { fullName, partInWords } from "./avatar.js";
import { openDialog } from "./dialog.js";
import { button, el, show } from "./dom.js";
import { check, chosenRights, rightsFields } from "./rights.js";

/**
 * Asks for a new group of `person` and makes it, with the bot and its rights and what newcomers see. `acts`: deed(act)
 * does one thing with groups, made(chatId) hears where the group is.
 */
export function openNewGroup(person, everyone, acts) {
  const problem = el("p", { class: "form-problem", role: "alert" });
  const title = el("input", { name: "title", required: true, maxlength: 128, autocomplete: "off" });
  const others = everyone.filter(({ id }) => id !== person.id);
  const members = el(
    "fieldset",
    { class: "checks members" },
    el("legend", {}, "Leden"),
    others.map((other) => check(fullName(other), { name: "member", value: other.id }, partInWords(other))),
  );
  const withBot = check("De bot is beheerder", { name: "bot", checked: true });
  const rights = rightsFields();
  withBot.addEventListener("change", () => show(rights, withBot.querySelector("input").checked));
  const history = check("Nieuwe leden zien wat er eerder geschreven is", { name: "history" }, "maakt er een supergroep van");
  const make = el("button", { type: "submit", class: "primary" }, "Groep maken");
  const form = el(
    "form",
    { method: "dialog" },
    el("label", {}, el("span", {}, "Naam van de groep"), title),
    members,
    withBot,
    rights,
    history,
    problem,
    el("p", { class: "dialog-buttons" }, button("Annuleren", () => dialog.close()), make),
  );
  const dialog = openDialog("Nieuwe groep", form, { class: "dialog sheet" });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    make.disabled = true;
    try {
      acts.made(await makeGroup(form, acts));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
    } finally {
      make.disabled = false;
    }
  });
}

/** Step by step, as one does in Telegram; each step says where the group is, which moves when it becomes a supergroup. */
async function makeGroup(form, acts) {
  const chosen = new FormData(form);
  const members = chosen.getAll("member").map(Number);
  let { chat_id: id } = await acts.deed((groups) => groups.make({ title: chosen.get("title").trim(), members }));
  if (chosen.has("bot")) {
    const place = { status: "administrator", rights: chosenRights(form) };
    ({ chat_id: id } = await acts.deed((groups) => groups.placeBot(id, place)));
  }
  if (chosen.has("history")) ({ chat_id: id } = await acts.deed((groups) => groups.showHistory(id, true)));
  return id;
}
