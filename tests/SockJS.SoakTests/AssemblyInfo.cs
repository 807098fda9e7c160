// Each test wants the whole machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
