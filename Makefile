PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test check unit format bench clean

demo: .venv/.run ## Make the environment, install, run the main job against the demo newsroom
	$(BIN)/scraper demo

test: check unit ## Make the environment, install, run every check and test
	@echo "make test: all checks and tests passed"

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/.dev
	$(BIN)/pytest -n auto

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev ## Figures on the corpus in $(SHARED), and speed against peers in the same run
	$(BIN)/python -m benchmarks.bench --shared $(SHARED)

clean:
	rm -rf .venv out

.venv/.run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@
