"""A local Telegram: a Bot API server on this machine, and the people who use it.

`app` puts everything on one port. A call of the bot goes through `bot_api` (faults, then the checks of `specification`)
to a function in `methods`; what a person does goes through `people_routes` to `people`, and becomes an update in
`updates`. Both change `state`, by way of `world`, which all share; `storage` writes the changes down before the answer
leaves. `clock` is the time the bot lives by, `events` tells the page what changed.
"""
