PYTHON ?= python3
BIN := .venv/bin
.PHONY: help demo test check format lint types layers hygiene fix golden bench test-spark clean

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: .venv/.ready ## Simulate a carrier's month, take it in, close it, and write out/report.html
	@$(BIN)/goodstanding demo out

test: .venv/.ready ## Run every test a plain machine can run
	@$(BIN)/pytest -q -n 2

check: format lint types layers hygiene test ## Everything CI runs but Spark

format: .venv/.ready
	@$(BIN)/ruff format --check -q src tests benchmarks

lint: .venv/.ready
	@$(BIN)/ruff check -q src tests benchmarks

types: .venv/.ready
	@$(BIN)/mypy

layers: .venv/.ready
	@$(BIN)/lint-imports

hygiene: .venv/.ready
	@$(BIN)/deptry --no-ansi src && $(BIN)/codespell src docs README.md CHANGELOG.md CONTRIBUTING.md

fix: .venv/.ready ## Format, and mend what the linter can
	@$(BIN)/ruff format -q src tests benchmarks && $(BIN)/ruff check -q --fix src tests benchmarks

golden: .venv/.ready ## Write the golden texts again; read the difference before you commit it
	@GOODSTANDING_GOLDEN=write $(BIN)/pytest -q -p no:randomly tests/project tests/faces

bench: .venv/.ready ## Measure speed as ratios within one run, and write docs/benchmarks.md
	@$(BIN)/python benchmarks/run.py

test-spark: .venv/.spark ## Run the measures on PySpark (needs Java 17)
	@$(BIN)/pytest -q -m spark

clean: ## Remove what was built
	@rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.ready: pyproject.toml requirements.lock
	@command -v uv >/dev/null && uv venv -q --allow-existing --python $(PYTHON) .venv || $(PYTHON) -m venv .venv
	@if command -v uv >/dev/null; then \
	   VIRTUAL_ENV=.venv uv pip install -q --require-hashes -r requirements.lock && VIRTUAL_ENV=.venv uv pip install -q --no-deps -e . ; \
	 else \
	   $(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && \
	   $(BIN)/pip install -q --disable-pip-version-check --no-deps -e . ; fi
	@touch $@

.venv/.spark: .venv/.ready requirements-spark.lock
	@if command -v uv >/dev/null; then VIRTUAL_ENV=.venv uv pip install -q --require-hashes -r requirements-spark.lock; \
	 else $(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-spark.lock; fi
	@touch $@
