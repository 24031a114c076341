"""Settings for logging in: django-allauth, with passwords, passkeys and second factors. ``gr_site/signing_in/`` has
the code that they name."""

from .environment import env

APPS = [
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
]

AUTHENTICATION_BACKENDS = ["gr_site.signing_in.backend.NameOrAddressBackend"]
# Every way in is allauth's. Wagtail's own addresses lead there (signing_in/closed_urls.py).
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# The account page of the admin leads to allauth's pages instead, which ask for the password first.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
# An address gets the letter for a new password, and an organisation's log-in is known by it: whoever could write
# another into an account would own that account, or a colleague's to come. An administrator changes it.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# --- Accounts: made by an administrator, known by name or e-mail address ---
ACCOUNT_ADAPTER = "gr_site.signing_in.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "gr_site.signing_in.forms.LoginForm",
    "reset_password": "gr_site.signing_in.forms.ResetPasswordForm",
    "reset_password_from_key": "gr_site.signing_in.forms.ResetPasswordKeyForm",
    "change_password": "gr_site.signing_in.forms.ChangePasswordForm",
    "set_password": "gr_site.signing_in.forms.SetPasswordForm",
    "reauthenticate": "gr_site.signing_in.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Wrong passwords and codes are counted in the database (signing_in/attempts.py), where all processes see them and an
# administrator can forgive them. These are allauth's own counts, kept by each process: never by address for a code,
# since a whole municipality may share one.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/5m/key", "login": "60/m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "gr_site.signing_in.password_rules.DifferentCharacters", "OPTIONS": {"fewest": 5}},
]

# --- The second factor ---
# True: whoever may enter the admin must have one. Production asks for it; a developer's machine and tests do not.
REQUIRE_SECOND_FACTOR = False
MFA_ADAPTER = "gr_site.signing_in.authenticators.MFAAdapter"
MFA_FORMS = {
    "authenticate": "gr_site.signing_in.code_forms.AuthenticateForm",
    "reauthenticate": "gr_site.signing_in.code_forms.ReauthenticateForm",
    "activate_totp": "gr_site.signing_in.code_forms.ActivateTOTPForm",
    "add_webauthn": "gr_site.signing_in.code_forms.AddPasskeyForm",
    "edit_webauthn": "gr_site.signing_in.code_forms.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off

# --- Sessions ---
# Seconds. A session ends when it has not been used for so long, or when it is so old.
SESSION_IDLE_LIMIT = env.number("SESSION_IDLE_HOURS", default=12) * 3600
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_LIMIT = env.number("SESSION_DAYS", default=14) * 24 * 3600
# allauth's own would write to the database with each request.
USERSESSIONS_TRACK_ACTIVITY = False

# How many proxies stand in front of the site, so that limits count visitors and not the nearest proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", default=0)
