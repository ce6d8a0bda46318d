"""Parts of files. Were this broken, nobody could jump within a film of a preview."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.preview.server import PreviewServer
from cpom_scorm.preview.workspace import Workspace
from cpom_scorm.serving.parts import media_type, wanted_part
from tests.command_line import write_starter
from tests.unit.test_preview_server import EDITION, Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    workspace = Workspace(write_starter(tmp_path / "mine"), "strict")
    workspace.rebuild()
    server = PreviewServer(workspace)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Client(server)
    server.shutdown()
    server.close()
    thread.join()


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("bytes=0-", range(10)),
        ("bytes=3-5", range(3, 6)),
        ("bytes = 3 - 5", range(3, 6)),
        ("bytes=3-99", range(3, 10)),
        ("bytes=-4", range(6, 10)),
        ("bytes=-99", range(10)),
        ("bytes=9-9", range(9, 10)),
        *((ignored, None) for ignored in ("bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=1-2", "x", "")),
    ],
)
def test_a_range_gives_its_part_and_what_is_none_all(header: str | None, part: range | None) -> None:
    """RFC 9110, 14.2: what cannot be understood is ignored."""
    assert part == wanted_part(header, 10)


@pytest.mark.parametrize(("header", "size"), [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=0-", 0)])
def test_a_range_outside_the_file_cannot_be_satisfied(header: str, size: int) -> None:
    with pytest.raises(ValueError, match="bytes="):
        wanted_part(header, size)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("media/a.mp4", "video/mp4"),
        ("media/a.WEBM", "video/webm"),
        ("media/a.mp3", "audio/mpeg"),
        ("media/a.m4a", "audio/mp4"),
        ("media/a.ogg", "audio/ogg"),
        ("media/a.vtt", "text/vtt; charset=utf-8"),
        ("media/a.svg", "image/svg+xml"),
        ("media/a.woff2", "font/woff2"),
        ("media/a.pdf", "application/pdf"),
        ("media/a.unknown", "application/octet-stream"),
    ],
)
def test_types_are_ours_whatever_the_machine_knows(name: str, kind: str) -> None:
    assert kind == media_type(name)


def test_a_part_of_a_file_is_given_to_who_asks_for_one(client: Client) -> None:
    """Films and sounds can be jumped within only so."""
    path = f"/{EDITION}/content/player.js"
    status, headers, body = client.send("GET", path)
    assert (200, "bytes", str(len(body))) == (status, headers["Accept-Ranges"], headers["Content-Length"])
    size = len(body)
    status, headers, part = client.send("GET", path, Range="bytes=100-199")
    assert (206, f"bytes 100-199/{size}", body[100:200]) == (status, headers["Content-Range"], part)
    status, headers, part = client.send("HEAD", path, Range="bytes=-5")
    assert (206, f"bytes {size - 5}-{size - 1}/{size}", b"") == (status, headers["Content-Range"], part)
    status, headers, _ = client.send("GET", path, Range=f"bytes={size}-")
    assert (416, f"bytes */{size}") == (status, headers["Content-Range"])
    assert (200, body) == client.send("GET", path, Range="bytes=0-1", **{"If-Range": '"x"'})[::2]
