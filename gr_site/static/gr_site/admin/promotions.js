// Starts the form of "Rekommenderas": its rows, and the choice among what visitors have searched for.
{
    const { formset, empty, query, chooser } = document.currentScript.dataset;

    document.addEventListener("DOMContentLoaded", () => {
        new window.InlinePanel({ formsetPrefix: `id_${formset}`, emptyChildFormPrefix: empty, canOrder: true });
        document.getElementById(`${query}-chooser`)?.addEventListener("click", () => window.ModalWorkflow({
            url: chooser,
            onload: window.QUERY_CHOOSER_MODAL_ONLOAD_HANDLERS,
            responses: { queryChosen: ({ querystring }) => { document.getElementById(query).value = querystring; } },
        }));
    });
}
