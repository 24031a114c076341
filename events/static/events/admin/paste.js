// The preview follows the pasted text. Without this script the button "Läs datumen" does the same.
(() => {
    const form = document.querySelector("[data-paste-form]");
    const preview = form.querySelector("[data-paste-preview]");
    const text = form.elements.text;
    let corrected = false;
    let waiting;
    let latest = 0;

    async function read() {
        const number = ++latest;
        const body = new FormData(form);
        body.set("action", "preview");
        preview.setAttribute("aria-busy", "true");
        try {
            const response = await fetch(window.location.href, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
            const html = await response.text();
            // A slower answer to an older text must not replace a newer one.
            if (number === latest && response.ok) preview.innerHTML = html;
        } catch {
            // Offline: the text stays in its box, and the button still works when the line is back.
        } finally {
            if (number === latest) preview.removeAttribute("aria-busy");
        }
    }

    preview.addEventListener("input", () => { corrected = true; });
    form.addEventListener("input", (event) => {
        if (event.target !== text && event.target !== form.elements.heading) return;
        clearTimeout(waiting);
        // Rows that the editor has corrected are replaced only when she asks for it with the button.
        if (!corrected && text.value.trim()) waiting = setTimeout(read, 400);
    });
})();
