// One program at a time, so that nothing else runs while one is timed.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
