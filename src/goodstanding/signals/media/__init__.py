"""What can be seen in an attachment, a fax page or a voicemail."""
