"""Text to tokens: what each piece of ink on a line can mean, and the dates and times that the tokens make."""
