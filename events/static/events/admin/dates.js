// The schedule in the event's form follows what is typed. The server finds the words, so that the form, the pages and
// the calendars say the same. Without this script the form says the same after each save.
(() => {
    const wanted =
        /^(csrfmiddlewaretoken|seen|start_time|end_time|place|format|series_\w+|recurrence_\w+|handed_out|co_owners-\d+-network|occurrences-(TOTAL_FORMS|\d+-\w+))$/;
    const watched = /^(start_time|end_time|place|format|series_\w+|recurrence_\w+|co_owners-|occurrences-)/;

    function start(list) {
        const form = list.closest("form");
        new window.InlinePanel(JSON.parse(list.dataset.options)); // Wagtail's own: it adds and removes rows
        let waiting;
        let latest = 0;

        function fields() {
            const body = new FormData();
            for (const [name, value] of new FormData(form)) if (wanted.test(name)) body.append(name, value);
            return body;
        }

        function show(row, found) {
            const heading = row.querySelector("[data-panel-heading-text]");
            if (found.summary) heading.textContent = found.summary;
            const items = found.remarks.map((text) => Object.assign(document.createElement("li"), { textContent: text }));
            row.querySelector("[data-date-remarks]").replaceChildren(...items);
        }

        async function review() {
            const number = ++latest;
            try {
                const response = await fetch(list.dataset.dates, { method: "POST", body: fields(), credentials: "same-origin" });
                if (!response.ok || number !== latest) return; // a slower answer must not replace a newer one
                const found = await response.json();
                for (const row of list.querySelectorAll("[data-date-row]")) {
                    const reading = found.rows[row.dataset.dateRow];
                    if (reading) show(row, reading);
                }
                showSeries(found.series);
            } catch {
                // Offline: the lines keep what they said, and nothing typed is lost.
            }
        }

        function showSeries(html) {
            const series = form.querySelector("[data-series]");
            if (!series || series.innerHTML.trim() === html.trim()) return;
            const focused = series.contains(document.activeElement) ? document.activeElement.value : null;
            series.innerHTML = html;
            if (focused) series.querySelector(`[value="${focused}"][type=checkbox]`)?.focus();
        }

        function suggest() {
            for (const name of ["start_time", "end_time", "place"]) {
                const usual = form.elements[name]?.value ?? "";
                const template = document.getElementById("id_occurrences-EMPTY_FORM_TEMPLATE");
                const rows = [...form.querySelectorAll(`[name^="occurrences-"][name$="-${name}"]`)];
                rows.push(...template.content.querySelectorAll(`[name$="-${name}"]`));
                for (const input of rows) input.placeholder = usual;
            }
        }

        form.addEventListener("input", changed);
        form.addEventListener("change", changed);
        list.addEventListener("w-formset:removed", () => changed({ target: { name: "series_" } }));
        function changed(event) {
            const name = event.target.name ?? "";
            if (!watched.test(name)) return;
            if (/^(start_time|end_time|place)$/.test(name)) suggest();
            clearTimeout(waiting);
            waiting = setTimeout(review, 300);
        }
    }

    document.addEventListener("DOMContentLoaded", () => {
        for (const list of document.querySelectorAll("[data-dates]")) start(list);
    });
})();
