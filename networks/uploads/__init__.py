"""What may be uploaded: which kinds of files, judged by their content, and without viruses."""
