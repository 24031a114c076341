"""What one network's page shows on another's waits for a yes: asks, keeps the list, takes the answers."""
