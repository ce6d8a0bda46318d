"""What a learner can meet in an activity tree: worked out for all learners at once, not played.

Each value that a sequencer keeps (status, completion, measure, attempted) is a set of what it may ever be.
The sets only grow, so what is never in them can never happen; what may happen is claimed too often rather
than too seldom. Findings are drawn from "never" and "always" alone, so that good packages stay without any.
"""
