"""Addresses in manifests lead to the files that browsers would open. Else a good course is called broken."""

from __future__ import annotations

import pytest

from cpom_scorm.package.hrefs import all_resources, launch_names, listed_names, target_of, within
from cpom_scorm.package.manifest.model import File, Manifest, Resource


@pytest.mark.parametrize(
    ("address", "base", "path"),
    [
        ("index.html", "", "index.html"),
        ("index.html?a=b#c", "", "index.html"),
        ("a%20b.html", "", "a b.html"),
        ("%C3%BCbung.html", "", "\u00fcbung.html"),
        ("a%2520b.html", "", "a%20b.html"),
        ("./a/../b.html", "", "b.html"),
        ("b.html", "content/", "content/b.html"),
        ("../b.html", "content/", "b.html"),
        ("/b.html", "content/", "b.html"),
        ("media/", "", "media/"),
        ("#top", "", ""),
        (" index.html\n", "", "index.html"),
    ],
)
def test_an_address_inside_the_package_names_a_file(address: str, base: str, path: str) -> None:
    target = target_of(address, base)
    assert (None, path, False) == (target.scheme, target.path, target.climbs)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://a.example/b", "https"),
        ("//a.example/b", "http"),
        ("JavaScript:void 0", "javascript"),
        ("C:/course/a.html", "c"),
        ("mailto:a@example.org", "mailto"),
    ],
)
def test_an_address_outside_has_a_scheme_and_no_file(address: str, scheme: str) -> None:
    assert (scheme, None) == (target_of(address).scheme, target_of(address).path)


@pytest.mark.parametrize("address", ["../a", "a/../../b", "%2e%2e/a", "..%2fa"])
def test_an_address_that_leaves_the_package_is_told(address: str) -> None:
    assert target_of(address).climbs


def test_escapes_that_servers_read_differently_are_told() -> None:
    assert target_of("100%.html").has_broken_escape
    assert target_of("%FCbung.html").is_doubtful_text


@pytest.mark.parametrize(
    ("outer", "base", "joined"),
    [
        ("", "a/", "a/"),
        ("a/", "b/", "a/b/"),
        ("a/", "b", "a/"),
        ("a/", "/b/", "/b/"),
        ("a/", "http://x/", "http://x/"),
    ],
)
def test_base_addresses_join_as_browsers_join_them(outer: str, base: str, joined: str) -> None:
    assert joined == within(outer, base)


def test_base_addresses_of_manifest_resources_and_resource_add_up() -> None:
    inner = Manifest("inner", resources=(Resource("r2", "b.html", base="z/"),), base="in/")
    resource = Resource("r1", "a.html", base="three/", files=(File("a.html"), File("a.js")))
    manifest = Manifest("m", resources=(resource,), base="one/", resources_base="two/", manifests=(inner,))
    assert ["one/two/three/", "one/in/z/"] == [base for _, base in all_resources(manifest)]
    assert {"one/two/three/a.html", "one/in/z/b.html"} == launch_names(manifest)
    assert {"one/two/three/a.js"} == listed_names(manifest) - launch_names(manifest)
