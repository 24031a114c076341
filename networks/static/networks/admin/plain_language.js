// After each autosave, asks for the hints of the text that has just been saved.
(function () {
    function renew() {
        document.querySelectorAll("[data-plain-language]").forEach(async (panel) => {
            if (!panel.dataset.plainLanguage) return;
            const response = await fetch(panel.dataset.plainLanguage, { credentials: "same-origin" });
            if (response.ok) panel.innerHTML = await response.text();
        });
    }

    document.addEventListener("w-autosave:success", renew);
})();
