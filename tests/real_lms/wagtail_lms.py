"""wagtail-lms in a Wagtail site, worked by its own pages, and what it keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cpom_scorm.file_content import whole
from tests.real_lms.launched import Launched, closed_context

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from cpom_scorm.build import BuiltPackage
    from tests.real_lms.server import Server


@dataclass
class WagtailLms:
    """The site with its courses of one lesson each."""

    server: Server
    browser: Browser
    strangers: list[str] = field(default_factory=list)
    """Addresses of other machines that learners' pages asked for in vain."""
    courses: int = 0
    packages: int = 0
    _admin: BrowserContext | None = None

    def signed_in(self, name: str, strangers: list[str]) -> BrowserContext:
        """Give a browser in which somebody has signed in."""
        context = closed_context(self.browser, strangers)
        page = context.new_page()
        page.goto(f"{self.server.origin}/login/")
        page.locator("[name=username]").fill(name)
        page.locator("[name=password]").fill(name)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/course-1/")
        page.close()
        return context

    @property
    def admin(self) -> BrowserContext:
        """The administrator's browser. Wagtail's own pages ask others for pictures of people and for news."""
        self._admin = self._admin or self.signed_in("admin", [])
        return self._admin

    def upload(self, package: BuiltPackage) -> int:
        """Add a package by the administrator's page; give its number."""
        page = self.admin.new_page()
        page.goto(f"{self.server.origin}/admin/scormpackage/new/")
        self.packages += 1
        title = f"{package.title} {self.packages}"
        page.locator("[name=title]").fill(title)
        self._choose_and_save(page, package)
        page.close()
        (row,) = self.server.rows("SELECT id FROM wagtail_lms_scormpackage WHERE title = ?", title)
        return int(row["id"])

    def replace_file(self, number: int, package: BuiltPackage) -> None:
        """Give a package that is there another file, by the administrator's page."""
        page = self.admin.new_page()
        page.goto(f"{self.server.origin}/admin/scormpackage/edit/{number}/")
        self._choose_and_save(page, package)
        page.close()

    def _choose_and_save(self, page: Any, package: BuiltPackage) -> None:
        file = {"name": package.name, "mimeType": "application/zip", "buffer": whole(package.archive)}
        page.locator("[name=package_file]").set_input_files(file)
        page.locator("footer button[type=submit]").click()
        page.locator(".messages .success").wait_for()

    def new_lesson(self, package: int) -> Lesson:
        """Let the lesson of a course that nobody has taken play a package."""
        self.courses += 1
        lesson = Lesson(self, f"Course {self.courses}", f"Lesson {self.courses}")
        lesson.give(package)
        return lesson

    def move_attempt(self, attempt: int, package: int) -> None:
        """Let an attempt count for another package, by the administrator's page for attempts."""
        page = self.admin.new_page()
        page.goto(f"{self.server.origin}/django-admin/wagtail_lms/scormattempt/{attempt}/change/")
        page.locator("[name=scorm_package]").select_option(str(package))
        page.locator("[name=_save]").click()
        page.locator(".messagelist .success").wait_for()
        page.close()

    def package(self, number: int) -> dict[str, Any]:
        """Give what the LMS made of a package."""
        (row,) = self.server.rows("SELECT * FROM wagtail_lms_scormpackage WHERE id = ?", number)
        return row


@dataclass
class Lesson:
    """The only lesson of a course."""

    lms: WagtailLms
    course: str
    title: str

    def give(self, package: int) -> None:
        """Let the lesson play this package from now on, by the administrator's page."""
        (row,) = self.lms.server.rows("SELECT id FROM wagtailcore_page WHERE title = ?", self.title)
        page = self.lms.admin.new_page()
        page.goto(f"{self.lms.server.origin}/admin/pages/{row['id']}/edit/")
        page.locator("[name=scorm_package]").select_option(str(package))
        page.locator("footer [data-w-dropdown-target=toggle]").click()
        page.locator("[name=action-publish]").click()
        page.locator(".messages .success").wait_for()
        page.close()

    def is_completed(self, learner: str) -> bool:
        """Tell whether the learner has completed the lesson's course."""
        (row,) = self.lms.server.rows(
            "SELECT enrollment.completed_at FROM wagtail_lms_courseenrollment AS enrollment"
            " JOIN auth_user AS learner ON learner.id = enrollment.user_id"
            " JOIN wagtailcore_page AS page ON page.id = enrollment.course_id"
            " WHERE learner.username = ? AND page.title = ?",
            learner,
            self.course,
        )
        return row["completed_at"] is not None

    def launch(self, learner: str) -> Launched:
        """Sign in, enroll, open the lesson and launch it, on a device that nobody has used before."""
        page = self.lms.signed_in(learner, self.lms.strangers).new_page()
        page.goto(f"{self.lms.server.origin}/{self.course.replace(' ', '-').lower()}/")
        enroll = page.get_by_role("link", name="Enroll in Course")
        if enroll.count():
            enroll.click()
        page.get_by_role("link", name=self.title, exact=True).click()
        page.get_by_role("link", name="Launch SCORM Content").click()
        return Launched(page, "#scorm-frame", lambda: self.held(learner)).started()

    def held(self, learner: str) -> dict[str, Any]:
        """Give the attempt at the package that the lesson plays now, with all values by element as `data`."""
        attempts = self.lms.server.rows(
            "SELECT attempt.* FROM wagtail_lms_scormattempt AS attempt"
            " JOIN auth_user AS learner ON learner.id = attempt.user_id"
            " JOIN wagtail_lms_scormlessonpage AS lesson USING (scorm_package_id)"
            " JOIN wagtailcore_page AS page ON page.id = lesson.page_ptr_id"
            " WHERE learner.username = ? AND page.title = ?",
            learner,
            self.title,
        )
        if not attempts:
            return {"data": {}}
        query = "SELECT key, value FROM wagtail_lms_scormdata WHERE attempt_id = ?"
        data = {row["key"]: row["value"] for row in self.lms.server.rows(query, attempts[0]["id"])}
        return {**attempts[0], "data": data}
