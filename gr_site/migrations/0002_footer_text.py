import wagtail.fields
from django.db import migrations


def to_home_pages(apps, schema_editor):
    """The home page that each site begins with takes over the site's words."""
    for footer in apps.get_model("gr_site", "SiteFooter").objects.exclude(about="").select_related("site"):
        home = apps.get_model("gr_site", "HomePage").objects.filter(pk=footer.site.root_page_id)
        home.update(footer_text=footer.about)


def to_settings(apps, schema_editor):
    for footer in apps.get_model("gr_site", "SiteFooter").objects.select_related("site"):
        home = apps.get_model("gr_site", "HomePage").objects.filter(pk=footer.site.root_page_id).first()
        footer.about = home.footer_text if home else ""
        footer.save()


class Migration(migrations.Migration):
    """The words at the foot of every page move to the home page, where they are translated with it."""

    dependencies = [("gr_site", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.AddField(
            model_name="homepage",
            name="footer_text",
            field=wagtail.fields.RichTextField(
                blank=True,
                help_text="Adress, e-post och telefon står under Inställningar, Sidfot.",
                verbose_name="om GR, längst ner på varje sida",
            ),
        ),
        migrations.RunPython(to_home_pages, to_settings),
        migrations.RemoveField(model_name="sitefooter", name="about"),
    ]
