// Keeps a date or time picker from lying over the form. It opens a tenth of a second after its field is reached: who
// has gone on to the next field by then would have it stay. And Escape closes it, as with any other list that opens.
window.jQuery.fn.datetimepicker.defaults.onShow = (_, input) => input[0] === document.activeElement;

document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape") window.jQuery(target).data("xdsoft_datetimepicker")?.trigger("close.xdsoft");
});
