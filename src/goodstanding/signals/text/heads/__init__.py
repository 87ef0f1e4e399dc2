"""How much does a text read like spam, a scam, abuse or hatred, and which of its words say so?"""
