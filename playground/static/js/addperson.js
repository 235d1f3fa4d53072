import { addPerson } from "./api.js";
import { button, el } from "./dom.js";

/** Asks for a new person and hands them to `added` when the playground has them. */
export function openAddPerson(added) {
  const problem = el("p", { class: "form-problem", role: "alert" });
  const field = (name, label, attributes = {}) =>
    el("label", {}, el("span", {}, label), el("input", { name, autocomplete: "off", ...attributes }));
  const part = el(
    "label",
    {},
    el("span", {}, "Rol"),
    el("select", { name: "part" }, el("option", { value: "alderman" }, "wethouder"), el("option", { value: "other" }, "gast")),
  );
  const form = el(
    "form",
    { method: "dialog" },
    field("first_name", "Voornaam", { required: true, maxlength: 64 }),
    field("last_name", "Achternaam", { maxlength: 64 }),
    field("municipality", "Gemeente", { maxlength: 64 }),
    part,
    problem,
    el("p", { class: "dialog-buttons" }, button("Annuleren", () => dialog.close()), el("button", { type: "submit", class: "primary" }, "Toevoegen")),
  );
  const dialog = el("dialog", { class: "dialog", "aria-label": "Persoon erbij" }, el("h2", {}, "Persoon erbij"), form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const filled = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
    try {
      added(await addPerson(filled));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
