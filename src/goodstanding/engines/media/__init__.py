"""Engines that look at attachments: YARA-X, ClamAV, Tesseract and PocketSphinx, each one optional."""
