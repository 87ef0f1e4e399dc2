"""What would the texts be like that a carrier's customers send, honest and not?"""
