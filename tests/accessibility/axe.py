"""axe-core in a loaded page: what it finds wrong, as lines that say where."""

from pathlib import Path

SOURCE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rules that axe leaves out unless they are asked for.
TARGETS = {"target-size": {"enabled": True}}
CONTRAST_AAA = {"color-contrast-enhanced": {"enabled": True}}
# A colour on its way from one scheme to another is nobody's: what moves is put where it is going first.
RUN = """([exclude, runOnly, rules]) => Promise.resolve(document.getAnimations().forEach((each) => {
    if (each.effect.getComputedTiming().endTime !== Infinity) each.finish();
})).then(() => axe.run({ exclude }, {
    runOnly, rules, resultTypes: ["violations"], elementRef: false,
})).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) =>
    `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)} (${node.failureSummary.split("\\n")[1] ?? ""})`)))"""


def give(context):
    """Put axe into every page that the browser context opens. The site's policy holds for the site, not for it."""
    context.add_init_script(path=SOURCE)


def violations(page, *, exclude=(), rules=CONTRAST_AAA, only=None):
    """Sorted lines ``rule: element html (what to mend)``.

    ``exclude``: selectors whose contents are left out; ``only``: names of rules in place of all.
    """
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    extra = {} if only else TARGETS | rules
    return sorted(page.evaluate(RUN, [[[selector] for selector in exclude], asked, extra]))
