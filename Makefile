PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test check unit format faults bench cron ablation scaling train clean

demo: .venv/.run ## Make the environment, install, run the main job against the demo newsroom
	$(BIN)/scraper demo

test: check unit ## Make the environment, install, run every check and test
	@echo "make test: all checks and tests passed"

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/.dev .venv/.httpx2 # the tests of fetching with each of the two clients
	$(BIN)/pytest -n auto
	PYTHONPATH=.venv/httpx2 $(BIN)/pytest -n auto tests/fetchers tests/faults tests/executors/test_local.py tests/jobs/test_run.py

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

faults: .venv/.dev ## Every fault of the hostile server against the fetcher, and whether it holds
	$(BIN)/python -m tests.faults
	$(BIN)/python -m benchmarks.fetching

bench: .venv/.bench out/folds/folds.json ## Figures on the corpus in $(SHARED), and speed, beside the peers in one run
	$(BIN)/python -m benchmarks.bench --shared $(SHARED) --folds out/folds

cron: .venv/.dev ## What a scheduled run withstands: kills, full disks, many starts, two machines, 10,000 pages
	$(BIN)/pytest -m "slow or not slow" tests/jobs
	$(BIN)/python -m benchmarks.cron starts
	$(BIN)/python -m benchmarks.cron again
	$(BIN)/python -m benchmarks.cron kills
	$(BIN)/python -m benchmarks.cron kills --library --papers 5 --pages 3
	$(BIN)/python -m benchmarks.cron long

ablation: .venv/.dev out/folds/folds.json ## What each part of the body extractor buys
	$(BIN)/python -m benchmarks.ablation --shared $(SHARED) --folds out/folds

scaling: .venv/.dev ## Pages a second of the batch command with one worker and with two; memory over 20,000 pages
	$(BIN)/python -m benchmarks.scaling --shared $(SHARED)
	$(BIN)/python -m benchmarks.memory

train: .venv/.train ## Train the block model on the corpus in $(SHARED): the shipped weights, and one model a fold
	$(BIN)/python -m benchmarks.train --shared $(SHARED) --folds out/folds

out/folds/folds.json: | .venv/.train # Some half an hour, once: the models that never saw the pages they read
	$(BIN)/python -m benchmarks.train --shared $(SHARED) --folds out/folds --folds-only

clean:
	rm -rf .venv out

.venv/.run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

.venv/.httpx2: .venv/.run
	$(BIN)/pip install --quiet --target .venv/httpx2 'httpx2>=2.16'
	@touch $@

.venv/.bench: .venv/.dev # pip 23 fails on an extra of the peers, lxml[html-clean]
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable '.[bench]'
	@touch $@

.venv/.train: .venv/.run
	$(BIN)/pip install --quiet --editable '.[train]'
	@touch $@
