"""What training needs from outside: the data sets that are read, and the fitting of linear weights."""
