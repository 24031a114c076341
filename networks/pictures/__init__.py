"""Pictures: made small and free of private facts when uploaded, and drawn once in the sizes that are shown."""
