"""Says who reads a page of the admin while it is rendered, too. Wagtail forgets it when the view has ended."""

from functools import wraps

from wagtail.admin import auth
from wagtail.log_actions import LogContext


def connect():
    """Called once the apps are loaded."""
    auth.get_localized_response = _rendered_for_the_user(auth.get_localized_response)


def _rendered_for_the_user(answer):
    @wraps(answer)
    def get_localized_response(view_func, request, *args, **kwargs):
        response = answer(view_func, request, *args, **kwargs)
        if hasattr(response, "render"):
            response.render = _for(request.user, response.render)
        return response

    return get_localized_response


def _for(user, render):
    def rendered():
        with LogContext(user=user, generate_uuid=False):
            return render()

    return rendered
