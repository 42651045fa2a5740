# One entry for everything; `make help` lists it. Needs Rust (rustup), Node >= 20.19, make and a C compiler.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

ADDR ?= 127.0.0.1:8080
# `skip` leaves out what needs a Chromium.
BROWSER_TESTS ?=
export BROWSER_TESTS
# What is built lies in the tree, whatever the person's Cargo is told.
export CARGO_TARGET_DIR := $(CURDIR)/target

# Tools that Cargo builds stay in the person's cache, one folder per version: a second clone finds them there.
CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/territoires-industrie
WASM_PACK_VERSION := 0.15.1
ifeq ($(shell wasm-pack --version 2>/dev/null),wasm-pack $(WASM_PACK_VERSION))
WASM_PACK := wasm-pack
else
WASM_PACK := $(CACHE)/wasm-pack-$(WASM_PACK_VERSION)/bin/wasm-pack
endif

CRATE := Cargo.toml Cargo.lock rust-toolchain.toml $(shell find src -type f)
PAGES := $(shell find www -type f -not -path '*/node_modules/*' -not -path 'www/dist/*' -not -path 'www/pkg/*' -not -path 'www/platform/pkg/*')
ELEMENTS := $(shell find www/elements pkg-tests/pack -type f)
# The last file that each step writes stands for the step.
TEST_MODULES := pkg-tests/node_modules/.package-lock.json
PAGE_MODULES := www/node_modules/.package-lock.json
ENGINE := www/pkg/territoires_industrie_bg.wasm
PLATFORM := www/platform/pkg/territoires_industrie_platform_bg.wasm
PACKAGE := www/pkg/index.d.ts
DIST := www/dist/index.html
TI := target/release/ti

# No path of the machine lies in the wasm: it is the same, and so are its hashes, wherever one version of Rust builds it.
SOURCES_OF_RUST = $(shell rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$(shell rustc -vV | sed -n 's/^commit-hash: //p')
SOURCES_OF_CRATES := $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=/crates
WITHOUT_PATHS = --config 'target.wasm32-unknown-unknown.rustflags=["--remap-path-prefix=$(SOURCES_OF_RUST)", "--remap-path-prefix=$(SOURCES_OF_CRATES)"]'

comma := ,
step = @printf '\n== %s\n' "$(1)"
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
	  || sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1: \2/p' Makefile

.PHONY: run
run: build ## set up, build and serve the pages on http://127.0.0.1:8080 (ADDR=host:port for another address)
	$(call step,Serving; Ctrl-C ends it)
	@exec $(TI) serve --addr $(ADDR)

.PHONY: build
build: $(TI) $(DIST) ## target/release/ti, the npm package in www/pkg, the pages in www/dist

.PHONY: test
test: checks test-rust test-js test-wasm ## set up what the tests need and run them all

.PHONY: data
data: $(TEST_MODULES) ## write the directory of intercommunalités and their communes again from their source
	$(call step,Writing the directory and the communes)
	@node pkg-tests/generate/epcis.mjs
	@node pkg-tests/generate/communes.mjs

.PHONY: bench
bench: $(PACKAGE) $(TI) ## time the package in Node, its cold start and the batch, and weigh the package
	@node pkg-tests/bench/live.mjs
	@node pkg-tests/bench/cold.mjs
	@cargo build --locked --quiet --release --features cli --example baseline
	@node pkg-tests/bench/batch.mjs

.PHONY: release
release: $(DIST) $(TEST_MODULES) | tools ## build target/release/ti once more, a fifth faster: with a profile of its work
	$(call step,Building the program with a profile of its work (minutes))
	@sh pkg-tests/profile/build.sh

.PHONY: load
load: release ## saturate the API for a minute beside a plain route that parses as much
	@cargo build --locked --quiet --release --features cli$(comma)pages --example load
	@target/release/examples/load

.PHONY: screenshot
screenshot: build browser ## take the picture of the README from the real page
	@node pkg-tests/screenshot.mjs

.PHONY: clean
clean: ## remove what was built or installed here
	rm -rf target www/dist www/pkg www/platform/pkg www/node_modules pkg-tests/node_modules

# ---- Tests ---------------------------------------------------------------------------------------

.PHONY: checks
checks: tools $(TEST_MODULES)
	$(call step,Checking the format)
	@cargo fmt --check
	$(call step,Checking with clippy (native; a minute the first time))
	@cargo clippy --locked --quiet --all-targets --features cli -- --deny warnings
	$(call step,Checking with clippy (wasm))
	@cargo clippy --locked --quiet --workspace --lib --target wasm32-unknown-unknown -- --deny warnings
	$(call step,Checking the links of the documentation)
	@RUSTDOCFLAGS="--deny warnings" cargo doc --locked --quiet --no-deps --lib
	$(call step,Checking that the directory and the communes are what their source gives)
	@node pkg-tests/generate/epcis.mjs --check
	@node pkg-tests/generate/communes.mjs --check

.PHONY: test-rust
test-rust: tools
	$(call step,Testing the crate (the first time builds it: two minutes))
	@cargo test --locked --quiet --features cli

.PHONY: test-js
test-js: test-rust build browser
	$(call step,Testing the package and the program and the pages)
	@node --test --test-reporter=spec pkg-tests/node/*.test.mjs pkg-tests/cli/*.test.mjs pkg-tests/package/*.test.mjs pkg-tests/browser/*.test.mjs

# The corpus is expanded by test-rust; the runner comes with the engine's build.
.PHONY: test-wasm
test-wasm: test-rust build browser
	$(call step,Testing the engine inside browsers (the first time installs a Firefox and builds: minutes))
	@sh pkg-tests/wasm/run.sh chrome
	@sh pkg-tests/wasm/run.sh firefox

# A Chromium from $CHROME or the PATH, or the one of the system's package manager.
.PHONY: browser
browser: tools $(TEST_MODULES)
	@sh pkg-tests/browser/install.sh

# ---- What is built -------------------------------------------------------------------------------

# With the pages inside: they come first.
$(TI): $(CRATE) $(DIST) | tools
	$(call step,Building the program (the first time: three minutes))
	@cargo build --locked --quiet --release --features cli$(comma)pages
	@touch $@

$(ENGINE): $(CRATE) Makefile pkg-tests/pack/shrink.mjs $(wildcard pkg-tests/pack/engine/*) $(TEST_MODULES) | tools $(filter /%,$(WASM_PACK))
	$(call step,Building the engine of the npm package (the first time on a machine builds wasm-bindgen: five minutes))
	@rm -rf www/pkg
	@$(WASM_PACK) --quiet build pkg-tests/pack/engine --profile wasm --no-opt --target web --out-dir $(CURDIR)/www/pkg --out-name territoires_industrie -- --locked $(WITHOUT_PATHS)
	@node pkg-tests/pack/shrink.mjs www/pkg territoires_industrie
	@touch $@

$(PLATFORM): $(CRATE) $(filter www/platform/%,$(PAGES)) Makefile pkg-tests/pack/shrink.mjs $(TEST_MODULES) | tools $(ENGINE) $(filter /%,$(WASM_PACK))
	$(call step,Building the link to the form platform)
	@rm -rf $(@D)
	@$(WASM_PACK) --quiet build www/platform --profile wasm --no-opt --no-pack --target web --out-dir pkg --out-name territoires_industrie_platform -- --locked $(WITHOUT_PATHS)
	@node pkg-tests/pack/shrink.mjs $(@D) territoires_industrie_platform
	@touch $@

$(PACKAGE): $(ENGINE) $(ELEMENTS) README.md $(PAGE_MODULES)
	$(call step,Building the elements and completing the npm package)
	@node pkg-tests/pack/finish.mjs
	@touch $@

$(DIST): $(PACKAGE) $(PLATFORM) $(PAGE_MODULES) $(PAGES)
	$(call step,Checking the types and building the pages)
	@cd www && npm run --silent build
	@node pkg-tests/pack/compress.mjs www/dist
	@touch $@

# ---- Set-up --------------------------------------------------------------------------------------

$(TEST_MODULES): pkg-tests/package.json pkg-tests/package-lock.json | tools
	$(call step,Installing what the tests need)
	@cd pkg-tests && $(NPM_CI)
	@touch $@

$(PAGE_MODULES): www/package.json www/package-lock.json | tools
	$(call step,Installing what the pages are built with)
	@cd www && $(NPM_CI)
	@touch $@

$(CACHE)/%/bin/wasm-pack: | tools
	$(call step,Building $* (minutes and only once on this machine))
	@cargo install --locked --quiet wasm-pack --version $(WASM_PACK_VERSION) --root $(CACHE)/$*

.PHONY: tools
tools:
	@sh pkg-tests/tools.sh
