"""What an edit form was made from, and how its changes are merged with those that others have saved since."""
