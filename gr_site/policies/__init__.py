"""What browsers are told to refuse: the content security policy and the other headers of every response."""
