"""What follows when a network is published: when a reader would last have noticed a change."""
