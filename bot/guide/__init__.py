"""What the guide says: its model, how it is loaded, proved against its source, and searched. Standard library only."""
