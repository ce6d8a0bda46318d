"""`preview` as a command: it says where it answers, starts with a broken course, and ends cleanly."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.command_line import ROOT, change, cpom, environment, everything_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def preview(course: Path, *options: str) -> subprocess.Popen[str]:
    """Start a preview in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "cpom_scorm", "preview", course, "--no-open", *options],
        cwd=ROOT,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def started(starter: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview of a course with a mistake."""
    change(starter / "sections/1-pages.yaml", "tone: key", "tone: kee")
    process = preview(starter, "--profile", "late")
    yield process
    process.kill()
    process.communicate()


def get(address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode("utf-8")
    connection.close()
    return found


def test_it_says_where_it_answers_and_ctrl_c_ends_it_with_0(
    started: subprocess.Popen[str], starter: Path
) -> None:
    assert started.stdout is not None
    before = everything_below(starter)
    line = started.stdout.readline()
    found = re.fullmatch(rf"preview of {re.escape(str(starter))}: (http://127\.0\.0\.1:\d+/\S+/)\n", line)
    assert found, line
    status, body = get(found[1])
    assert status == 200
    assert "<title>Preview</title>" in body
    assert '"name": "late"' in get(f"{found[1]}launch.json")[1]
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=30)
    assert started.returncode == 0
    assert "error[CRS-014]" in err
    assert "Traceback" not in err
    assert before == everything_below(starter)


def test_a11y_10_pseudo_marks_every_word_of_the_player(starter: Path) -> None:
    process = preview(starter, "--pseudo")
    assert process.stdout is not None
    address = process.stdout.readline().rpartition(" ")[2].strip()
    _, page = get(f"{address}content/index.html")
    process.kill()
    process.communicate()
    assert "[Šťàŕť one]" in page
    assert ">Start<" not in page


def test_a_port_that_is_taken_is_wrong_usage(starter: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = cpom("preview", starter, "--no-open", "--port", str(port))
    assert (2, f"Error: port {port} cannot be used: address already in use\n") == (done.code, done.err)


def test_no_option_opens_it_to_other_machines(starter: Path) -> None:
    """SEC-10: the address is not for choosing."""
    assert cpom("preview", starter, "--host", "0.0.0.0").code == 2  # noqa: S104 - refused
