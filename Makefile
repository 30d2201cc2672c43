# Everything a contributor runs. It needs Python 3.11 or later with pip, and make; the rest is
# installed into $(VENV) the first time and again when pyproject.toml changes.

VENV ?= .venv
PROFILE ?= dev
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest
DEMO := build/demo

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check docs bench golden format clean browser

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

demo: $(VENV)/.installed ## render every example to HTML, SVG and Markdown
	@rm -rf $(DEMO)
	@$(BIN)/jmap render -f html -f svg -f md -o $(DEMO) examples
	@echo "The example maps are in $(DEMO): open an .html or .svg file in a browser."

test: $(VENV)/.installed-dev browser ## run all tests (PROFILE=ci searches longer)
	@$(PYTEST) -q -n auto --dist worksteal --hypothesis-profile=$(PROFILE)

check: $(VENV)/.installed-dev ## lint, formatting, types, import layers
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --check .; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@report=$$($(BIN)/lint-imports --no-logo --no-cache 2>&1) || { echo "$$report"; exit 1; }
	@echo "Lint, formatting, types and layers are fine."

docs: $(VENV)/.installed-dev ## write the generated pages and pictures
	@$(BIN)/python -m tests.tools.write_docs

bench: $(VENV)/.installed-dev ## measure
	@$(PYTEST) -q -n 0 -s -o python_files='bench_*.py' tests/bench

golden: $(VENV)/.installed-dev browser ## accept what the tests make as expected; read the diff!
	@$(PYTEST) -q -n auto --golden-update --golden-clean

format: $(VENV)/.installed-dev ## tidy the code
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

clean: ## remove everything that make made
	@rm -rf build dist $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser:
	@tests/tools/install-chromium
	@tests/tools/install-pages

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "jmap needs Python 3.11 or later on PATH." >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python has no venv here; on Debian: apt install python3-venv" >&2; exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing jmap into $(VENV) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing jmap and its test tools into $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed
