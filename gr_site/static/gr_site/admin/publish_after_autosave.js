// Holds a form back while Wagtail autosaves it, and sends it once that is done. Otherwise "Publicera" right after the
// last word meets the autosave halfway: a new page is made twice over and its address is refused as taken.
const saving = new WeakSet();
const held = new WeakMap();

document.addEventListener("w-autosave:save", ({ target }) => saving.add(target));

for (const outcome of ["success", "error"]) {
    document.addEventListener(`w-autosave:${outcome}`, ({ target }) => {
        saving.delete(target);
        const button = held.get(target);
        if (!button) return;
        held.delete(target);
        button.disabled = false; // a disabled button would not be sent along, and it says what to do
        target.requestSubmit(button);
    });
}

window.addEventListener(
    "submit",
    (event) => {
        if (!saving.has(event.target) || !event.submitter) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        held.set(event.target, event.submitter);
    },
    { capture: true },
);
