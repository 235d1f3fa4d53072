const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me"]);

/** The address a link may lead to, or null for one that is not for following (javascript:, data:, nonsense). */
export function safeAddress(written) {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(withScheme)) return null;
  const address = new URL(withScheme);
  return SAFE_SCHEMES.has(address.protocol) ? address : null;
}

const isTelegram = (address) => TELEGRAM_HOSTS.has(address.hostname.replace(/^www\./, ""));

/** The payload of a deep link to this bot ("" for one without), or null when it is another link. */
export function startPayload(written, botUsername) {
  const address = safeAddress(written.trim());
  if (!address || !botUsername) return null;
  const bot = botUsername.toLowerCase();
  if (address.protocol === "tg:" && address.host === "resolve") {
    return address.searchParams.get("domain")?.toLowerCase() === bot ? (address.searchParams.get("start") ?? "") : null;
  }
  if (!isTelegram(address)) return null;
  if (address.pathname.replaceAll("/", "").toLowerCase() !== bot) return null;
  return address.searchParams.get("start") ?? "";
}

/** The link into a group that is written here, in its usual form (https://t.me/+…), or null when it is another link. */
export function inviteLink(written) {
  const address = safeAddress(written.trim());
  if (!address) return null;
  if (address.protocol === "tg:" && address.host === "join") {
    const hash = address.searchParams.get("invite");
    return hash ? `https://t.me/+${hash}` : null;
  }
  const [, hash] = /^\/(?:\+|joinchat\/)([\w-]+)\/?$/.exec(address.pathname) ?? [];
  return hash && isTelegram(address) ? `https://t.me/+${hash}` : null;
}

/**
 * Every link in a message that opens here, in its text, behind its words and under its buttons, each once:
 * {url, payload} for a deep link to this bot, {url, invite} for a link into a group.
 */
export function linksToOpen(message, botUsername) {
  const written = (message.entities ?? []).flatMap((entity) => {
    if (entity.type === "text_link") return [entity.url];
    if (entity.type === "url") return [message.text.slice(entity.offset, entity.offset + entity.length)];
    return [];
  });
  const behindButtons = (message.inline_keyboard ?? []).flat().flatMap((key) => (key.url ? [key.url] : []));
  const found = new Map();
  for (const url of [...written, ...behindButtons]) {
    const payload = startPayload(url, botUsername);
    const invite = inviteLink(url);
    if (payload !== null && !found.has(`start ${payload}`)) found.set(`start ${payload}`, { url, payload });
    if (invite !== null && !found.has(invite)) found.set(invite, { url, invite });
  }
  return [...found.values()];
}
