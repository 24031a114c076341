// Suggestions below a search box: an editable combobox with list autocomplete (WAI-ARIA Authoring Practices).
// The box is a form that works without this.
const WAIT = 150; // milliseconds without a key before the site is asked

function suggest(box) {
    const list = document.createElement("ul");
    const told = document.createElement("div");
    list.id = `${box.id}-suggestions`;
    list.className = "suggest__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.label);
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    box.parentElement.append(list, told);
    for (const [name, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) box.setAttribute(name, value);

    let timer, asked, active = -1;

    const close = () => {
        clearTimeout(timer);
        asked?.abort();
        list.hidden = true;
        active = -1;
        box.setAttribute("aria-expanded", "false");
        box.removeAttribute("aria-activedescendant");
    };

    const mark = (place) => {
        const options = [...list.children];
        active = place;
        options.forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
        if (place < 0) return box.removeAttribute("aria-activedescendant");
        box.setAttribute("aria-activedescendant", options[place].id);
        options[place].scrollIntoView({ block: "nearest" });
    };

    const option = (suggestion, number) => {
        const item = document.createElement("li");
        const kind = document.createElement("span");
        item.id = `${list.id}-${number}`;
        item.dataset.url = suggestion.url;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        kind.textContent = suggestion.kind;
        item.append(suggestion.title, " ", kind);
        return item;
    };

    const show = (suggestions) => {
        list.replaceChildren(...suggestions.map(option));
        active = -1;
        box.removeAttribute("aria-activedescendant");
        list.hidden = !suggestions.length;
        box.setAttribute("aria-expanded", String(!list.hidden));
        const { none, one, many } = box.dataset;
        told.textContent = { 0: none, 1: one }[suggestions.length] ?? many.replace("#", suggestions.length);
    };

    const ask = async () => {
        asked?.abort();
        asked = new AbortController();
        const address = new URL(box.dataset.suggest, location);
        address.searchParams.set("q", box.value);
        try {
            const response = await fetch(address, { signal: asked.signal });
            if (response.ok) show((await response.json()).suggestions);
        } catch {
            // A newer question, or no answer: the form itself still searches.
        }
    };

    box.addEventListener("input", () => {
        clearTimeout(timer);
        if (!box.value.trim()) {
            close();
            told.textContent = "";
        } else timer = setTimeout(ask, WAIT);
    });
    box.addEventListener("keydown", (event) => {
        const last = list.children.length - 1;
        if (event.isComposing) return;
        if (event.key === "Escape" && !list.hidden) {
            event.preventDefault();
            close();
        } else if (event.key === "Enter" && active >= 0) {
            event.preventDefault();
            location.assign(list.children[active].dataset.url);
        } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
            event.preventDefault();
            if (list.hidden) return event.altKey || !box.value.trim() ? undefined : ask();
            const step = event.key === "ArrowDown" ? 1 : -1;
            const next = active + step;
            mark(next > last ? -1 : next < -1 ? last : next);
        } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) mark(-1);
    });
    box.addEventListener("blur", close);
    // Before the box loses its focus, which would close the list.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
        const chosen = event.target.closest("[role=option]");
        if (chosen) location.assign(chosen.dataset.url);
    });
}

document.querySelectorAll("[data-suggest]").forEach(suggest);
