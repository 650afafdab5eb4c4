"""Lantu 蓝图: planning documents read into a ledger in which every number keeps its sentence."""

__version__ = "0.1.0"
