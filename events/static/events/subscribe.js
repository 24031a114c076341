// Makes the subscribe dialogue quicker to use; it is complete without this.
for (const dialogue of document.querySelectorAll(".subscribe")) {
    const told = dialogue.querySelector("[data-told]");

    // Only on https (or localhost) does a browser let a page write to the clipboard.
    for (const button of navigator.clipboard ? dialogue.querySelectorAll("[data-copies]") : []) {
        button.hidden = false;
        button.addEventListener("click", async () => {
            const address = document.getElementById(button.dataset.copies);
            told.textContent = "";
            try {
                await navigator.clipboard.writeText(address.textContent);
                told.textContent = told.dataset.told;
            } catch {
                getSelection().selectAllChildren(address); // not allowed: the address is marked, ready for Ctrl+C
            }
        });
    }

    dialogue.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && dialogue.open) {
            dialogue.open = false;
            dialogue.querySelector("summary").focus();
        }
    });

    const openIfMeant = () => {
        if (location.hash === `#${dialogue.id}`) dialogue.open = true;
    };
    addEventListener("hashchange", openIfMeant);
    openIfMeant();
}
