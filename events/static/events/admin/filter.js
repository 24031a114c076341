// A list that is searched as one types. Without this script the list is whole, or has a search form of its own.
(() => {
    // "mote" finds "möte", as the site's own search does.
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

    for (const list of document.querySelectorAll("[data-filter]")) {
        const rows = [...list.querySelectorAll("[data-filter-row]")];
        const tools = list.querySelector("[data-filter-tools]");
        const input = list.querySelector("[data-filter-input]");
        const empty = list.querySelector("[data-filter-none-found]");
        if (tools) tools.hidden = false;

        const filter = () => {
            const words = plain(input.value).split(/\s+/).filter(Boolean);
            for (const row of rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word));
            if (empty) empty.hidden = rows.some((row) => !row.hidden);
        };
        const tick = (checked) => {
            for (const row of rows) if (!row.hidden) row.querySelector("input[type=checkbox]").checked = checked;
            list.dispatchEvent(new Event("input", { bubbles: true }));
        };
        input?.addEventListener("input", filter);
        // Enter would send the form that the list is part of.
        input?.addEventListener("keydown", (event) => { if (event.key === "Enter" && tools) event.preventDefault(); });
        list.querySelector("[data-filter-all]")?.addEventListener("click", () => tick(true));
        list.querySelector("[data-filter-none]")?.addEventListener("click", () => tick(false));
        if (input?.value) filter();
    }
})();
