# make          every shipped brochure on Letter and A4, in dist/
# make help     what else there is

.PHONY: brochures test matrix pictures fonts schemas rules clean help
.NOTPARALLEL:
.DEFAULT_GOAL := brochures

# Pythons from elsewhere do not look where Homebrew puts its libraries.
ifeq ($(shell uname -s),Darwin)
LIBRARIES = DYLD_FALLBACK_LIBRARY_PATH="$$(brew --prefix)/lib:/usr/local/lib:/usr/lib"
endif
BIN = $(LIBRARIES) .venv/bin

brochures: ## render every shipped brochure in every format on both papers to dist/
	@sh bootstrap.sh render
	@failed=0; \
	made=$$($(BIN)/brochures render --format all --paper letter --paper a4 -o dist) || failed=1; \
	count=$$(printf '%s\n' "$$made" | grep -c '\.pdf$$'); \
	echo "$$count PDFs are in $(CURDIR)/dist"; \
	exit $$failed

test: ## lint, types and tests; brings what they need
	@sh bootstrap.sh test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(BIN)/pytest -n 2 --dist loadgroup --no-loadscope-reorder

matrix: ## judge every format on every paper, in every edition and theme; writes docs/matrix.md
	@sh bootstrap.sh test
	$(BIN)/python -m bench.matrix

pictures: ## draw the README's pictures anew: every theme in every format, and the example clinics
	@sh bootstrap.sh render
	$(BIN)/python docs/pictures/draw.py

fonts: ## cut the house's own fonts anew (styles/fonts/)
	@sh bootstrap.sh fonts
	.venv/bin/python styles/fonts/cut.py

schemas: ## write the schemas for editors anew (schemas/), after a change of the models
	@sh bootstrap.sh render
	@mkdir -p schemas
	.venv/bin/brochures schema content > schemas/content.schema.json
	.venv/bin/brochures schema clinic > schemas/clinic.schema.json

rules: ## write docs/rules.md anew, after a change of the rules or of the content
	@sh bootstrap.sh render
	$(BIN)/python docs/rulebook.py

clean: ## remove what make made: dist/, .venv/ and caches
	rm -rf dist build .venv .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile
