"""Start: `python -m povertydesk`, the installed command, and the frozen program."""

from __future__ import annotations

import sys

from povertydesk.app import main

if __name__ == "__main__":
    sys.exit(main())
