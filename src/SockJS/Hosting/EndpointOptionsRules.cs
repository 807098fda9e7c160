using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>What settings of endpoints of every kind have to be like, and how the faults are called.</summary>
internal static class EndpointOptionsRules
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>Finds the faults of the settings that all endpoints have.</summary>
    public static void Check(EndpointOptions options, ValidateOptionsResultBuilder errors)
    {
        errors.Positive(options.SendTimeout);
        errors.Positive(options.SlowClientTimeout);
        errors.ZeroOrMore(options.DrainWindow);
        errors.AtLeastOne(options.MaxSessions);
        errors.AtLeastOne(options.MaxSessionsPerUser);
        errors.AtLeastOne(options.MaxSessionsPerAddress);
        errors.AtLeastOne(options.SendBufferBytes);
        errors.AtLeastOne(options.SendBufferMessages);
        errors.AtLeastOne(options.ReceiveBufferBytes);
        errors.AtLeastOne(options.ReceiveBufferMessages);
        errors.AtLeastOne(options.MaxBufferedBytes);
        errors.AtLeastOne(options.MessagesPerSecond);
        errors.AtLeastOne(options.MessageBurst);
        if (options.MessageBurst is not null && options.MessagesPerSecond is null)
            errors.AddError("says nothing without MessagesPerSecond", nameof(options.MessageBurst));
        errors.AtLeastOne(options.MaxGroupsPerConnection);
        errors.Defined(options.SlowClientPolicy, "policy");
        errors.Defined(options.MessageLimitPolicy, "policy");
        foreach (var origin in options.AllowedOrigins)
        {
            if (!OriginPolicy.IsOrigin(origin))
                errors.AddError($"'{origin}' is no origin: expected the form https://host or https://host:port, without a path", nameof(options.AllowedOrigins));
        }
    }

    public static void Positive(this ValidateOptionsResultBuilder errors, TimeSpan value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value <= TimeSpan.Zero || value > s_day)
            errors.AddError("must be more than zero and at most a day", NameOf(property));
    }

    public static void ZeroOrMore(this ValidateOptionsResultBuilder errors, TimeSpan value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value < TimeSpan.Zero || value > s_day)
            errors.AddError("must be zero or more, and at most a day", NameOf(property));
    }

    public static void AtLeastOne(this ValidateOptionsResultBuilder errors, long? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value < 1)
            errors.AddError("must be at least 1", NameOf(property));
    }

    public static void ZeroOrMore(this ValidateOptionsResultBuilder errors, int value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value < 0)
            errors.AddError("must be zero or more", NameOf(property));
    }

    public static void Defined<TEnum>(this ValidateOptionsResultBuilder errors, TEnum value, string kind, [CallerArgumentExpression(nameof(value))] string property = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            errors.AddError($"is no known {kind}", NameOf(property));
    }

    // Of a property of a property the whole path is the name.
    private static string NameOf(string expression) => expression[(expression.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
