namespace SockJS;

/// <summary>The connections of an endpoint, or what else can be sent to as they can. Enumerating it yields those that are open.</summary>
internal interface IMemberTable<out T> : IEnumerable<T>
    where T : class, IRecipient
{
    /// <summary>Returns the open member of this id.</summary>
    T? Find(string id);

    /// <summary>Returns the members of a user, those included that are not open yet or closing; the array is shared, and not to be changed.</summary>
    T[] OfUser(string userId);
}
