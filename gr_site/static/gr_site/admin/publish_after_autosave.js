// Lets a form be autosaved or sent, never both at once. While Wagtail autosaves it, it is held back and sent once that
// is done; once it is sent, no autosave begins. Otherwise "Publicera" right after the last word meets the autosave
// halfway: a new page is made twice over, or its address is refused as taken.
const saving = new WeakSet();
const held = new WeakMap();
let sent = new WeakSet();

document.addEventListener("w-autosave:save", (event) => {
    if (sent.has(event.target)) event.preventDefault();
    else saving.add(event.target);
});

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

window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent.add(event.target);
});

// Back from the next page, or from an error of the network, the form is as it was.
window.addEventListener("pageshow", () => (sent = new WeakSet()));
