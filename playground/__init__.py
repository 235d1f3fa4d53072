"""A local Telegram: a Bot API server on this machine, and the people who use it."""
