"""Which engine finds the rules that match a text: Hyperscan where it runs, Aho-Corasick and RE2 anywhere."""
