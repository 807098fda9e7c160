using System.Text;

namespace SockJS.Payloads;

/// <summary>Where a message of an endpoint has its name and its payload.</summary>
/// <param name="typeProperty">The member that holds the name.</param>
/// <param name="dataProperty">The member that holds the payload, unless the shape is flat.</param>
/// <param name="isFlat">Whether the members of the payload stand beside the name.</param>
internal sealed class MessageShape(string typeProperty, string dataProperty, bool isFlat)
{
    public static readonly MessageShape Default = new("type", "data", isFlat: false);

    private readonly byte[] _typeProperty = Encoding.UTF8.GetBytes(typeProperty);
    private readonly byte[] _dataProperty = Encoding.UTF8.GetBytes(dataProperty);

    public ReadOnlySpan<byte> TypeProperty => _typeProperty;

    public ReadOnlySpan<byte> DataProperty => _dataProperty;

    public bool IsFlat => isFlat;
}
