"""The interactive quiz: a profile, a sitting and a terminal in, the finished sitting out.

prompt_toolkit and questionary are imported when a screen is drawn, not before.
"""
