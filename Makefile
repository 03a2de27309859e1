# make demo     the main job on a made-up dossier
# make test     every test
# make faults   kill the program 200 times while keys go in
# make bench    how fast filling in is, and two figures that the method leans on
# make check    style, types and import rules
# make run      the program itself: make run ARGS="invullen voorbeeld"
# make images   the pictures of the documents, made again
# make format   put the code in the house style
# make clean    throw away .venv and what the tools left behind
#
# Needs make and Python 3.11 or newer. Another Python: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?= --help

# Stamps: made after the step they are named after, so that a second run installs nothing.
MADE := $(VENV)/.made
PACKAGE := $(VENV)/.package
DEV := $(VENV)/.dev

.PHONY: demo test faults bench check run images format clean

demo: $(PACKAGE)
	$(BIN)/zelfanalyse voorbeeld

test: $(DEV)
	$(BIN)/python -m pytest -n auto --dist loadgroup

faults: $(DEV)
	ZELFANALYSE_KILLS=200 $(BIN)/python -m pytest -n auto tests/test_faults.py

bench: $(DEV)
	$(BIN)/python bench/simulation.py
	$(BIN)/python bench/filling_in.py

check: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

run: $(PACKAGE)
	@$(BIN)/zelfanalyse $(ARGS)

images: $(DEV)
	$(BIN)/python docs/images/make.py

format: $(DEV)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
	  echo "zelfanalyse needs Python 3.11 or newer; '$(PYTHON)' is not. Name another one:"; \
	  echo "  make $(or $(firstword $(MAKECMDGOALS)),demo) PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu it is in the package python3-venv."; \
	  exit 1; } >&2
	@touch $@

$(PACKAGE): pyproject.toml | $(MADE)
	@echo "Installing zelfanalyse in $(VENV), once ..." >&2
	@$(PIP) install --editable .
	@touch $@

# pip reads [dependency-groups] since 25.1, and the one that comes with Python can be older.
$(DEV): pyproject.toml constraints.txt $(PACKAGE)
	@echo "Installing the tools for development in $(VENV), once ..." >&2
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --constraint constraints.txt --group dev --editable .
	@touch $@
