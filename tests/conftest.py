"""What holds for every test."""

from hypothesis import HealthCheck, settings

# Machines are noisy: no test fails for being slow. What hypothesis finds, it prints so that it can be played again.
settings.register_profile("noisy", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("noisy")
