# The two commands of the README are `make demo` and `make test`; they need Python 3.11 or newer, and make.
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$one && break; done)
BIN := .venv/bin
UV := $(shell UV_PYTHON_DOWNLOADS=never uv --version >/dev/null 2>&1 && echo uv)
ifeq ($(UV),uv)
INSTALL := VIRTUAL_ENV=.venv uv pip install -q
MAKE_VENV := UV_PYTHON_DOWNLOADS=never uv venv -q --allow-existing --python $(PYTHON) .venv
else
INSTALL := $(BIN)/pip install -q --disable-pip-version-check --root-user-action=ignore
MAKE_VENV := $(PYTHON) -m venv .venv
endif
CODE := src tests benchmarks
PROSE := src docs README.md CHANGELOG.md CONTRIBUTING.md

.PHONY: help demo test check format lint types layers hygiene fix docs golden bench bench-flat bench-screening evaluate test-spark lock clean

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: .venv/.ready ## Simulate a carrier's month, take it in, close it, and write out/report.html
	@$(BIN)/goodstanding demo out

test: .venv/.ready ## Run every test a plain machine can run
	@$(BIN)/pytest -q -n 2

check: format lint types layers hygiene test ## Everything a change must pass, but Spark

format: .venv/.ready ## Is the code formatted?
	@$(BIN)/ruff format --check -q $(CODE)

lint: .venv/.ready ## Does the linter find anything?
	@$(BIN)/ruff check -q $(CODE)

types: .venv/.ready ## Do the types agree?
	@$(BIN)/mypy --no-error-summary

layers: .venv/.ready ## Do imports point down the rooms?
	@$(BIN)/lint-imports --no-logo >.venv/layers.txt 2>&1 || { cat .venv/layers.txt; exit 1; }

hygiene: .venv/.ready ## Are all libraries declared and used, and all words spelled right?
	@$(BIN)/deptry --no-ansi src >.venv/deptry.txt 2>&1 || { cat .venv/deptry.txt; exit 1; }
	@$(BIN)/codespell $(PROSE)

fix: .venv/.ready ## Format, and mend what the linter can
	@$(BIN)/ruff check -q --fix $(CODE); $(BIN)/ruff format -q $(CODE)

docs: .venv/.ready ## Run every example of the README and of docs/
	@$(BIN)/pytest -q tests/docs

golden: .venv/.ready ## Write the golden texts again; read the difference before you commit it
	@GOODSTANDING_GOLDEN=write $(BIN)/pytest -q -p no:randomly tests/project tests/faces tests/records

bench: .venv/.ready ## Measure speed as ratios within one run, and write docs/benchmarks.md
	@$(BIN)/python benchmarks/run.py

bench-flat: .venv/.ready ## Close months of 10 and 100 million calls: is the time per million flat?
	@$(BIN)/python benchmarks/flat.py

bench-screening: .venv/.ready ## Measure screening beside other programs, and write docs/benchmarks-screening.md
	@$(BIN)/python benchmarks/screening.py

evaluate: .venv/.ready ## Measure the detectors in worlds kept for it, and write docs/evaluation.md (some minutes)
	@$(BIN)/python benchmarks/evaluation.py

test-spark: .venv/.spark ## Run measures and detectors on PySpark (needs Java 17 or newer)
	@$(BIN)/pytest -q -m spark

lock: ## Choose the versions of all libraries again (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra dev --extra spark -c requirements.lock pyproject.toml -o requirements-spark.lock

clean: ## Remove what was built
	@rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.ready: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "error: Python 3.11 or newer was not found; install it, or say make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(MAKE_VENV) || { echo "error: no virtual environment could be made; on Debian or Ubuntu: apt install python3-venv" >&2; exit 2; }
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps -e .
	@touch $@

.venv/.spark: .venv/.ready requirements-spark.lock
	@$(INSTALL) --require-hashes -r requirements-spark.lock
	@touch $@
