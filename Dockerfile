# The site's image. Web servers, the timer and every command run from it; docs/operations.md says how.
# It writes to MEDIA_ROOT, BACKUP_FOLDER and TMPDIR alone, so its root file system can be read-only.

FROM python:3.13-slim-trixie AS packages
WORKDIR /site
RUN python -m venv /packages
COPY requirements.lock ./
RUN /packages/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock

FROM python:3.13-slim-trixie AS files
ENV PATH=/packages/bin:$PATH
WORKDIR /site
COPY --from=packages /packages /packages
COPY manage.py ./
COPY networks networks
COPY events events
COPY search search
COPY gr_site gr_site
RUN python manage.py compile_catalogues
RUN SECRET_KEY=for-collecting-static-files-only ALLOWED_HOSTS=localhost python manage.py collectstatic --no-input
RUN python -m compileall -q .

FROM python:3.13-slim-trixie
ENV PATH=/packages/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /site
# pg_dump and pg_restore, for backups; of the version of compose.yaml's server, or a newer one.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client-17 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home site && install --directory --owner site /media /backup
COPY --from=packages /packages /packages
COPY --from=files /site /site
ENV MEDIA_ROOT=/media TMPDIR=/var/tmp DJANGO_SETTINGS_MODULE=gr_site.settings.production
# In memory, so that it is empty whenever the container starts.
ENV PROMETHEUS_MULTIPROC_DIR=/var/tmp/metrics
USER site
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "gr_site.wsgi:application", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--workers-kill-timeout", "30", "--respawn-failed-workers"]
