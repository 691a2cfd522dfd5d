namespace Host.Access;

/// <summary>The app roles, as the directory and the settings spell them.</summary>
internal static class RoleNames
{
    /// <summary>填报人 of one unit.</summary>
    public const string Clerk = "clerk";

    /// <summary>省级审核人.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>省级负责人.</summary>
    public const string Administrator = "administrator";

    /// <summary>Before the code of a clerk's unit, where the unit is given as an app role: <c>unit:430100</c>.</summary>
    public const string UnitPrefix = "unit:";
}
