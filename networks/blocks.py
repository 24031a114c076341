"""The one body: every page's free text is made of these blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        label = _("Rubrik")
        icon = "title"
        template = "networks/blocks/heading.html"


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Rubrik"))
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        label = _("Faktaruta")
        icon = "info-circle"
        template = "networks/blocks/fact_box.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Citat"))
    source = blocks.CharBlock(label=_("Källa"), required=False)

    class Meta:
        label = _("Citat")
        icon = "openquote"
        template = "networks/blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Bild"))
    caption = blocks.CharBlock(label=_("Bildtext"), required=False)

    class Meta:
        label = _("Bild")
        icon = "image"
        template = "networks/blocks/figure.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Dokument"))
    description = blocks.CharBlock(label=_("Beskrivning"), required=False)

    class Meta:
        label = _("Dokument")
        icon = "doc-full"
        template = "networks/blocks/document.html"


class UnplacedTextBlock(blocks.TextBlock):
    """Text of an imported page that fits no field: kept for the editor, never shown to visitors."""

    class Meta:
        label = _("Från den gamla sidan, ännu inte placerat")
        icon = "warning"
        template = "networks/blocks/unplaced.html"

    def get_searchable_content(self, value):
        """Nothing: what visitors may not read must not be found either."""
        return []


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Text"),
        features=["h3", *RICH_TEXT_FEATURES],
        icon="pilcrow",
        template="networks/blocks/paragraph.html",
    )
    figure = FigureBlock()
    quote = QuoteBlock()
    fact_box = FactBoxBlock()
    document = DocumentBlock()
    table = TableBlock(label=_("Tabell"), template="networks/blocks/table.html")
    unplaced = UnplacedTextBlock()

    class Meta:
        required = False
