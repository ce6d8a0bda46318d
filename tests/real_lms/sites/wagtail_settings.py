"""The settings that Wagtail's own template for new sites has, as far as wagtail-lms needs them."""

from __future__ import annotations

from pathlib import Path

BASE = Path.cwd()
SECRET_KEY = "for an hour on one machine"  # noqa: S105 - nothing to keep secret
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "wagtail_urls"
INSTALLED_APPS = [
    "wagtail_lms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "wagtail_templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
# Writers wait for each other, as in the databases that wagtail-lms is meant for: every value that a package
# sets is a request of its own, and many come at once.
PATIENT = {"transaction_mode": "IMMEDIATE", "timeout": 30}
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE / "db.sqlite3", "OPTIONS": PATIENT}
}
# Tables as the models have them: the hundreds of steps in which they became so take half a minute.
MIGRATION_MODULES = dict.fromkeys(
    [
        *("wagtail_lms", "wagtailcore", "wagtailadmin", "wagtailusers", "wagtaildocs", "wagtailimages"),
        *("wagtailembeds", "wagtailredirects", "wagtailsearch", "taggit"),
    ]
)
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
USE_TZ = True
STATIC_URL = "/static/"
MEDIA_ROOT, MEDIA_URL = BASE / "media", "/media/"
LOGIN_URL, LOGIN_REDIRECT_URL = "/login/", "/course-1/"
# What is saved behind an editor's back would come between two steps of a test.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_SITE_NAME = "Learning"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
