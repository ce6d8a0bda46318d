"""Open edX's workbench with blocks for SCORM packages. Runs in `.venv-lms-openedx`, in a fresh folder.

The workbench lacks some of the platform that the block is made for, which is made up for here: the block is
registered as `scorm`, and its own example still calls it `openedxscorm`; on the platform an address of files
has no query, a block has a `block_id`, a learner has an id and a name, and there is a gradebook. Here
`published.jsonl` holds what the block publishes for that.
"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings"
# The workbench's settings put its database and its log there.
Path("var").mkdir()

import django  # noqa: E402

django.setup()

from openedxscorm.scormxblock import ScormXBlock  # noqa: E402
from serving import prepare_database, serve  # noqa: E402
from workbench.runtime import WorkbenchRuntime, WorkBenchUserService  # noqa: E402

BLOCKS = 40
"""One for each upload that starts from nothing: `block-0` is played at `/scenario/scorm.0/`."""
one_at_a_time = threading.Lock()
workbench_address = WorkbenchRuntime.handler_url


def blocks() -> list[tuple[str, str]]:
    return [(f"block-{number}", "<scorm/>") for number in range(BLOCKS)]


def address_of_files_without_query(
    runtime: Any, block: Any, handler_name: str, *rest: Any, **more: Any
) -> str:
    address: str = workbench_address(runtime, block, handler_name, *rest, **more)
    return address.partition("?")[0] if handler_name == "assets_proxy" else address


def name_block(_: Any, block: Any) -> None:
    block.location = SimpleNamespace(block_id=block.scope_ids.usage_id)


def learner(service: Any) -> Any:
    user = service._user
    user.opt_attrs["edx-platform.user_id"] = user.opt_attrs["xblock-workbench.user_id"]
    user.opt_attrs["edx-platform.username"] = user.full_name
    return user


def publish(_: Any, block: Any, kind: str, event: Any) -> None:
    about = block.scope_ids
    told = {"block": about.usage_id, "learner": about.user_id, "kind": kind, "event": event}
    with one_at_a_time, Path("published.jsonl").open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(told)}\n")


ScormXBlock.workbench_scenarios = staticmethod(blocks)
WorkbenchRuntime.handler_url = address_of_files_without_query
WorkbenchRuntime._patch_xblock = name_block
WorkbenchRuntime.publish = publish
WorkBenchUserService.get_current_user = learner
prepare_database()
serve()
