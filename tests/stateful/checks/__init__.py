"""What must hold after each operation. Each check raises AssertionError with the words of what is wrong."""
