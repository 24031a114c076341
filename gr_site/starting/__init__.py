"""What every site begins with: its pages, its registers and its first administrator. The demo begins with the same."""
