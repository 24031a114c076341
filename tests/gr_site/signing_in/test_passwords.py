"""Which passwords may be chosen, in words; and how a forgotten one is replaced, by a letter."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from gr_site.demo.login import PASSWORD
from gr_site.signing_in.password_rules import DifferentCharacters
from networks.models import Letter
from networks.outbox.message import message_of

from .conftest import WORD

pytestmark = pytest.mark.django_db
NEW = "ett-alldeles-nytt-ord"


def change(client, new):
    return client.post("/konto/password/change/", {"oldpassword": WORD, "password1": new, "password2": new})


@pytest.mark.parametrize("word", ["kort-ord-11", "1qaz2wsx3edc", "alva@example", "123456789012345", "aaaaaaaaaaaa"])
def test_weak_ones_are_refused(alva, client, log_in, word):
    log_in()
    answer = change(client, word)
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"password1"}


def test_the_rules_stand_in_swedish_beside_the_field(alva, client, log_in):
    log_in()
    html = client.get("/konto/password/change/").content.decode()
    assert "Ditt lösenord måste innehålla minst 12 tecken." in html
    assert "Ditt lösenord måste innehålla minst 5 olika tecken." in html
    assert 'aria-describedby="id_password1_helptext"' in html


def test_one_of_few_characters_is_refused_with_what_to_do(alva, client, log_in):
    log_in()
    errors = change(client, "ababab-ababab-ababab").context["form"].errors
    assert errors == {"password1": ["Lösenordet har för få olika tecken. Välj ett med minst 5 olika."]}


@given(word=st.text(max_size=30), fewest=st.integers(1, 9))
def test_a_password_needs_so_many_different_characters_in_any_order(word, fewest):
    rule = DifferentCharacters(fewest)
    if sum(word.index(letter) == place for place, letter in enumerate(word)) < fewest:
        with pytest.raises(ValidationError):
            rule.validate(word)
    else:
        rule.validate(word)
        rule.validate(word[::-1] * 2)


def test_the_demo_s_password_keeps_the_rules():
    validate_password(PASSWORD)


def test_an_old_short_password_lets_in_and_need_not_be_changed(site, client, log_in, django_user_model):
    django_user_model.objects.create_superuser("berit", "berit@example.org", "kort")
    assert log_in("berit", "kort")["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_changed_password_is_told_by_letter(alva, client, log_in):
    log_in()
    assert change(client, NEW)["Location"] == "/konto/2fa/"
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("alva@example.org", "Ditt lösenord är bytt – Göteborgsregionens nätverk")
    assert "Ip-adress: 127.0.0.1" in letter.text


def ask(client, address="alva@example.org", **more):
    return client.post("/konto/password/reset/", {"email": address}, **more)


def link_in(letter):
    return next(line for line in letter.text.splitlines() if "/password/reset/key/" in line)


def test_a_forgotten_one_is_replaced_by_letter(alva, client, log_in, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://natverk.example.org"
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    ask(client, headers={"Host": "evil.example"})
    letter = Letter.objects.get()
    assert letter.subject == "Nytt lösenord till Göteborgsregionens nätverk"
    assert "evil.example" not in message_of(letter).message().as_string() + letter.text
    assert "Ditt användarnamn är alva." in letter.text
    address = link_in(letter).removeprefix("https://natverk.example.org")
    assert address.startswith("/konto/password/reset/key/")
    form = client.get(address)["Location"]
    done = client.post(form, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Ditt lösenord är bytt" in done.content.decode()
    assert log_in(word=NEW)["Location"] == "/admin/"
    assert "Länken gäller inte längre" in client.get(address, follow=True).content.decode()


def test_a_new_password_is_no_way_round_the_second_factor(alva, app, client, log_in):
    ask(client)
    form = client.get(link_in(Letter.objects.get()).replace("http://localhost:8000", ""))["Location"]
    client.post(form, {"password1": NEW, "password2": NEW})
    assert client.get("/konto/2fa/").status_code == 302
    assert Authenticator.objects.filter(user=alva).count() == 1
    assert log_in(word=NEW)["Location"] == "/konto/2fa/authenticate/"


def test_an_unknown_address_gets_the_same_answer_and_no_letter(alva, client):
    known, unknown = (ask(client, address, follow=True) for address in ("alva@example.org", "ingen@example.org"))
    assert known.redirect_chain == unknown.redirect_chain == [("/konto/password/reset/done/", 302)]
    assert [letter.to for letter in Letter.objects.all()] == ["alva@example.org"]


def test_somebody_who_has_left_gets_no_letter(alva, client, django_user_model):
    django_user_model.objects.update(is_active=False)
    ask(client)
    assert not Letter.objects.exists()
