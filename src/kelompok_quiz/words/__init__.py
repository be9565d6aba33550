"""Everything people read, in Indonesian, a module per audience. It imports nothing."""
