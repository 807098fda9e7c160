namespace SockJS;

/// <summary>The connections of an endpoint. Enumerating it yields those that are open.</summary>
internal interface IConnectionTable : IEnumerable<SockJSConnection>
{
    /// <summary>Returns the open connection of this id.</summary>
    SockJSConnection? Find(string id);

    /// <summary>Returns the connections of a user, those included that are not open yet or closing; the array is shared, and not to be changed.</summary>
    SockJSConnection[] OfUser(string userId);
}
