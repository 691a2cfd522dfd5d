namespace Pipeline.Review;

/// <summary>Who acts.</summary>
/// <param name="Id">What the platform calls them; two people never share one.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Unit">Code of the unit they file for; null for the provincial office.</param>
public sealed record Person(string Id, string Name, PersonRole Role, string? Unit = null)
{
    /// <summary>机审: what the pipeline does by itself.</summary>
    public static Person Pipeline { get; } = new("pipeline", "系统", PersonRole.Pipeline);

    /// <summary>Whether they review what the units file.</summary>
    public bool Reviews => Unit is null && Role is (PersonRole.Reviewer or PersonRole.Director);

    /// <summary>Whether they answer for the year.</summary>
    public bool Directs => Unit is null && Role is PersonRole.Director;

    /// <summary>Whether they file the return of this unit.</summary>
    public bool FilesFor(string unit) => Role == PersonRole.Preparer && Unit == unit;
}

/// <summary>What a person may do.</summary>
public enum PersonRole
{
    /// <summary>填报人: uploads and withdraws the return of their own unit.</summary>
    Preparer,

    /// <summary>省级审核人: reviews, returns and approves.</summary>
    Reviewer,

    /// <summary>省级负责人: what a reviewer may, and locks and unlocks the year.</summary>
    Director,

    /// <summary>The pipeline itself.</summary>
    Pipeline,
}
