using System.ComponentModel.DataAnnotations;

namespace Host.Settings;

/// <summary>The client id of an identity, or nothing. Its name, its resource id and its object id are taken for it easily, and fail only at the first call.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClientIdAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is "" || Guid.TryParseExact(value as string, "D", out _);

    public override string FormatErrorMessage(string name) => "is no client id: it must look like 11111111-2222-3333-4444-555555555555, or be left out.";
}
