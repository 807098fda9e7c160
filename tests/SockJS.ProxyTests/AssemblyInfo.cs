// Most of these tests wait for heartbeats and for time-outs, each for its own.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]
