"""What pages, style sheets and scripts of a package refer to and say, found without running anything.

They are scanned, not parsed: from left to right, in time that grows with their length, whatever stands there.
"""
