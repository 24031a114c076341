// Where the translator's view finds Wagtail's choosers.
window.chooserUrls ??= { ...document.currentScript.dataset };
