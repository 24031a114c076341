// "Välj alla" among the languages to translate into.
document.addEventListener("DOMContentLoaded", () => {
    document.querySelector('[name="select_all"]')?.addEventListener("change", ({ target }) => {
        for (const language of document.querySelectorAll('[name="locales"]')) language.checked = target.checked;
    });
});
