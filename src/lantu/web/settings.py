"""Django's settings for the pages: those of the store, and what serving pages needs. No page asks another host for anything."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

from lantu.store.settings import *  # noqa: F403 - the store's are the base, as Django's settings modules do it

SECRET_KEY = os.environ.get("LANTU_SECRET_KEY") or get_random_secret_key()  # a local session ends with its server
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # until there are accounts, one planner on this machine
INSTALLED_APPS = ["django.contrib.staticfiles", "csp", "lantu.store", "lantu.web"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lantu.web.local.only_this_machine",
]
ROOT_URLCONF = "lantu.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"environment": "lantu.web.environment.environment", "trim_blocks": True, "lstrip_blocks": True},
    }
]
DATA_UPLOAD_MAX_NUMBER_FILES = 200
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # from the package itself: nothing has to be collected for one planner
WHITENOISE_AUTOREFRESH = False
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE], "style-src": [SELF], "script-src": [SELF], "img-src": [SELF, "data:"], "font-src": [SELF],
        "connect-src": [SELF], "form-action": [SELF], "frame-ancestors": [NONE], "base-uri": [NONE],
    },
}  # fmt: skip
