#!/usr/bin/env python
"""Django's command line for the network site."""

import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from gr_site.settings.choice import choose

if __name__ == "__main__":
    choose()
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fault:
        sys.exit(f"The site cannot start: {fault}")
