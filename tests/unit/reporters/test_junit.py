"""JUnit reports are read by CI servers. No standard names their form, so two readers hold us to it.

`FORM` says what Jenkins, GitLab and pytest's readers have in common; junitparser reads the result as they do.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import xmlschema
from junitparser import JUnitXml

from cpom_scorm.reporters import as_junit
from cpom_scorm.rule import Severity
from tests.unit.reporters.hostile import CLEAN, EVERYTHING, HOSTILE, IGNORING, PACKAGE

if TYPE_CHECKING:
    from cpom_scorm.reporters.judged import Judged

COUNTS = "".join(
    f'<xs:attribute name="{name}" type="xs:nonNegativeInteger" use="required"/>'
    for name in ("tests", "failures", "errors")
)
FORM = xmlschema.XMLSchema(f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="failure" mixed="true">
    <xs:attribute name="type" type="xs:string" use="required"/>
    <xs:attribute name="message" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:complexType name="case">
    <xs:sequence>
      <xs:element name="failure" type="failure" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="system-out" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="name" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:complexType name="suite">
    <xs:sequence>
      <xs:element name="testcase" type="case" maxOccurs="unbounded"/>
      <xs:element name="system-out" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>{COUNTS}
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
  </xs:complexType>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="testsuite" type="suite" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="name" type="xs:string"/>{COUNTS}
    </xs:complexType>
  </xs:element>
</xs:schema>""")


def read(*judged: Judged) -> ET.Element:
    text = as_junit.document(judged)
    assert text.isascii()
    FORM.validate(text)
    return ET.fromstring(text)


def test_everything_fits_the_form() -> None:
    read(*EVERYTHING)
    read()


def test_a_case_stands_for_a_file_and_fails_by_what_weighs_enough() -> None:
    suite = read(PACKAGE)[0]
    assert {
        "name": "dist/x.zip",
        "tests": "3",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    } == suite.attrib
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert ["dist/x.zip/imsmanifest.xml"] == failed
    told = "".join(case.findtext("system-out") or "" for case in suite)
    assert "PKG-032" in told
    assert "2" == read(replace(PACKAGE, fail_on=Severity.WARNING)).get("failures")
    assert "0" == read(replace(PACKAGE, fail_on=None)).get("failures")


def test_what_has_no_finding_is_a_case_that_passes() -> None:
    (case,) = read(CLEAN)[0]
    assert ("y.zip", []) == (case.get("name"), list(case))


def test_what_is_ignored_is_told_with_its_reason() -> None:
    assert "our editor" in (read(IGNORING)[0].findtext("system-out") or "")


def test_an_independent_reader_finds_the_same() -> None:
    found = JUnitXml.fromstring(as_junit.document(EVERYTHING).encode())
    found.update_statistics()
    assert (6, 2) == (found.tests, found.failures)


def test_names_cannot_break_the_document() -> None:
    """SEC-13."""
    text = "".join(read(HOSTILE).itertext()) + str([each.attrib for each in read(HOSTILE).iter()])
    assert "\\x1b[31m" in text
    assert "\x1b" not in text
