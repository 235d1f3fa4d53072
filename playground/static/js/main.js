import * as api from "./api.js";
import { avatar, fullName, partInWords } from "./avatar.js";
import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { coalesced, followEvents } from "./live.js";
import { openMenu } from "./menu.js";
import { reportError } from "./notices.js";
import { Phones } from "./phones.js";
import { Roster } from "./roster.js";
import { Story } from "./story.js";

const at = (id) => document.getElementById(id);

let cast = [];
let bot = null;

const around = {
  botUsername: () => bot?.username ?? null,
  now: () => clock.now(),
  close: (id) => phones.close(id),
  focusRoster: (id) => roster.focus(id),
  revealInRoster: (id) => roster.reveal(id),
  someoneElse: (id) => cast.find((person) => person.id !== id && person.part === "alderman") ?? null,
  everyone: () => cast,
  elsewhere,
};

const clock = new Clock(at("clock"), { onMoved: () => Promise.all([refreshClock(), refreshCast()]) });
const connection = new Connection(at("connection"), learnBot);
const phones = new Phones(at("phones"), around, () => roster.draw(cast));
const roster = new Roster(at("roster"), {
  isShown: (id) => phones.isShown(id),
  choose: (person) => phones.choose(person),
  added: welcome,
});

const story = new Story(at("story"), {
  bringForward: (id, chat) => {
    const person = cast.find((one) => one.id === id);
    if (person) phones.follow(person, chat);
  },
  mark: (id) => phones.mark(id),
});

const refreshStory = coalesced(() => story.refresh(), reportError);
const refreshClock = coalesced(
  () => clock.refresh(),
  (error) => (error.status === 0 ? connection.refresh() : reportError(error)),
);
const refreshCast = coalesced(async () => {
  cast = await api.people();
  phones.restore(cast);
  roster.draw(cast);
}, reportError);

function learnBot(info) {
  const changed = bot?.username !== info.username;
  bot = info;
  if (changed) phones.refresh(null, null);
  refreshClock();
}

/** Lets someone open a link on another phone: that phone comes up, and `act` opens the link there. */
function elsewhere(anchor, from, act) {
  const others = cast.filter((person) => person.id !== from);
  openMenu(
    anchor,
    "Open op welke telefoon?",
    others.map((person) => ({
      label: fullName(person),
      detail: partInWords(person),
      picture: avatar(person),
      act: () => act(phones.open(person)),
    })),
  );
}

async function welcome(person) {
  await refreshCast();
  phones.open(person);
}

function onEvent({ kind, person, chat }) {
  if (kind === "clock") {
    refreshClock();
    return;
  }
  if (kind === "story") {
    refreshStory();
    return;
  }
  if (kind !== "people" || chat !== null) phones.refresh(person, chat);
  if (["people", "message", "read", "delete"].includes(kind)) refreshCast();
}

/** After a gap in the stream nothing is known to be true any more: all is read again. */
function onLiveState(live) {
  connection.setLive(live);
  if (!live) {
    connection.refresh();
    return;
  }
  refreshCast();
  refreshClock();
  refreshStory();
  phones.refresh(null, null);
}

async function begin() {
  await Promise.all([connection.watch(), refreshClock(), refreshCast()]);
  followEvents(onEvent, onLiveState);
  document.addEventListener("visibilitychange", () => document.hidden || phones.refresh(null, null));
}

begin().catch(reportError);
