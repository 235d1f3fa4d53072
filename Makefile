# The commands of this project. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8080
ROUNDS ?= 100
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo run test check bench kills format lock clean

help: ## What can be made here
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/'

demo: $(VENV)/.runtime ## Playground and bot on this machine; PORT=8080, FRESH=1 starts empty, STORY=1 plays by itself
	@$(BIN)/intervisie demo --port $(PORT) $(if $(filter 1,$(FRESH)),--fresh) $(if $(filter 1,$(STORY)),--story)

run: $(VENV)/.runtime ## The bot, with the settings from the environment or .env
	@$(BIN)/intervisie run

test: $(VENV)/.dev ## All tests
	$(BIN)/python -m pytest -n 3 --dist loadgroup

check: $(VENV)/.dev ## Style, types and the arrows between the packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev ## The figures, measured on this machine
	$(BIN)/python -m benchmarks

kills: $(VENV)/.dev ## Kill the bot while eight people register, and while a group votes, again and again; ROUNDS=100
	$(BIN)/python -m benchmarks.kills --rounds $(ROUNDS)
	$(BIN)/python -m benchmarks.kills --rounds $(ROUNDS) --group

format: $(VENV)/.dev ## Lay the code out
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## Pin every dependency again, with hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
		pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## Remove the virtual environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamps say which lock file the environment was made from.
$(VENV)/.runtime: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the bot needs (once; a minute or so) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml $(VENV)/.runtime
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
