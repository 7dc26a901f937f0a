# The commands. Each works first on a fresh clone; `make run PORT=5006` or `PORT=5006 make run` both set a setting.
.PHONY: run test shell evaluate

run:
	@sh bin/bootstrap
	@. bin/environment && exec python -m bot run

test:
	@sh bin/bootstrap
	@sh bin/test

shell:
	@sh bin/bootstrap
	@. bin/environment && exec python -m bot shell

# Asks the bot every held-out question; `make evaluate NOISE=1`, `make evaluate URL=http://127.0.0.1:5005`.
evaluate:
	@sh bin/bootstrap
	@. bin/environment && exec python -m evaluation.evaluate $(if $(URL),--url $(URL)) $(if $(NOISE),--noise) $(if $(FAILURES),--failures)
