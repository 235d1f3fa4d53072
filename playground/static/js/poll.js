import { dayAndTime } from "./dates.js";
import { openDialog } from "./dialog.js";
import { button, el, hiddenWords } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A poll as one person sees it: the options to choose from, or what was voted so far. `ballot` is how far this person
 * is; `acts`: vote(message, numbers), changeVote(message), keepVote(message),
 * addOption(message, text) and now().
 */
export function renderPoll(message, ballot, acts) {
  const { poll } = message;
  const voted = poll.options.some((option) => option.chosen);
  const choosing = !poll.is_closed && (!voted || ballot.changing);
  return el(
    "div",
    { class: "poll", role: "group", "aria-label": `Stemming: ${poll.question}`, "aria-busy": ballot.busy ? "true" : null },
    el("p", { class: "poll-question", dir: "auto" }, poll.question),
    poll.description ? el("p", { class: "poll-description", dir: "auto" }, poll.description) : null,
    el("p", { class: "poll-kind" }, kindInWords(poll, acts.now())),
    choosing ? choices(message, ballot, acts) : results(poll),
    choosing ? choosingFoot(message, ballot, voted, acts) : resultsFoot(message, voted, acts),
    el("p", { class: "poll-count" }, countInWords(poll)),
  );
}

function kindInWords(poll, now) {
  if (poll.is_closed) return "Stemming gesloten";
  const kind = poll.is_anonymous ? "Anonieme stemming" : "Openbare stemming";
  const answers = poll.allows_multiple_answers ? ", meer antwoorden mogelijk" : "";
  const until = poll.close_date ? `, tot ${dayAndTime(new Date(poll.close_date), now)}` : "";
  return `${kind}${answers}${until}`;
}

function choices(message, ballot, acts) {
  const { poll } = message;
  const choice = poll.allows_multiple_answers ? tickable : tappable;
  return el("ul", { class: "poll-options" }, poll.options.map((option, number) => el("li", {}, choice(option, number, message, ballot, acts))));
}

function tickable(option, number, _, ballot) {
  const tick = (event) => {
    if (event.target.checked) ballot.ticked.add(number);
    else ballot.ticked.delete(number);
  };
  return el(
    "label",
    { class: "poll-choice" },
    el("input", {
      type: "checkbox",
      checked: ballot.ticked.has(number),
      data: { focus: `option-${number}` },
      on: { change: tick },
    }),
    el("span", { dir: "auto" }, option.text),
  );
}

/** With one answer a tap is the vote, as in Telegram. */
function tappable(option, number, message, _, acts) {
  return el(
    "button",
    {
      type: "button",
      class: "poll-choice",
      data: { focus: `option-${number}` },
      on: { click: () => acts.vote(message, [number]) },
    },
    icon(option.chosen ? "chosen" : "choice"),
    el("span", { dir: "auto" }, option.text, option.chosen ? hiddenWords(" (nu je stem)") : null),
  );
}

function choosingFoot(message, ballot, voted, acts) {
  const several = message.poll.allows_multiple_answers;
  return el(
    "div",
    { class: "poll-foot" },
    several
      ? button("Stemmen", () => ballot.ticked.size > 0 && acts.vote(message, [...ballot.ticked].sort((one, other) => one - other)), {
          class: "primary",
          data: { focus: "vote" },
        })
      : null,
    voted ? button("Stem intrekken", () => acts.vote(message, [])) : null,
    voted ? button("Laat zo", () => acts.keepVote(message)) : null,
    addingButton(message, acts),
  );
}

function results(poll) {
  return el("ul", { class: "poll-options" }, poll.options.map((option) => result(option, poll)));
}

function result(option, poll) {
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  const bar = el("span", { class: "poll-bar", "aria-hidden": "true" }, el("i", {}));
  bar.firstChild.style.width = `${share}%`;
  return el(
    "li",
    { class: option.chosen ? "poll-result chosen" : "poll-result" },
    option.chosen ? icon("check") : null,
    el("span", { class: "poll-text", dir: "auto" }, option.text, option.chosen ? hiddenWords(" (jouw stem)") : null),
    poll.results_hidden ? null : el("span", { class: "poll-votes" }, String(option.voter_count), hiddenWords(option.voter_count === 1 ? " stem" : " stemmen")),
    poll.results_hidden ? null : bar,
  );
}

function resultsFoot(message, voted, acts) {
  const { poll } = message;
  const mayChange = voted && !poll.is_closed && poll.allows_revoting;
  const mayLook = !poll.is_anonymous && !poll.results_hidden && poll.total_voter_count > 0;
  return el(
    "div",
    { class: "poll-foot" },
    mayChange ? button("Stem wijzigen", () => acts.changeVote(message), { data: { focus: "vote" } }) : null,
    mayLook ? button("Wie stemde wat", () => showVoters(poll), { "aria-haspopup": "dialog", data: { focus: "voters" } }) : null,
    addingButton(message, acts),
  );
}

function addingButton(message, acts) {
  const { poll } = message;
  if (!poll.takes_options || poll.is_closed) return null;
  return button("Optie erbij…", () => askOption(message, acts), { "aria-haspopup": "dialog", data: { focus: "add-option" } });
}

function askOption(message, acts) {
  const field = el("input", { name: "option", required: true, maxlength: 100, autocomplete: "off", autofocus: true });
  const add = () => field.value.trim() && acts.addOption(message, field.value.trim());
  const form = el(
    "form",
    { method: "dialog", on: { submit: add } },
    el("label", {}, el("span", {}, message.poll.question), field),
    el("p", { class: "dialog-buttons" }, button("Annuleren", () => dialog.close()), el("button", { type: "submit", class: "primary" }, "Toevoegen")),
  );
  const dialog = openDialog("Optie toevoegen", form);
}

function countInWords(poll) {
  const count = poll.total_voter_count;
  const stands = count === 0 ? "Nog geen stemmen" : count === 1 ? "1 stemde" : `${count} stemden`;
  return poll.results_hidden ? `${stands}; de uitslag volgt bij het sluiten` : stands;
}

function showVoters(poll) {
  const dialog = openDialog(
    "Wie stemde wat",
    [
      el("p", { class: "dialog-words" }, poll.question),
      poll.options.map((option) =>
        el(
          "section",
          { class: "voters" },
          el("h3", {}, option.text),
          option.voters.length > 0 ? el("ul", {}, option.voters.map((name) => el("li", {}, name))) : el("p", { class: "quiet" }, "Niemand"),
        ),
      ),
      el("p", { class: "dialog-buttons" }, button("Sluiten", () => dialog.close(), { class: "primary", autofocus: true })),
    ],
    { class: "dialog sheet" },
  );
}
