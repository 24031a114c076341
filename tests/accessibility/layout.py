"""What the layout of a loaded page does with small screens and large letters, measured in the page itself."""

# WCAG 2.2, 1.4.12. A constructed stylesheet, because the site's policy rightly refuses a <style> element.
SPACE_TEXT_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
# Elements that hide a part of their own text. What is hidden from the eye on purpose is one pixel large, and a field
# scrolls.
CLIPPED = """[...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element), { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || element.closest(".visually-hidden, svg, input, [hidden]")) return false;
    const hides = (axis) => ["hidden", "clip"].includes(style[axis]);
    return (hides("overflowX") && element.scrollWidth > element.clientWidth + 1)
        || (hides("overflowY") && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""
# Words that stand out of the box they are in, where another may be below.
OVERFLOWING = """[...document.querySelectorAll("a, button, summary, label, th, td, li, p, h1, h2, h3, dd, dt")]
    .filter((element) => getComputedStyle(element).display !== "inline" && element.clientHeight > 1
        && !element.closest(".visually-hidden, [hidden]")
        && (element.scrollHeight > element.clientHeight + 4 || element.scrollWidth > element.clientWidth + 4))
    .map((element) => element.outerHTML.slice(0, 120))"""
# WCAG 2.2, 2.5.8: 24 by 24 px, but for links within a sentence, for what has another way, and for what stands apart.
SMALL_TARGETS = """(() => {
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
        .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden"));
    const inSentence = (element) => getComputedStyle(element).display === "inline"
        && element.parentElement.textContent.trim().length > element.textContent.trim().length + 3;
    const box = (element) => element.labels?.length && element.type === "checkbox"
        ? element.labels[0].getBoundingClientRect() : element.getBoundingClientRect();
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const apart = (element) => {
        const [x, y] = middle(box(element));
        return all.every((other) => {
            if (other === element) return true;
            const { left, top, right, bottom } = box(other);
            const near = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))];
            return Math.hypot(near[0] - x, near[1] - y) >= 12;
        });
    };
    return all.filter((element) => {
        const { width, height } = box(element);
        return (width < 24 || height < 24) && !inSentence(element) && !apart(element);
    }).map((element) => `${Math.round(box(element).width)} by ${Math.round(box(element).height)}: `
        + element.outerHTML.slice(0, 120));
})()"""
SMALLEST_TARGET = """Math.min(...[...document.querySelectorAll("button, summary, select, .button")]
    .filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect().height))"""
# What is stuck to the window, and how much of its height it takes.
STUCK = """[...document.querySelectorAll("body *")].filter((element) =>
    ["fixed", "sticky"].includes(getComputedStyle(element).position)
    && element.getBoundingClientRect().height > innerHeight / 3).map((element) => element.outerHTML.slice(0, 120))"""
MOVING = """[...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
        || style.animationName !== "none" || style.scrollBehavior !== "auto";
}).map((element) => element.outerHTML.slice(0, 120))"""
