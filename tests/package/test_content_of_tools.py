"""Content in the manner of authoring tools gives no false alarms: people export it and cannot change it.

The files are written here after the tools' manner; nothing is taken from them.
"""

from __future__ import annotations

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.model import Package
from cpom_scorm.validate import verify
from tests.builders import base_files
from tests.rules.fixtures import as_line

LIBRARY = """/*! jQuery v3.9.9 */
!function(e,t){var Sizzle=function(){e.addEventListener("unload",n,false)};
e.attachEvent&&e.attachEvent("onunload",n);
var accept={"*":"*/*",html:"text/html"},pattern=/^(?:\\/\\*|['"])/g;t.load=function(u){t.ajax(u)}}(window,{});
"""
WRAPPER = """/* A wrapper for both generations: see http://wrapper.example/ */
var scorm = { version: null, handle: null };
scorm.find = function (win) {
  // Looks for API_1484_11 first.
  return win.API_1484_11 || win.API || (win.parent !== win ? scorm.find(win.parent) : null);
};
scorm.begin = function () {
  scorm.handle = scorm.find(window);
  return scorm.version === "1.2" ? scorm.handle.LMSInitialize("") : scorm.handle.Initialize("");
};
scorm.status = function (value) {
  var name = scorm.version === "1.2" ? "cmi.core.lesson_status" : "cmi.completion_status";
  return scorm.version === "1.2" ? scorm.handle.LMSSetValue(name, value) : scorm.handle.SetValue(name, value);
};
scorm.score = function (value) {
  var name = scorm.version === "1.2" ? "cmi.core.score.raw" : "cmi.score.raw";
  return scorm.version === "1.2" ? scorm.handle.LMSSetValue(name, value) : scorm.handle.SetValue(name, value);
};
scorm.end = function () {
  return scorm.version === "1.2" ? scorm.handle.LMSFinish("") : scorm.handle.Terminate("");
};
"""
PREFIXING = """var finder = { "2004": "API_1484_11", "1.2": "API" }, api;
function call(name) { return api[(is2004 ? "" : "LMS") + name](""); }
call("Initialize"); if (!is2004) { call("LMSInitialize"); }
var elements = { status: is2004 ? "cmi.completion_status" : "cmi.core.lesson_status" };
window.addEventListener("pagehide", function () {
  call(is2004 ? "Terminate" : "Finish");
});
"""
LOADER = """(function(){var base="html5/",parts=["lib","data","slides"],i=0;function next(){
if(i>=parts.length)return;var s=document.createElement("script");
s.src=base+parts[i++]+"/"+hash+".min.js";s.onload=next;document.head.appendChild(s)}next()})();
"""
FOLDER = {
    "wrapper with jQuery": {
        "index.html": "<script src=lib/jquery.min.js></script><script src=lib/wrapper.js></script>"
        "<script src=app.js></script>",
        "lib/jquery.min.js": LIBRARY,
        "lib/wrapper.js": WRAPPER,
        "app.js": "scorm.begin(); $(window).on('pagehide', scorm.end);",
    },
    "slides by computed names": {
        "index.html": "<!--[if IE]><script src=gone.js></script><![endif]--><script>var hash='5gQ'</script>"
        "<script src=boot.js></script>",
        "boot.js": LOADER,
        "html5/lib/5gQ.min.js": LIBRARY,
        "html5/data/5gQ.min.js": "window.globalProvideData('slide','{\"img\":\"story_content/gone.png\"}');",
        "html5/slides/5gQ.min.js": WRAPPER + "addEventListener('pagehide',scorm.end)",
    },
    "frame with a driver": {
        "index.html": "<frameset rows='*,0'><frame src=content/start.html>"
        "<frame src=driver/api.html></frameset>",
        "content/start.html": "<body onload=\"parent.frames[1].begin()\"><img src='{{logo}}'>",
        "driver/api.html": "<script src=api.js></script>",
        "driver/api.js": PREFIXING,
    },
    "prefixed calls in one bundle": {
        "index.html": "<div id=root></div><script type=module crossorigin src=./assets/main.js></script>",
        "assets/main.js": "import{a}from'./chunk.js';"
        + PREFIXING.replace("\n", "")
        + 'var t="import \'./never.js\'";',
        "assets/chunk.js": "export const a=()=>import('./lazy.js');",
        "assets/lazy.js": "export default 1;",
    },
}  # fmt: skip


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
@pytest.mark.parametrize("manner", FOLDER)
def test_what_tools_make_is_found_to_be_right(manner: str, edition: Edition) -> None:
    own = {name: text.encode() for name, text in FOLDER[manner].items()}
    base = base_files(edition)
    listed = "".join(f'<file href="{name}"/>' for name in own if name != "index.html").encode()
    manifest = base["imsmanifest.xml"].replace(
        b'<file href="player.js"/>', b'<file href="player.js"/>' + listed
    )
    files = base | own | {"imsmanifest.xml": manifest, "player.js": b""}
    assert [] == [as_line(found) for found in verify(Package.from_files(files), strict=True)]
