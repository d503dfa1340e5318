# make          every shipped brochure on Letter and A4, in dist/
# make help     what else there is

.PHONY: brochures test pictures fonts clean help
.NOTPARALLEL:
.DEFAULT_GOAL := brochures

# Pythons from elsewhere do not look where Homebrew puts its libraries.
ifeq ($(shell uname -s),Darwin)
LIBRARIES = DYLD_FALLBACK_LIBRARY_PATH="$$(brew --prefix)/lib:/usr/local/lib:/usr/lib"
endif
BIN = $(LIBRARIES) .venv/bin

brochures: ## render every shipped brochure on both papers to dist/
	@sh bootstrap.sh render
	@failed=0; \
	letter=$$($(BIN)/brochures render --paper letter -o dist) || failed=1; \
	a4=$$($(BIN)/brochures render --paper a4 -o dist) || failed=1; \
	count=$$(printf '%s\n' "$$letter" "$$a4" | grep -c '\.pdf$$'); \
	echo "$$count PDFs are in $(CURDIR)/dist"; \
	exit $$failed

test: ## lint, types and tests; brings what they need
	@sh bootstrap.sh test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(BIN)/pytest

pictures: brochures ## draw the README's pictures anew (needs pdftoppm)
	@$(BIN)/brochures render botox --format trifold --clinic examples/alder-dermatology/clinic.yaml -q -o dist >/dev/null
	@$(BIN)/brochures render botox-vs-fillers --format trifold --clinic examples/maison-lys/clinic.yaml -q -o dist >/dev/null
	pdftoppm -r 60 -f 2 -l 2 -singlefile -png dist/botox-trifold-letter.pdf docs/pictures/trifold
	pdftoppm -r 60 -singlefile -png dist/botox-vs-fillers-comparison-letter.pdf docs/pictures/comparison
	pdftoppm -r 60 -f 1 -l 1 -singlefile -png dist/alder-dermatology-botox-trifold-letter.pdf docs/pictures/alder-dermatology
	pdftoppm -r 60 -f 1 -l 1 -singlefile -png dist/maison-lys-botox-vs-fillers-trifold-letter.pdf docs/pictures/maison-lys

fonts: ## cut the house's own fonts anew (styles/fonts/)
	@sh bootstrap.sh fonts
	.venv/bin/python styles/fonts/cut.py

clean: ## remove what make made: dist/, .venv/ and caches
	rm -rf dist build .venv .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile
