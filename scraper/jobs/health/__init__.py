"""How sources fare: against their own past, and what a person should do."""
