# make run     builds everything, obtains the starter model and opens the window
# make test    runs every check; needs no display
# make bench   prints the figures that the project reports
# make compare-harness   holds the self-check's scoring to lm-evaluation-harness (hours; needs ../shared/data)
# make soak    the long tests: kills, power cuts, damage (some hours)
# make engine-variants  engines for other processors than this one's, some 20 minutes
# make engine-vulkan    an engine for GPUs, as far as this system's headers allow
# make help-pictures  the pictures of the help, from the real window
# make deb     the Debian package; make rpm, make bundle, make sbom, make licences: see installers/README.md
# make check   the quick half of make test: formats, lints, unit tests of the window
.DEFAULT_GOAL := run
.PHONY: help-pictures run test check bench compare-harness soak build starter-model system-packages test-packages tools bindings engine-variants engine-vulkan package-binaries deb rpm bundle try-deb try-old-processor try-rpm sbom licences deny

TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
BIN := $(TARGET)/release
UI_SOURCES := $(shell find ui/src ui/locales ui/help ui/index.html ui/vite.config.ts -type f 2>/dev/null)
TOOLS := $(HOME)/.cache/sanad/tools
export PATH := $(TOOLS)/bin:$(PATH)
# Versions that were seen working; both build from crates.io with Rust alone.
NEXTEST_VERSION := 0.9.143
TAURI_DRIVER_VERSION := 2.1.0
# Says where the characters of a PDF stand; used by tests only.
PYMUPDF_VERSION := 1.27.1
# Writes the tiny models of each architecture; used by tests only.
GGUF_VERSION := 0.19.0
NUMPY_VERSION := 2.4.6
PYTHON_PACKAGES := $(TOOLS)/python
COMPARISON := $(TARGET)/compare-harness
PEERS := $(TARGET)/bench/peers/bin
SOAK := cargo nextest run --release --locked --workspace --test store --profile soak
ENGINE_SOAK := cargo nextest run --release --locked --workspace --profile soak --no-capture

run: system-packages build starter-model
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec "$(BIN)/sanad"; \
	else "$(BIN)/sanad" ask --no-history "What does the word triage mean?"; fi

build: ui/dist/index.html
	@cargo build --quiet --release --locked --workspace --bins

test: check
	cargo clippy --release --locked --workspace --all-targets -- -D warnings
	cargo build --release --locked --workspace --bins
	xvfb-run -a -s "-screen 0 1280x900x24" cargo nextest run --release --locked --workspace --lib --bins --tests

check: test-packages tools ui/dist/index.html starter-model
	cargo fmt --all --check
	npm --prefix ui run format:check
	npm --prefix ui run check
	npm --prefix ui run lint
	npm --prefix ui run test
	npm --prefix ui run build:checks

bench: system-packages test-packages tools build starter-model
	@cargo build --quiet --release --locked --workspace --bins --examples
	xvfb-run -a -s "-screen 0 1280x900x24" tests/bench/run.sh
	PYTHONPATH=$(PYTHON_PACKAGES) tests/bench/engine.sh

# llama-server stands beside it where `make bench` has built one.
compare-harness: build starter-model $(COMPARISON)/venv/installed
	$(COMPARISON)/venv/bin/python tests/selfcheck/compare_with_harness.py --engine $(BIN)/sanad-engine \
		--model $(HOME)/.cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf --data ../shared/data \
		--results $(COMPARISON)/results $(if $(wildcard $(PEERS)/llama-server),--tools $(PEERS)) $(COMPARE_OPTIONS)

$(COMPARISON)/venv/installed: tests/selfcheck/harness/requirements.txt
	python3 -m venv $(COMPARISON)/venv
	$(COMPARISON)/venv/bin/pip install --quiet -r $<
	@touch $@

# Each count is what the project promises to have survived; `make test` runs fewer of the same.
soak: build starter-model tools test-packages
	SANAD_SOAK=1 $(SOAK) -E 'test(every_call::)'
	SANAD_SOAK=2000 $(SOAK) -E 'test(power_cut::)'
	SANAD_SOAK=3400 $(SOAK) -E 'test(kills::) + test(kills_of_keepers::)'
	SANAD_SOAK=3000 $(SOAK) -E 'test(damage::)'
	SANAD_SOAK=100 $(SOAK) -E 'test(ownership::) + test(branches::)'
	SANAD_SOAK=1000 $(ENGINE_SOAK) --test engine_kills
	SANAD_SOAK=20000 $(ENGINE_SOAK) --test mutated_models
	SANAD_SOAK=1000000 $(ENGINE_SOAK) --test fuzzed
	SANAD_SOAK=300 xvfb-run -a -s "-screen 0 1280x900x24" $(ENGINE_SOAK) --test no_network -E 'test(a_window_in_use)'

# An installation lays them into the folder `engines` beside the app, which chooses.
engine-variants: system-packages
	installers/engine-variants.sh cpu "$(TARGET)/variants"

engine-vulkan: system-packages
	installers/engine-variants.sh vulkan "$(TARGET)/variants"

# What packages are made from: the app and the usual engine for every processor, and faster engines where they are.
PACKAGE_BINARIES ?= $(TARGET)/variants/packages
PACKAGES := $(TARGET)/packages
PACKAGE_VERSION := $(shell installers/version.sh)
DEB = $(PACKAGES)/sanad_$(PACKAGE_VERSION)_$(shell dpkg --print-architecture).deb
MODEL ?= $(HOME)/.cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf
RELEASE ?= $(shell . /etc/os-release && echo $$VERSION_CODENAME)
BUNDLE ?= $(PACKAGES)/sanad-$(PACKAGE_VERSION)-$(RELEASE)
CARGO_DENY_VERSION := 0.20.2

package-binaries: system-packages ui/dist/index.html
	installers/engine-variants.sh portable "$(TARGET)/variants"

# PACKAGE_BINARIES=FOLDER takes programs that are there already.
deb: $(if $(filter file,$(origin PACKAGE_BINARIES)),package-binaries)
	installers/system-packages.sh packaging
	installers/deb.sh "$(PACKAGE_BINARIES)" "$(PACKAGES)"
	installers/check-package.sh "$(DEB)"

rpm: $(if $(filter file,$(origin PACKAGE_BINARIES)),package-binaries)
	installers/system-packages.sh packaging
	installers/rpm.sh "$(PACKAGE_BINARIES)" "$(PACKAGES)"

# make bundle MODEL=FILE RELEASE=bookworm: one folder for a stick, of the package that `make deb` made.
bundle: starter-model
	installers/system-packages.sh packaging
	installers/bundle.sh "$(DEB)" "$(MODEL)" "$(RELEASE)" "$(BUNDLE)"

# Some minutes, as root: installs that folder in a bare release, uses it, upgrades, refuses to go back, removes.
try-deb: test-packages
	installers/try-deb.sh "$(BUNDLE)" "$(RELEASE)" "$(PACKAGES)"

# As QEMU makes older processors up; a tiny model, since that is slow.
try-old-processor:
	installers/system-packages.sh packaging
	installers/try-old-processor.sh "$(DEB)" models/fixture/fixture.gguf

try-rpm:
	installers/try-rpm.sh $(PACKAGES)/sanad-$(PACKAGE_VERSION)-1.*.rpm

sbom: ui/node_modules/.package-lock.json
	installers/sbom.py "$(PACKAGES)/sanad-$(PACKAGE_VERSION).cdx.json"

# The licences that the window shows; a test fails when a shipped crate is missing from them.
licences: ui/node_modules/.package-lock.json
	installers/licences.py

deny:
	@cargo deny --version >/dev/null 2>&1 || cargo install cargo-deny --locked --version $(CARGO_DENY_VERSION) --root $(TOOLS)
	cargo deny check licenses bans sources

# The window's types, written from the Rust ones; a test fails when they are stale.
bindings:
	SANAD_WRITE_BINDINGS=1 cargo nextest run --release --locked -p sanad the_committed_bindings_are_current

# The pictures of the help, from the real window over a made-up store; to be committed where they changed.
help-pictures: test-packages tools build
	xvfb-run -a -s "-screen 0 1280x900x24" "$(BIN)/help-pictures"

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json
	@installers/check-node.sh
	npm --prefix ui ci --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(UI_SOURCES)
	npm --prefix ui run build

starter-model:
	@python3 models/obtain-starter.py >/dev/null

system-packages:
	@installers/system-packages.sh run

test-packages:
	@installers/system-packages.sh run test

tools: $(PYTHON_PACKAGES)/pymupdf $(PYTHON_PACKAGES)/gguf
	@cargo nextest --version >/dev/null 2>&1 || cargo install cargo-nextest --locked --version $(NEXTEST_VERSION) --root $(TOOLS)
	@command -v tauri-driver >/dev/null || cargo install tauri-driver --locked --version $(TAURI_DRIVER_VERSION) --root $(TOOLS)

$(PYTHON_PACKAGES)/pymupdf:
	python3 -m pip install --quiet --no-deps --target $(PYTHON_PACKAGES) pymupdf==$(PYMUPDF_VERSION)

# Where it cannot be had the tests that need it say so and pass.
$(PYTHON_PACKAGES)/gguf:
	-python3 -m pip install --quiet --no-deps --target $(PYTHON_PACKAGES) gguf==$(GGUF_VERSION) numpy==$(NUMPY_VERSION)
