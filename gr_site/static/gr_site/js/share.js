// Copies addresses and opens the browser's own dialogues. Without it the links still lead where they say.
const share = document.querySelector(".share");
const told = share.querySelector("[data-copied]");
const address = share.dataset.address;

const copy = async (text) => {
    told.textContent = "";
    try {
        await navigator.clipboard.writeText(text);
        told.textContent = told.dataset.copied;
    } catch {
        told.textContent = `${told.dataset.failed} ${text}`;
    }
};

const offer = (name, able, act) => {
    const button = share.querySelector(`[data-${name}]`);
    button.hidden = !able;
    button.addEventListener("click", act);
};

offer("print", true, () => print());
offer("copy", navigator.clipboard, () => copy(address));
offer("share", navigator.share, () => navigator.share({ title: share.dataset.title, url: address }).catch(() => {}));

for (const link of navigator.clipboard ? document.querySelectorAll(".to-heading") : []) {
    link.addEventListener("click", () => copy(address.split("#")[0] + link.hash));
}
