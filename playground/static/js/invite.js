import { openDialog } from "./dialog.js";
import { button, el } from "./dom.js";

/**
 * The sheet behind a link into a group. `guest` is who opens it: {name, join(), withdraw(), open(chatId)}; join answers
 * {status, title?, chat_id?} of the playground.
 */
export function openInvite(link, guest) {
  const words = el("p", { class: "dialog-words", role: "status" });
  const problem = el("p", { class: "form-problem", role: "alert" });
  const buttons = el("p", { class: "dialog-buttons" });
  const dialog = openDialog("Toegang tot een groep", [words, el("p", { class: "sheet-link" }, shown(link)), problem, buttons], {
    class: "dialog sheet",
  });
  const close = (label) => button(label, () => dialog.close());
  const say = (said, ...choices) => {
    words.textContent = said;
    problem.textContent = "";
    buttons.replaceChildren(...choices);
    choices.at(-1).focus();
  };
  const attempt = async (act) => {
    for (const one of buttons.children) one.disabled = true;
    try {
      await act();
    } catch (error) {
      problem.textContent = error.message;
      for (const one of buttons.children) one.disabled = false;
    }
  };
  const ask = () =>
    say(
      `Je vraagt om toegang tot de groep achter deze link, als ${guest.name}.`,
      close("Annuleren"),
      button("Toegang vragen", () => attempt(join), { class: "primary" }),
    );
  const join = async () => outcomes(await guest.join());
  const withdraw = async () => {
    await guest.withdraw();
    say("Je verzoek is ingetrokken.", close("Sluiten"));
  };
  const outcomes = ({ status, title, chat_id: chatId }) => {
    const group = title ? `“${title}”` : "de groep";
    const enter = chatId ? [button("Naar de groep", () => (dialog.close(), guest.open(chatId)), { class: "primary" })] : [];
    if (status === "requested") {
      say(
        `Je vroeg om toegang tot ${group}. Zodra je wordt toegelaten, staat de groep tussen je gesprekken.`,
        button("Verzoek intrekken", () => attempt(withdraw)),
        close("Sluiten"),
      );
    } else if (status === "joined") say(`Je zit nu in ${group}.`, close("Sluiten"), ...enter);
    else if (status === "already") say(`Je zat al in ${group}.`, close("Sluiten"), ...enter);
    else say("Deze link werkt niet of niet meer.", close("Sluiten"));
  };
  ask();
}

const shown = (link) => link.replace("https://", "");
