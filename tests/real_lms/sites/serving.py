"""Serves a Django site on a free port of the loopback address, for as long as the test run lives."""

from __future__ import annotations

import os
import sys
import threading

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


def prepare_database() -> None:
    """Create the tables, those of applications without migrations too."""
    call_command("migrate", run_syncdb=True, verbosity=0)


def serve() -> None:
    """Answer requests, several at a time as an LMS does. The first line of output is the port."""
    threading.Thread(target=_end_with_the_tests, daemon=True).start()
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    print(server.server_port, flush=True)  # noqa: T201 - this is how the tests learn it
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server.serve_forever()


def _end_with_the_tests() -> None:
    """The input ends when the process that started us does, however it ends."""
    sys.stdin.read()
    os._exit(0)
