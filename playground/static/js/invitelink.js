import { openDialog } from "./dialog.js";
import { button, el } from "./dom.js";
import { copyText } from "./notices.js";
import { check } from "./rights.js";

/** Makes a link into a group, of the person's own; `make(asks)` answers {invite_link}. */
export function openMakeLink(title, make) {
  const asks = check("Wie hem opent, moet nog worden toegelaten", { checked: true });
  const problem = el("p", { class: "form-problem", role: "alert" });
  const made = el("div", { class: "in-line", role: "status" });
  const show = (link) =>
    made.replaceChildren(
      el("input", { value: link, readonly: true, "aria-label": "Uitnodigingslink" }),
      button("Kopieer", () => copyText(link)),
    );
  const submit = async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      show((await make(asks.querySelector("input").checked)).invite_link);
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const form = el(
    "form",
    { method: "dialog", on: { submit } },
    asks,
    made,
    problem,
    el("p", { class: "dialog-buttons" }, button("Sluiten", () => dialog.close()), el("button", { type: "submit", class: "primary" }, "Link maken")),
  );
  const dialog = openDialog(`Een link naar “${title}”`, form, { class: "dialog sheet" });
}
