import io

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .sessions import end_all


@login_required
@never_cache
def qr_code(request):
    """The secret that the page is offering, for the camera of a phone: otpauth:// in a QR code, as SVG.

    It has an address of its own because the policy forbids pictures that are written into a page (``data:``).
    """
    if not (secret := request.session.get(SECRET_SESSION_KEY)):
        raise Http404
    picture = io.BytesIO()
    code = segno.make(get_adapter().build_totp_url(request.user, secret), micro=False)
    code.save(picture, kind="svg", scale=6, dark="#000", light="#fff")
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@login_required
@require_POST
def end_all_sessions(request):
    """Log out here and everywhere else."""
    end_all(request.user, request=request)
    logout(request)
    messages.success(request, _("Du är utloggad överallt."))
    return redirect("account_login")
