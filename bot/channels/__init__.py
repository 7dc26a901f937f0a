"""What carries messages: the web, and whatever joins it. Channels know no rule of the guide."""
