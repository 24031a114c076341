"""Django's SMTP backend, which also knows whether a letter's text has been handed over."""

import smtplib

from django.core.mail.backends import smtp


class _Noting:
    """Of an SMTP connection: whether the text of the latest letter was on its way."""

    handed_over = False

    def mail(self, *args, **kwargs):
        self.handed_over = False
        return super().mail(*args, **kwargs)

    def data(self, *args, **kwargs):
        self.handed_over = True
        return super().data(*args, **kwargs)


class _Plain(_Noting, smtplib.SMTP):
    pass


class _Encrypted(_Noting, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self):
        return _Encrypted if self.use_ssl else _Plain

    @property
    def handed_over(self):
        return getattr(self.connection, "handed_over", False)
