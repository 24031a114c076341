"""Sets Django up with the settings of the bench and runs it."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    django.setup()
    from .running import main

    sys.exit(main())
