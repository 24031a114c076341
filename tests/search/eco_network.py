"""A network's translation with an English name."""


def translate(page, locale):
    for above in page.get_ancestors().filter(depth__gt=1).specific():
        if not above.has_translation(locale):
            above.copy_for_translation(locale, alias=True)
    copy = page.copy_for_translation(locale)
    copy.title = "Eco network"
    copy.save_revision().publish()
