// Starts Wagtail's choosers, pickers and inline panels, which its own templates do by inline scripts. Our policy forbids
// those, so ours write what to start as <start-widget>. An element of one's own is told at the moment when it comes into
// the document, which is when a script in its place would have run: also in a row or a dialog that is added later.
{
    const KNOWN = /^(init(Date|Time|DateTime)Chooser|createTaskChooser|[A-Z]\w*Chooser|InlinePanel|MultipleChooserPanel)$/;

    customElements.define("start-widget", class extends HTMLElement {
        connectedCallback() {
            const { start, field, options } = this.dataset;
            this.remove(); // or it would start again where its row is moved
            if (!KNOWN.test(start)) return;
            const given = [field, options && JSON.parse(options)].filter((each) => each !== undefined);
            if (/^[A-Z]/.test(start)) new window[start](...given);
            else window[start](...given);
        }
    });
}
