"""Tests of the launcher: standard library only, no network. Run by `mvn verify`, or from the top folder by

    python3 -m unittest discover --start-directory kernel/launcher/tests --top-level-directory kernel
"""
