"""The parts of `compare_with_harness.py`."""
