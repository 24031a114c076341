"""The blocks that the body of every page is made of."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from ..writing.blocks import DescribedImageBlock, HeaderTableBlock, ProseBlock
from ..writing.checks import heading_error
from ..writing.rules.headings import first_jump
from ..writing.rules.rich_text import heading_levels

RICH_TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        label = _("Rubrik")
        icon = "title"
        template = "networks/blocks/heading.html"


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Rubrik"))
    text = ProseBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

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
    image = DescribedImageBlock(label=_("Bild"))
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
    """Text from an imported page that fitted no field. Editors see it; visitors never do."""

    class Meta:
        label = _("Från den gamla sidan, ännu inte placerat")
        icon = "warning"
        template = "networks/blocks/unplaced.html"

    def get_searchable_content(self, value):
        """Nothing, because visitors must not find what they may not read."""
        return []


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ProseBlock(
        label=_("Text"),
        features=["h3", *RICH_TEXT_FEATURES],
        icon="pilcrow",
        template="networks/blocks/paragraph.html",
    )
    figure = FigureBlock()
    quote = QuoteBlock()
    fact_box = FactBoxBlock()
    document = DocumentBlock()
    table = HeaderTableBlock(label=_("Tabell"), template="networks/blocks/table.html")
    unplaced = UnplacedTextBlock()

    class Meta:
        required = False

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            levels = [(place, level) for place, child in enumerate(value) for level in _levels(child)]
            jump = first_jump(level for _, level in levels)
            if jump is not None:
                raise StreamBlockValidationError({levels[jump][0]: ValidationError(heading_error())})
        return value


def _levels(child):
    """The levels of the headings in a block, in order."""
    if child.block_type == "heading":
        return [2]
    if child.block_type == "fact_box":
        return [2, *heading_levels(child.value["text"].source)]
    return heading_levels(child.value.source) if child.block_type == "paragraph" else []
