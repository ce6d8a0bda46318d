"""`make soak`: plays many histories without a browser (docs/reliability.md). SEED and COUNT choose which."""

from __future__ import annotations

import sys

from tests.histories.script import soak

if __name__ == "__main__":
    sys.exit(soak().returncode)
