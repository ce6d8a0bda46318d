"""Transcripts from files. If these fail, readers meet marks of WebVTT, or cannot tell who speaks."""

from __future__ import annotations

from cpom_scorm.blocks.recording import spoken


def test_a_text_file_gives_its_paragraphs() -> None:
    assert spoken("One\ntwo.\r\n\r\nThree &amp; four.\n") == ["One two.", "Three &amp; four."]


def test_captions_give_what_is_said_without_times_marks_and_codes() -> None:
    captions = (
        "\ufeffWEBVTT - A call\n\nNOTE not said\n\n1\n00:01.000 --> 00:02.000 align:start\n"
        "Rate &lt; 5% &amp; <i>falling</i>\n\n00:03.000 --> 00:04.000\n<c.loud></c>\n"
    )
    assert spoken(captions) == ["Rate < 5% & falling"]


def test_captions_say_who_speaks() -> None:
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.first Kim Lee>Pharmacy.</v>\n<v Nurse>Bed four.\n"
    assert spoken(captions) == ["Kim Lee: Pharmacy. Nurse: Bed four."]
