"""`periksa`: everything wrong with profiles and answer files, told in three forms."""
