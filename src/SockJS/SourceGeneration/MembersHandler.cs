using System.ComponentModel;

namespace SockJS.SourceGeneration;

/// <summary>Calls a method that takes members of the payload.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
/// <param name="self">The instance of the connection.</param>
/// <param name="connection">The connection.</param>
/// <param name="services">The services of its scope.</param>
/// <param name="members">The members of the payload.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask MembersHandler<in T>(T self, SockJSConnection connection, IServiceProvider services, PayloadMembers members);
