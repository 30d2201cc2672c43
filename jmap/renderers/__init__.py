"""Backends: each turns views into files and imports nothing from its neighbours."""
