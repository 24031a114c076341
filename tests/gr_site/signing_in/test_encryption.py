import pytest
from hypothesis import given
from hypothesis import strategies as st

from gr_site.signing_in.encryption import InvalidToken, decrypt, encrypt


@given(st.text())
def test_what_is_encrypted_comes_back_and_is_never_the_same_twice(text):
    token = encrypt(text)
    assert decrypt(token) == text
    assert token != encrypt(text)


@given(st.text(min_size=8), st.integers(0, 60))
def test_a_token_that_somebody_has_changed_is_refused(text, place):
    token = encrypt(text)
    changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
    with pytest.raises(InvalidToken):
        decrypt(changed)


def test_another_key_cannot_read_it(settings):
    token = encrypt("hemligt")
    settings.SECRET_KEY = "another-key"
    with pytest.raises(InvalidToken):
        decrypt(token)
