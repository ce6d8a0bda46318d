"""Where things are, as the guides of Wagtail and wagtail-lms have it."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LoginView
from django.urls import include, path
from wagtail import urls as pages
from wagtail.admin import urls as wagtail_admin

urlpatterns = [
    path("django-admin/", admin.site.urls),
    path("admin/", include(wagtail_admin)),
    path("login/", LoginView.as_view(template_name="login.html")),
    path("lms/", include("wagtail_lms.urls")),
    path("", include(pages)),
]
