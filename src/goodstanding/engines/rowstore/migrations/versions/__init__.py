"""The steps by which the manifest's schema came to be."""
