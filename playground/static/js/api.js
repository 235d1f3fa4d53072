const FORBIDDEN = 403;

/** An answer of the playground that is not a success; the message is a sentence to show. Status 0: not reached. */
export class ApiError extends Error {
  constructor(status, message, options) {
    super(message, options);
    this.name = "ApiError";
    this.status = status;
  }
}

async function request(method, path, body) {
  const init = { method, headers: {} };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers["Content-Type"] = "application/json";
  }
  let response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    throw new ApiError(0, "De speeltuin is niet te bereiken. Draait hij nog?", { cause: error });
  }
  const answer = await readAnswer(response);
  if (!response.ok) throw new ApiError(response.status, refusalInWords(response.status, answer));
  return answer;
}

/** The playground explains itself in English; that somebody may not do something is said in the words of the page. */
function refusalInWords(status, answer) {
  if (status === FORBIDDEN) return "Daar heb je hier het recht niet voor.";
  return answer?.error ?? `De speeltuin antwoordde met fout ${status}.`;
}

async function readAnswer(response) {
  if (!response.headers.get("Content-Type")?.includes("json")) return null;
  return response.json();
}

const get = (path) => request("GET", path);
const post = (path, body = {}) => request("POST", path, body);

export const people = () => get("/people");
export const addPerson = (person) => post("/people", person);
export const chats = (person) => get(`/people/${person}/chats`);
export const botInfo = () => get("/bot-info");
export const clock = () => get("/clock");
export const forward = (target) => post("/clock/forward", target);

export const story = () => get("/story");
export const pauseStory = () => post("/story/pause");
export const resumeStory = () => post("/story/resume");

export const faults = () => get("/faults");
export const addFault = (fault) => post("/faults", fault);
export const removeFault = (id) => request("DELETE", `/faults/${id}`);
export const limits = () => get("/limits");
export const setLimits = (limits) => request("PUT", "/limits", limits);

export const group = (chat) => get(`/groups/${chat}`);

/** What one person can do with groups; what changes one answers {chat_id}, which is another once it is a supergroup. */
export function groupsOf(person) {
  const all = `/people/${person}/groups`;
  return {
    make: (group) => post(all, group),
    placeBot: (chat, place) => post(`${all}/${chat}/bot`, place),
    place: (chat, member) => post(`${all}/${chat}/members`, member),
    leave: (chat) => post(`${all}/${chat}/leave`),
    showHistory: (chat, visible) => post(`${all}/${chat}/history`, { visible }),
    upgrade: (chat) => post(`${all}/${chat}/upgrade`),
    makeLink: (chat, asks) => post(`${all}/${chat}/link`, { creates_join_request: asks }),
    rename: (chat, title) => post(`${all}/${chat}/title`, { title }),
    stayAnonymous: (chat, anonymous) => post(`${all}/${chat}/anonymous`, { anonymous }),
    remove: (chat) => request("DELETE", `${all}/${chat}`),
    look: (link) => post(`/people/${person}/join/look`, { invite_link: link }),
    join: (link) => post(`/people/${person}/join`, { invite_link: link }),
    withdraw: (link) => post(`/people/${person}/join/withdraw`, { invite_link: link }),
  };
}

/** What one person can do in one chat. */
export function chatOf(person, chat) {
  const at = `/people/${person}/chats/${chat}`;
  return {
    read: () => get(at),
    start: (payload) => post(`${at}/start`, payload ? { payload } : {}),
    send: (message) => post(`${at}/messages`, message),
    edit: (messageId, text) => post(`${at}/edits`, { message_id: messageId, text }),
    tap: (messageId, row, column) => post(`${at}/taps`, { message_id: messageId, row, column }),
    tapReplyKey: (text) => post(`${at}/keyboard`, { text }),
    attach: (kind, content) => post(`${at}/${kind}`, content),
    vote: (messageId, options) => post(`${at}/votes`, { message_id: messageId, options }),
    addOption: (messageId, text) => post(`${at}/options`, { message_id: messageId, text }),
    deleteMessage: (messageId) => request("DELETE", `${at}/messages/${messageId}`),
    block: () => post(`${at}/block`),
    unblock: () => post(`${at}/unblock`),
    markRead: () => post(`${at}/read`),
  };
}
