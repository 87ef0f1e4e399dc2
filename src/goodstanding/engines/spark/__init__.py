"""The same measures on Spark, for months that outgrow one machine."""
