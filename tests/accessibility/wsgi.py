"""The site as production serves it. Pictures, which a web server in front sends there, come from WhiteNoise here."""

from django.conf import settings
from whitenoise import WhiteNoise

from gr_site.wsgi import application as site

application = WhiteNoise(site, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True)
