namespace Deploy;

/// <summary>One look at something that may not be there yet.</summary>
/// <param name="IsThere">Whether it is.</param>
/// <param name="Found">It.</param>
/// <param name="Reason">Why it is not.</param>
internal readonly record struct Look<T>(bool IsThere, T? Found, string Reason)
{
    public static Look<T> At(T found) => new(true, found, "");

    public static Look<T> NotYet(string reason = "") => new(false, default, reason);
}
