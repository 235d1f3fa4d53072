import { button, el } from "./dom.js";
import { startPayload } from "./links.js";

/** What stands in place of the composer for someone who has not started the bot ("new") or has blocked it. */
export function renderThreshold(kind, acts) {
  if (kind === "blocked") {
    return [
      el("p", {}, "Je hebt deze bot geblokkeerd. Hij kan je niets sturen."),
      button("Deblokkeren", acts.unblock, { class: "primary wide" }),
    ];
  }
  if (kind === "new") return [button("Start", () => acts.start(""), { class: "primary wide" }), linkForm(acts)];
  return [];
}

function linkForm(acts) {
  const field = el("input", { type: "url", placeholder: "Of plak hier een startlink", "aria-label": "Startlink" });
  const problem = el("p", { class: "form-problem", role: "alert" });
  const open = (event) => {
    event.preventDefault();
    const payload = startPayload(field.value, acts.botUsername());
    if (payload === null) problem.textContent = `Dat is geen startlink van deze bot (t.me/${acts.botUsername()}?start=…).`;
    else acts.start(payload);
  };
  return el(
    "form",
    { class: "link-form", novalidate: true, on: { submit: open } },
    field,
    el("button", { type: "submit" }, "Openen"),
    problem,
  );
}
