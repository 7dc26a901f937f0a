# The three commands. Each works first on a fresh clone; `make run PORT=5006` or `PORT=5006 make run` both set a setting.
.PHONY: run test shell

run:
	@sh bin/bootstrap
	@. bin/environment && exec python -m bot run

test:
	@sh bin/bootstrap
	@sh bin/test

shell:
	@sh bin/bootstrap
	@. bin/environment && exec python -m bot shell
