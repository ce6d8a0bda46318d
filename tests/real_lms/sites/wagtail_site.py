"""A Wagtail site with wagtail-lms. Runs in `.venv-lms-wagtail`, in a fresh folder.

It starts with courses of one lesson that plays nothing yet, an administrator and two learners; everybody has
their name as password.
"""

from __future__ import annotations

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "wagtail_settings"

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from serving import prepare_database, serve  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402
from wagtail_lms.models import CoursePage, SCORMLessonPage  # noqa: E402

LEARNERS = ("ada", "bob")
COURSES = 12


def start_site() -> None:
    users = get_user_model().objects
    users.create_superuser("admin", "admin@example.com", "admin")
    for name in LEARNERS:
        users.create_user(name, f"{name}@example.com", name)
    Locale.objects.create(language_code="en")
    root = Page.add_root(instance=Page(title="Root", slug="root"))
    Site.objects.create(hostname="127.0.0.1", root_page=root, is_default_site=True)
    for number in range(1, COURSES + 1):
        course = root.add_child(instance=CoursePage(title=f"Course {number}", slug=f"course-{number}"))
        course.add_child(instance=SCORMLessonPage(title=f"Lesson {number}", slug=f"lesson-{number}"))


prepare_database()
start_site()
serve()
