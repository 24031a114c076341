// Keeps what an editor has written when her session has ended or while it saves by itself, and asks nothing in the
// browser that the server asks.
//
// Before a form is sent, and when an autosave has failed, this asks whether she is still signed in. If she is not, the
// form stays and says so. Once she has signed in again, in another tab, the form gets the new session's CSRF token.
const template = document.querySelector("template[data-signed-out-notice]");
const checked = new WeakSet();
let notice = null;

// The token of the session, null if there is none, and undefined if nobody answers.
async function token() {
    try {
        const response = await fetch(template.dataset.url, { redirect: "manual", headers: { Accept: "application/json" } });
        return response.ok ? (await response.json()).csrf_token : null;
    } catch {
        return undefined;
    }
}

async function signedIn(form) {
    const found = await token();
    if (found === null) {
        tell(form);
        return false;
    }
    if (found) form.elements.namedItem("csrfmiddlewaretoken").value = found;
    notice?.remove();
    notice = null;
    return true;
}

function tell(form) {
    if (!notice) {
        notice = template.content.firstElementChild.cloneNode(true);
        form.prepend(notice);
    }
    notice.focus();
}

function release(button) {
    button.dataset.wProgressLoadingValue = "false"; // Wagtail has disabled it while it works
    button.disabled = false;
}

window.addEventListener(
    "submit",
    async (event) => {
        const form = event.target;
        if (!form.matches("[data-edit-form]") || event.defaultPrevented || checked.delete(form)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const button = event.submitter;
        const sends = await signedIn(form);
        if (button) release(button);
        if (!sends) return;
        checked.add(form);
        form.requestSubmit(button);
    },
    { capture: true },
);

document.addEventListener("w-autosave:error", ({ target, detail }) => {
    if (detail.type === "server_error") signedIn(target);
});

document.addEventListener("visibilitychange", async () => {
    const form = notice?.closest("form");
    if (!form || document.visibilityState !== "visible" || !(await signedIn(form))) return;
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true })); // autosaves it
});

// Wagtail's warning says that saving overwrites what another has saved. The server merges it, or asks.
document.addEventListener("w-swap:json", ({ target }) => {
    if (target.dataset.wSessionInterceptValue === "conflict") target.dataset.wSessionInterceptValue = "";
});

// When an autosave has succeeded, Wagtail takes what the form holds then for what it has saved. What she wrote while it
// was under way would wait for her next change, and be lost if there is none.
{
    const sent = new WeakMap();
    const notHers = /^(csrfmiddlewaretoken|next|comments-.*|loaded_.*|overwrite_.*)$/;

    // What she has written, as one text. ``updated`` has the fields that the server has filled in meanwhile.
    const written = (data, updated) => {
        const hers = ([name]) => !notHers.test(name) && !(name in updated);
        const words = ([name, value]) => [name, value instanceof File ? [value.name, value.size] : value];
        return JSON.stringify([...data].filter(hers).map(words));
    };

    document.addEventListener("w-autosave:save", ({ target, detail }) => {
        sent.set(target, detail.formData);
    });

    document.addEventListener("w-autosave:success", ({ target, detail }) => {
        const updated = detail.data?.field_updates ?? {};
        const saved = sent.get(target);
        if (!saved || written(saved, updated) === written(new FormData(target), updated)) return;
        target.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true })); // autosaves it
    });
}
