# timbang: everything that people and machines run. Two commands do it all on a fresh machine with Swift 6.3:
#   make demo   set up, build, and show what timbang answers
#   make test   set up, and run every test
SHELL := /bin/bash
.DEFAULT_GOAL := help

# Debian packages that the build and its tests need, each with a file that shows it is there.
packages := libyaml-dev:/usr/include/yaml.h nettle-dev:/usr/include/nettle/sha2.h libzip-dev:/usr/include/zip.h strace:/usr/bin/strace \
  libexpat1-dev:/usr/include/expat.h libsqlite3-dev:/usr/include/sqlite3.h libxlsxwriter-dev:/usr/include/xlsxwriter.h pkg-config:/usr/bin/pkg-config
sudo := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
timbang := .build/release/timbang
samples := rules/kepatuhan/samples
prefix ?= /usr/local
editions := $(patsubst rules/%.yaml,%,$(wildcard rules/*/*.yaml))

.PHONY: help setup build install demo test test-schema test-faults test-hostile test-report test-release test-sql test-sql-spark sql-cases sql-installed \
  test-differential test-address \
  test-thread test-valgrind fuzz fuzz-long coverage mutants bench bench-instructions bench-sql lint docs pages history ci clean

help: ## show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

setup: ## install the Debian packages that are missing
	@missing=""; \
	for pair in $(packages); do [ -e "$${pair#*:}" ] || missing="$$missing $${pair%%:*}"; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  $(sudo) apt-get update -qq && $(sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	fi
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install"; exit 1; }

build: setup ## build the release binary
	swift build -c release --static-swift-stdlib --product timbang

install: build ## install the command, its man pages, and completions for bash, zsh and fish (prefix=/usr/local)
	swift build --product generate-manual
	@rm -rf .build/manual && mkdir -p .build/manual
	.build/debug/generate-manual $(timbang) --multi-page --output-directory .build/manual
	install -D -m 755 $(timbang) $(DESTDIR)$(prefix)/bin/timbang
	install -d $(DESTDIR)$(prefix)/share/man/man1
	install -m 644 .build/manual/*.1 $(DESTDIR)$(prefix)/share/man/man1
	install -d $(addprefix $(DESTDIR)$(prefix)/share/,bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	$(timbang) --generate-completion-script bash > $(DESTDIR)$(prefix)/share/bash-completion/completions/timbang
	$(timbang) --generate-completion-script zsh > $(DESTDIR)$(prefix)/share/zsh/site-functions/_timbang
	$(timbang) --generate-completion-script fish > $(DESTDIR)$(prefix)/share/fish/vendor_completions.d/timbang.fish

demo: build ## score Denpasar, explain a fall, show whom the moved line helped
	@echo; echo '== the rules are sound'
	$(timbang) check $(editions)
	@echo; echo '== the rules still give what was worked by hand, and every part, level and zone is tested'
	$(timbang) test $(editions) --coverage --min 100
	@echo; echo '== a real score: Kota Denpasar, electronic government, 2018'
	$(timbang) score --rules spbe/2018 --data rules/spbe/samples/denpasar-2018.csv --entities rules/spbe/samples/entities.csv
	@echo; echo '== why did the score fall? a synthetic pair of years with the published total 99.25'
	$(timbang) explain kota-balikpapan --from 2021=$(samples)/balikpapan-2021.csv --to 2022=$(samples)/balikpapan-2022.csv --entities $(samples)/entities.csv
	@echo; echo '== which published scores are green only because the line moved from 81 to 78?'
	$(timbang) zones --published $(samples)/published_scores.csv --rules 2021 2022

test: setup ## run every test
	swift test --parallel

test-schema: setup ## compare the schema for editors with the checker, file by file
	.ci/schema-verdicts

test-faults: build ## kill writes at random and at each system call, refuse each call, fill disks (root mounts them)
	.ci/write-faults $(timbang)

test-hostile: build ## time and memory of data and rules made to exhaust the machine, and memory of sound data
	@[ -x /usr/bin/time ] || { $(sudo) apt-get update -qq && $(sudo) apt-get install -y -qq time >/dev/null; }
	swift build -c release --static-swift-stdlib --product timbang-bench
	.ci/hostile-data $(timbang) .build/release/timbang-bench

test-report: setup ## open reports in headless Chromium: messages, requests, names, contrast, width
	@command -v chromium >/dev/null || { $(sudo) apt-get update -qq && $(sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; }
	swift build --product timbang
	@mkdir -p .build/reports
	.build/debug/timbang report --from Tests/Explorations/2022.yaml=Tests/Explorations/data.csv --to Tests/Explorations/2023.yaml=Tests/Explorations/data.csv --entities Tests/Explorations/entities.csv --lang both --out .build/reports/eight.html
	.build/debug/timbang report --from 2021=$(samples)/balikpapan-2021.csv --to 2022=$(samples)/balikpapan-2022.csv --entities $(samples)/entities.csv --lang both --out .build/reports/balikpapan.html
	.build/debug/timbang report --rules spbe/2018 --data rules/spbe/samples/denpasar-2018.csv --entities rules/spbe/samples/entities.csv --lang both --out .build/reports/denpasar.html
	.ci/report-in-browser --screenshots .build/reports/pictures .build/reports/eight.html .build/reports/balikpapan.html .build/reports/denpasar.html

test-release: setup ## compare what debug and release builds print and write, byte by byte
	swift build --product timbang
	swift build -c release --product timbang
	.ci/same-bytes .build/debug/timbang .build/release/timbang

pairs ?= 1000000
seed ?= 1
test-differential: setup ## score a million random years a second time, naively, and one by one
	swift build -c release --product timbang-differential
	.build/release/timbang-differential $(pairs) $(seed)

# What Swift makes once and keeps until the end is no leak, but the sanitizer cannot see the pointers to some of it.
test-address: setup ## run every test under the address sanitizer
	SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Fuzz/leaks.txt:print_suppressions=0 swift test --sanitize=address -Xswiftc -DSANITIZED --scratch-path .build/address --parallel

test-thread: setup ## run every test under the thread sanitizer
	SWIFT_BACKTRACE=enable=no swift test --sanitize=thread -Xswiftc -DSANITIZED --scratch-path .build/thread --parallel

test-valgrind: build ## read yaml-test-suite, the editions, and cut editions under valgrind, which sees into libyaml
	@command -v valgrind >/dev/null || { $(sudo) apt-get update -qq && $(sudo) apt-get install -y -qq valgrind >/dev/null; }
	.ci/valgrind $(timbang)

fuzz: setup ## run each fuzz target for a minute
	.ci/fuzz 60

hours ?= 8
fuzz-long: setup ## run each fuzz target for hours
	.ci/fuzz $$((3600 * $(hours)))

coverage: setup ## count the lines that the tests run; fails below the floors
	.ci/coverage

mutants ?= 100
mutants: setup ## change operators and constants of scoring and comparison, and count what no test sees
	.ci/mutants $(mutants) --seed $(seed)

sql_seed ?= 7
sql_count ?= 1000
sql_engines ?= sqlite duckdb postgres parse
sql_cases := .build/sql-engines/cases-$(sql_seed)-$(sql_count).jsonl
python := .build/sql-engines/venv/bin/python
$(python):
	@[ -e /usr/lib/python3/dist-packages/ensurepip ] || python3 -c "import ensurepip" 2>/dev/null || { $(sudo) apt-get update -qq && $(sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; }
	python3 -m venv .build/sql-engines/venv

sql-cases: setup $(python)
	TIMBANG_SQL_CASES=$(CURDIR)/$(sql_cases) TIMBANG_SQL_COUNT=$(sql_count) TIMBANG_SQL_SEED=$(sql_seed) swift test --filter "cases for other engines"

sql-installed: $(python)
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { $(sudo) apt-get update -qq && $(sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null; }
	@$(python) -c "import duckdb, sqlglot" 2>/dev/null || $(python) -m pip install -q duckdb "sqlglot[c]"

test-sql: sql-cases sql-installed ## a thousand cases of `timbang sql` on SQLite, DuckDB, PostgreSQL; all texts through sqlglot (sql_count= sql_engines=)
	$(python) .ci/sql-engines $(sql_cases) $(sql_engines)

bench-sql: setup sql-installed ## how long `timbang sql --part score` takes beside a query written by hand (sql_times="--scales 1 --rounds 7")
	swift build --product timbang
	$(python) .ci/sql-times "$$(swift build --show-bin-path)/timbang" .build/sql-times duckdb sqlite postgres $(sql_times)

test-sql-spark: sql-cases ## the same cases on Spark, which needs Java 17 and takes long (sql_count=)
	@command -v java >/dev/null || { $(sudo) apt-get update -qq && $(sudo) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq openjdk-17-jre-headless >/dev/null; }
	@$(python) -c "import pyspark" 2>/dev/null || $(python) -m pip install -q pyspark
	$(python) .ci/sql-engines $(sql_cases) spark

lint: ## check the layout of the code
	swift format lint --strict --recursive Package.swift Sources Tests

docs: setup ## build the documentation; any warning fails
	bash .ci/docs

pages: setup ## write the articles about codes anew
	swift build --product timbang
	for chapter in T01 T02 T03 T04 T05 T06 T07 T08 T09; do \
	  .build/debug/timbang code $$chapter --format markdown --lang en > Sources/Timbang/Timbang.docc/Codes/$$chapter.md; \
	done

history: setup ## write the history of each method anew
	swift build --product timbang
	.build/debug/timbang history kepatuhan > rules/kepatuhan/PERUBAHAN.md

bench: setup ## time the workloads of timbang-bench on a synthetic nation
	swift build -c release --static-swift-stdlib --product timbang-bench
	@for year in 2021 2022; do [ -d .build/nation-$$year ] || .build/release/timbang-bench nation .build/nation-$$year --year $$year; done
	.build/release/timbang-bench time .build/nation-2021 .build/nation-2022 --rounds 9
	.build/release/timbang-bench yaml

bench-instructions: setup ## count instructions with callgrind and compare them with the baseline
	@command -v valgrind >/dev/null || { $(sudo) apt-get update -qq && $(sudo) apt-get install -y -qq valgrind >/dev/null; }
	swift build -c release --static-swift-stdlib --product timbang-bench
	Sources/timbang-bench/compare-instructions

ci: test lint docs demo ## what must pass before anything lands
	$(MAKE) install DESTDIR=.build/installed prefix=/usr

clean: ## remove what was built
	rm -rf .build
