"""What real LMSs do that the standard does not say, as switches on the strict core."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One way for an LMS to behave. Without any switch it is a strict and faithful one."""

    name: str
    """As named on the command line."""
    title: str
    """As authors read it in the preview."""
    evidence: str
    """Where this behaviour was seen: source files, threads, or the clause of the standard."""
    api: str = ""
    """Name of the API object of the editions that it is about; empty: of all."""

    late_seconds: float = 0
    """How long after the content's page the API object appears."""
    both_apis: bool = False
    """Whether the API object of the other editions is there as well."""
    mode: str = "normal"
    """What the content is told: normal, browse or review."""
    resumes: bool = True
    """Whether `entry` says that a suspended attempt is resumed. What was kept is given back in any case."""
    resets_twice_initialized: bool = False
    """Whether a second Initialize forgets what was set since the launch, before it is refused."""

    answers: str | None = None
    """`throw`: every call throws; `null` or `empty`: every call answers null or "" and keeps nothing."""
    false_but_no_error: bool = False
    """Whether SetValue says false, with error 0, of values that it takes."""
    null_when_leaving: bool = False
    """Whether Commit answers null, error 391, while the page is hidden or goes away."""
    unreadable: tuple[str, ...] = ()
    """Last parts of the names of elements that always read as an empty text."""
    capitals: bool = False
    """Whether statuses are read back with a capital letter."""
    refused: str = ""
    """Beginning of the names of elements that are refused whatever their value; empty: none."""
    slow_ms: int = 0
    """How long each Commit stops the page."""

    posts: str = "when committed"
    """`when committed`, or `each value`: every SetValue is posted by itself and never again, and Initialize,
    Commit and Terminate do nothing but say true."""
    beacon_limit: int | None = None
    """Bytes that a beacon may have. Beacons are sent while the page is hidden or goes away and when nothing
    else gets through; the answer is true whatever becomes of them. None: there are none."""
    resends_all: bool = False
    """Whether each message holds all that was set since the launch, not only what changed."""

    online: bool = True
    """Whether the server can be reached."""
    session_seconds: float | None = None
    """When the learner's session at the server ends. From then on all is answered with a sign-in page, which
    the API object takes for a true. None: never."""
    loses: float = 0
    """Share of the messages that are acknowledged and not kept, 0 to 1."""
    reads_server: bool = False
    """Whether values are read back from the server after each message, not from the page's own copy."""
    overtaking: bool = False
    """Whether every other message is overtaken by the one after it."""
    cuts_at: int | None = None
    """Characters that the server keeps of a text; it cuts the rest without a word."""
    rewrites: str = ""
    """What the server does to texts: `html` escapes them, `trim` takes white space from their ends,
    `newlines` gives them the line ends of Windows; empty: nothing."""

    not_attempted_completes: bool = False
    """1.2: whether a session without a status ends as completed."""
    mastery_overrides: bool = False
    """1.2: whether a raw score and the manifest's mastery score replace any status at the end."""
    raw_completes: bool = False
    """1.2: whether incomplete with a raw score is kept as completed."""
    measure_overrides: bool = False
    """2004: whether progress measure and the manifest's threshold replace the completion status at the
    end."""
    grades: str = "raw"
    """What the gradebook takes: `raw`, the raw score as it stands with each message; `finished`, raw over max
    once the session has been ended, where max is above 0; `hundredth`, a hundredth of raw, or the scaled
    score."""
