"""`periksa` of answer files and profiles: findings as they are made, then text or JSON of them."""
