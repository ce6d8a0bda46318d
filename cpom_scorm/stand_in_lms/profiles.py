"""The LMSs and faults that authors can rehearse and tests go through, each with what it is known from."""

from __future__ import annotations

from cpom_scorm.lms import lms_named
from cpom_scorm.stand_in_lms.profile import Profile

_BEACON_LIMIT = 64 * 1024
_MOODLE = lms_named("moodle").title

PROFILES: tuple[Profile, ...] = (
    Profile(name="strict", title="Strict", evidence="SCORM RTE 1.2 chapter 3, RTE 2004 chapters 3 and 4"),
    Profile(
        name="moodle-12",
        title=_MOODLE,
        evidence="moodle/moodle mod/scorm/datamodels/scorm_12.js, locallib.php, request.js",
        api="API",
        beacon_limit=_BEACON_LIMIT,
        not_attempted_completes=True,
        mastery_overrides=True,
        raw_completes=True,
    ),
    Profile(
        name="moodle-2004",
        title=_MOODLE,
        evidence="moodle/moodle mod/scorm/datamodels/scorm_13.js, request.js",
        api="API_1484_11",
        resets_twice_initialized=True,
        beacon_limit=_BEACON_LIMIT,
        resends_all=True,
        measure_overrides=True,
    ),
    Profile(
        name="edx",
        title=lms_named("openedx").title,
        evidence="overhangio/openedx-scorm-xblock static/js/src/scorm.js, issue 78",
        late_seconds=2,
        posts="each value",
        grades="hundredth",
        unreadable=(
            "lesson_status", "completion_status", "success_status", "raw", "scaled",
            "lesson_mode", "mode", "entry", "_count",
        ),
    ),
    Profile(
        name="csod",
        title=lms_named("cornerstone").title,
        evidence="adaptlearning/adapt_framework issue 2222",
        null_when_leaving=True,
    ),
    Profile(
        name="brightspace",
        title="Brightspace",
        evidence="community.d2l.com, Publish legacy SCORM objects",
        grades="finished",
    ),
    Profile(
        name="chamilo",
        title="Chamilo",
        evidence="chamilo/chamilo-lms issues 2988 and 6312",
        resumes=False,
        overtaking=True,
    ),
    Profile(
        name="both-apis",
        title="Both APIs at once (Saba, Kallidus)",
        evidence="adaptlearning/adapt-contrib-spoor js/adapt-stateful-session.js",
        both_apis=True,
    ),
    Profile(
        name="mixed-case",
        title="Statuses with capital letters",
        evidence="adaptlearning/adapt-contrib-spoor js/scorm/wrapper.js",
        capitals=True,
    ),
    Profile(
        name="false-zero",
        title="SetValue says false, without an error",
        evidence="adaptlearning/adapt-contrib-spoor js/scorm/wrapper.js",
        false_but_no_error=True,
    ),
    Profile(
        name="no-interactions",
        title="Interactions are refused",
        evidence="adaptlearning/adapt-contrib-spoor issues 246, 278 and 295",
        refused="cmi.interactions.",
    ),
    Profile(
        name="late",
        title="API appears after 3 seconds",
        evidence="moodle/moodle mod/scorm/loadSCO.php; overhangio/openedx-scorm-xblock issue 78",
        late_seconds=3,
    ),
    Profile(
        name="slow-2s",
        title="Commit takes 2 seconds",
        evidence="moodle/moodle mod/scorm/request.js: synchronous requests",
        slow_ms=2000,
    ),
    Profile(
        name="offline",
        title="Server cannot be reached, Commit says false",
        evidence="adaptlearning/adapt-contrib-spoor issues 268 and 269",
        online=False,
    ),
    Profile(
        name="session-expiry",
        title="Session ends after 20 seconds",
        evidence="moodle/moodle mod/scorm/loadSCO.php: a page about signing in, with status 200",
        session_seconds=20,
    ),
    Profile(
        name="lossy",
        title="Says true, keeps every other message",
        evidence="moodle/moodle mod/scorm/request.js; overhangio/openedx-scorm-xblock static/js/src/scorm.js",
        loses=0.5,
    ),
    Profile(
        name="forgetful",
        title="Says true, keeps nothing, and reads back nothing",
        evidence="adaptlearning/adapt-contrib-spoor js/scorm/Connection.js: true proves nothing",
        loses=1,
        reads_server=True,
    ),
    Profile(
        name="reorder",
        title="Messages overtake each other",
        evidence="sakaiproject/sakai issue 14524; chamilo/chamilo-lms issue 6312",
        overtaking=True,
    ),
    Profile(
        name="truncate-4096",
        title="Cuts texts at 4,096 characters",
        evidence="SCORM RTE 1.2 3.4: CMIString4096; moodle/moodle mod/scorm/datamodels/scorm_12.php",
        cuts_at=4096,
    ),
    Profile(
        name="truncate-255",
        title="Cuts texts at 255 characters",
        evidence="SCORM RTE 1.2 3.4: CMIString255, kept in a column of that width",
        cuts_at=255,
    ),
    Profile(
        name="html-escape",
        title="Escapes texts as HTML",
        evidence="pieroxy/lz-string issues 92 and 167",
        rewrites="html",
    ),
    Profile(
        name="trim",
        title="Takes white space from the ends of texts",
        evidence="pieroxy/lz-string issue 57",
        rewrites="trim",
    ),
    Profile(
        name="newlines",
        title="Changes line ends",
        evidence="netdata/netdata issue 3042",
        rewrites="newlines",
    ),
    Profile(
        name="throws",
        title="Every call throws",
        evidence="wagtail-lms templates/wagtail_lms/scorm_player.html: throws while the page goes away",
        answers="throw",
    ),
    Profile(
        name="null",
        title="Every call answers null",
        evidence="adaptlearning/adapt_framework issue 2222",
        answers="null",
    ),
    Profile(
        name="empty",
        title="Every call answers an empty text",
        evidence="overhangio/openedx-scorm-xblock static/js/src/scorm.js",
        answers="empty",
    ),
    Profile(
        name="review",
        title="Review of a finished attempt",
        evidence="SCORM RTE 1.2 3.4 cmi.core.lesson_mode; moodle mod/scorm/lib.php scorm_check_mode",
        mode="review",
    ),
)  # fmt: skip


def profile_named(name: str) -> Profile:
    """Give the profile with this name. Raises KeyError for any other text."""
    return {profile.name: profile for profile in PROFILES}[name]


def profiles_for(api: str) -> tuple[Profile, ...]:
    """Give the profiles that can be those of an LMS with this API object, the strict one first."""
    return tuple(profile for profile in PROFILES if profile.api in ("", api))
