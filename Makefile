# Two targets do all their own set-up: `make packages` and `make test`. The rest are parts of them.

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COURSE ?= course
LMSS := openedx wagtail

.PHONY: packages test lms corpus fuzz soak bench pictures lint clean help installed-lmss

packages: $(VENV)/.product ## build every edition of the course into dist/, validate, print where they are
	@$(BIN)/cpom-scorm build $(COURSE) --output dist
	@$(BIN)/cpom-scorm validate --strict dist/*.zip

test: $(VENV)/.development node_modules/.ready installed-lmss ## install what the tests need, Chromium included, and run everything
	@.ci/find-browser >$(VENV)/browser
	@PATH="$(CURDIR)/$(BIN):$$PATH" CPOM_BROWSER="$$(cat $(VENV)/browser)" $(BIN)/python -m pytest -n 2 --dist loadgroup

lms: $(VENV)/.development installed-lmss ## only the tests that play packages in real LMSs
	@.ci/find-browser >$(VENV)/browser
	@PATH="$(CURDIR)/$(BIN):$$PATH" CPOM_BROWSER="$$(cat $(VENV)/browser)" $(BIN)/python -m pytest -n 2 --dist loadgroup tests/real_lms

corpus: $(VENV)/.development ## judge good packages and defects, print recall and precision by class of rules
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tests.corpus

fuzz: $(VENV)/.development node_modules/.ready ## attack readers and rules, guided by coverage; SECONDS=n for each target
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[fuzz]'
	@CPOM_MUTANTS=2500 $(BIN)/python -m pytest -q tests/package/test_control_documents.py tests/package/test_metadata_forms.py
	@for target in archive entries xml metadata rules pages; do \
		$(BIN)/python -m tests.fuzz $$target $(or $(SECONDS),300) build/fuzz || exit 1; done

soak: $(VENV)/.development node_modules/.ready ## play 10,000 random learners on failing LMSs without a browser; SEED=n COUNT=n repeat some
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tests.histories

bench: $(VENV)/.development node_modules/.ready ## measure the neutral course, print medians and ratios
	@.ci/find-browser >$(VENV)/browser
	@PATH="$(CURDIR)/$(BIN):$$PATH" CPOM_BROWSER="$$(cat $(VENV)/browser)" $(BIN)/python bench/run.py

pictures: $(VENV)/.development node_modules/.ready ## take a picture of every screen and block, for eyes to judge
	@.ci/find-browser >$(VENV)/browser
	@PATH="$(CURDIR)/$(BIN):$$PATH" CPOM_BROWSER="$$(cat $(VENV)/browser)" $(BIN)/python -m tests.pictures

lint: $(VENV)/.development node_modules/.ready ## only the linters and type checkers
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -q tests/quality

$(VENV)/bin/python:
	@.ci/make-environment "$(PYTHON)" "$(VENV)"

$(VENV)/.product: $(VENV)/bin/python pyproject.toml .ci/constraints.txt
	@echo "Installing cpom-scorm into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable .
	@touch $@

$(VENV)/.development: $(VENV)/bin/python pyproject.toml .ci/constraints.txt
	@echo "Installing cpom-scorm and what its tests need into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.product

installed-lmss: $(VENV)/bin/python
	@for name in $(LMSS); do .ci/install-lms $$name "$(PYTHON)" || exit 1; done

node_modules/.ready: package.json package-lock.json $(VENV)/.development
	@.ci/install-node-packages "$(VENV)"
	@touch $@

clean: ## remove everything that make made
	rm -rf $(VENV) .venv-lms-* node_modules build dist/*.zip .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/'
