// Verdicts, sums and weeks follow what is typed. Without this script the button "Räkna om" does the same.
// Only texts are exchanged, never a field: what is typed stays, and so does the place of the cursor.
(() => {
    const form = document.querySelector("[data-plan-form]");
    const offline = form.querySelector("[data-plan-offline]");
    let waiting;
    let latest = 0;
    let changed = false;

    async function check() {
        const number = ++latest;
        const body = new FormData(form);
        body.set("action", "check");
        try {
            const response = await fetch(window.location.href, { method: "POST", body });
            const html = await response.text();
            if (number !== latest) return; // there is newer typing
            offline.hidden = response.ok && !response.redirected;
            if (!offline.hidden) return;
            const fresh = new DOMParser().parseFromString(html, "text/html");
            for (const old of form.querySelectorAll("[data-plan-live]")) {
                const open = old.querySelector("details")?.open;
                old.innerHTML = fresh.getElementById(old.id)?.innerHTML ?? "";
                if (open) old.querySelector("details").open = true;
            }
        } catch {
            offline.hidden = false;
        }
    }

    form.addEventListener("input", (event) => {
        if (!event.target.name?.startsWith("rows-")) return;
        changed = true;
        clearTimeout(waiting);
        waiting = setTimeout(check, 500);
    });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
    // A row that has just been added is where the editor goes on. The address leads to its network's heading, and the
    // browser takes the focus there once the page has loaded: this comes after that.
    const added = form.querySelector("[data-plan-added] input:not([type=hidden], [type=checkbox])");
    if (added) window.addEventListener("load", () => setTimeout(() => added.focus(), 50));
})();
