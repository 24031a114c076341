from django.http import HttpResponse, JsonResponse

from .checks import overall, states


class Health:
    """Answers ``/healthz`` and ``/readyz`` before anything else, so that a load balancer can ask by address and
    without https.

    ``/healthz`` is 200 while the process answers at all: restart it if not. ``/readyz`` is JSON with each part's state
    (see ``checks``), 200 while the site can serve its pages and 503 when it cannot: send no visitors here then.
    Neither says anything about versions or content.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == "/healthz":
            response = HttpResponse("ok\n", content_type="text/plain")
        elif request.path_info == "/readyz":
            found = states()
            state = overall(found)
            response = JsonResponse({"status": state, **found}, status=503 if state == "down" else 200)
        else:
            return self.get_response(request)
        response["Cache-Control"], response["X-Robots-Tag"] = "no-store", "noindex"
        return response
