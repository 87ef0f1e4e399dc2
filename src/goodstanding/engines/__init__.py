"""How the ports are met; only the composition root looks in here."""
