"""Settings for logging in with an organisation's own accounts. ``gr_site/signing_in/organisation.py`` lets them in."""

from .environment import env, refusing
from .organisation import local_accounts, providers, roles_of_groups

# Only an account whose token says so is let in, where this is set.
OIDC_TENANT = env.str("OIDC_TENANT", default="")
# {group in the organisation: {role here}}. A role is "administratör" or the name of a group of the site's.
with refusing():
    OIDC_GROUPS = roles_of_groups(env.list("OIDC_GROUPS", default=[]))
    SOCIALACCOUNT_PROVIDERS = providers(
        env.str("OIDC_SERVER_URL", default=""),
        env.str("OIDC_CLIENT_ID", default=""),
        env.str("OIDC_CLIENT_SECRET", default=""),
        env.str("OIDC_NAME", default="Göteborgsregionen"),
        OIDC_TENANT,
    )
SOCIALACCOUNT_ADAPTER = "gr_site.signing_in.organisation.OrganisationAdapter"
# A link and no form: ``form-action 'self'`` of our policy would stop the redirect that answers a form. Another browser
# cannot use the answer, since its state is kept in the session.
SOCIALACCOUNT_LOGIN_ON_GET = True

# The user names that may log in with a password or a passkey of their own; all may where it is empty.
with refusing():
    LOCAL_ACCOUNTS = local_accounts(env.list("LOCAL_ACCOUNTS", default=[]), SOCIALACCOUNT_PROVIDERS)
