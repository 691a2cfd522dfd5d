using Pipeline.Review;

namespace Host.Access;

/// <summary>Somebody the platform knows.</summary>
/// <param name="Id">What the platform calls them; two people never share one.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Role">What they may do; null when nobody gave them a role, or roles that exclude each other.</param>
/// <param name="Unit">Code of the unit they file for; null for the provincial office.</param>
public sealed record Caller(string Id, string Name, PersonRole? Role, string? Unit)
{
    /// <summary>The caller as the stages know them; null without a role.</summary>
    internal Person? Person => Role is { } role ? new Person(Id, Name, role, Unit) : null;

    /// <summary>A caller with the roles somebody was given, by the names the platform has for them.</summary>
    /// <remarks>A clerk who also reviews could pass their own return, so that both together are no role at all; nor is a clerk of no unit or of two,
    /// or a reviewer with a unit.</remarks>
    internal static Caller Of(string id, string name, IReadOnlyCollection<string> roles, IReadOnlyCollection<string> units)
    {
        var files = roles.Contains(RoleNames.Clerk);
        PersonRole? reviews = roles.Contains(RoleNames.Administrator) ? PersonRole.Director
            : roles.Contains(RoleNames.Reviewer) ? PersonRole.Reviewer
            : null;
        return (files, reviews, units.Count) switch
        {
            (true, null, 1) => new(id, name, PersonRole.Preparer, units.First()),
            (false, { } role, 0) => new(id, name, role, null),
            _ => new(id, name, null, null),
        };
    }
}
