# Everything here works on a Debian with nothing but Swift 6, git and make: what else is needed is installed when needed.
AGENCY ?= kootenai
PORT ?= 8080
PERMITS ?=
ROWS ?= 1600000
SECONDS ?= 120
SWIFT ?= swift
export SWIFT
# Each static file that is text, as browsers like to take it: the program serves and packs NAME.gz with NAME.
GZIPPED := $(patsubst %,%.gz,$(wildcard Public/*.css Public/*.js Public/*.svg))

.PHONY: help run build dist bench soak fuzz test sanitize check lint format arrows house packages
.NOTPARALLEL:
.DELETE_ON_ERROR:

help: ## lists these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## starts a demonstration office (AGENCY=kootenai PORT=8080); its data stays in ./data/AGENCY
	@mkdir -p data
	.build/release/permit-portal serve --agency Agencies/$(AGENCY).json --data data/$(AGENCY) --port $(PORT) --demo

build: packages $(GZIPPED) ## builds the one program that is shipped, .build/release/permit-portal
	$(SWIFT) build -c release --static-swift-stdlib --product permit-portal

dist: build ## writes the one file an office copies, .build/dist/permit-portal, with templates and style sheet inside
	@mkdir -p .build/dist
	strip --strip-all -o .build/dist/stripped .build/release/permit-portal
	.build/dist/stripped pack .build/dist/permit-portal
	@rm .build/dist/stripped

bench: build ## measures it against what the machine can do; PERMITS=FILE.csv or .csv.xz takes real records, ROWS=N makes so many
	@.ci/packages wrk nginx sqlite3 xz-utils curl
	$(SWIFT) build -c release --static-swift-stdlib --product Benchmark
	.build/release/Benchmark --permits "$(PERMITS)" --rows $(ROWS)

soak: build ## lets visitors come while others attack, and says what they notice of it (SECONDS=120)
	@.ci/packages wrk slowhttptest python3
	@python3 Tests/Soak/soak.py --seconds $(SECONDS)

fuzz: ## looks for requests, forms and templates that break the readers (SECONDS=120)
	@Tests/Fuzz/fuzz.sh $(SECONDS)

test: packages ## runs all tests, the browser's too; the last line is their sum
	@.ci/test

sanitize: packages ## looks for data races: the Swift tests under the thread sanitizer; takes long
	@.ci/sanitize

check: lint arrows house test ## what CI runs: the rules, then the tests

lint: ## refuses what the formatter would write otherwise
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## formats everything
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

arrows: ## refuses imports that Package.swift does not declare
	@.ci/arrows --self-test
	@.ci/arrows

house: ## refuses what breaks the rules of the house
	@.ci/house-rules --self-test
	@.ci/test --self-test
	@.ci/house-rules

# -n leaves name and time out, so that the same file gives the same bytes.
Public/%.gz: Public/%
	@gzip -9 -n -c $< >$@

packages:
	@.ci/packages libsqlite3-dev libcrypt-dev pkg-config
