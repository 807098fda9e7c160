namespace SockJS.SourceGeneration;

/// <summary>Counts the items of a sequence. One that never waits would keep the thread, which is the one that brings the client's messages.</summary>
internal struct SequenceTurn
{
    private const int Length = 64;

    private int _items;

    /// <summary>Counts an item.</summary>
    /// <returns>Whether it is time to let others run.</returns>
    public bool IsOver() => ++_items % Length == 0;
}
