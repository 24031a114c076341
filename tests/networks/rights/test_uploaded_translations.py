"""A file of translations costs what its page costs, whoever wrote it, and holds no text that cannot be typed."""

from contextlib import suppress
from encodings.aliases import aliases

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import ProhibitNullCharactersValidator
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from networks.rights.po_files import LARGEST, UnreadableError, read
from networks.writing.checks import LONGEST_TEXT
from tests.growth import cpu, in_proportion

pytestmark = pytest.mark.django_db
ENCODINGS = {"undefined", "idna", "unheard-of", *aliases.values()}
UNREADABLE = "Filen går inte att läsa som en PO-fil"


@pytest.fixture
def english(two):
    for page in (two.site.home, two.site.networks):
        page.copy_for_translation(two.site.en)
    translate_object(two.own.page, [two.site.en])
    return Translation.objects.get(source__object_id=two.own.page.translation_key)


def header(whose="x", charset="utf-8"):
    return f"""msgid ""
msgstr ""
"Content-Type: text/plain; charset={charset}\\n"
"X-WagtailLocalize-TranslationID: {whose}\\n"

"""


def entry(context, original, text):
    return f'msgctxt "{context}"\nmsgid "{original}"\nmsgstr "{text}"\n\n'


def upload(client, translation, content):
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    back = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    file = SimpleUploadedFile("a.po", content if isinstance(content, bytes) else content.encode())
    answer = client.post(address, {"file": file, "next": back})
    assert answer["Location"] == back
    return client.get(back).content.decode()


def titles():
    return list(StringTranslation.objects.filter(context__path="title").values_list("data", flat=True))


def test_what_the_page_has_not_costs_nothing(two, english, as_editor):
    queries = []
    for count in (0, 1, 1000):
        strangers = "".join(entry(f"c{number}", f"m{number}", "s") for number in range(count))
        title = entry("title", two.own.page.title, f"Northern {count}")
        misplaced = entry("introduction", two.own.page.title, "x") * count
        address = reverse("wagtail_localize:upload_pofile", args=[english.pk])
        file = SimpleUploadedFile("a.po", (header(english.uuid) + strangers + title + misplaced).encode())
        with CaptureQueriesContext(connection) as captured:
            as_editor.post(address, {"file": file})
        queries.append(len(captured))
        assert titles() == [f"Northern {count}"]
    assert queries[1] == queries[2]


def test_a_text_that_comes_many_times_is_stored_once(two, english, as_editor):
    queries = []
    for count in (2, 200):
        many = "".join(entry("title", two.own.page.title, f"Northern {count} {number}") for number in range(count))
        with CaptureQueriesContext(connection) as captured:
            upload(as_editor, english, header(english.uuid) + many)
        queries.append(sum("wagtail_localize_stringtranslation" in query["sql"] for query in captured))
        assert titles() == [f"Northern {count} {count - 1}"]
    assert queries[1] <= queries[0]


def test_a_file_that_is_too_large_is_refused_unread(two, english, as_editor):
    content = header(english.uuid) + entry("title", two.own.page.title, "The northern network")
    content += "#" * (LARGEST + 1 - len(content.encode()))
    assert "Filen är för stor: högst 1 MB får plats" in upload(as_editor, english, content)
    assert titles() == []
    upload(as_editor, english, content[:-1])
    assert titles() == ["The northern network"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * (LONGEST_TEXT + 1), "Texten är för lång: 1000001 tecken, men högst 1000000 får plats."),
        ("a\x00b", ProhibitNullCharactersValidator.message),
    ],
    ids=["too long", "NUL"],
)
def test_no_text_is_stored_that_could_not_be_typed(two, english, as_central, text, words):
    good = entry("slug", two.own.page.slug, "the-northern-network")
    content = header(english.uuid) + good + entry("title", two.own.page.title, text)
    shown = upload(as_central, english, content)
    assert f"Översättningen av ”{two.own.page.title}” går inte att spara." in shown
    assert str(words) in shown
    assert not StringTranslation.objects.exists()
    segment = StringSegment.objects.get(source=english.source, context__path="title")
    view = reverse("wagtail_localize:edit_string_translation", args=[english.pk, segment.pk])
    body = f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{text}\r\n--x--\r\n'
    assert as_central.put(view, body, content_type="multipart/form-data; boundary=x").status_code == 400


@pytest.mark.parametrize("charset", ["undefined", "punycode", "utf-16", "idna", "unheard-of"])
def test_an_encoding_of_no_translator_is_refused_in_words(two, english, as_editor, charset):
    content = header(english.uuid, charset) + entry("title", two.own.page.title, "The northern network")
    assert UNREADABLE in upload(as_editor, english, content)
    assert UNREADABLE in upload(as_editor, english, content.encode("utf-16"))
    assert titles() == []


def test_no_file_at_all_is_refused_in_words(english, as_editor):
    address = reverse("wagtail_localize:upload_pofile", args=[english.pk])
    shown = as_editor.post(address, follow=True).content.decode()
    assert "Filen är ingen översättning av den här sidan" in shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso8859-1", "iso8859-15", "cp1252"])
def test_the_encodings_of_translators_are_read(encoding):
    content = header(charset=encoding.removesuffix("-sig")) + entry("title", "Nätverk", "Müller")
    whose, entries = read(content.encode(encoding))
    assert whose == "x"
    assert [(each.msgctxt, each.msgid, each.msgstr) for each in entries[-1:]] == [("title", "Nätverk", "Müller")]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5), st.sampled_from(["\n", "\r\n"]), st.integers(20, 200))
def test_what_polib_writes_is_read_as_it_was(texts, end, width):
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "X-WagtailLocalize-TranslationID": "4711"}
    file.extend(polib.POEntry(msgctxt=path, msgid=text, msgstr=translated) for path, text, translated in texts)
    whose, entries = read(str(file).replace("\n", end).encode())
    assert whose == "4711"
    assert [(each.msgctxt, each.msgid, each.msgstr) for each in entries if each.msgid] == texts


WORDS = st.sampled_from(
    [b'msgid "', b'msgstr "', b'msgctxt "', b"msgstr[", b"msgstr[0] ", b"msgid_plural ", b'"', b'"\n', b"\n", b"\r",
     b"\\", b"#~ ", b"#| ", b"#, ", b"#", b"\x00", b"\xff", "\u2028å".encode(), b"a", b": ", b"]"]
)  # fmt: skip


@given(
    st.one_of(st.binary(max_size=300), st.lists(WORDS, max_size=40).map(b"".join)),
    st.sampled_from(sorted(ENCODINGS)),
    st.integers(0, 400),
)
def test_whatever_is_sent_is_read_or_refused(content, charset, end):
    for sent in (content, (header(charset=charset).encode() + content)[:end]):
        with suppress(UnreadableError):
            assert isinstance(read(sent)[0], str)


@pytest.mark.parametrize("charset", sorted(ENCODINGS))
def test_no_encoding_breaks_the_reader(charset):
    content = header(charset=charset).encode() + entry("title", "x", "y").encode()
    with suppress(UnreadableError):
        assert read(content)[0] == "x"


# What may be repeated, and what stands before and after it.
_OPEN = 'msgid "x"\nmsgstr "'
REPEATED = {
    "entries": ("", 'msgid "a"\nmsgstr "b"\n', ""),
    "lines of a string": (_OPEN + '"\n', '"a"\n', ""),
    "lines of a wide string": (_OPEN + '\U0001f600"\n', '"a"\n', ""),
    "lines of strings without end": (_OPEN + '"\n', '"ab\n', ""),
    "lines of a string with blanks after them": (_OPEN + '"\n', '"a" \x0b\n', ""),
    "lines of an obsolete string": ('#~ msgid "x"\n#~ msgstr ""\n', '#~ "a"\n', ""),
    "line ends in the header": ('msgid ""\nmsgstr "a:b', "\\n", '"\n'),
    "kinds of content": ("# ", "Content-Type:", ""),
    "blank lines": (_OPEN + '"\n', "\n", '"a"'),
    "quotation marks": (_OPEN, '\\"', '"\n'),
}


@pytest.mark.parametrize(("before", "piece", "after"), REPEATED.values(), ids=REPEATED)
def test_to_read_a_file_takes_time_in_proportion_to_its_length(before, piece, after):
    def cost(length):
        content = (before + piece * (length // len(piece)) + after).encode()

        def work():
            with suppress(UnreadableError):
                read(content)

        return cpu(work)

    assert in_proportion(cost, LARGEST)
