# make timeline   a timeline from data/articles        make lab          JupyterLab on the notebooks
# make test       lint, types, tests, notebooks        make bench        speed and accuracy (CORPORA=folder TEXT=folder)
# make pages      the notebooks as offline HTML        make screenshots  pictures of the page
# make fuzz       odd input for an hour (SECONDS=3600)
# make assets     the page's scripts as one file, after a change of timeline/page/assets/*.js
# Needs Python 3.11 or later with pip and venv, and make. Everything goes into .venv, build and (for tests) tests/benchmarks/node_modules.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
ARTICLES ?= data/articles
CORPORA ?=
SECONDS ?= 3600
TEXT ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check install
export PYTHONUTF8 := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: timeline test lint types lab bench fuzz screenshots pages assets clean
.DEFAULT_GOAL := timeline

timeline: .venv/.installed
	@mkdir -p build
	@$(BIN)/timeline $(ARTICLES) -o build/timeline.html

test: lint types
	$(BIN)/python -m pytest -q -n logical --maxprocesses 8 --dist worksteal

lint: .venv/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed-test
	$(BIN)/mypy

lab: .venv/.installed-lab
	$(BIN)/jupyter lab notebooks

bench: .venv/.installed-test
	$(BIN)/python -m tests.benchmarks $(if $(CORPORA),--corpora "$(CORPORA)") $(if $(TEXT),--text "$(TEXT)")

fuzz: .venv/.installed-test
	@$(PIP) -e '.[fuzz]'
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

screenshots: .venv/.installed-test timeline
	$(BIN)/python tests/screenshots.py build/timeline.html build

pages: .venv/.installed-lab
	@mkdir -p build/pages
	@$(BIN)/jupyter nbconvert --log-level ERROR --to html --execute --output-dir build/pages \
		--ExecutePreprocessor.store_widget_state=False --HTMLExporter.mathjax_url= --HTMLExporter.require_js_url= \
		--HTMLExporter.embed_images=True notebooks/*.ipynb 2>build/pages.log || { cat build/pages.log >&2; exit 1; }
	@echo "build/pages: $$(ls build/pages | tr '\n' ' ')"

assets: .venv/.installed-test
	$(BIN)/python -m tests.page.bundle

clean:
	rm -rf build .venv tests/benchmarks/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# One environment; a stamp for each set of extras says that it is as new as pyproject.toml.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "timeline needs Python 3.11 or later with pip and venv: none was found on the PATH" >&2; exit 1; }
	@echo "making .venv with $(PYTHON)"
	@$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	@echo "installing timeline into .venv (once, about a minute)"
	@$(PIP) -e '.[calendar,english,excel,feeds,html,mail,pdf,warc,word]'
	@touch $@

.venv/.installed-lab: pyproject.toml | .venv/bin/python
	@echo "installing timeline and JupyterLab into .venv (once, about two minutes)"
	@$(PIP) -e '.[calendar,english,excel,feeds,html,lab,mail,pdf,warc,word]'
	@touch .venv/.installed $@

.venv/.installed-test: pyproject.toml tests/benchmarks/package-lock.json | .venv/bin/python
	@echo "installing timeline and what its tests need into .venv (once, about two minutes)"
	@$(PIP) -e '.[test]'
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/benchmarks --no-audit --no-fund --fetch-retries=1 --loglevel=error >.venv/npm.log 2>&1 || \
		echo "npm could not fetch TimelineJS, vis-timeline and esbuild (.venv/npm.log says why): their tests are skipped until .venv/bin/npm ci --prefix tests/benchmarks" >&2
	@touch .venv/.installed .venv/.installed-lab $@
