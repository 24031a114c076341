"""A hasher of passwords that notes how often it worked: the time of an answer, as a number that does not waver."""

from django.contrib.auth.hashers import MD5PasswordHasher


class CountingHasher(MD5PasswordHasher):
    algorithm = "counting"
    worked = 0

    def encode(self, password, salt):
        type(self).worked += 1
        return super().encode(password, salt)
