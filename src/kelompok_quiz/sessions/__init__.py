"""Sittings as files: a session kept until the quiz is finished, answers saved for good.

NumPy is not imported: the quiz starts with this room.
"""
