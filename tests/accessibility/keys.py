"""A person who has only a keyboard, and looks at each stop of the Tab key whether she can see where she is."""

MOST_STOPS = 200
# Where focus is: its words, how thick its ring is, and whether its middle is in view and not below something else.
STOP = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const { left, top, width, height } = at.getClientRects()[0] ?? new DOMRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const seen = document.elementFromPoint(x, y);
    const labels = [...(at.labels ?? [])].map((label) => label.textContent).join(" ");
    return {
        words: (at.getAttribute("aria-label") || labels || at.textContent).replace(/\\u00ad/g, "")
            .replace(/\\s+/g, " ").trim(),
        tag: at.localName,
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        inView: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
        covered: !(seen && (at.contains(seen) || seen.contains(at))),
        wide: width, high: height,
    };
}"""
MOVES_ON = """() => {
    const before = window.previousStop, at = document.activeElement;
    window.previousStop = at;
    return !before?.isConnected || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


class Keys:
    def __init__(self, page):
        self.page = page
        self.stops = []

    def tab(self):
        """Go one stop on, and see where that is."""
        self.page.keyboard.press("Tab")
        stop = self.page.evaluate(STOP)
        assert stop["ring"] >= 2, ("no ring", stop)
        assert stop["inView"] and not stop["covered"], ("cannot be seen", stop)
        assert self.page.evaluate(MOVES_ON), ("goes backwards", stop)
        self.stops.append(stop["words"])
        return stop

    def to(self, words, *, tag=None):
        """Tab on until the stop says ``words`` (all of it, or any that has them in it where they end with "…")."""
        for _ in range(MOST_STOPS):
            stop = self.tab()
            fits = words[:-1] in stop["words"] if words.endswith("…") else stop["words"] == words
            if fits and tag in (None, stop["tag"]):
                return self
        raise AssertionError(f"No stop says {words!r}: {self.stops}")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, text):
        self.page.keyboard.type(text)
        return self

    def skip_to_content(self):
        """The first stop of a page is the skip link, and it leads to the content."""
        assert self.tab()["words"] in {"Hoppa till innehållet", "Skip to content"}, self.stops
        self.press("Enter")
        assert self.page.evaluate("document.activeElement.localName") == "main"
        return self

    def follow(self, address):
        """Press Enter on a link or in a form, and arrive at an address that ``address`` (a glob) describes."""
        with self.page.expect_navigation(url=address):
            self.press("Enter")
        return self
