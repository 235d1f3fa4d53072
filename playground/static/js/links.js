const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** The address a link may lead to, or null for one that is not for following (javascript:, data:, nonsense). */
export function safeAddress(written) {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(withScheme)) return null;
  const address = new URL(withScheme);
  return SAFE_SCHEMES.has(address.protocol) ? address : null;
}

/** The payload of a deep link to this bot ("" for one without), or null when it is another link. */
export function startPayload(written, botUsername) {
  const address = safeAddress(written.trim());
  if (!address || !botUsername) return null;
  const bot = botUsername.toLowerCase();
  if (address.protocol === "tg:" && address.host === "resolve") {
    return address.searchParams.get("domain")?.toLowerCase() === bot ? (address.searchParams.get("start") ?? "") : null;
  }
  const host = address.hostname.replace(/^www\./, "");
  if (host !== "t.me" && host !== "telegram.me") return null;
  if (address.pathname.replaceAll("/", "").toLowerCase() !== bot) return null;
  return address.searchParams.get("start") ?? "";
}

/** Every deep link to this bot in a message: in its text, behind its words and under its buttons, each once. */
export function startLinks(message, botUsername) {
  const written = (message.entities ?? []).flatMap((entity) => {
    if (entity.type === "text_link") return [entity.url];
    if (entity.type === "url") return [message.text.slice(entity.offset, entity.offset + entity.length)];
    return [];
  });
  const behindButtons = (message.inline_keyboard ?? []).flat().flatMap((key) => (key.url ? [key.url] : []));
  const found = new Map();
  for (const url of [...written, ...behindButtons]) {
    const payload = startPayload(url, botUsername);
    if (payload !== null && !found.has(payload)) found.set(payload, { url, payload });
  }
  return [...found.values()];
}
