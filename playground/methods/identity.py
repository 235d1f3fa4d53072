"""Who the bot is, and how it gets its updates."""

from playground.errors import bad_request
from playground.shapes import JsonObject
from playground.world import World

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120


def get_me(world: World, fields: JsonObject) -> JsonObject:
    return {
        **world.state.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def delete_webhook(world: World, fields: JsonObject) -> bool:
    if fields.get("drop_pending_updates"):
        world.queue.drop_all()
    return True


def get_webhook_info(world: World, fields: JsonObject) -> JsonObject:
    """There never is a webhook: the playground is polled."""
    info: JsonObject = {"url": "", "has_custom_certificate": False, "pending_update_count": world.queue.pending}
    if world.queue.allowed:
        info["allowed_updates"] = world.queue.allowed
    return info


def get_my_name(world: World, fields: JsonObject) -> JsonObject:
    bot = world.state.bot
    return {"name": bot.names.get(fields.get("language_code", ""), bot.first_name)}


def set_my_name(world: World, fields: JsonObject) -> bool:
    name = fields.get("name", "")
    _keep(world, world.state.bot.names, name, LONGEST_NAME, fields)
    if name and not fields.get("language_code"):
        world.state.bot.first_name = name
    return True


def get_my_description(world: World, fields: JsonObject) -> JsonObject:
    return {"description": _kept(world.state.bot.descriptions, fields)}


def set_my_description(world: World, fields: JsonObject) -> bool:
    _keep(world, world.state.bot.descriptions, fields.get("description", ""), LONGEST_DESCRIPTION, fields)
    return True


def get_my_short_description(world: World, fields: JsonObject) -> JsonObject:
    return {"short_description": _kept(world.state.bot.short_descriptions, fields)}


def set_my_short_description(world: World, fields: JsonObject) -> bool:
    words = fields.get("short_description", "")
    _keep(world, world.state.bot.short_descriptions, words, LONGEST_SHORT_DESCRIPTION, fields)
    return True


def _kept(by_language: dict[str, str], fields: JsonObject) -> str:
    return by_language.get(fields.get("language_code", ""), by_language.get("", ""))


def _keep(world: World, by_language: dict[str, str], words: str, longest: int, fields: JsonObject) -> None:
    if len(words) > longest:
        raise bad_request("too long")
    language = fields.get("language_code", "")
    if words:
        by_language[language] = words
    else:
        by_language.pop(language, None)
    world.state.keep_bot()
